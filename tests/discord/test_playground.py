"""The playground page, asked the way its own script asks: over HTTP, from a browser that is not there."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any, Self
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot import playground
from tests.discord.little_bot import Workshop

Snapshot = dict[str, Any]


class Visitor:
    """One open page of the playground."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._http = aiohttp.ClientSession(f"{parts.scheme}://{parts.netloc}")
        self._headers = {"X-Simcord-Capability": parts.fragment}
        self._sequence = 0
        self.seen: Snapshot = {}

    async def __aenter__(self) -> Self:
        self.seen = await self._ask("POST", "/api/pages", {})
        self._headers["X-Simcord-Context"] = self.seen["context"]["id"]
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._http.close()

    async def become(self, name: str) -> None:
        viewers = {viewer["name"]: viewer["id"] for viewer in self.seen["viewers"]}
        await self.act("viewer", viewer_id=viewers[name])
        await self.look()

    async def look(self) -> Snapshot:
        self.seen = await self._ask("GET", "/api/state")
        return self.seen

    async def sees(self, text: str) -> None:
        """Ask again and again, as the page does, until the text stands in a message."""
        async with asyncio.timeout(10):
            while text not in self.shown():
                await self.look()

    def shown(self) -> str:
        return json.dumps(self.seen["messages"], ensure_ascii=False)

    async def commands(self) -> dict[str, Any]:
        catalog = await self._ask("GET", "/api/commands")
        return {entry["invocation"]: entry for entry in catalog["entries"]}

    async def run(self, command: str, **options: Any) -> Snapshot:
        entry = (await self.commands())[command]
        told = await self.act(
            "run_command",
            command_id=entry["commandId"],
            path=entry["path"],
            schema_fingerprint=entry["schemaFingerprint"],
            options=options,
        )
        await self.look()
        return told

    async def press_first_button(self) -> Snapshot:
        message_id, button = self._first_button()
        key = f"message:{message_id}:component:{button['id']}"
        return await self.act("click", control_key=key, target_id=message_id)

    async def act(self, kind: str, **body: Any) -> Snapshot:
        """Do something with the page as it was last looked at."""
        told: Snapshot = await self._ask(
            "POST",
            "/api/action",
            {
                "protocol_version": 3,
                "sequence": self._sequence + 1,
                "request_id": f"visit-{self._sequence}",
                "generation": self.seen["context"]["generation"],
                "bot_generation": self.seen["botGeneration"],
                "published_revision": self.seen["publishedRevision"],
                "kind": kind,
                **body,
            },
        )
        self._sequence = told["expectedSequence"]
        return told

    def _first_button(self) -> tuple[str, dict[str, Any]]:
        for message_id, message in self.seen["messages"].items():
            todo = list(message["components"])
            while todo:
                part = todo.pop(0)
                if part["type"] == 2:
                    return message_id, part
                todo += part.get("components") or part.get("children") or []
        raise AssertionError(f"no button in {self.shown()}")

    async def _ask(self, method: str, path: str, body: Any = None) -> Any:
        async with self._http.request(method, path, json=body, headers=self._headers) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()


@pytest.fixture
async def workshop() -> AsyncIterator[Workshop]:
    async with Workshop() as opened:
        yield opened


def start(workshop: Workshop, stop: asyncio.Event) -> tuple[asyncio.Task[None], asyncio.Future[str]]:
    """Open a playground. Returns what ends with it, and what becomes its address."""
    address: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    play = playground.play(workshop.bot(), port=0, stop=stop, announce=address.set_result)
    return asyncio.create_task(play), address


@pytest.fixture
async def visitor(workshop: Workshop) -> AsyncIterator[Visitor]:
    """Somebody on the page, at first as Haru. In the end the playground is stopped and must end."""
    stop = asyncio.Event()
    playing, address = start(workshop, stop)
    async with Visitor(await address) as visitor:
        yield visitor
    stop.set()
    async with asyncio.timeout(5):
        await playing


async def test_the_page_shows_what_the_bot_writes_later(visitor: Visitor) -> None:
    await visitor.run("make", name="炎")
    await visitor.sees("炎 ja 0")
    assert "seal.webp" in json.dumps(visitor.seen["assets"])


