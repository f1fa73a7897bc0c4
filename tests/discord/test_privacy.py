"""/privacy: what is kept, all of it to take along, and to be forgotten."""

import asyncio
import io
import json
import zipfile
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from bot import parcels
from bot.errors import StillPacking
from bot.parcels import Mark
from bot.pipeline import work
from bot.pipeline.pool import ProcessPool
from bot.stickers.members import Identity
from bot.words import Words
from models import Charge, Delivery, GeneratedImage, Run, Session, Task, UsageStats, User
from tests.discord.harness import Member, Reply, Stage
from tests.discord.house import House, open_house, settings_in

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")
WORDS = pytest.mark.parametrize(("who", "words"), [("haru", JAPANESE), ("robin", ENGLISH)])


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path, waiting_limit=50), pool) as house:
        yield house


def house_of(stage: Stage) -> House:
    assert isinstance(stage.backstage, House)
    return stage.backstage


def identity(member: Member) -> Identity:
    return Identity(discord_id=member.id, name="x", avatar_url=None)


def photo(colour: str) -> bytes:
    image, buffer = Image.new("RGB", (64, 64), colour), io.BytesIO()
    image.putpixel((3, 3), (1, 2, 3))
    image.save(buffer, "PNG")
    return buffer.getvalue()


async def make(stage: Stage, who: Member, *names: str, **options: object) -> list[Reply]:
    replies = [await who.slash("sticker", name=name, rarity="normal", **options) for name in names]
    await stage.settled()
    return replies


def files_of(data: Path) -> set[str]:
    return {
        str(file.relative_to(data))
        for file in data.rglob("*")
        if file.is_file() and "commands" not in file.name
    }


def unpacked(reply: Reply) -> dict[str, bytes]:
    (data,) = reply.files.values()
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


@WORDS
async def test_what_is_kept_is_told_in_the_readers_language(stage: Stage, who: str, words: Words) -> None:
    member: Member = getattr(stage, who)
    await make(stage, member, "Leo")
    await make(stage, member, "Secret", private=True, picture=("a.png", photo("red")))
    reply = await member.slash("privacy")
    assert reply.ephemeral
    now = words("privacy-now", seals=2, private=1, pictures=1, days=1, orders=2, charges=0)
    assert now in reply.text
    assert words("privacy-ai") not in reply.text
    assert reply.labels == [words("button-export"), words("button-direct-on"), words("button-forget")]
    assert len(reply.text) < 2000


async def test_to_ask_leaves_no_trace(stage: Stage) -> None:
    reply = await stage.robin.slash("privacy")
    assert ENGLISH("privacy-now", seals=0, private=0, pictures=0, days=0, orders=0, charges=0) in reply.text
    assert not await User.all().exists()


async def test_direct_messages_are_allowed_and_forbidden_again_by_a_button(stage: Stage) -> None:
    reply = await stage.robin.slash("privacy")
    await stage.robin.press(reply, ENGLISH("button-direct-on"))
    assert ENGLISH("button-direct-off") in reply.labels
    await stage.restart()
    assert ENGLISH("button-direct-off") in (await stage.robin.slash("privacy")).labels
    await stage.robin.press(reply, ENGLISH("button-direct-off"))
    assert ENGLISH("button-direct-on") in reply.labels


@WORDS
async def test_the_parcel_holds_every_row_and_every_picture(
    stage: Stage, who: str, words: Words, tmp_path: Path
) -> None:
    member: Member = getattr(stage, who)
    await make(stage, member, "Leo")
    await make(stage, member, "Secret", private=True, picture=("a.png", photo("red")))
    await make(stage, stage.robin if who == "haru" else stage.haru, "Other")
    reply = await member.press(await member.slash("privacy"), words("button-export"))
    assert reply.ephemeral
    assert reply.text == words("export-ready")
    entries = unpacked(reply)
    assert entries.pop("README.txt").decode().startswith(words("export-readme"))
    rows = json.loads(entries.pop("data.json"))
    assert [seal["characterName"] for seal in rows["GeneratedImage"]] == ["Leo", "Secret"]
    assert {len(rows[table]) for table in ("Task", "Run", "StickerDetail", "Delivery")} == {2}
    assert "Other" not in json.dumps(rows)
    ids = {seal["id"] for seal in rows["GeneratedImage"]}
    assert {f"seals/{seal}.webp" for seal in ids} == {name for name in entries if name.startswith("seals/")}
    shelves = sorted(name.partition("/")[0] for name in entries)
    assert shelves == ["art", "art", "seals", "seals", "sources"]
    for name, data in entries.items():
        stored = name.replace("seals/", "images/")
        assert data == (tmp_path / "data" / stored).read_bytes()


