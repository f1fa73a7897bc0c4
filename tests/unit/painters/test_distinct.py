"""No two prompts give twins: measured on 300 real ones by a perceptual hash."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from bot.painters.procedural.cast import cast
from bot.painters.procedural.figure import draw_figure
from bot.stickers.design import Attribute, Rarity

PROMPTS = (Path(__file__).parents[2] / "data" / "prompts.txt").read_text(encoding="utf-8").splitlines()
SIZE = 256

NEAREST, MEAN_NEAREST = 51, 64.4
"""What was reached, of 192 bits."""


def perceptual_hash(art: np.ndarray) -> np.ndarray:
    """192 bits: of Y, Cr and Cb over mid-grey, the 8 x 8 lowest frequencies of a 32 px picture.

    The first bit of each is whether the mean is above mid-grey, the others whether the coefficient is above the
    median of the 63 (pHash as of Zauner 2010, over three planes).
    """
    opacity = art[..., 3:].astype(np.float32) / 255
    flat = np.rint(art[..., :3] * opacity + 128 * (1 - opacity)).astype(np.uint8)
    planes = cv2.cvtColor(flat, cv2.COLOR_RGB2YCrCb)
    bits = []
    for number in range(3):
        small = (
            cv2.resize(planes[..., number], (32, 32), interpolation=cv2.INTER_AREA).astype(np.float32) - 128
        )
        low = cv2.dct(small)[:8, :8].ravel()
        bits += [[low[0] > 0], low[1:] > np.median(low[1:])]
    return np.concatenate(bits)


@pytest.fixture(scope="module")
def distances(design) -> np.ndarray:
    looks = [
        cast(
            design(prompt=prompt, attribute=list(Attribute)[number % 6], rarity=list(Rarity)[number // 6 % 3])
        )
        for number, prompt in enumerate(PROMPTS)
    ]
    hashes = np.array([perceptual_hash(draw_figure(look, SIZE)) for look in looks])
    apart = (hashes[:, None] != hashes[None]).sum(axis=2)
    np.fill_diagonal(apart, 999)
    return apart


def test_there_are_three_hundred_different_prompts():
    assert len(PROMPTS) == len(set(PROMPTS)) == 300
    assert sum(prompt.isascii() for prompt in PROMPTS) > 90


def test_no_two_prompts_give_twins(distances):
    one, other = np.unravel_index(np.argmin(distances), distances.shape)
    nearest = distances[one, other]
    assert nearest >= 0.8 * NEAREST, f"{PROMPTS[one]!r} and {PROMPTS[other]!r} are {nearest} bits apart"


def test_the_nearest_of_all_is_far_on_average(distances):
    mean = distances.min(axis=1).mean()
    assert mean >= 0.8 * MEAN_NEAREST, f"{mean:.1f} bits"
