"""Who may do what: lasting items, pressed by everybody, everywhere, on public things and on private ones.

The items are forged: posted with any custom_id in any channel, so that what holds is what the bot checks by itself.
"""

import asyncio
import io
import logging
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import numpy as np
import pytest
import simcord
from discord import SelectOption
from discord.ui import ActionRow, LayoutView

from bot.drawing.pictures import encode_art
from bot.painters.painter import Art, Show
from bot.pipeline.pool import ProcessPool
from bot.stickers.design import Design
from bot.stickers.request import Request
from bot.stickers.shorthand import Shorthand
from bot.words import Words
from cogs import buttons, drafts, rules_card
from cogs.buttons import LastingButton, RolesMenu
from models import (
    Account,
    GeneratedImage,
    MemberSettings,
    ServerSettings,
    StickerDetail,
    Task,
    TaskStatus,
    User,
)
from tests.discord.harness import Member, Reply, Stage
from tests.discord.house import House, open_house, settings_in

ENGLISH = Words.for_locale("en-US")
HELD = "Held"
"""A seal of this name is never finished: what waits can be cancelled."""
DONE, OWN = "done", "their own"
REFUSALS = ("not-in-server", "not-yours", "gone", "managers-only", "nothing-to-cancel")


class HoldingPainter:
    """Paints a red square, or for ever."""

    name = "procedural"

    async def paint(self, design: Design, picture: bytes | None = None, show: Show | None = None) -> Art:
        if design.name == HELD:
            await asyncio.Event().wait()
        red = np.zeros((64, 64, 4), np.uint8)
        red[8:56, 8:56] = (255, 0, 0, 255)
        return Art(data=encode_art(red))


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    settings = settings_in(tmp_path, waiting_limit=50)
    async with open_house(settings, pool, {"procedural": HoldingPainter()}) as house:
        yield house


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The owner's things, and everybody who may want them. `seals` and `tasks` are by visibility."""

    stage: Stage
    people: dict[str, Member]
    seals: dict[str, str]
    tasks: dict[str, str]


async def order(owner: Member, name: str, *, private: bool) -> str:
    """The id of the task."""
    before = set(await Task.all().values_list("id", flat=True))
    await owner.slash("sticker", name=name, rarity="normal", private=private)
    (task_id,) = set(await Task.all().values_list("id", flat=True)) - before
    return str(task_id)


@pytest.fixture
async def scene(stage: Stage) -> Scene:
    """All read English. The moderator may delete messages, here and in the other server, and no more than that."""
    stage.locales[stage.haru.id] = "en-US"
    moderates = discord.Permissions(manage_messages=True, view_channel=True)
    moderator = await stage.newcomer("mod", stage.guild.create_role("mods", permissions=moderates))
    people = {
        "owner": stage.haru,
        "owner in DM": stage.haru.dm,
        "other": stage.robin,
        "other in DM": stage.robin.dm,
        "moderator": moderator,
        "stranger": await a_stranger(stage, moderates),
    }
    tasks = {
        "public": await order(stage.haru, "Open", private=False),
        "private": await order(stage.haru, "Secret", private=True),
    }
    await stage.settled()
    found = await StickerDetail.all().values_list("private", "sticker_id")
    seals = {"private" if private else "public": str(seal) for private, seal in found}
    return Scene(stage=stage, people=people, seals=seals, tasks=tasks)


async def a_stranger(stage: Stage, permissions: discord.Permissions) -> Member:
    """Somebody in another server, where they moderate."""
    guild = stage.env.create_guild("elsewhere")
    channel = guild.create_text_channel("far")
    role = guild.create_role("mods", permissions=permissions)
    actor = guild.add_member(stage.env.create_user("far"), roles=(role,))
    await stage.env.settle()
    return Member(env=stage.env, actor=actor, channel=channel)


async def forged(stage: Stage, who: Member, item: discord.ui.Item[Any]) -> Reply:
    """A message with the item, where somebody can press it."""
    view = LayoutView(timeout=None)
    view.add_item(ActionRow(item))
    sent = await stage.bot.get_partial_messageable(who.channel.id).send(view=view)
    return Reply(
        stage.env, simcord.ResponseMessage(stage.env, stage.env.backend.get_message(who.channel.id, sent.id))
    )


async def press(stage: Stage, who: Member, kind: type[LastingButton], *values: str) -> Reply:
    return await who.press(await forged(stage, who, kind.make("x", *values)))


