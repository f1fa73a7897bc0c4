"""/sticker from the command to the finished message, through the real bot."""

import io
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from bot.pipeline.pool import ProcessPool
from models import Account, Delivery, GeneratedImage, Run, Task, UsageStats, User, Work
from tests.discord.harness import Reply, Stage
from tests.discord.house import House, open_house, settings_in


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path), pool) as house:
        yield house


def only_picture(reply: Reply) -> Image.Image:
    (name,) = reply.pictures
    return Image.open(io.BytesIO(reply.files[name]))


async def test_a_holographic_sticker_arrives_as_a_looping_animation(stage: Stage) -> None:
    reply = await stage.haru.slash(
        "sticker", name="炎聖王レオン", prompt="炎の剣をもつ若き王", rarity="super-rare"
    )
    await stage.settled()
    picture = only_picture(reply)
    assert picture.format == "GIF"
    assert picture.info["loop"] == 0
    assert getattr(picture, "n_frames", 1) >= 8
    assert "炎聖王レオン" in reply.text
    assert "スーパーレア ★★★★★" in reply.text
    assert f"<@{stage.haru.id}>" in reply.text
    assert reply.labels == ["❤️", "大きく", "うら", "その他", "もう一枚", "着せ替え", "トリオ"]


async def test_a_still_sticker_arrives_as_a_picture(stage: Stage) -> None:
    reply = await stage.robin.slash("sticker", name="Leo", rarity="normal")
    await stage.settled()
    assert only_picture(reply).format == "WEBP"
    assert only_picture(reply).size == (1024, 1024)
    assert "made by" in reply.text


async def test_a_name_stands_upright_if_a_member_says_so(stage: Stage) -> None:
    await stage.haru.slash("sticker", name="サンダー武者", rarity="normal", layout="vertical")
    await stage.settled()
    image = await GeneratedImage.all().order_by("-created_at").first()
    assert image is not None
    assert json.loads(image.style)["layout"] == "vertical"


async def test_a_sticker_is_written_down_once_with_its_statistics(stage: Stage) -> None:
    await stage.haru.slash("sticker", name="レオン", title="聖戦", prompt="王", attribute="聖", rarity="rare")
    await stage.settled()
    image = await GeneratedImage.get()
    assert (image.character_name, image.title, image.prompt, image.attribute, image.rarity) == (
        "レオン",
        "聖戦",
        "王",
        "聖",
        "rare",
    )
    assert json.loads(image.effects) == {"holographic": True, "sparkle": True, "aura": False}
    task = await Task.get()
    assert (task.status, task.progress) == ("completed", 100)
    assert json.loads(task.result or "")["stickerId"] == image.id
    assert json.loads(task.data)["design"]["name"] == "レオン"
    day = await UsageStats.get()
    assert (day.image_count, day.success_count, day.failure_count) == (1, 1, 0)
    assert await Run.all().count() == 1
    assert not await Work.all().exists()
    delivery = await Delivery.get()
    assert (delivery.state, delivery.token) == ("delivered", None)


async def test_two_first_commands_at_once_make_one_user(stage: Stage) -> None:
    await stage.haru.slash("sticker", name="a")
    await stage.haru.slash("sticker", name="b")
    await stage.settled()
    assert await User.all().count() == 1
    assert await Account.all().count() == 1
    assert await GeneratedImage.all().count() == 2


async def test_a_private_sticker_is_shown_to_its_owner_alone(stage: Stage) -> None:
    reply = await stage.robin.slash("sticker", name="Secret", private=True)
    await stage.settled()
    assert reply.ephemeral
    assert "🔒" in reply.text
