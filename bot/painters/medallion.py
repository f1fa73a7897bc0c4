"""Set a picture into a round medallion, dressed as attribute, rarity and words ask."""

import math

import cv2
import numpy as np

from bot.drawing.colours import Colour, mix, rgb, shadow, tone
from bot.drawing.pictures import Pixels
from bot.drawing.raster import Box, Sheet, develop, lay_over
from bot.drawing.shapes import circle, ellipse, polar, polygon
from bot.painters.portrait.cel import paint_cel
from bot.painters.portrait.drawn import is_drawn
from bot.painters.portrait.focus import best_square
from bot.painters.procedural.attire import Hat
from bot.painters.procedural.back import draw_wings
from bot.painters.procedural.emblems import draw_emblem, draw_floating, draw_gem, emblem_colour
from bot.painters.procedural.hats import draw_crown, draw_halo, draw_horn, draw_wizard_hat
from bot.painters.procedural.held import draw_weapon
from bot.painters.procedural.traits import Species, Traits
from bot.stickers.design import Attribute

SIZE = 1024
"""Edge of the art, in pixels."""

CENTRE = (500.0, 470.0)
GLASS, RING = 306.0, 372.0
"""Radius of the picture, and of the ring round it."""
MARGIN = 16.0

GOLD: Colour = "#ffcf33"
SILVER: Colour = "#cfd8e8"
BRONZE: Colour = "#e09a58"


def compose_medallion(look: Traits, picture: Pixels, size: int = SIZE) -> Pixels:
    """What is behind the picture, the picture, and what lies over its edge, as (size, size, 4) straight RGBA."""
    behind, before = Sheet(), Sheet()
    _draw_behind(behind, look)
    _draw_before(before, look)
    view = _view(behind.box(), before.box())
    art = develop(behind, size, view)
    _set_picture(art, picture, look, view)
    lay_over(art, develop(before, size, view))
    return art


def _view(*boxes: Box) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left) - MARGIN, min(top) - MARGIN, max(right) + MARGIN, max(bottom) + MARGIN


def _set_picture(art: Pixels, picture: Pixels, look: Traits, view: Box) -> None:
    """Paint the picture into the glass. Its edge is cut hard: the ring's ink hides it."""
    scale = len(art) / max(view[2] - view[0], view[3] - view[1])
    middle_x = len(art) / 2 + (CENTRE[0] - (view[0] + view[2]) / 2) * scale
    middle_y = len(art) + (CENTRE[1] - view[3]) * scale
    radius = math.ceil(GLASS * scale)
    left, top = round(middle_x) - radius, round(middle_y) - radius
    window = art[top : top + 2 * radius, left : left + 2 * radius]
    mask = np.zeros(window.shape[:2], np.uint8)
    cv2.circle(mask, (radius, radius), radius, 255, cv2.FILLED)
    shown = _square(picture, 2 * radius, look.colours.bright)
    drawn = is_drawn(np.ascontiguousarray(shown[..., :3]), shown[..., 3])
    cv2.copyTo(_enliven(shown) if drawn else paint_cel(shown), mask, window)


def _square(picture: Pixels, edge: int, ground: Colour) -> Pixels:
    """The square of the picture that shows most, opaque: what is clear shows `ground`."""
    left, top, side = best_square(picture)
    crop = np.ascontiguousarray(picture[top : top + side, left : left + side])
    opaque = np.full_like(crop, (*rgb(ground), 255))
    lay_over(opaque, crop)
    way = cv2.INTER_AREA if side > edge else cv2.INTER_CUBIC
    return cv2.resize(opaque, (edge, edge), interpolation=way).astype(np.uint8, copy=False)


def _enliven(picture: Pixels) -> Pixels:
    """Stronger colour and contrast for drawings, so that they hold their own beside the ring."""
    vivid, contrast, lift = 1.3, 1.08, -6.0
    grey = np.array([[0.2126, 0.7152, 0.0722]]) * (1 - vivid)
    mix_colours = np.zeros((4, 5))
    mix_colours[:3, :3] = (np.eye(3) * vivid + grey) * contrast
    mix_colours[:3, 4] = lift
    mix_colours[3, 3] = 1.0
    # opencv takes the fifth column as what is added, and saturates.
    return cv2.transform(picture, mix_colours).astype(np.uint8, copy=False)


