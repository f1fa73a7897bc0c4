"""Share, keep to oneself, delete: who may, what becomes of messages and files, and of a second press."""

from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest

from bot.collection import Overseer
from bot.errors import Gone, NotYours
from bot.pipeline.pool import ProcessPool
from bot.stickers.members import Identity
from bot.words import Words
from models import Favourite, GeneratedImage, StickerDetail
from tests.discord.harness import Member, Reply, Stage
from tests.discord.house import House, open_house, settings_in
from tests.discord.seals import pressed, said, seal

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path), pool) as house:
        yield house


def files(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in (folder / "data").rglob("*.*") if file.is_file())


async def moderator(stage: Stage) -> Member:
    role = stage.guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
    return await stage.newcomer("Mika", role)


async def confirmed(stage: Stage, member: Member, reply: Reply) -> Reply:
    """Delete a seal through all its questions; the card that was asked on."""
    more = await pressed(stage, member, reply, "more")
    await pressed(stage, member, more, "delete")
    await stage.restart()
    await pressed(stage, member, more, "erase")
    return more


async def test_deleting_asks_first_and_takes_rows_files_and_the_picture_of_the_message(
    stage: Stage, tmp_path: Path
) -> None:
    reply = await seal(stage, rarity="rare")
    await pressed(stage, stage.robin, reply, "fav")
    await pressed(stage, stage.haru, reply, "back")
    await pressed(stage, stage.haru, await stage.haru.slash("history"), "pdf")
    assert {file.rsplit("-")[-1] for file in files(tmp_path)} >= {"binder.webp", "sheets.pdf"}
    more = await pressed(stage, stage.haru, reply, "more")
    await pressed(stage, stage.haru, more, "delete")
    assert more.text == JAPANESE("delete-question", name="Leo")
    assert await GeneratedImage.all().count() == 1
    await stage.restart()
    await pressed(stage, stage.haru, more, "erase")
    assert more.text == JAPANESE("told-deleted", name="Leo")
    assert reply.text == JAPANESE("origin-deleted")
    assert (reply.pictures, reply.labels, reply.files) == ([], [], {})
    for table in (GeneratedImage, StickerDetail, Favourite):
        assert not await table.all().exists()
    assert [name for name in files(tmp_path) if not name.endswith(".sha256")] == []


async def test_a_seal_that_was_kept_after_all_stays(stage: Stage) -> None:
    more = await pressed(stage, stage.haru, await seal(stage), "more")
    await pressed(stage, stage.haru, more, "delete")
    await pressed(stage, stage.haru, more, "stay")
    assert more.text == JAPANESE("told-kept", name="Leo")
    assert await GeneratedImage.all().count() == 1


async def test_a_second_press_on_delete_and_buttons_of_copies_say_that_it_is_gone(stage: Stage) -> None:
    reply = await seal(stage)
    binder = await stage.haru.slash("history")
    menu = next(part for part in binder.parts(3) if part["custom_id"] == "pick")
    copy = await stage.haru.choose(binder, menu["options"][0]["value"], custom_id="pick")
    more = await pressed(stage, stage.haru, reply, "more")
    await pressed(stage, stage.haru, more, "delete")
    erase = next(one for one in more.custom_ids if one.startswith("erase:"))
    await stage.haru.press(more, custom_id=erase)
    for prefix in ("fav", "tilt", "back", "more", "again", "dress", "trio"):
        answer = await pressed(stage, stage.haru, copy, prefix)
        assert said(answer) == JAPANESE("error-gone"), prefix


async def test_a_moderator_may_delete_what_stands_in_their_server(stage: Stage) -> None:
    mika = await moderator(stage)
    reply = await seal(stage)
    more = await pressed(stage, mika, reply, "more")
    assert more.labels == [ENGLISH("button-delete")]
    await pressed(stage, mika, more, "delete")
    await pressed(stage, mika, more, "erase")
    assert not await GeneratedImage.all().exists()
    assert reply.text == ENGLISH("origin-deleted-by-moderator")


async def test_others_are_offered_neither_delete_nor_share_and_are_refused_if_they_send_it(
    stage: Stage, backstage: House
) -> None:
    more = await pressed(stage, stage.robin, await seal(stage), "more")
    assert more.labels == []
    robin = Identity(discord_id=stage.robin.id, name="Robin", avatar_url=None)
    collection, sticker = backstage.services.collection, await GeneratedImage.get()
    elsewhere = Overseer(server_id=1, channel_id=2)
    with pytest.raises(NotYours):
        await collection.delete(sticker.id, robin, elsewhere)
    with pytest.raises(NotYours):
        await collection.set_private(sticker.id, robin, private=True)
    assert await GeneratedImage.all().count() == 1


async def test_a_moderator_does_not_even_learn_of_a_private_seal(stage: Stage, backstage: House) -> None:
    await seal(stage, private=True)
    mika = Identity(discord_id=99, name="Mika", avatar_url=None)
    sticker = await GeneratedImage.get()
    with pytest.raises(Gone):
        await backstage.services.collection.delete(sticker.id, mika, Overseer(server_id=stage.guild.id))


async def test_art_that_another_seal_wears_stays(stage: Stage, tmp_path: Path) -> None:
    first = await seal(stage)
    room = await pressed(stage, stage.haru, first, "dress")
    await pressed(stage, stage.haru, room, "asnew")
    assert await GeneratedImage.all().count() == 2
    await confirmed(stage, stage.haru, first)
    (left,) = await StickerDetail.all()
    assert left.parent_id is None
    kept = files(tmp_path)
    assert f"data/art/{left.art}.webp" in kept
    assert f"data/images/{left.sticker_id}.webp" in kept


async def test_sharing_shows_a_private_seal_once(stage: Stage) -> None:
    reply = await seal(stage, private=True)
    more = await pressed(stage, stage.haru, reply, "more")
    await stage.restart()
    share = next(one for one in more.custom_ids if one.startswith("share:"))
    shared = await stage.haru.press(more, custom_id=share)
    await stage.settled()
    assert more.text == JAPANESE("told-shared", name="Leo")
    (public,) = [one for one in stage.replies() if not one.ephemeral]
    assert public.pictures
    assert "🔒" not in public.text
    assert [one.text for one in shared.followups] == [public.text]
    assert not (await StickerDetail.get()).private
    again = await pressed(stage, stage.haru, reply, "more")
    assert again.labels == [JAPANESE("button-unshare"), JAPANESE("button-delete")]


async def test_keeping_to_oneself_takes_the_picture_out_of_the_message(stage: Stage) -> None:
    reply = await seal(stage)
    more = await pressed(stage, stage.haru, reply, "more")
    await stage.restart()
    await pressed(stage, stage.haru, more, "unshare")
    assert (await StickerDetail.get()).private
    assert reply.text == JAPANESE("origin-put-away")
    assert reply.pictures == []
    assert more.text == JAPANESE("told-unshared", name="Leo")


async def test_a_message_out_of_reach_does_not_keep_a_seal_from_being_deleted(stage: Stage) -> None:
    reply = await seal(stage)
    more = await pressed(stage, stage.haru, reply, "more")
    await pressed(stage, stage.haru, more, "delete")
    stage.env.backend.delete_message(stage.channel.id, reply.message.id)
    await pressed(stage, stage.haru, more, "erase")
    assert more.text == JAPANESE("told-deleted", name="Leo")
    assert not await GeneratedImage.all().exists()
