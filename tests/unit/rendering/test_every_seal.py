"""The whole matrix of attribute, rarity, frame and foil, small; what must hold for each of the 1008 seals."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import cv2
import numpy as np
import pytest

from bot.rendering.jobs import render_sticker
from bot.rendering.loop import turn
from bot.rendering.planes import Picture, Plane
from bot.rendering.seal import Seal, compose, still, tilted
from bot.rendering.substrate import FoilGround
from bot.rendering.typefaces import Typefaces
from bot.stickers.design import Attribute, Design, Effects, Foil, FrameType, Rarity, Style

SIZE = 192
BARE = Effects(holographic=True, sparkle=False, aura=False)
"""Aura and glints would hide the foil that is to be measured."""

Designs = Callable[..., Design]


def styles() -> list[Style]:
    return [Style(frame_type=kind, frame_color="gold", foil=foil) for kind, foil in product(FrameType, Foil)]


def open_ground(seal: Seal) -> Plane:
    """Where nothing at all lies over the ground."""
    return np.asarray((seal.transmission == 255) & (seal.shine == 255))


def black_dots(picture: Picture, where: Plane) -> int:
    """Single pixels of black amid brightness: what a byte leaves behind that passed 255."""
    brightest = np.ascontiguousarray(picture[..., :3].max(axis=2))
    around = cv2.medianBlur(brightest, 3)
    return int(((brightest < 25) & (around > 110) & where).sum())


@pytest.mark.parametrize("attribute", Attribute)
@pytest.mark.parametrize("rarity", Rarity)
def test_every_frame_and_foil_makes_a_sound_seal(
    attribute: Attribute, rarity: Rarity, design: Designs, art: Picture, faces: Typefaces
) -> None:
    for style in styles():
        seal = compose(
            design(attribute=attribute, rarity=rarity, style=style, effects=BARE), art, faces, SIZE
        )
        picture = still(seal)
        what = f"{attribute} {rarity} {style}"
        corners = [int(picture[y, x, 3]) for x in (0, -1) for y in (0, -1)]
        assert corners == [0, 0, 0, 0], what
        light = int((seal.light.max(axis=2).astype(int) + seal.transmission).max())
        assert light <= 256, f"{light - 255} levels more light than a layer can give: {what}"
        assert black_dots(picture, open_ground(seal)) == 0, what
        assert open_ground(seal).mean() > 0.08, what


@pytest.mark.parametrize("attribute", Attribute)
@pytest.mark.parametrize("rarity", Rarity)
@pytest.mark.parametrize("foil", Foil)
def test_foil_answers_to_the_tilt_wherever_it_is_open(
    attribute: Attribute, rarity: Rarity, foil: Foil, design: Designs, art: Picture, faces: Typefaces
) -> None:
    style = Style(frame_type=FrameType.PLAIN, frame_color="gold", foil=foil)
    seal = compose(design(attribute=attribute, rarity=rarity, style=style, effects=BARE), art, faces, SIZE)
    where = open_ground(seal)
    one, other = (tilted(seal, tilt)[where][:, :3].astype(int) for tilt in (0.0, 0.25))
    change = np.abs(one - other).mean()
    if isinstance(seal.ground, FoilGround):
        assert change > 20, f"changes by {change:.1f} levels"
    else:
        assert 2 < change < 60, f"only the glare passes, and it changes {change:.1f} levels"


@pytest.mark.parametrize(("kind", "foil"), list(zip((*FrameType, FrameType.PLAIN), Foil, strict=True)))
@pytest.mark.parametrize("rarity", Rarity)
def test_no_loop_has_a_seam(
    kind: FrameType, foil: Foil, rarity: Rarity, design: Designs, art: Picture, faces: Typefaces
) -> None:
    style = Style(frame_type=kind, frame_color="gold", foil=foil)
    frames = turn(compose(design(rarity=rarity, style=style), art, faces, SIZE))
    pairs = zip(frames, frames[1:] + frames[:1], strict=True)
    steps = [float(np.abs(one.astype(int) - other).mean()) for one, other in pairs]
    assert steps[-1] <= max(steps[:-1]), f"seam {steps[-1]:.1f}, largest step {max(steps[:-1]):.1f}"


@pytest.mark.parametrize("kind", FrameType)
def test_the_same_design_is_the_same_seal_whatever_was_drawn_between(
    kind: FrameType, design: Designs, art: Picture, faces: Typefaces
) -> None:
    wanted = design(style=Style(frame_type=kind, frame_color="#39ff14", foil=Foil.SHARD))
    first = still(compose(wanted, art, faces, SIZE))
    for colour in ("red", "#000000"):
        still(compose(replace(wanted, style=replace(wanted.style, frame_color=colour)), art, faces, SIZE))
    assert np.array_equal(still(compose(wanted, art, faces, SIZE)), first)


@pytest.mark.parametrize(
    ("attribute", "rarity", "kind", "foil"),
    [
        (Attribute.HOLY, Rarity.SUPER_RARE, FrameType.SPLENDID, Foil.GLITTER),
        (Attribute.MAGIC, Rarity.SUPER_RARE, FrameType.GEM, Foil.SHARD),
        (Attribute.ANGEL, Rarity.RARE, FrameType.BEADED, Foil.KAKU),
        (Attribute.DEVIL, Rarity.NORMAL, FrameType.SPIKE, Foil.WAVE),
        (Attribute.GUARDIAN, Rarity.NORMAL, FrameType.SPLENDID, Foil.WAVE),
    ],
)
def test_the_richest_seals_stay_within_their_bytes(
    attribute: Attribute,
    rarity: Rarity,
    kind: FrameType,
    foil: Foil,
    design: Designs,
    encoded_art: bytes,
    faces: Typefaces,
) -> None:
    style = Style(frame_type=kind, frame_color="gold", foil=foil)
    wanted = design(attribute=attribute, rarity=rarity, style=style)
    rendition = render_sticker(wanted, encoded_art, faces, animate=True)
    assert len(rendition.still) < 400_000, f"still {len(rendition.still)} bytes"
    assert rendition.animation is not None
    assert len(rendition.animation) < 1_500_000, f"animation {len(rendition.animation)} bytes"


@pytest.mark.parametrize("foil", Foil)
@pytest.mark.parametrize("attribute", Attribute)
def test_open_foil_on_a_whole_seal_shows_every_hue_brightly(
    foil: Foil, attribute: Attribute, design: Designs, faces: Typefaces
) -> None:
    """As the bare sheet (test_foil.py) under vignette, glare and frame, which take their share of the hues."""
    style = Style(frame_type=FrameType.PLAIN, frame_color="gold", foil=foil)
    nobody = np.zeros((8, 8, 4), np.uint8)
    seal = compose(design(attribute=attribute, style=style, effects=BARE), nobody, faces, 320)
    ground = still(seal)[open_ground(seal)][:, :3]
    hsv = cv2.cvtColor(ground[None], cv2.COLOR_RGB2HSV_FULL)[0] / 256
    hue, saturation = hsv[:, 0], hsv[:, 1]
    resultant = abs((saturation * np.exp(2j * np.pi * hue)).sum() / saturation.sum())
    assert resultant < 0.28, f"hue resultant {resultant:.2f}"
    share = np.bincount((hue[saturation > 0.15] * 16).astype(int), minlength=16) / (saturation > 0.15).sum()
    entropy = -(share[share > 0] * np.log2(share[share > 0])).sum()
    assert entropy > 3.5, f"hue entropy {entropy:.2f} bits"
    mean = ground.mean() / 255
    assert 0.55 <= mean <= 0.85, f"mean {mean:.2f}"
