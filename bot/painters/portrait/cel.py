"""Paint a photograph as cel art: balanced light, flat tones in strong colours, and ink along its edges."""

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.drawing.pictures import Pixels
from bot.painters.portrait.ink import draw_ink
from bot.painters.portrait.masks import Field, Mask

_TONES = 7
"""Steps of lightness from black to white."""
_FLATNESS = 3.5
"""How flat a tone is: 1 is no tones at all, and the higher the power, the steeper the riser between two tones."""
_CHROMA = 1.55
_MOST_CHROMA = 88.0
_SKIN_HUE, _SKIN_REACH = 54.0, 34.0
"""Hue of human skin of every shade, and how far around it hues still belong to it; degrees in Lab."""


def paint_cel(figure: Pixels) -> Pixels:
    """A photographed figure, straight RGBA, as cel art of the same size and alpha."""
    alpha = figure[..., 3]
    if not alpha.any():
        return figure
    filled = _without_surroundings(figure)
    lab = _lab(_calm(filled))
    skin = _skin(lab)
    lab[..., 0] = _balanced(lab[..., 0], alpha)
    drawn = draw_ink(lab[..., 0])
    lab[..., 0] = _in_tones(lab[..., 0], skin)
    lab[..., 1:] = _vivid(lab, skin)
    painted = _rgb(lab).astype(np.float32)
    ink = np.array((27, 16, 22), np.float32)
    mixed = painted * drawn[..., None] + ink * (1 - drawn[..., None])
    return np.dstack([np.rint(mixed).astype(np.uint8), alpha])


def _without_surroundings(figure: Pixels) -> NDArray[np.uint8]:
    """The colours under the alpha go on beyond it: smoothing must not draw the old ground in."""
    height, width = figure.shape[:2]
    size = max(1, width // 4), max(1, height // 4)
    inside = (figure[..., 3] > 250).astype(np.uint8)
    known = cv2.resize(inside.astype(np.float32), size, interpolation=cv2.INTER_AREA)
    shown = cv2.copyTo(figure[..., :3], inside)
    colours = cv2.resize(shown, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    weight: Field = (known > 0.02).astype(np.float32)
    colours = np.asarray(colours / np.maximum(known, 1e-3)[..., None] * weight[..., None], dtype=np.float32)
    for radius in (1, 3, 8):
        window = (2 * radius + 1, 2 * radius + 1)
        spread, near = cv2.blur(colours, window), cv2.blur(weight, window)
        new = (weight == 0) & (near > 1e-4)
        colours = np.where(new[..., None], spread / np.maximum(near, 1e-6)[..., None], colours)
        weight = np.where(new, np.float32(1), weight)
    beyond = cv2.resize(
        np.clip(colours, 0, 255).astype(np.uint8), (width, height), interpolation=cv2.INTER_LINEAR
    )
    return np.asarray(cv2.copyTo(figure[..., :3], inside, beyond), dtype=np.uint8)


def _calm(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Texture smoothed away, edges kept: strongly at half the size, then once at the whole."""
    height, width = rgb.shape[:2]
    half = cv2.resize(rgb, (max(1, width // 2), max(1, height // 2)), interpolation=cv2.INTER_AREA)
    for _ in range(3):
        half = cv2.bilateralFilter(half, 7, 26, 4)
    coarse = cv2.resize(half, (width, height), interpolation=cv2.INTER_CUBIC)
    mixed = cv2.addWeighted(rgb, 0.35, coarse, 0.65, 0)
    return np.asarray(cv2.bilateralFilter(mixed, 5, 22, 3), dtype=np.uint8)


def _lab(rgb: NDArray[np.uint8]) -> Field:
    """L 0-100, a and b about -110..110."""
    return np.asarray(cv2.cvtColor(rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB), dtype=np.float32)


def _rgb(lab: Field) -> NDArray[np.uint8]:
    return np.rint(np.clip(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), 0, 1) * 255).astype(np.uint8)


def _skin(lab: Field) -> Field:
    """How much each place looks like skin, 0-1, softly: by hue and by not too strong a colour."""
    hue = np.degrees(np.arctan2(lab[..., 2], lab[..., 1]))
    chroma = np.sqrt(lab[..., 1] ** 2 + lab[..., 2] ** 2)
    near = np.clip(1.5 - np.abs(hue - _SKIN_HUE) / (_SKIN_REACH / 1.5), 0, 1)
    mild = np.clip((chroma - 6) / 6, 0, 1) * np.clip((46 - chroma) / 10, 0, 1)
    lit = np.clip((lab[..., 0] - 28) / 18, 0, 1)
    return np.asarray(cv2.GaussianBlur(near * mild * lit, (0, 0), 3), dtype=np.float32)


def _balanced(light: Field, alpha: Mask) -> Field:
    """Lightness spread over the whole scale, with the middle a little above the middle: cheerful, not pale."""
    inside = light[alpha > 127]
    if not inside.size:
        return light
    low, middle, high = (float(value) for value in np.percentile(inside, (2, 50, 98)))
    if high - low < 12:
        return light
    low = min(low, 30.0) * 0.8
    stretched = np.clip((light - low) / (max(high, 62.0) - low), 0, 1)
    at = min(0.8, max(0.12, (middle - low) / (max(high, 62.0) - low)))
    gamma = float(np.clip(np.log(0.56) / np.log(at), 0.6, 1.25))
    return np.asarray(4 + 93 * stretched**gamma, dtype=np.float32)


def _in_tones(light: Field, skin: Field) -> Field:
    """Lightness in steps with short soft risers (Winnemöller et al., "Real-Time Video Abstraction", 2006).

    Skin gets one step fewer below the light: deep shadows on a face look like dirt.
    """
    lifted = light + skin * 0.22 * np.clip(74 - light, 0, 40)
    step = 100 / _TONES
    middle = np.floor(lifted / step) * step + step / 2
    off = (lifted - middle) / (step / 2)
    risen = np.sign(off) * np.abs(off) ** (_FLATNESS - (_FLATNESS - 1.6) * skin)
    return np.asarray(middle + step / 2 * risen, dtype=np.float32)


def _vivid(lab: Field, skin: Field) -> Field:
    """Chroma up, more where there is little, and skins drawn to a warm, even hue."""
    a, b = lab[..., 1], lab[..., 2]
    chroma = np.sqrt(a * a + b * b) + np.float32(1e-3)
    # Greys stay grey: a trace of blue in a shadow, made stronger, turns white fur blue.
    gain = 1 + (_CHROMA - 1 - 0.25 * skin) * np.clip((chroma - 5) / 10, 0, 1)
    strong = _MOST_CHROMA * np.tanh(chroma * gain / _MOST_CHROMA)
    hue = np.arctan2(b, a)
    hue = hue + skin * 0.6 * (np.radians(_SKIN_HUE) - hue)
    # Dark yellow is olive, which looks like dirt: it goes toward brown.
    olive = np.clip(1 - np.abs(hue - np.radians(92)) / np.radians(26), 0, 1) * np.clip(
        (70 - lab[..., 0]) / 25, 0, 1
    )
    hue = hue - np.radians(18) * olive
    return np.dstack([strong * np.cos(hue), strong * np.sin(hue)]).astype(np.float32)
