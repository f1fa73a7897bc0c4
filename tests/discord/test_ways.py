"""Discord misbehaves: the outcome of a task reaches its member by the next best way, and never twice."""

import io
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

import bot.services
from bot.errors import Gone, KirasealError, PictureUnreadable
from bot.painters.painter import Art, Show
from bot.pipeline import announcer as announcing
from bot.pipeline import deliveries, work
from bot.pipeline.pool import ProcessPool
from bot.stickers.design import Design
from bot.stickers.members import find
from bot.stickers.preferences import Preferences, prefer
from bot.words import Words
from models import Delivery, GeneratedImage, Task
from tests.discord.harness import Member, Reply, Stage
from tests.discord.house import House, open_house, settings_in
from tests.discord.seals import pressed
from tests.discord.test_interruptions import PatientPainter, next_edit

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")
BY_TOKEN, AS_BOT, POST, LOOK = (
    ("PATCH", "/webhooks/*"),
    ("PATCH", "/channels/*/messages/*"),
    ("POST", "/channels/*/messages"),
    ("GET", "/channels/*/messages"),
)
"""Calls that may go wrong."""


class MoodyPainter(PatientPainter):
    """Paints red when it may, or says why not."""

    error: KirasealError | None = None

    async def paint(self, design: Design, picture: bytes | None = None, show: Show | None = None) -> Art:
        art = await super().paint(design, picture, show)
        if self.error is not None:
            raise self.error
        return art


@pytest.fixture
def painter() -> MoodyPainter:
    return MoodyPainter()


