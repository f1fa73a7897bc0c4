import cv2
import numpy as np
import pytest

from bot.rendering.canvas import Canvas
from bot.rendering.colours import luminance, parse
from bot.rendering.frame import frame
from bot.rendering.gems import Cut, cut_gem
from bot.rendering.metals import LIFT, brightness, diamond, gem_colour, metal, stone
from bot.rendering.planes import Picture, unit_grid
from bot.stickers.design import FRAME_COLOURS, FrameType, Rarity

SIZE = 512
NEW = [FrameType.BEADED, FrameType.GEM, FrameType.SPLENDID]
COLOURS = [
    *FRAME_COLOURS,
    "#000000",
    "#0a0a12",
    "#ffffff",
    "#808080",
    "#39ff14",
    "#ff00ff",
    "#ffff00",
    "#808000",
    "#000080",
    "#ffd0e0",
]


def canvas_with(
    kind: FrameType, colour: str = "gold", rarity: Rarity = Rarity.RARE, size: int = SIZE
) -> Canvas:
    canvas = Canvas(size, size)
    for strip in frame(size, kind, colour, rarity):
        canvas.lay_picture(strip.picture, strip.alpha, strip.at)
    return canvas


def lightness(picture: Picture) -> np.ndarray:
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(int))


@pytest.mark.parametrize("kind", FrameType)
@pytest.mark.parametrize("rarity", Rarity)
def test_a_frame_lies_round_the_seal_and_leaves_its_middle_free(kind: FrameType, rarity: Rarity) -> None:
    through = canvas_with(kind, rarity=rarity).transmission
    assert (through[SIZE // 5 : -SIZE // 5, SIZE // 5 : -SIZE // 5] == 255).all()
    assert [int(through[y, x]) for x in (0, -1) for y in (0, -1)] == [255] * 4
    middle = SIZE // 3
    for side in (through[:, middle], through[:, -middle], through[middle], through[-middle]):
        assert (side[:40] < 20).any()


@pytest.mark.parametrize("kind", FrameType)
def test_the_strips_of_a_frame_meet_without_overlap(kind: FrameType) -> None:
    covered = np.zeros((SIZE, SIZE), int)
    for strip in frame(SIZE, kind, "gold", Rarity.SUPER_RARE):
        height, width = strip.alpha.shape
        covered[strip.at[1] : strip.at[1] + height, strip.at[0] : strip.at[0] + width] += 1
    assert covered.max() == 1
    assert covered.mean() < 0.65, f"{covered.mean():.0%} of the seal is laid for its frame"


@pytest.mark.parametrize("kind", FrameType)
@pytest.mark.parametrize("size", [97, 192, 320])
def test_a_frame_has_the_same_form_in_every_quarter(kind: FrameType, size: int) -> None:
    through = canvas_with(kind, rarity=Rarity.NORMAL, size=size).transmission.astype(int)
    if kind not in (FrameType.GEM, FrameType.SPLENDID):  # their gems leave the badge's corner free
        assert np.abs(through - through[:, ::-1]).max() <= 1
        assert np.abs(through - through[::-1]).max() <= 1


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("kind", FrameType)
def test_every_metal_has_depth_and_gleam(kind: FrameType, colour: str) -> None:
    canvas = canvas_with(kind, colour, Rarity.NORMAL)
    solid = lightness(canvas.light)[canvas.transmission < 3]
    low, high = np.percentile(solid, (4, 98))
    assert high - low > 95, f"from {low:.0f} to {high:.0f}"
    assert high > 110, f"brightest {high:.0f}"


def test_the_light_comes_from_the_upper_left() -> None:
    x, y = unit_grid(128)
    dome = np.sqrt(np.clip(0.16 - (x - 0.5) ** 2 - (y - 0.5) ** 2, 0, 1)) * np.float32(1 / LIFT)
    light = brightness(np.asarray(dome, dtype=np.float32))
    places = {
        (i, j): float(light[32 * i : 32 * i + 32, 32 * j : 32 * j + 32].mean())
        for i in (1, 2)
        for j in (1, 2)
    }
    assert places[1, 1] > max(places[1, 2], places[2, 1]) + 0.1, places
    assert min(places[1, 2], places[2, 1]) > places[2, 2] + 0.1, places


@pytest.mark.parametrize("kind", [FrameType.PLAIN, FrameType.CLOUD, FrameType.SPIKE, FrameType.NOTCH])
def test_the_outer_flank_of_the_upper_and_the_left_side_is_the_brighter_one(kind: FrameType) -> None:
    light = lightness(canvas_with(kind, rarity=Rarity.NORMAL).light)
    flank, along = slice(8, 11), slice(SIZE // 4, -SIZE // 4)
    upper_left = (light[flank, along].mean() + light[along, flank].mean()) / 2
    lower_right = (light[::-1][flank, along].mean() + light[:, ::-1][along, flank].mean()) / 2
    assert upper_left > lower_right + 25, f"{upper_left:.0f} against {lower_right:.0f}"


def test_a_metal_is_as_dark_or_light_as_its_colour() -> None:
    bodies = [
        metal(colour)[96:192].mean() for colour in ("#000000", "#404040", "#808080", "#c0c0c0", "#ffffff")
    ]
    assert bodies == sorted(bodies)
    assert bodies[0] < 70
    assert bodies[-1] > 200


@pytest.mark.parametrize("colour", COLOURS)
def test_a_metal_only_brightens_from_its_depth_to_its_gleam(colour: str) -> None:
    steps = [luminance((red, green, blue)) for red, green, blue in metal(colour)[::16].tolist()]
    assert steps == sorted(steps)


@pytest.mark.parametrize("colour", COLOURS)
def test_gems_stand_out_from_their_frame(colour: str) -> None:
    ramp, gem = metal(colour)[140].astype(int), np.array(parse(gem_colour(colour)))
    assert np.abs(ramp - gem).max() > 70, f"metal {ramp}, gem {gem}"


@pytest.mark.parametrize("cut", [Cut.BRILLIANT, Cut.STEP])
@pytest.mark.parametrize("ramp", [stone("#e0143c"), diamond()])
def test_a_cut_gem_has_facets_that_can_be_told_apart(cut: Cut, ramp: np.ndarray) -> None:
    light, alpha = cut_gem(cut, 48, 40)
    inside = ramp[light][alpha == 255].astype(int)
    tones = np.unique(inside // 24, axis=0)
    assert len(tones) >= 5, f"{len(tones)} tones"
    assert inside.max(axis=1).max() > 235
    assert alpha[0, 0] == 0


@pytest.mark.parametrize("kind", NEW)
def test_rarer_frames_of_a_kind_are_richer(kind: FrameType) -> None:
    pictures = [canvas_with(kind, rarity=rarity).light.astype(int) for rarity in (Rarity.NORMAL, Rarity.RARE)]
    assert np.abs(pictures[0] - pictures[1]).max() > 100


def test_the_channel_of_rich_frames_lets_the_foil_gleam_through() -> None:
    for kind in (FrameType.CLOUD, FrameType.SPIKE, FrameType.NOTCH, FrameType.SPLENDID):
        line = canvas_with(kind, rarity=Rarity.SUPER_RARE).transmission[int(0.308 * SIZE), : SIZE // 14]
        inside = np.flatnonzero(line < 20)
        assert (line[inside[0] : inside[-1]] > 180).any(), kind