async def test_the_other_member_sees_it_too_and_has_their_own_language(visitor: Visitor) -> None:
    url = f"{visitor._http._base_url}#{visitor._headers['X-Simcord-Capability']}"
    async with Visitor(url) as robin:
        await robin.become("Robin")
        await visitor.run("make", name="one")
        await robin.sees("one ja 0")
        await robin.run("make", name="two")
        await visitor.sees("two en-US 0")


async def test_commands_are_described_in_the_members_language(visitor: Visitor) -> None:
    japanese = (await visitor.commands())["make"]
    await visitor.become("Robin")
    english = (await visitor.commands())["make"]
    assert [japanese["description"], english["description"]] == ["シールをつくる", "Make a seal"]
    choices = [entry["options"][1]["choices"] for entry in (japanese, english)]
    assert choices == [[{"name": "聖なる", "value": "聖"}], [{"name": "holy", "value": "聖"}]]


async def test_a_click_on_a_page_that_is_a_moment_behind_counts(visitor: Visitor, workshop: Workshop) -> None:
    workshop.may_finish.clear()
    await visitor.run("make", name="x")
    await visitor.sees("cancel")
    before = visitor.seen
    await workshop.show_progress("… …")
    await a_newer_page(visitor, lambda now: now["publishedRevision"] > before["publishedRevision"])
    visitor.seen = before
    assert (await visitor.press_first_button())["settlement"] == "settled"
    workshop.may_finish.set()


async def test_a_click_on_a_button_that_has_gone_is_refused(visitor: Visitor, workshop: Workshop) -> None:
    workshop.may_finish.clear()
    await visitor.run("make", name="x")
    await visitor.sees("cancel")
    before = visitor.seen
    workshop.may_finish.set()
    await visitor.sees("again")
    visitor.seen = before
    told = await visitor.press_first_button()
    assert told["rejected"]
    assert told["diagnostics"][0]["code"] == "stale-revision"


async def test_the_page_follows_a_picture_that_makes_its_message_taller(visitor: Visitor) -> None:
    async with visitor._http.get("/timeline.js") as script:
        assert playground.STILL_FOLLOWING in await script.text()


async def test_a_failing_command_leaves_the_page_usable(visitor: Visitor) -> None:
    await visitor.run("fail")
    await visitor.run("greet")
    assert "ja 10 MiB" in visitor.shown()


async def test_a_hanging_command_does_not_hold_up_the_end(workshop: Workshop) -> None:
    stop = asyncio.Event()
    playing, address = start(workshop, stop)
    async with Visitor(await address) as visitor:
        asked = asyncio.create_task(visitor.run("hang"))
        await workshop.hanging.wait()
        stop.set()
        async with asyncio.timeout(5):
            await playing
        with pytest.raises(aiohttp.ClientError):
            await asked


async def test_a_cancelled_playground_closes_its_bot(workshop: Workshop) -> None:
    playing, address = start(workshop, asyncio.Event())
    async with Visitor(await address):
        playing.cancel()
        async with asyncio.timeout(5):
            with pytest.raises(asyncio.CancelledError):
                await playing
    assert workshop.running is not None
    assert workshop.running.is_closed()


async def test_the_page_can_end_the_session(workshop: Workshop) -> None:
    playing, address = start(workshop, asyncio.Event())
    async with Visitor(await address) as visitor:
        await visitor.act("close")
        async with asyncio.timeout(5):
            await playing


async def test_members_are_the_same_people_at_every_start(workshop: Workshop) -> None:
    first, second = (
        playground.furnish(
            playground.new_discord(workshop.bot(), settle_seconds=1), (playground.HARU, playground.ROBIN)
        )
        for _ in range(2)
    )
    assert first.locales == second.locales
    assert (first.guild.id, first.channel.id) == (second.guild.id, second.channel.id)


def test_another_simcord_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playground, "SIMCORD_VERSION", "1.0.0")
    monkeypatch.setitem(playground.RELIED_ON, "simcord.backend:Backend", ("gone",))
    with pytest.raises(playground.SimcordMismatchError) as failure:
        playground.check_simcord()
    assert str(failure.value).startswith(
        "The playground needs simcord 1.0.0, but 3.2.1 is installed and lacks"
    )


async def a_newer_page(visitor: Visitor, is_new: Callable[[Snapshot], bool]) -> None:
    async with asyncio.timeout(10):
        while not is_new(visitor.seen):
            await visitor.look()
