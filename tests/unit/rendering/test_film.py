from colorsys import hls_to_rgb, rgb_to_hls
from itertools import product

import cv2
import numpy as np
import pytest

from bot.rendering.colours import Colour
from bot.rendering.film import Film, spectrum
from bot.rendering.foil import foil_maps, shone
from bot.rendering.planes import Picture
from bot.stickers.design import Foil

SIZE = 96
GRID = [
    (round(255 * red), round(255 * green), round(255 * blue))
    for hue, lightness, saturation in product(np.arange(8) / 8, (0.10, 0.30, 0.55, 0.85), (0.35, 1.0))
    for red, green, blue in [hls_to_rgb(hue, lightness, saturation)]
]
"""64 colours: navy, brown, olive, neon, pastel and all between."""
GREYS = [(level, level, level) for level in (0, 24, 64, 128, 192, 232, 255)]


def shown(foil: Foil, tint: Colour) -> Picture:
    return shone(foil_maps(foil, SIZE), spectrum(Film(tint=tint)), 0.12)


def lab(picture: Picture) -> np.ndarray:
    """CIE L* 0..100, a* and b* of every pixel (N, 3)."""
    return np.asarray(cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_RGB2Lab).reshape(-1, 3))


def mean_hue(picture: Picture) -> tuple[float, float]:
    """The mean hue in turns, weighted by saturation, and how much it wins over the others, 0..1."""
    hsv = cv2.cvtColor(picture, cv2.COLOR_RGB2HSV_FULL).astype(np.float64)
    hue, saturation = hsv[..., 0] / 256, hsv[..., 1]
    resultant = (saturation * np.exp(2j * np.pi * hue)).sum() / saturation.sum()
    return float(np.angle(resultant) / (2 * np.pi) % 1), float(abs(resultant))


def has_a_hue(tint: Colour) -> bool:
    return max(tint) - min(tint) > 43


@pytest.mark.parametrize("foil", Foil)
def test_no_film_is_mud_or_chalk(foil: Foil) -> None:
    for tint in GRID + GREYS:
        colours = lab(shown(foil, tint))
        lightness, chroma = colours[:, 0], np.hypot(colours[:, 1], colours[:, 2])
        mean, spread = float(lightness.mean()), float(lightness.std())
        assert 27 < mean < 90, f"{tint}: mean lightness {mean:.0f}"
        assert spread > 6, f"{tint}: lightness deviates by {spread:.1f} only"
        assert np.percentile(lightness, 98) > 70, f"{tint}: nothing gleams"
        if has_a_hue(tint):
            mud = float(((lightness < 45) & (chroma < 12)).mean())
            assert chroma.mean() > 18, f"{tint}: mean chroma {chroma.mean():.0f}"
            assert mud < 0.03, f"{tint}: {mud:.0%} are dark and grey"


@pytest.mark.parametrize("foil", Foil)
def test_a_film_keeps_its_hue_whatever_foil_lies_below(foil: Foil) -> None:
    for tint in filter(has_a_hue, GRID):
        wanted = rgb_to_hls(*(channel / 255 for channel in tint))[0]
        hue, _ = mean_hue(shown(foil, tint))
        off = abs((hue - wanted + 0.5) % 1 - 0.5)
        assert off < 0.06, f"{tint}: hue {hue:.2f}, wanted {wanted:.2f}"


@pytest.mark.parametrize("foil", Foil)
@pytest.mark.parametrize("level", [0, 64, 128, 255])
def test_a_grey_film_takes_no_side_among_the_hues(foil: Foil, level: int) -> None:
    _, lead = mean_hue(shown(foil, (level, level, level)))
    assert lead < 0.32, f"one hue leads by {lead:.2f}"


def test_a_darker_grey_makes_a_darker_foil() -> None:
    means = [float(lab(shown(Foil.KAKU, (level, level, level)))[:, 0].mean()) for level in (0, 128, 255)]
    assert means[0] + 15 < means[1]
    assert means[1] + 10 < means[2]
