from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from bot.rendering.bending import TITLE_SHAPE
from bot.rendering.canvas import Canvas
from bot.rendering.colours import contrast
from bot.rendering.columns import ColumnLimits
from bot.rendering.finishes import Finish, finish_of
from bot.rendering.lettering import SAFE_EDGE, Lettering, letter, letter_down, place
from bot.rendering.liveries import BADGE, GOLD, TITLE, Palette, livery, name_face
from bot.rendering.planes import Plane
from bot.rendering.typefaces import FontStack, Typefaces, font_stack
from bot.rendering.typesetting import Limits
from bot.stickers.design import Attribute, Rarity

Way = Callable[[str, Typefaces], Lettering]
EDGE = 320
"""That of a draft: the smallest seal we letter, and so the hardest."""
NAME_ROOM = Limits(width=256, size=48, pair_size=26, least_size=17.6, short_size=61)
TITLE_ROOM = Limits(width=198, size=22, pair_size=14, least_size=10.5)
COLUMN_ROOM = ColumnLimits(length=224, size=55, least_size=17.6)
DRESS = livery(Attribute.MAGIC)


def stack_of(faces: Typefaces) -> FontStack:
    return font_stack(name_face(Attribute.MAGIC, faces), faces)


def across(text: str, faces: Typefaces) -> Lettering:
    return letter(text, stack_of(faces), NAME_ROOM, DRESS.shape, DRESS.name)


def down(text: str, faces: Typefaces) -> Lettering:
    return letter_down(text, stack_of(faces), COLUMN_ROOM, DRESS.shape.straight, DRESS.name)


def titled(text: str, faces: Typefaces) -> Lettering:
    return letter(text, font_stack(faces.round, faces), TITLE_ROOM, TITLE_SHAPE, TITLE)


def border(mask: Plane) -> int:
    return int(max(mask[0].max(), mask[-1].max(), mask[:, 0].max(), mask[:, -1].max()))


WAYS = pytest.mark.parametrize(
    ("way", "centre"), [(across, (0.5, 0.872)), (down, (0.845, 0.55)), (titled, (0.545, 0.104))]
)


@WAYS
def test_finished_letters_fit_their_block_and_stay_on_the_seal(
    awkward: str, way: Way, centre: tuple[float, float], faces: Typefaces
) -> None:
    block = way(awkward, faces)
    assert block.solid.any()
    assert border(block.solid) == 0, f"ink of {border(block.solid)} on the border"
    rows, columns = np.nonzero(place(Canvas(EDGE, EDGE), block, centre))
    low, high = SAFE_EDGE * EDGE, (1 - SAFE_EDGE) * EDGE
    assert low <= rows.min() < rows.max() < high, f"rows {rows.min()} to {rows.max()}"
    assert low <= columns.min() < columns.max() < high, f"columns {columns.min()} to {columns.max()}"


@pytest.mark.parametrize("way", [across, down])
def test_every_text_has_letters_without_display_faces_and_emoji(
    awkward: str, way: Way, bare_faces: Typefaces
) -> None:
    assert way(awkward, bare_faces).solid.any()


@pytest.mark.parametrize("palette", [*(livery(each).name for each in Attribute), GOLD, TITLE, BADGE])
def test_outlines_that_differ_contrast_by_seven_to_one(palette: Palette) -> None:
    for one, other in pairwise(palette.outlines):
        ratio = contrast(one, other)
        assert one == other or ratio >= 7, f"{one} beside {other}: {ratio:.1f}"


@pytest.mark.parametrize("way", [across, down])
def test_emoji_keep_their_own_colours_among_letters(way: Way, faces: Typefaces) -> None:
    block = way("🔥", faces)
    red, green, blue = block.picture[block.solid > 0].mean(axis=0)
    assert red > blue + 20, f"mean colour {red:.0f} {green:.0f} {blue:.0f}"


@pytest.mark.parametrize("attribute", Attribute)
@pytest.mark.parametrize("text", ["王", "炎聖王レオン", "Leon the Flame King of the East", "龍" * 40, "gjÅŷ"])
@pytest.mark.parametrize("finish", Finish)
def test_names_of_every_attribute_stay_on_the_seal_however_they_are_bent(
    attribute: Attribute, text: str, finish: Finish, faces: Typefaces
) -> None:
    dress = livery(attribute)
    stack = font_stack(name_face(attribute, faces), faces)
    block = letter(text, stack, NAME_ROOM, dress.shape, dress.name, finish)
    assert border(block.solid) == 0
    rows, columns = np.nonzero(place(Canvas(EDGE, EDGE), block, (0.5, 0.872)))
    assert min(rows.min(), columns.min()) >= SAFE_EDGE * EDGE
    assert max(rows.max(), columns.max()) < (1 - SAFE_EDGE) * EDGE


def test_every_attribute_has_colours_and_a_shape_of_its_own() -> None:
    dresses = [livery(attribute) for attribute in Attribute]
    assert len({dress.name for dress in dresses}) == len(dresses)
    assert len({dress.shape for dress in dresses}) == len(dresses)


def test_the_rarer_the_more_colours_are_in_the_letters(faces: Typefaces) -> None:
    counts = []
    for rarity in Rarity:
        block = letter("炎王", stack_of(faces), NAME_ROOM, DRESS.shape, DRESS.name, finish_of(rarity))
        counts.append(len(np.unique(block.picture.reshape(-1, 3), axis=0)))
    assert counts == sorted(counts), f"{counts} colours"
