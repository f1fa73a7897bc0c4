"""The stage for tests that speak with the bot through a simulated Discord."""

from collections.abc import AsyncIterator

import pytest

from tests.discord.harness import Backstage, Stage, open_stage
from tests.discord.house import pool

__all__ = ["pool", "stage"]


@pytest.fixture
async def stage(backstage: Backstage) -> AsyncIterator[Stage]:
    """The bot of `backstage`, with Haru and Robin. What `backstage` is, the tests' own files say."""
    async with open_stage(backstage) as opened:
        yield opened
