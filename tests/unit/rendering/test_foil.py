import cv2
import numpy as np
import pytest

from bot.rendering.film import Film, spectrum
from bot.rendering.foil import foil_maps, lit, shone
from bot.rendering.planes import Picture
from bot.stickers.design import Foil

SIZE = 256
RAINBOW_LUT = spectrum(Film())


def hues(picture: Picture) -> tuple[np.ndarray, np.ndarray]:
    """Hue in turns and saturation 0..1 of every pixel."""
    hsv = cv2.cvtColor(picture, cv2.COLOR_RGB2HSV_FULL).astype(np.float64)
    return hsv[..., 0].ravel() / 256, hsv[..., 1].ravel() / 255


@pytest.mark.parametrize("foil", Foil)
def test_a_foil_shows_every_hue_and_none_of_them_wins(foil: Foil) -> None:
    hue, saturation = hues(shone(foil_maps(foil, SIZE), RAINBOW_LUT, 0.12))
    resultant = abs((saturation * np.exp(2j * np.pi * hue)).sum() / saturation.sum())
    assert resultant < 0.25, f"hue resultant {resultant:.2f}"
    bins = np.bincount((hue[saturation > 0.15] * 16).astype(int), minlength=16)
    share = bins[bins > 0] / bins.sum()
    entropy = -(share * np.log2(share)).sum()
    assert entropy > 3.5, f"hue entropy {entropy:.2f} bits"


@pytest.mark.parametrize("foil", Foil)
def test_a_foil_is_bright_but_not_white(foil: Foil) -> None:
    mean = shone(foil_maps(foil, SIZE), RAINBOW_LUT, 0.12).mean() / 255
    assert 0.55 <= mean <= 0.85, f"mean {mean:.2f}"


@pytest.mark.parametrize("foil", Foil)
def test_tilting_a_foil_changes_it_visibly(foil: Foil) -> None:
    maps = foil_maps(foil, SIZE)
    change = np.abs(shone(maps, RAINBOW_LUT, 0.25).astype(int) - shone(maps, RAINBOW_LUT, 0.0)).mean()
    assert change > 20, f"changes by {change:.1f} levels"


@pytest.mark.parametrize("foil", Foil)
def test_a_whole_turn_brings_a_foil_back_exactly(foil: Foil) -> None:
    maps = foil_maps(foil, SIZE)
    assert np.array_equal(lit(maps, RAINBOW_LUT, 0.0), lit(maps, RAINBOW_LUT, 1.0))


@pytest.mark.parametrize("foil", [Foil.KAKU, Foil.DIAMOND, Foil.SHARD, Foil.RADIAL, Foil.SEIGAIHA])
def test_a_foil_is_the_same_sheet_at_any_size(foil: Foil) -> None:
    large = foil_maps(foil, 512).gain
    small = foil_maps(foil, 256).gain
    drift = np.abs(cv2.resize(large, (256, 256), interpolation=cv2.INTER_AREA).astype(int) - small).mean()
    assert drift < 12, f"mean drift {drift:.1f}"


@pytest.mark.parametrize(
    ("tint", "wanted"), [((224, 42, 58), 0.98), ((42, 200, 106), 0.40), ((63, 120, 255), 0.62)]
)
def test_a_colour_film_keeps_to_its_own_hue(tint: tuple[int, int, int], wanted: float) -> None:
    hue, saturation = hues(shone(foil_maps(Foil.KAKU, SIZE), spectrum(Film(tint=tint)), 0.12))
    mean = np.angle((saturation * np.exp(2j * np.pi * hue)).sum()) / (2 * np.pi) % 1
    off = abs((mean - wanted + 0.5) % 1 - 0.5)
    assert off < 0.09, f"mean hue {mean:.2f}, wanted {wanted:.2f}"


def test_the_spectrum_is_a_ring_without_a_seam() -> None:
    steps = np.abs(np.diff(RAINBOW_LUT.astype(int), axis=0, append=RAINBOW_LUT[:1].astype(int))).max(axis=1)
    assert steps[-1] <= steps[:-1].max(), f"seam {steps[-1]}, largest step {steps[:-1].max()}"
