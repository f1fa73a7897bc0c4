"""Where Discord is told again, and where it is not."""

from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest

from cogs import calling
from cogs.calling import patiently


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling, "PATIENCE", (0.0, 0.0))


def refusal(status: int, code: int = 0) -> discord.HTTPException:
    response: Any = SimpleNamespace(status=status, reason="trouble", headers={})
    return discord.HTTPException(response, {"code": code, "message": "trouble"})


class Line:
    """Fails as it is told to, then gets through."""

    def __init__(self, *failures: Exception) -> None:
        self.failures, self.calls = list(failures), 0

    async def __call__(self) -> str:
        self.calls += 1
        if self.failures:
            raise self.failures.pop(0)
        return "said"


@pytest.mark.parametrize(
    "failure",
    [
        aiohttp.ServerDisconnectedError(),
        ConnectionResetError(),
        TimeoutError(),
        refusal(503),
        refusal(429),
        refusal(403),
        discord.RateLimited(1.0),
    ],
    ids=repr,
)
async def test_what_may_pass_by_itself_is_tried_again(failure: Exception) -> None:
    line = Line(failure, failure)
    assert (await patiently(line), line.calls) == ("said", 3)


@pytest.mark.parametrize(
    "failure",
    [refusal(404, 10062), refusal(400, 40060), refusal(403, 50001), refusal(401, 50027), ValueError()],
    ids=repr,
)
async def test_what_will_never_come_through_is_tried_once(failure: Exception) -> None:
    line = Line(failure)
    with pytest.raises(type(failure)):
        await patiently(line)
    assert line.calls == 1


async def test_patience_has_an_end() -> None:
    line = Line(*[ConnectionResetError() for _ in range(3)])
    with pytest.raises(ConnectionResetError):
        await patiently(line)
    assert line.calls == 3