def _metal(look: Traits) -> Colour:
    return (BRONZE, SILVER, GOLD)[look.splendour]


def _draw_behind(pen: Sheet, look: Traits) -> None:
    """Rays, wings, crossed weapons, the ribbon's tails, and the disc that the picture lies on."""
    if look.splendour:
        _draw_rays(pen, look)
    # The picture is what counts: wings reach just as far beyond the ring whatever the rarity.
    with pen.placed((500, 560), scale=(1.26, 1.13, 1.01)[look.splendour], about=(500, 600)):
        draw_wings(pen, look)
    if look.weapon and look.splendour and not look.wings:
        for turn in (-38, 38):
            with pen.placed((500, 560), turn=turn, scale=1.2):
                draw_weapon(pen, look)
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed():
            pen.cel(
                "M600 800 L850 770 L812 838 L872 896 L640 900 Z", shadow(look.colours.deep), shade=(10, 12)
            )
    pen.cel(circle(*CENTRE, RING), _metal(look), shade=(20, 20), line=12)


def _draw_rays(pen: Sheet, look: Traits) -> None:
    """Long and short points all round: straight for the bright side, hooked for the dark."""
    hook = 9.0 if look.attribute.is_dark else 0.0
    for k in range(24):
        angle = k * 15.0
        if 60 < angle < 120:  # the ribbon hangs there: tips would stick out below it
            continue
        tip = polar(*CENTRE, RING + (96 if k % 2 else 62), angle + hook)
        foot = [polar(*CENTRE, RING - 10, angle + side) for side in (-6.5, 6.5)]
        pen.cel(
            polygon([foot[0], tip, foot[1]]),
            look.colours.bright if k % 2 else look.colours.glint,
            shade=(6, 8),
        )


def _draw_before(pen: Sheet, look: Traits) -> None:
    """The glass's gleam, the ring, what adorns it, the ribbon, and what crowns the whole."""
    _draw_glass(pen, look)
    _draw_ring(pen, look)
    if look.attribute in (Attribute.HOLY, Attribute.ANGEL, Attribute.GUARDIAN):
        _draw_laurel(pen, look)
    else:
        _draw_thorns(pen, look)
    _draw_ribbon(pen, look)
    _draw_top(pen, look)
    draw_floating(pen, look)


def _draw_glass(pen: Sheet, look: Traits) -> None:
    x, y = CENTRE
    gleam = f"M{x - 250} {y - 60} A258 258 0 0 1 {x - 40} {y - 254} A300 300 0 0 0 {x - 250} {y - 60} Z"
    pen.fill(gleam, "#ffffff", opacity=0.75)
    shade = f"M{x + 292} {y + 40} A294 294 0 0 1 {x - 130} {y + 264} A330 330 0 0 0 {x + 292} {y + 40} Z"
    pen.fill(shade, look.colours.deep, opacity=0.4)


def _draw_ring(pen: Sheet, look: Traits) -> None:
    """Lines and light on the rim; stones on the splendid ones."""
    middle = (GLASS + RING) / 2
    pen.stroke(circle(*CENTRE, middle), RING - GLASS - 8, _metal(look))
    pen.stroke(_arc(middle + 12, 185, 285), 12, mix(_metal(look), "#ffffff", 0.7))
    pen.stroke(_arc(middle, 10, 110), 46, tone(_metal(look), light=0.72))
    pen.stroke(circle(*CENTRE, GLASS), 12)
    pen.stroke(circle(*CENTRE, RING), 12)
    stones = (0, 4, 8)[look.splendour]
    for k in range(stones):
        draw_gem(pen, polar(*CENTRE, middle, 45 + k * 360 / stones), 23, look.colours.deep)