async def test_there_is_no_parcel_of_somebody_who_is_not_known(stage: Stage) -> None:
    reply = await stage.robin.press(await stage.robin.slash("privacy"), ENGLISH("button-export"))
    assert reply.text == ENGLISH("error-gone")


async def test_many_seals_come_in_parts_that_go_on_after_a_restart(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await make(stage, stage.robin, *(f"Leo {number}" for number in range(6)))
    monkeypatch.setattr(parcels, "ROWS_OF_A_FILE", 2048)
    monkeypatch.setattr("bot.playground.UPLOAD_LIMIT", 700_000 + 64 * 1024)
    reply = await stage.robin.press(await stage.robin.slash("privacy"), ENGLISH("button-export"))
    names: list[str] = []
    for part in range(1, 50):
        (archive,) = reply.files
        assert archive == f"kiraseal-{part}.zip"
        assert max(map(len, reply.files.values())) <= 700_000
        names += [name for name in unpacked(reply) if name != "README.txt"]
        if not reply.labels:
            break
        await stage.restart()
        reply = await stage.robin.press(reply, reply.labels[0])
    assert part > 1
    assert len(names) == len(set(names))
    assert len([name for name in names if name.startswith("seals/")]) == 6
    assert len([name for name in names if name.startswith("art/")]) == 6
    assert len([name for name in names if name.startswith("data")]) > 1


async def test_a_picture_larger_than_a_message_is_named_and_passed_over(stage: Stage, tmp_path: Path) -> None:
    await make(stage, stage.robin, "Leo")
    seal = await GeneratedImage.get()
    (tmp_path / "data" / "images" / f"{seal.id}.webp").write_bytes(bytes(500_000))
    desk = house_of(stage).services.privacy
    parts, mark = [], Mark(section=parcels.STILLS)
    while mark is not None:
        parcel = await desk.export(identity(stage.robin), mark, limit=400_000, say=ENGLISH)
        with zipfile.ZipFile(io.BytesIO(parcel.data)) as opened:
            parts.append({name: opened.read(name) for name in opened.namelist()})
        mark = parcel.onward
    assert f"seals/{seal.id}.webp" in parts[0]["README.txt"].decode()
    assert any(name.startswith("art/") for name in parts[0])


async def test_one_parcel_of_a_member_is_packed_at_one_time(stage: Stage) -> None:
    await make(stage, stage.robin, "Leo")
    desk, robin = house_of(stage).services.privacy, identity(stage.robin)
    packed = await asyncio.gather(
        *(desk.export(robin, Mark(), limit=10_000_000, say=ENGLISH) for _ in range(3)), return_exceptions=True
    )
    assert [isinstance(one, StillPacking) for one in packed] == [False, True, True]
    assert (await desk.export(robin, Mark(), limit=10_000_000, say=ENGLISH)).onward is None


@WORDS
async def test_deleting_asks_first_and_keeping_goes_back(stage: Stage, who: str, words: Words) -> None:
    member: Member = getattr(stage, who)
    await make(stage, member, "Leo", "Leon")
    reply = await member.slash("privacy")
    await member.press(reply, words("button-forget"))
    assert words("forget-what", seals=2) in reply.text
    assert reply.labels == [words("button-forget-now"), words("button-keep")]
    await member.press(reply, words("button-keep"))
    assert words("privacy-heading") in reply.text
    assert await GeneratedImage.all().count() == 2


@WORDS
async def test_deleting_leaves_nothing_and_a_new_start_works(
    stage: Stage, who: str, words: Words, tmp_path: Path
) -> None:
    member: Member = getattr(stage, who)
    await make(stage, member, "Leo", private=True, picture=("a.png", photo("red")))
    (shown,) = await make(stage, member, "Leon")
    await member.slash("history")
    await member.press(shown, words("button-back"))
    user = await User.get()
    await Session.create(user_id=user.id, session_token="web", expires=user.created_at)
    reply = await member.slash("privacy")
    await member.press(reply, words("button-forget"))
    await member.press(reply, words("button-forget-now"))
    assert reply.text == words("privacy-forgotten", seals=2)
    assert files_of(tmp_path / "data") == set()
    for table in (User, GeneratedImage, Task, Delivery, Run, UsageStats, Session, Charge):
        assert not await table.all().exists(), table.__name__
    gone = await member.press(shown, words("button-back"))
    assert gone.text == words("error-gone")
    await make(stage, member, "Afresh")
    assert (await User.get()).id != user.id
    assert (await GeneratedImage.get()).character_name == "Afresh"


async def test_of_files_that_others_need_nothing_is_deleted(stage: Stage, tmp_path: Path) -> None:
    for member in (stage.haru, stage.robin):
        await make(stage, member, "Leo", title="King", prompt="a lion", frame="plain", background="red")
        await make(stage, member, "Mine", picture=("a.png", photo("red")), title="King")
    for member in (stage.haru, stage.robin):
        await member.slash("history")
    await house_of(stage).services.privacy.forget(identity(stage.haru))
    left = files_of(tmp_path / "data")
    for seal in await GeneratedImage.all().select_related("detail"):
        assert f"images/{seal.id}.webp" in left
        assert f"art/{seal.detail.art}.webp" in left
        if seal.source_image_url is not None:
            assert seal.source_image_url[1:] in left
    assert len([name for name in left if name.startswith("images/")]) == 2
    assert len([name for name in left if name.endswith("-binder.webp")]) == 1


async def test_a_still_that_a_web_app_gave_to_two_members_goes_with_the_last(
    stage: Stage, tmp_path: Path
) -> None:
    for member in (stage.haru, stage.robin):
        await make(stage, member, "Leo")
    await GeneratedImage.all().update(image_url="/images/shared.png")
    shared = tmp_path / "data" / "images" / "shared.png"
    shared.write_bytes(b"x")
    desk = house_of(stage).services.privacy
    await desk.forget(identity(stage.haru))
    assert shared.exists()
    await desk.forget(identity(stage.robin))
    assert files_of(tmp_path / "data") == set()


async def test_pressing_yes_twice_and_yes_on_an_old_card_does_no_harm(stage: Stage) -> None:
    await make(stage, stage.robin, "Leo")
    reply, other = await stage.robin.slash("privacy"), await stage.robin.slash("privacy")
    await stage.robin.press(reply, ENGLISH("button-forget"))
    await stage.robin.press(other, ENGLISH("button-forget"))
    await stage.robin.press(reply, ENGLISH("button-forget-now"))
    await stage.restart()
    await stage.robin.press(other, ENGLISH("button-forget-now"))
    assert other.text == ENGLISH("privacy-forgotten", seals=0)
    desk = house_of(stage).services.privacy
    assert await asyncio.gather(*(desk.forget(identity(stage.robin)) for _ in range(3))) == [0, 0, 0]


async def test_orders_under_way_end_as_cancelled(stage: Stage, tmp_path: Path) -> None:
    replies = [await stage.robin.slash("sticker", name=f"Leo {number}") for number in range(8)]
    seals = await house_of(stage).services.privacy.forget(identity(stage.robin))
    await stage.settled()
    cancelled = [reply for reply in replies if reply.text == ENGLISH("error-cancelled")]
    assert len(cancelled) == 8 - seals, [reply.text for reply in replies]
    assert files_of(tmp_path / "data") == set()
    assert not await User.all().exists()


async def test_a_task_at_work_elsewhere_writes_no_row_any_more(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await make(stage, stage.robin, "Leo")
    house, done = house_of(stage), await Task.get()
    again = work.NewTask(id="elsewhere", user_id=done.user_id, data=done.data.replace("Leo", "Leon"))
    await work.accept(again, None, house.clock())
    claim = await work.claim("another machine", house.clock(), timedelta(seconds=60), "elsewhere")
    assert claim is not None
    monkeypatch.setattr("bot.privacy.CANCEL_GRACE", 0.1)
    assert await house.services.privacy.forget(identity(stage.robin)) == 1

    async def unheard(stage: object, percent: int, draft: bytes | None = None) -> None:
        """What this process shows nobody follows."""

    labour = house.services.dispatcher._labour
    ending = await labour.perform(claim, unheard)
    assert not await work.settle(claim, ending, labour.record, house.clock())
    for table in (User, GeneratedImage, Task, Run, UsageStats):
        assert not await table.all().exists(), table.__name__