def said(reply: Reply) -> str:
    """The private sentence at the end of an answer, or all of the answer."""
    last = reply.followups[-1] if reply.result.followups else reply
    assert last.ephemeral, last.text
    return last.text


def verdict(text: str) -> str:
    assert text != ENGLISH("error-unknown")
    return next((name for name in REFUSALS if text == ENGLISH(f"error-{name}")), DONE)


Press = Callable[[Scene, Member, str], Awaitable[str]]


async def cancel(scene: Scene, who: Member, visibility: str) -> str:
    task_id = await order(scene.stage.haru, HELD, private=visibility == "private")
    reply = await press(scene.stage, who, buttons.CancelButton, task_id)
    if (await Task.get(id=task_id)).status == TaskStatus.FAILED:
        return DONE
    return verdict(said(reply))


async def by_hand(scene: Scene, who: Member, visibility: str) -> str:
    before = await Task.all().count()
    reply = await press(scene.stage, who, buttons.ByHandButton, scene.tasks[visibility])
    await scene.stage.settled()
    if await Task.all().count() > before:
        return DONE
    return verdict(said(reply))


async def rewrite(scene: Scene, who: Member, visibility: str) -> str:
    reply = await press(scene.stage, who, buttons.RewriteButton, scene.tasks[visibility])
    return DONE if reply.result.modal else verdict(said(reply))


async def png(scene: Scene, who: Member, visibility: str) -> str:
    reply = await press(scene.stage, who, buttons.PngButton, scene.seals[visibility])
    handed = [message for message in (reply, *reply.followups) if message.files]
    return DONE if handed and handed[-1].ephemeral else verdict(said(reply))


async def edit(scene: Scene, who: Member, _: str) -> str:
    reply = await press(scene.stage, who, drafts.EditButton, str(Shorthand(asked=Request(language="en"))))
    return DONE if reply.result.modal else verdict(said(reply))


async def make(scene: Scene, who: Member, _: str) -> str:
    reply = await press(scene.stage, who, drafts.MakeButton)
    return DONE if reply.result.modal else verdict(said(reply))


async def channels(scene: Scene, who: Member, _: str) -> str:
    reply = await who.choose(await forged(scene.stage, who, rules_card.ChannelsMenu.make("x", [])))
    assert not await ServerSettings.all().exists()
    return verdict(said(reply))


async def rule(scene: Scene, who: Member, _: str) -> str:
    menu = rules_card.RuleMenu.make(None, [SelectOption(label="x", value="local")], "ai")
    reply = await who.choose(await forged(scene.stage, who, menu), "local")
    assert not await ServerSettings.all().exists()
    return verdict(said(reply))


async def roles(scene: Scene, who: Member, _: str) -> str:
    reply = await who.choose(await forged(scene.stage, who, RolesMenu.make("x", [], most=5)))
    assert not await ServerSettings.all().exists()
    return verdict(said(reply))


async def export(scene: Scene, who: Member, _: str) -> str:
    reply = await press(scene.stage, who, buttons.ExportButton)
    is_owners = who.id == scene.stage.haru.id
    assert reply.ephemeral
    assert bool(reply.files) == is_owners
    return OWN if is_owners else verdict(reply.text)


async def direct(scene: Scene, who: Member, _: str) -> str:
    await press(scene.stage, who, buttons.DirectButton, "on")
    account = await Account.get(user_id=(await MemberSettings.get()).user_id)
    await MemberSettings.all().delete()
    return OWN if account.provider_account_id == str(who.id) else "somebody else's"


async def forget(scene: Scene, who: Member, _: str) -> str:
    reply = await press(scene.stage, who, buttons.ForgetButton)
    seals = 2 if who.id == scene.stage.haru.id else 0
    assert reply.ephemeral
    return OWN if ENGLISH("forget-what", seals=seals) in reply.text else reply.text


async def keep(scene: Scene, who: Member, _: str) -> str:
    reply = await press(scene.stage, who, buttons.KeepButton)
    seals = 2 if who.id == scene.stage.haru.id else 0
    now = ENGLISH(
        "privacy-now", seals=seals, private=seals // 2, pictures=0, days=seals // 2, orders=seals, charges=0
    )
    assert reply.ephemeral
    return OWN if now in reply.text else reply.text


async def forget_now(scene: Scene, who: Member, _: str) -> str:
    reply = await press(scene.stage, who, buttons.ForgetNowButton)
    is_owners, left = who.id == scene.stage.haru.id, await GeneratedImage.all().count()
    if is_owners and not left:  # the first of the owner's presses took all
        assert not await User.filter(accounts__provider_account_id=str(who.id)).exists()
        return OWN
    return OWN if left == 2 and reply.text == ENGLISH("privacy-forgotten", seals=0) else reply.text


