"""Eyes: balls, lids, lights. Each eye is drawn as the right one, its middle at (0, 0)."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import Colour, mix, tone
from bot.drawing.raster import INK, Sheet
from bot.drawing.shapes import ellipse, star
from bot.painters.procedural.heads.head import CHARCOAL, PALE
from bot.painters.procedural.traits import Eyes, Species, Traits

Part = Callable[[Sheet, Traits], None]

APART, LEVEL = 94.0, 424.0
"""Half the distance between the eyes, and their height on the sheet."""

HEART = "M0 52 C-66 8 -54 -46 -26 -46 C-10 -46 0 -34 0 -24 C0 -34 10 -46 26 -46 C54 -46 66 8 0 52 Z"
_SLIT = (Species.DRAGON, Species.CAT, Species.FROG, Species.SHARK, Species.TIGER)
_SMALL = (Species.SLIME, Species.ONIGIRI, Species.PUDDING, Species.SNOWMAN, Species.GHOST, Species.MOUSE)


def draw_eyes(pen: Sheet, look: Traits) -> None:
    """Both eyes with their lights, which fall on both from the upper left."""
    for left in (True, False):
        shape = _shape(look, left=left)
        with (
            pen.mirrored(500) if left else pen.placed(),
            pen.placed((500 + APART, LEVEL), turn=4, scale=_size(look)),
        ):
            EYES[shape](pen, look)
        if shape in _LIT:
            with pen.placed((500 - APART + 4 if left else 500 + APART - 4, LEVEL), scale=_size(look)):
                _draw_lights(pen, shape)


def lid_colour(look: Traits) -> Colour:
    """What surrounds the eyes."""
    skin = look.colours.skin
    around: Mapping[Species, Colour] = {
        Species.PANDA: CHARCOAL,
        Species.SKELETON: "#4a3f5c",
        Species.TANUKI: tone(skin, light=0.45),
        Species.BEETLE: "#ffe2bc",
        Species.MONKEY: "#ffdcb4",
        Species.SHEEP: "#f8dcc6",
        Species.PENGUIN: "#ffffff",
        Species.BIRD: PALE,
        Species.OWL: mix(PALE, skin, 0.12),
        Species.WOLF: "#f2f4fa",
    }
    return around.get(look.species, skin)


def line_colour(look: Traits) -> Colour:
    """A line that stands off what surrounds the eyes."""
    return "#ffffff" if look.species in (Species.PANDA, Species.SKELETON, Species.TANUKI) else INK


def _shape(look: Traits, *, left: bool) -> Eyes:
    """A wink closes the right eye only."""
    if look.eyes is Eyes.WINK:
        return Eyes.ROUND if left else Eyes.SMILING
    return look.eyes


def _size(look: Traits) -> float:
    return 0.86 if look.species in _SMALL else 1.14 if look.species is Species.ALIEN else 1.0


def _draw_lights(pen: Sheet, shape: Eyes) -> None:
    if shape is Eyes.STARRY:
        pen.fill(star(-10, -8, 27, 11, points=4), "#ffffff")
    elif shape in (Eyes.SHARP, Eyes.SLEEPY):
        pen.fill(ellipse(-11, 12, 11, 13), "#ffffff")
    else:
        pen.fill(ellipse(-11, -14, 14, 18), "#ffffff")
    pen.fill(ellipse(13, 38, 8, 10), "#ffffff")


def _draw_ball(pen: Sheet, look: Traits) -> None:
    """White, iris, pupil: the lights are set by the caller."""
    iris = look.colours.iris
    pen.fill(ellipse(0, 6, 47, 67), "#ffffff")
    pen.fill(ellipse(-4, 12, 36, 54), iris)
    pen.fill(ellipse(-4, 32, 27, 30), tone(iris, light=1.5))
    slit = look.species in _SLIT
    pen.fill(ellipse(-4, 9, 12 if slit else 20, 34 if slit else 31), "#180c14")


def _draw_lashes(pen: Sheet) -> None:
    pen.stroke("M-50 -16 Q-42 -66 0 -68 Q42 -66 52 -18", 18)
    pen.stroke("M-28 72 Q0 80 28 72", 7)


def _draw_round(pen: Sheet, look: Traits) -> None:
    _draw_ball(pen, look)
    _draw_lashes(pen)


def _draw_sharp(pen: Sheet, look: Traits) -> None:
    """A ball under a slanting lid."""
    _draw_ball(pen, look)
    pen.fill("M-58 -74 L62 -84 L66 -40 Q10 -46 -56 -14 Z", lid_colour(look))
    pen.stroke("M-54 -10 Q4 -46 60 -44 L74 -58", 19)
    pen.stroke("M-26 72 Q0 80 34 68", 7)


def _draw_starry(pen: Sheet, look: Traits) -> None:
    _draw_ball(pen, look)
    _draw_lashes(pen)
    pen.stroke("M48 -26 L68 -40 M52 -6 L74 -12", 9)


def _draw_sleepy(pen: Sheet, look: Traits) -> None:
    _draw_ball(pen, look)
    pen.fill("M-60 -80 L62 -80 L62 -10 Q0 -22 -60 -6 Z", lid_colour(look))
    pen.stroke("M-54 -4 Q0 -22 58 -10", 19)
    pen.stroke("M-28 72 Q0 80 28 72", 7)


def _draw_smiling(pen: Sheet, look: Traits) -> None:
    pen.stroke("M-50 34 Q0 -50 52 30", 19, line_colour(look))


def _draw_squeezed(pen: Sheet, look: Traits) -> None:
    """Shut tight: > <."""
    pen.stroke("M48 -34 L-40 8 L48 48", 19, line_colour(look))


def _draw_asleep(pen: Sheet, look: Traits) -> None:
    pen.stroke("M-50 4 Q0 48 52 4", 19, line_colour(look))
    pen.stroke("M-18 34 L-26 52 M14 34 L20 52 M42 18 L56 32", 8, line_colour(look))


def _draw_hearts(pen: Sheet, _: Traits) -> None:
    pen.cel(HEART, "#ff3a70", shade=(8, 8), line=10)
    pen.fill(ellipse(-24, -20, 11, 9), "#ffffff")


def _draw_dots(pen: Sheet, look: Traits) -> None:
    """Plain black ovals with a light, as on old toys."""
    pen.flat(ellipse(0, 6, 34, 50), "#241620", line=8, ink=line_colour(look))
    pen.fill(ellipse(-11, -12, 11, 15), "#ffffff")


EYES: Mapping[Eyes, Part] = {
    Eyes.ROUND: _draw_round,
    Eyes.SHARP: _draw_sharp,
    Eyes.STARRY: _draw_starry,
    Eyes.SLEEPY: _draw_sleepy,
    Eyes.SMILING: _draw_smiling,
    Eyes.WINK: _draw_round,
    Eyes.HEARTS: _draw_hearts,
    Eyes.SQUEEZED: _draw_squeezed,
    Eyes.ASLEEP: _draw_asleep,
    Eyes.DOTS: _draw_dots,
}
_LIT = (Eyes.ROUND, Eyes.SHARP, Eyes.STARRY, Eyes.SLEEPY)


def draw_visor(pen: Sheet, look: Traits) -> None:
    """A robot's face is a screen: its eyes are light."""
    pen.cel("M326 352 Q500 322 674 352 L664 482 Q500 510 336 482 Z", "#18203a", shade=(0, 0))
    for x in (418, 582):
        with pen.placed((x, 418)):
            _draw_lamp(pen, look, 1 if x < 500 else -1)
    pen.fill("M340 362 Q380 354 420 350 L380 484 Q356 482 344 478 Z", "#ffffff", opacity=0.14)


def _draw_lamp(pen: Sheet, look: Traits, side: int) -> None:
    glow = look.colours.bright
    match look.eyes:
        case Eyes.SMILING | Eyes.WINK:
            pen.stroke("M-42 28 Q0 -46 42 28", 20, glow)
        case Eyes.SQUEEZED:
            pen.stroke(f"M{-30 * side} -30 L{30 * side} 0 L{-30 * side} 30", 18, glow)
        case Eyes.SLEEPY | Eyes.ASLEEP:
            pen.stroke("M-42 4 L42 4", 20, glow)
        case Eyes.HEARTS:
            pen.fill(HEART, "#ff5a8a")
        case Eyes.STARRY:
            pen.fill(star(0, 0, 56, 24), glow)
        case _ if look.fierce:
            lean = 24 * side
            pen.fill(f"M-46 {-18 - lean} L46 {-18 + lean} L34 46 L-34 46 Z", glow)
            pen.fill(ellipse(0, 26, 16, 14), "#ffffff")
        case _:
            pen.fill(ellipse(0, 0, 44, 52), glow)
            pen.fill(ellipse(-8, -10, 20, 24), "#ffffff")
