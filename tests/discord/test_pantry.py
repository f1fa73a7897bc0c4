"""Adding to a server, over HTTP: what Discord is sent, and what its refusals become."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import discord
import pytest
from aiohttp import web
from discord.http import Route

from bot.errors import EmojiFull, HandsTied, KirasealError, NameTaken, NotTaken, StickersFull
from cogs.goods import ServerPantry
from tests.discordserver import wording
from tests.discordserver.troubles import in_json
from tests.discordserver.world import World

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


@dataclass
class Shelf:
    """A server's emoji and stickers as Discord keeps them; `refuses` is a status and a code."""

    stickers: list[dict[str, Any]] = field(default_factory=list)
    emojis: list[dict[str, Any]] = field(default_factory=list)
    refuses: tuple[int, int] | None = None

    async def show_bot(self, request: web.Request) -> web.Response:
        return in_json(wording.user(World().bot))

    async def show_application(self, request: web.Request) -> web.Response:
        return in_json(wording.application(World()))

    async def show_stickers(self, request: web.Request) -> web.Response:
        return in_json(self.stickers)

    async def show_emojis(self, request: web.Request) -> web.Response:
        return in_json(self.emojis)

    async def add_sticker(self, request: web.Request) -> web.Response:
        form = {part.name: await part.read() async for part in await request.multipart()}
        named = {key: form[key].decode() for key in ("name", "description", "tags")}
        return self._kept(self.stickers, {**named, "type": 2, "format_type": 1, "guild_id": "5"})

    async def add_emoji(self, request: web.Request) -> web.Response:
        asked = await request.json()
        assert asked["image"].startswith("data:image/png;base64,")
        return self._kept(self.emojis, {"name": asked["name"], "animated": False})

    def _kept(self, shelf: list[dict[str, Any]], item: dict[str, Any]) -> web.Response:
        if self.refuses is not None:
            status, code = self.refuses
            return in_json({"code": code, "message": "no"}, status=status)
        shelf.append({"id": str(100 + len(shelf)), "available": True, **item})
        return in_json(shelf[-1], status=201)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
async def guild(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[discord.Guild]:
    """A server of a client that speaks with the shelf."""
    app = web.Application()
    app.router.add_get("/users/@me", shelf.show_bot)
    app.router.add_get("/oauth2/applications/@me", shelf.show_application)
    app.router.add_get("/guilds/5/stickers", shelf.show_stickers)
    app.router.add_get("/guilds/5/emojis", shelf.show_emojis)
    app.router.add_post("/guilds/5/stickers", shelf.add_sticker)
    app.router.add_post("/guilds/5/emojis", shelf.add_emoji)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    monkeypatch.setattr(Route, "BASE", f"http://127.0.0.1:{runner.addresses[0][1]}")
    try:
        async with discord.Client(intents=discord.Intents.none()) as client:
            await client.login("MTIz.a.token")
            data: Any = {"id": "5", "name": "seals", "premium_tier": 0}
            yield discord.Guild(data=data, state=client._connection)
    finally:
        await runner.cleanup()


async def test_a_sticker_is_sent_with_name_title_and_tag(guild: discord.Guild, shelf: Shelf) -> None:
    assert await ServerPantry().add_sticker(guild, "Leo", "Hero of Dawn", PNG) == "Leo"
    (kept,) = shelf.stickers
    assert (kept["name"], kept["description"], kept["tags"]) == ("Leo", "Hero of Dawn", "✨")


async def test_a_title_of_one_letter_is_left_out(guild: discord.Guild, shelf: Shelf) -> None:
    await ServerPantry().add_sticker(guild, "Leo", "x", PNG)
    assert shelf.stickers[0]["description"] == ""


async def test_an_emoji_is_sent_as_it_is(guild: discord.Guild, shelf: Shelf) -> None:
    assert await ServerPantry().add_emoji(guild, "Leo", PNG, moves=False) == "Leo"
    assert shelf.emojis[0]["name"] == "Leo"


async def test_a_second_press_does_not_add_it_twice(guild: discord.Guild, shelf: Shelf) -> None:
    pantry = ServerPantry()
    await pantry.add_sticker(guild, "Leo", "", PNG)
    await pantry.add_emoji(guild, "Leo", PNG, moves=False)
    with pytest.raises(NameTaken):
        await pantry.add_sticker(guild, "Leo", "", PNG)
    with pytest.raises(NameTaken):
        await pantry.add_emoji(guild, "Leo", PNG, moves=False)
    assert (len(shelf.stickers), len(shelf.emojis)) == (1, 1)


async def test_a_full_server_is_asked_for_nothing_more(guild: discord.Guild, shelf: Shelf) -> None:
    for number in range(50):
        await ServerPantry().add_emoji(guild, f"old{number}", PNG, moves=False)
    for number in range(5):
        await ServerPantry().add_sticker(guild, f"old{number}", "", PNG)
    with pytest.raises(EmojiFull):
        await ServerPantry().add_emoji(guild, "Leo", PNG, moves=False)
    with pytest.raises(StickersFull):
        await ServerPantry().add_sticker(guild, "Leo", "", PNG)


@pytest.mark.parametrize(
    ("refusal", "becomes"),
    [((403, 50013), HandsTied), ((400, 30039), StickersFull), ((400, 50035), NotTaken)],
    ids=["permission", "full", "anything else"],
)
async def test_what_discord_refuses_has_a_name_of_ours(
    guild: discord.Guild, shelf: Shelf, refusal: tuple[int, int], becomes: type[KirasealError]
) -> None:
    shelf.refuses = refusal
    with pytest.raises(becomes):
        await ServerPantry().add_sticker(guild, "Leo", "", PNG)
