from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import pytest

from bot.rendering.character import BOX, fitted
from bot.rendering.glints import face_of, scatter
from bot.rendering.loop import turn
from bot.rendering.planes import Picture
from bot.rendering.seal import Seal, compose, smaller, still, tilted
from bot.rendering.typefaces import Typefaces
from bot.stickers.design import (
    FRAME_COLOURS,
    Attribute,
    Design,
    Effects,
    Foil,
    FrameType,
    NameLayout,
    Rarity,
    Style,
)

SIZE = 256
QUIET = Effects(holographic=False, sparkle=False, aura=False)

Designs = Callable[..., Design]


def apart(one: Picture, other: Picture) -> float:
    """Mean difference of two pictures in levels."""
    return float(np.abs(one.astype(int) - other).mean())


def drawn(design: Design, art: Picture, faces: Typefaces, size: int = SIZE) -> Picture:
    return still(compose(design, art, faces, size))


@pytest.mark.parametrize("attribute", Attribute)
@pytest.mark.parametrize("rarity", Rarity)
def test_every_attribute_and_rarity_makes_a_seal_of_its_own(
    attribute: Attribute, rarity: Rarity, design: Designs, art: Picture, faces: Typefaces
) -> None:
    picture = drawn(design(attribute=attribute, rarity=rarity), art, faces)
    others = [
        drawn(design(attribute=attribute, rarity=other), art, faces) for other in Rarity if other != rarity
    ]
    assert picture.shape == (SIZE, SIZE, 4)
    assert min(apart(picture, other) for other in others) > 3
    assert [picture[y, x, 3] for x in (0, -1) for y in (0, -1)] == [0, 0, 0, 0]
    assert picture[SIZE // 2, SIZE // 2, 3] == 255


@pytest.mark.parametrize("kind", FrameType)
@pytest.mark.parametrize("colour", [*FRAME_COLOURS, "#ff66cc", "#000000"])
def test_every_frame_stands_in_every_colour(
    kind: FrameType, colour: str, design: Designs, art: Picture, faces: Typefaces
) -> None:
    style = Style(frame_type=kind, frame_color=colour, foil=Foil.WAVE)
    picture = drawn(design(style=style, effects=QUIET), art, faces)
    assert picture[SIZE // 2, 6, 3] == 255
    brightness = picture[SIZE // 3, 4:10, :3].max()
    assert brightness > 20, f"brightest pixel of the frame {brightness}"


def test_the_six_metals_look_apart(design: Designs, art: Picture, faces: Typefaces) -> None:
    edges = [
        drawn(
            design(
                style=Style(frame_type=FrameType.NOTCH, frame_color=colour, foil=Foil.KAKU), effects=QUIET
            ),
            art,
            faces,
        )[40:200, 4:12, :3]
        for colour in FRAME_COLOURS
    ]
    nearest = min(apart(one, other) for i, one in enumerate(edges) for other in edges[:i])
    assert nearest > 10, f"two metals only {nearest:.1f} levels apart"


@pytest.mark.parametrize(
    ("attribute", "rarity"),
    [
        (Attribute.HOLY, Rarity.RARE),
        (Attribute.DEVIL, Rarity.NORMAL),
        (Attribute.GUARDIAN, Rarity.NORMAL),
        (Attribute.ANGEL, Rarity.NORMAL),
        (Attribute.MAGIC, Rarity.SUPER_RARE),
    ],
)
def test_a_background_colours_the_ground(
    attribute: Attribute, rarity: Rarity, design: Designs, art: Picture, faces: Typefaces
) -> None:
    plain = design(attribute=attribute, rarity=rarity, effects=QUIET)
    corner = (slice(50, 70), slice(200, 230))
    red = drawn(replace(plain, background="#e81e1e"), art, faces)[corner][..., :3].mean(axis=(0, 1))
    blue = drawn(replace(plain, background="#1e4ee8"), art, faces)[corner][..., :3].mean(axis=(0, 1))
    assert red[0] - red[2] > blue[0] - blue[2] + 30, f"red ground {red}, blue ground {blue}"


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#808080", "#ffff00"])
def test_extreme_backgrounds_leave_the_letters_as_they_are(
    colour: str, design: Designs, art: Picture, faces: Typefaces
) -> None:
    plain = compose(design(effects=QUIET), art, faces, SIZE)
    coloured = compose(design(effects=QUIET, background=colour), art, faces, SIZE)
    solid = plain.letters == 255
    assert np.array_equal(still(plain)[solid], still(coloured)[solid])


@pytest.mark.parametrize("effect", ["holographic", "sparkle", "aura"])
def test_each_effect_is_seen_alone_and_missed_from_all(
    effect: str, design: Designs, art: Picture, faces: Typefaces
) -> None:
    none, every = drawn(design(effects=QUIET), art, faces), drawn(design(), art, faces)
    alone = drawn(design(effects=replace(QUIET, **{effect: True})), art, faces)
    without = drawn(design(effects=replace(Effects(), **{effect: False})), art, faces)
    assert apart(alone, none) > 0.1
    assert apart(without, every) > 0.1


def test_a_seal_that_is_not_holographic_rests_while_it_is_tilted(
    design: Designs, art: Picture, faces: Typefaces
) -> None:
    seal = compose(design(effects=QUIET), art, faces, SIZE)
    assert np.array_equal(tilted(seal, 0.0), tilted(seal, 0.4))


@pytest.mark.parametrize("attribute", [Attribute.HOLY, Attribute.DEVIL, Attribute.GUARDIAN])
@pytest.mark.parametrize("rarity", [Rarity.NORMAL, Rarity.SUPER_RARE])
def test_the_loop_closes_as_smoothly_as_it_runs(
    attribute: Attribute, rarity: Rarity, design: Designs, art: Picture, faces: Typefaces
) -> None:
    frames = turn(compose(design(attribute=attribute, rarity=rarity), art, faces, SIZE))
    steps = [apart(one, other) for one, other in zip(frames, frames[1:] + frames[:1], strict=True)]
    assert steps[-1] <= max(steps[:-1]), f"seam {steps[-1]:.1f}, largest step {max(steps[:-1]):.1f}"


def test_tilt_one_is_tilt_nought(design: Designs, art: Picture, faces: Typefaces) -> None:
    seal = compose(design(effects=replace(Effects(), sparkle=False)), art, faces, SIZE)
    seam = apart(tilted(seal, 0.0), tilted(seal, 1.0))
    assert seam < 0.5, f"tilts 0 and 1 are {seam:.2f} levels apart"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("A", "！"),
        ("龍" * 100, "竜" * 100),
        ("W" * 100, "w" * 100),
        ("🔥炎王🐉", "⚡"),
        ("Å̊Çjgpqy", "ฏู่"),
        ("مرحبا", ""),
        ("ーーーーーー", "・"),
    ],
)
@pytest.mark.parametrize("attribute", [Attribute.HOLY, Attribute.DEVIL])
def test_letters_keep_away_from_the_edge_and_from_the_face(
    name: str, title: str, attribute: Attribute, design: Designs, art: Picture, faces: Typefaces
) -> None:
    seal = compose(design(name=name, title=title, attribute=attribute), art, faces, SIZE)
    left, top, width, height = (value / SIZE for value in cv2.boundingRect(seal.letters))
    assert left >= 0.03
    assert top >= 0.03
    assert left + width <= 0.97
    assert top + height <= 0.97
    assert not seal.letters[int(0.20 * SIZE) : int(0.70 * SIZE)].any()


@pytest.mark.parametrize(
    "name", ["サンダー武者", "聖王", "「王」、ッョ。", "🔥炎王🐉", "寿限無寿限無五劫の擦り切れ"]
)
def test_an_upright_name_keeps_to_the_right_of_the_face(
    name: str, design: Designs, styled: Callable[..., Style], art: Picture, faces: Typefaces
) -> None:
    upright = design(name=name, title="", style=styled(layout=NameLayout.VERTICAL))
    letters = compose(upright, art, faces, SIZE).letters[int(0.16 * SIZE) :]
    left, top, width, height = (value / SIZE for value in cv2.boundingRect(letters))
    assert left > 0.70
    assert left + width <= 0.97
    assert 0.16 + top + height <= 0.97
    assert height > 0.3


def test_a_seal_stands_without_display_faces_and_emoji(
    design: Designs, art: Picture, bare_faces: Typefaces
) -> None:
    seal = compose(design(name="🔥炎王 Leon", title="★第一弾★"), art, bare_faces, SIZE)
    assert seal.letters.any()


@pytest.mark.parametrize("shape", [(1, 1), (3, 900), (900, 3), (300, 300)])
def test_art_of_any_shape_stays_in_its_box(shape: tuple[int, int]) -> None:
    character = fitted(np.full((*shape, 4), 255, np.uint8), SIZE)
    left, top, right, bottom = character.bounds
    pixel = 1.5 / SIZE
    assert left >= BOX[0] - pixel
    assert top >= BOX[1] - pixel
    assert right <= BOX[2] + pixel
    assert bottom <= BOX[3] + pixel
    assert character.alpha.any()


def test_art_without_a_character_still_makes_a_seal(design: Designs, faces: Typefaces) -> None:
    picture = drawn(design(), np.zeros((64, 64, 4), np.uint8), faces)
    assert picture[SIZE // 2, SIZE // 2, 3] == 255


def test_hidden_colour_of_clear_pixels_never_shows(design: Designs, art: Picture, faces: Typefaces) -> None:
    dirty = art.copy()
    dirty[art[..., 3] == 0, :3] = (0, 255, 0)
    assert np.array_equal(drawn(design(), dirty, faces), drawn(design(), art, faces))


@pytest.mark.parametrize("seed", range(12))
def test_no_glint_lies_over_the_face(seed: int) -> None:
    bounds = (0.2, 0.165, 0.8, 0.865)
    centre_x, centre_y, wide, high = face_of(bounds)
    glints = scatter(seed, bounds)
    assert len(glints) >= 12
    for glint in glints:
        assert np.hypot((glint.x - centre_x) / wide, (glint.y - centre_y) / high) > 1


def test_film_lets_the_ground_through_and_nothing_else_does(
    design: Designs, art: Picture, faces: Typefaces
) -> None:
    film = design(attribute=Attribute.GUARDIAN, rarity=Rarity.NORMAL, effects=QUIET)
    picture = drawn(film, art, faces)
    assert 100 < picture[60:80, 210:230, 3].mean() < 220
    assert picture[SIZE // 2, SIZE // 2, 3] == 255
    foil = drawn(replace(film, rarity=Rarity.RARE), art, faces)
    assert (foil[20:-20, 20:-20, 3] == 255).all()


def test_two_seals_of_one_foil_gleam_apart(design: Designs, art: Picture, faces: Typefaces) -> None:
    one, other = (drawn(design(variation=number, effects=QUIET), art, faces) for number in (0, 1))
    assert apart(one, other) > 5


def test_a_smaller_seal_is_the_same_seal(design: Designs, art: Picture, faces: Typefaces) -> None:
    wanted = design(effects=QUIET)
    large: Seal = compose(wanted, art, faces, 512)
    small = still(smaller(large, wanted, SIZE))
    shrunk = cv2.resize(still(large), (SIZE, SIZE), interpolation=cv2.INTER_AREA)
    drift = apart(small, np.asarray(shrunk, dtype=np.uint8))
    assert drift < 8, f"mean drift {drift:.1f}"
