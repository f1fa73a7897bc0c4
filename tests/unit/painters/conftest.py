from collections.abc import Callable
from functools import partial

import pytest

from bot.stickers.design import Attribute, Design, Foil, FrameType, Rarity, Style


@pytest.fixture(scope="session")
def design() -> Callable[..., Design]:
    """Builds a design where only what matters to the test is named."""
    return partial(
        Design,
        name="レオン",
        title="",
        prompt="",
        attribute=Attribute.HOLY,
        rarity=Rarity.RARE,
        style=Style(frame_type=FrameType.PLAIN, frame_color="gold", foil=Foil.KAKU),
    )