EVERYBODY = ("other", "other in DM", "moderator", "stranger", "owner", "owner in DM")
"""The owner last: what is forgotten is forgotten."""
OWNER, ALL_OTHERS = EVERYBODY[4:], EVERYBODY[:4]


def table(
    owner: str, others: str, *, private: str | None = None, besides: Iterable[tuple[str, str, str]] = ()
) -> dict[tuple[str, str], str]:
    """Who and visibility to what comes of it; `private` is what others get of private things, if it differs."""
    cells = {(who, seen): owner for who in OWNER for seen in ("public", "private")}
    cells |= {(who, "public"): others for who in ALL_OTHERS}
    cells |= {(who, "private"): private or others for who in ALL_OTHERS}
    return cells | {(who, seen): outcome for who, seen, outcome in besides}


CASES: dict[type[buttons.Lasting[Any]], tuple[Press, dict[tuple[str, str], str]]] = {
    buttons.CancelButton: (cancel, table(DONE, "not-yours", besides=[("moderator", "public", DONE)])),
    buttons.ByHandButton: (by_hand, table(DONE, "not-yours")),
    buttons.RewriteButton: (rewrite, table(DONE, "not-yours")),
    buttons.PngButton: (png, table(DONE, DONE, private="gone")),
    drafts.EditButton: (edit, table(DONE, DONE)),
    drafts.MakeButton: (make, table(DONE, DONE)),
    rules_card.ChannelsMenu: (channels, table("managers-only", "managers-only")),
    rules_card.RuleMenu: (rule, table("managers-only", "managers-only")),
    buttons.RolesMenu: (roles, table("managers-only", "managers-only")),
    buttons.ExportButton: (export, table(OWN, "gone")),
    buttons.DirectButton: (direct, table(OWN, OWN)),
    buttons.ForgetButton: (forget, table(OWN, OWN)),
    buttons.KeepButton: (keep, table(OWN, OWN)),
    buttons.ForgetNowButton: (forget_now, table(OWN, OWN)),
}


def test_every_item_of_orders_rules_and_privacy_is_in_the_matrix() -> None:
    assert set(CASES) == {*buttons.LASTING, *drafts.LASTING, *rules_card.LASTING}


@pytest.mark.parametrize("item", CASES, ids=lambda item: item.prefix)
async def test_an_item_does_what_the_presser_may(
    item: type[buttons.Lasting[Any]], scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    attempt, expected = CASES[item]
    found = {
        (name, visibility): await attempt(scene, scene.people[name], visibility)
        for name in EVERYBODY
        for visibility in ("public", "private")
    }
    assert found == expected
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.fixture
def no_errors(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """What was logged as an error so far."""
    return lambda: [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize(
    "mark", ["x", "1:User", "1:Upkeep:x", "0:User:x", "1:ServerSettings:", "99999:User:"]
)
async def test_a_parcel_from_nowhere_is_gone(
    scene: Scene, no_errors: Callable[[], list[str]], mark: str
) -> None:
    reply = await press(scene.stage, scene.stage.haru, buttons.ExportButton, mark)
    assert verdict(reply.text) == "gone"
    assert no_errors() == []


async def test_a_parcel_from_anywhere_holds_ones_own_alone(scene: Scene) -> None:
    await order(scene.stage.robin, "Robin's", private=False)
    await scene.stage.settled()
    theirs = min(scene.seals.values())
    reply = await press(scene.stage, scene.stage.robin, buttons.ExportButton, f"7:stills:{theirs[:-1]}")
    (data,) = reply.files.values()
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert not any(seal in name for name in opened.namelist() for seal in scene.seals.values())


async def test_a_cancel_pressed_twice_says_that_there_is_nothing_left(
    scene: Scene, no_errors: Callable[[], list[str]]
) -> None:
    task_id = await order(scene.stage.haru, HELD, private=False)
    forged_twice = [
        await forged(scene.stage, scene.stage.haru, buttons.CancelButton.make("x", task_id)) for _ in range(2)
    ]
    first, second = [
        await scene.stage.haru.press(reply, custom_id=f"cancel:{task_id}") for reply in forged_twice
    ]
    assert not first.result.followups
    assert verdict(said(second)) == "nothing-to-cancel"
    assert no_errors() == []