def _arc(radius: float, first: float, last: float) -> str:
    start, end = polar(*CENTRE, radius, first), polar(*CENTRE, radius, last)
    return f"M{start[0]:.1f} {start[1]:.1f} A{radius} {radius} 0 {int(last - first > 180)} 1 {end[0]:.1f} {end[1]:.1f}"


def _draw_laurel(pen: Sheet, look: Traits) -> None:
    """Two branches from the ribbon up the sides."""
    leaf = "#58b848" if look.attribute is Attribute.GUARDIAN else "#ffe27a"
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed():
            for k in range(7):
                angle = 76 - k * 15
                for lean, reach in ((38, 30), (-22, -14)):
                    with pen.placed(polar(*CENTRE, RING - 4 + reach, angle), turn=angle - 90 + lean):
                        pen.cel("M-6 0 Q14 -30 74 0 Q14 30 -6 0 Z", leaf, shade=(6, 7), line=8)


def _draw_thorns(pen: Sheet, look: Traits) -> None:
    """Spikes on the ring's lower sides."""
    for angle in (-8, 12, 32, 52, 128, 148, 168, 188):
        with pen.placed(polar(*CENTRE, RING - 14, angle), turn=angle):
            pen.cel("M-8 -30 L70 0 L-8 30 Z", "#f1e2b8", shade=(4, 10))
            pen.cel(circle(-6, 0, 18), _metal(look), shade=(5, 5), line=7)


def _draw_ribbon(pen: Sheet, look: Traits) -> None:
    """Across the foot, with the emblem; the name's lettering may cover it."""
    pen.cel(
        "M236 772 Q500 872 764 772 L782 872 Q500 972 218 872 Z", look.colours.deep, shade=(0, 22), line=11
    )
    pen.stroke("M244 796 Q500 894 756 796", 6, look.colours.bright)
    pen.cel(circle(500, 850, 66), _metal(look), shade=(10, 10), line=10)
    draw_emblem(pen, look.element, (500, 850), 94, emblem_colour(look))


def _draw_top(pen: Sheet, look: Traits) -> None:
    """Horns or a halo, and a hat, or else a crest."""
    top = CENTRE[1] - RING
    if look.attribute.is_dark and look.hat is not Hat.WIZARD:
        for mirror in (False, True):
            flip = pen.mirrored(500) if mirror else pen.placed()
            with flip, pen.placed((500, top + 76), scale=1.15, about=(500, 250)):
                draw_horn(pen, look)
    if look.hat is Hat.WIZARD:
        with pen.placed((500, top + 40), turn=-6, scale=0.9, about=(500, 250)):
            draw_wizard_hat(pen, look)
    elif look.hat is Hat.CROWN or look.splendour == 2:
        with pen.placed((500, top + 34), scale=0.86, about=(500, 240)):
            draw_crown(pen, look)
    else:
        _draw_crest(pen, look, top)
    if look.halo and look.hat is not Hat.WIZARD and look.splendour < 2:
        with pen.placed((500, top - 90), about=(500, 96)):
            draw_halo(pen, 96)


def _draw_crest(pen: Sheet, look: Traits, top: float) -> None:
    if look.species in (Species.CAT, Species.FOX, Species.BEAR, Species.PANDA):
        _draw_ears(pen, look)
    for side in (-1, 1):
        pen.cel(ellipse(500 + side * 78, top + 8, 54, 26), _metal(look), shade=(6, 8))
    pen.cel(circle(500, top, 64), _metal(look), shade=(12, 12), line=11)
    draw_emblem(pen, look.element, (500, top), 92, emblem_colour(look))


def _draw_ears(pen: Sheet, look: Traits) -> None:
    """Of a beast that the words name."""
    for angle in (-128, -52):
        with pen.placed(polar(*CENTRE, RING - 6, angle), turn=angle + 90):
            pen.cel(
                "M-84 14 Q-30 -140 0 -146 Q30 -140 84 14 Z",
                look.colours.skin,
                line=11,
                inside=[("M-46 14 Q-12 -92 0 -98 Q12 -92 46 14 Z", "#ff9db0")],
            )