@pytest.fixture
async def backstage(
    tmp_path: Path, pool: ProcessPool, painter: MoodyPainter, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    monkeypatch.setattr(announcing, "RETRY_FIRST", 0.0)
    async with open_house(settings_in(tmp_path), pool, {"procedural": painter}) as house:
        yield house


async def order(stage: Stage, painter: MoodyPainter, member: Member, **options: object) -> Reply:
    """An order that is being painted, and whose message says so."""
    edited = next_edit(stage)
    reply = await member.slash("sticker", name="Leo", **options)
    await painter.painting.wait()
    if not options.get("private"):  # Discord tells nobody of edits that only one may see
        await edited.wait()
    await stage.env.settle()
    return reply


async def outlive_the_token(stage: Stage) -> None:
    assert isinstance(stage.backstage, House)
    stage.backstage.clock.offset = timedelta(minutes=15)
    await stage.env.advance_time(900)


async def finish(stage: Stage, painter: MoodyPainter) -> Delivery:
    painter.may_paint.set()
    await stage.settled()
    return await Delivery.get()


async def wants_direct_messages(member: Member) -> None:
    known = await find(member.id)
    assert known is not None
    await prefer(known.id, Preferences(direct=True))


def fails(stage: Stage, call: tuple[str, str], status: int, code: int, times: int | None = None) -> None:
    stage.env.inject_error(*call, status=status, code=code, message="no", times=times)


def direct_messages(stage: Stage, member: Member) -> list[Reply]:
    return stage.replies(member.dm.channel)


async def test_what_cannot_be_edited_any_more_comes_as_one_new_message(
    stage: Stage, painter: MoodyPainter
) -> None:
    first = await order(stage, painter, stage.haru)
    await outlive_the_token(stage)
    fails(stage, AS_BOT, 400, 30046)
    delivery = await finish(stage, painter)
    old, new = stage.replies()
    assert old.message.id == first.message.id
    assert "Leo" in new.text
    assert JAPANESE("note-anew") in new.text
    assert (delivery.state, delivery.way, delivery.message_id) == ("delivered", "channel", new.message.id)
    assert delivery.token is None


async def test_what_a_moderator_deleted_is_not_posted_again(stage: Stage, painter: MoodyPainter) -> None:
    reply = await order(stage, painter, stage.haru)
    stage.env.backend.delete_message(stage.channel.id, reply.message.id)
    delivery = await finish(stage, painter)
    assert stage.replies() == []
    assert delivery.state == "abandoned"
    history = await stage.haru.slash("history")
    await stage.settled()
    assert history.pictures


async def test_what_a_moderator_deleted_comes_by_direct_message_to_whoever_chose_that(
    stage: Stage, painter: MoodyPainter
) -> None:
    reply = await order(stage, painter, stage.robin)
    await wants_direct_messages(stage.robin)
    stage.env.backend.delete_message(stage.channel.id, reply.message.id)
    delivery = await finish(stage, painter)
    (direct,) = direct_messages(stage, stage.robin)
    assert "Leo" in direct.text
    assert ENGLISH("note-direct") in direct.text
    assert direct.pictures
    assert stage.replies() == []
    assert (delivery.state, delivery.way) == ("delivered", "direct")
    assert (delivery.channel_id, delivery.message_id) == (
        stage.robin.dm.channel.id,
        direct.message.id,
    )


async def test_a_channel_that_was_deleted_leaves_direct_messages(stage: Stage, painter: MoodyPainter) -> None:
    await order(stage, painter, stage.haru)
    await wants_direct_messages(stage.haru)
    stage.env.backend.delete_channel(stage.channel.id)
    delivery = await finish(stage, painter)
    assert len(direct_messages(stage, stage.haru)) == 1
    assert delivery.state == "delivered"


@pytest.mark.parametrize(("call", "code"), [(POST, 50013), (POST, 50001)])
async def test_who_may_not_speak_in_the_channel_any_more_writes_directly(
    stage: Stage, painter: MoodyPainter, call: tuple[str, str], code: int
) -> None:
    await order(stage, painter, stage.haru)
    await wants_direct_messages(stage.haru)
    await outlive_the_token(stage)
    fails(stage, AS_BOT, 403, code)
    fails(stage, (call[0], f"/channels/{stage.channel.id}/messages"), 403, code)
    delivery = await finish(stage, painter)
    assert len(direct_messages(stage, stage.haru)) == 1
    assert len(stage.replies()) == 1, "the progress that nobody can edit"
    assert (delivery.state, delivery.way) == ("delivered", "direct")


async def test_who_closed_their_direct_messages_finds_the_seal_in_their_history(
    stage: Stage, painter: MoodyPainter
) -> None:
    reply = await order(stage, painter, stage.haru)
    await wants_direct_messages(stage.haru)
    stage.env.backend.delete_message(stage.channel.id, reply.message.id)
    fails(stage, POST, 403, 50007)
    delivery = await finish(stage, painter)
    assert (delivery.state, direct_messages(stage, stage.haru)) == ("abandoned", [])
    assert await GeneratedImage.all().count() == 1


async def test_a_private_seal_never_enters_the_channel(stage: Stage, painter: MoodyPainter) -> None:
    await order(stage, painter, stage.robin, private=True)
    await wants_direct_messages(stage.robin)
    await outlive_the_token(stage)
    delivery = await finish(stage, painter)
    (direct,) = direct_messages(stage, stage.robin)
    assert "🔒" in direct.text
    assert [reply.ephemeral for reply in stage.replies()] == [True]
    assert delivery.way == "direct"


@pytest.mark.parametrize(
    ("call", "status", "code"), [(BY_TOKEN, 503, 0), (BY_TOKEN, 500, 0), (BY_TOKEN, 403, 0)]
)
async def test_trouble_that_passes_delays_and_doubles_nothing(
    stage: Stage, painter: MoodyPainter, call: tuple[str, str], status: int, code: int
) -> None:
    reply = await order(stage, painter, stage.haru)
    fails(stage, call, status, code, times=3)
    delivery = await finish(stage, painter)
    assert "Leo" in reply.text
    assert len(stage.replies()) == 1
    assert (delivery.state, delivery.way) == ("delivered", "edit")


async def test_a_token_that_died_early_leaves_the_bot_itself(stage: Stage, painter: MoodyPainter) -> None:
    reply = await order(stage, painter, stage.haru)
    fails(stage, BY_TOKEN, 401, 50027)
    assert (await finish(stage, painter)).way == "edit"
    assert "Leo" in reply.text


async def left_half_done(stage: Stage) -> None:
    """As a crash leaves it that comes after a new message was posted, and before that was written down."""
    first = stage.replies()[0]
    await Delivery.all().update(state="open", way="channel", ended_at=None, message_id=first.message.id)
    await take_up(stage)


async def take_up(stage: Stage) -> None:
    """What the sweep does with a message that is open."""
    address = await deliveries.find((await Task.get()).id)
    assert address is not None
    assert isinstance(stage.backstage, House)
    stage.backstage.services.announcer.follow(address)


async def test_a_message_that_was_posted_before_a_crash_is_found_and_not_posted_again(
    stage: Stage, painter: MoodyPainter
) -> None:
    await order(stage, painter, stage.haru)
    await outlive_the_token(stage)
    fails(stage, AS_BOT, 400, 30046)
    posted = (await finish(stage, painter)).message_id
    await left_half_done(stage)
    delivery = await finish(stage, painter)
    assert len(stage.replies()) == 2
    assert (delivery.state, delivery.message_id) == ("delivered", posted)


async def test_a_message_that_a_crash_prevented_is_posted(stage: Stage, painter: MoodyPainter) -> None:
    await order(stage, painter, stage.haru)
    await outlive_the_token(stage)
    fails(stage, AS_BOT, 400, 30046)
    posted = (await finish(stage, painter)).message_id
    assert posted is not None
    stage.env.backend.delete_message(stage.channel.id, posted)
    await left_half_done(stage)
    assert (await finish(stage, painter)).state == "delivered"
    assert len(stage.replies()) == 2


async def test_who_may_not_look_posts_nothing_for_a_second_time(stage: Stage, painter: MoodyPainter) -> None:
    await order(stage, painter, stage.haru)
    await outlive_the_token(stage)
    fails(stage, AS_BOT, 400, 30046)
    await finish(stage, painter)
    fails(stage, LOOK, 403, 50001)
    await left_half_done(stage)
    assert (await finish(stage, painter)).state == "abandoned"
    assert len(stage.replies()) == 2


async def test_an_answer_that_was_lost_doubles_nothing(stage: Stage, painter: MoodyPainter) -> None:
    await order(stage, painter, stage.haru)
    await outlive_the_token(stage)
    fails(stage, AS_BOT, 400, 30046)
    lose_the_answer(stage)
    assert (await finish(stage, painter)).state == "delivered"
    assert len(stage.replies()) == 2


def lose_the_answer(stage: Stage) -> None:
    """The next message is posted, and the connection breaks before the bot hears of it."""
    create = stage.env.backend.create_message

    def create_and_break(*given: object, **chosen: object) -> None:
        stage.env.backend.create_message = create
        create(*given, **chosen)
        raise ConnectionResetError

    stage.env.backend.create_message = create_and_break


async def test_a_failure_is_told_by_the_same_ways(stage: Stage, painter: MoodyPainter) -> None:
    await order(stage, painter, stage.robin)
    await outlive_the_token(stage)
    fails(stage, AS_BOT, 400, 30046)
    painter.error = PictureUnreadable()
    delivery = await finish(stage, painter)
    _, new = stage.replies()
    assert ENGLISH("error-picture-unreadable") in new.text
    assert ENGLISH("ordered-by", member=f"<@{stage.robin.id}>") in new.text
    assert delivery.way == "channel"


async def test_a_cancel_goes_nowhere_else(stage: Stage, painter: MoodyPainter) -> None:
    reply = await order(stage, painter, stage.haru)
    await wants_direct_messages(stage.haru)
    stage.env.backend.delete_message(stage.channel.id, reply.message.id)
    assert isinstance(stage.backstage, House)
    await stage.backstage.services.dispatcher.cancel((await Task.get()).id)
    delivery = await finish(stage, painter)
    assert (delivery.state, direct_messages(stage, stage.haru)) == ("abandoned", [])


async def test_a_seal_too_heavy_for_the_server_is_shown_in_a_lighter_form(
    stage: Stage, painter: MoodyPainter
) -> None:
    reply = await order(stage, painter, stage.haru, rarity="super-rare")
    await finish(stage, painter)
    formats = []
    for refused in range(1, 4):
        await Delivery.all().update(state="open", token="again", ended_at=None)
        fails(stage, BY_TOKEN, 413, 40005, times=refused)
        await take_up(stage)
        await finish(stage, painter)
        ((_, data),) = reply.files.items()
        with Image.open(io.BytesIO(data)) as image:
            formats.append((image.format, image.size[0], getattr(image, "n_frames", 1) > 1))
    assert formats == [("WEBP", 384, True), ("WEBP", 1024, False), ("WEBP", 512, False)]


async def test_a_png_too_heavy_for_the_server_is_handed_out_lighter(
    stage: Stage, painter: MoodyPainter
) -> None:
    reply = await order(stage, painter, stage.haru)
    await finish(stage, painter)
    more = await pressed(stage, stage.robin, reply, "more")
    fails(stage, BY_TOKEN, 413, 40005, times=1)
    handed = await stage.robin.choose(more, "png")
    await stage.settled()
    ((name, data),) = handed.files.items()
    assert name.endswith(".webp")
    assert Image.open(io.BytesIO(data)).size == (1024, 1024)


async def test_a_bot_that_is_stopped_says_so_and_the_next_goes_on(
    stage: Stage, painter: MoodyPainter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pool: ProcessPool
) -> None:
    monkeypatch.setattr(bot.services, "WORK_GRACE", 0.0)
    replies = [await order(stage, painter, stage.haru), await order(stage, painter, stage.robin)]
    assert isinstance(stage.backstage, House)
    await stage.backstage.services.drain()
    for reply, words in zip(replies, (JAPANESE, ENGLISH), strict=True):
        assert words("stage-resting") in reply.text
        assert "10 %" in reply.text
        assert words("button-cancel") in reply.labels
    assert {task.status for task in await Task.all()} == {"pending"}
    assert {delivery.state for delivery in await Delivery.all()} == {"open"}


async def test_a_result_that_makes_no_sense_is_told_as_gone(
    stage: Stage, painter: MoodyPainter, caplog: pytest.LogCaptureFixture
) -> None:
    reply = await order(stage, painter, stage.haru)
    await finish(stage, painter)
    task = await Task.get()
    task.result = '{"stickerId": '
    await task.save()
    address, ended = await deliveries.find(task.id), await work.ended(task.id)
    assert address is not None
    assert ended is not None
    await stage.bot.get_cog("Delivery").finish(address, ended)
    assert reply.text == JAPANESE("error-gone")
    assert task.id in caplog.text
    with pytest.raises(Gone):
        await stage.bot.studio.outcome(task.id)
