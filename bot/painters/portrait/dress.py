"""What attribute, rarity and words put on a cut-out figure: wings behind it, horns, a halo, a crown or a hat."""

from contextlib import AbstractContextManager
from dataclasses import replace

import numpy as np

from bot.drawing.raster import Sheet
from bot.painters.portrait.heads import Head
from bot.painters.portrait.masks import Mask
from bot.painters.procedural.attire import Hat, Wings
from bot.painters.procedural.back import draw_wings
from bot.painters.procedural.hats import draw_crown, draw_halo, draw_horn, draw_wizard_hat
from bot.painters.procedural.traits import Traits
from bot.stickers.design import Attribute

_HEAD_WIDTH, _HEAD_TOP = 450.0, 176.0
"""The mascot's head, for which all of this is drawn: its middle is at x 500."""
_WING_ROOT = (500.0, 640.0)
"""Between the shoulders of the mascot."""
_SEAL_SHAPE = 1.27
"""Width against height of the room that a seal has for its character."""


def draw_behind(pen: Sheet, look: Traits, head: Head, alpha: Mask) -> None:
    """Wings at the shoulders of the figure, and horns whose roots its head hides."""
    if look.wings and _winged(look):
        _draw_wings(pen, look, head, alpha)
    if look.attribute.is_dark and look.hat is not Hat.WIZARD:
        for mirror in (False, True):
            flip = pen.mirrored(head.x) if mirror else pen.placed()
            with flip, _on_head(pen, head, 0.06):
                draw_horn(pen, replace(look, hat=None))  # under a hat they grow from temples, unseen here


def _draw_wings(pen: Sheet, look: Traits, head: Head, alpha: Mask) -> None:
    """Wings as large as fit beside the figure without making it small on the seal; none where they would not show."""
    span, rise, fall = _wing_reach(look)
    height = len(alpha)
    shoulder = head.top + 2.1 * head.width
    room = _SEAL_SHAPE * (height - head.top + 0.3 * head.width) / 2
    scale = min(room / span, (shoulder - head.top + 0.35 * head.width) / rise)
    shoulder = min(shoulder, 0.75 * height, height - fall * scale)
    columns = np.flatnonzero((alpha[: round(max(head.top + 1, shoulder))] > 127).any(axis=0))
    if len(columns) and scale * span > 1.15 * max(head.x - columns[0], columns[-1] - head.x):
        with pen.placed((head.x, shoulder), scale=scale, about=_WING_ROOT):
            draw_wings(pen, look)


def _wing_reach(look: Traits) -> tuple[float, float, float]:
    """How far these wings reach from between their roots: to the side, up and down."""
    trial = Sheet()
    draw_wings(trial, look)
    left, top, right, bottom = trial.box()
    return (right - left) / 2, _WING_ROOT[1] - top, bottom - _WING_ROOT[1]


def draw_before(pen: Sheet, look: Traits, head: Head) -> None:
    """One thing on or over the head: the hat the words name, the crown of the most splendid, or a halo."""
    if look.hat is Hat.WIZARD:
        with pen.placed(
            (head.x, head.top + 0.10 * head.width), scale=_scale(head) * 0.92, turn=-5, about=(500, 276)
        ):
            draw_wizard_hat(pen, look)
    elif look.hat is Hat.CROWN:
        with pen.placed(
            (head.x, head.top + 0.09 * head.width), scale=_scale(head) * 0.9, turn=5, about=(500, 246)
        ):
            draw_crown(pen, look)
    elif look.attribute in (Attribute.HOLY, Attribute.ANGEL):
        with pen.placed((head.x, head.top - 0.13 * head.width), scale=_scale(head), about=(500, 96)):
            draw_halo(pen, 96)


def _winged(look: Traits) -> bool:
    """Angels from rare on, and of the others the most splendid."""
    return look.splendour == 2 or (look.splendour == 1 and look.wings is Wings.FEATHER)


def _scale(head: Head) -> float:
    return head.width / _HEAD_WIDTH


def _on_head(pen: Sheet, head: Head, sunk: float) -> AbstractContextManager[None]:
    return pen.placed((head.x, head.top + sunk * head.width), scale=_scale(head), about=(500, _HEAD_TOP))
