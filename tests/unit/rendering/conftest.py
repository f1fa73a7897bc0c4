from collections.abc import Callable
from dataclasses import replace
from functools import partial

import cv2
import numpy as np
import pytest

from bot.drawing.pictures import encode_art
from bot.fonts import find_typefaces
from bot.rendering.planes import Picture
from bot.rendering.typefaces import Typefaces
from bot.stickers.design import Attribute, Design, Foil, FrameType, Rarity, Style

STYLE = Style(frame_type=FrameType.CLOUD, frame_color="gold", foil=Foil.KAKU)


@pytest.fixture(scope="session")
def faces() -> Typefaces:
    return find_typefaces()


@pytest.fixture(scope="session")
def bare_faces(faces: Typefaces) -> Typefaces:
    """What is left when the display faces and the emoji are not installed."""
    return Typefaces(fallback=faces.fallback)


@pytest.fixture(scope="session")
def art() -> Picture:
    """A mascot of one ellipse and two eyes on transparent ground, straight RGBA."""
    figure = np.zeros((300, 300, 4), np.uint8)
    cv2.ellipse(figure, (150, 160), (90, 120), 0, 0, 360, (240, 120, 60, 255), -1, cv2.LINE_AA)
    for x in (120, 180):
        cv2.circle(figure, (x, 130), 16, (20, 20, 60, 255), -1, cv2.LINE_AA)
    return figure


@pytest.fixture(scope="session")
def encoded_art(art: Picture) -> bytes:
    return encode_art(art)


@pytest.fixture(scope="session")
def design() -> Callable[..., Design]:
    """Builds a design where only what matters to the test is named."""
    return partial(
        Design,
        name="炎聖王レオン",
        title="第一弾ヘッド",
        prompt="",
        attribute=Attribute.HOLY,
        rarity=Rarity.SUPER_RARE,
        style=STYLE,
    )


@pytest.fixture(scope="session")
def styled() -> Callable[..., Style]:
    return partial(replace, STYLE)
