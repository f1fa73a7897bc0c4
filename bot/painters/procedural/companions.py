"""Small creatures beside the figure. Each stands on (0, 0) and is some 220 units high."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import Colour, distance, mix, shadow
from bot.drawing.raster import INK, Sheet
from bot.drawing.shapes import ellipse, star
from bot.painters.procedural.traits import Companion, Traits

Part = Callable[[Sheet, Traits], None]

PINK: Colour = "#ff9db0"
PALE: Colour = "#fffaf2"


def draw_companion(pen: Sheet, look: Traits) -> None:
    """On the ground at the free hand's side; what has no feet floats a little higher."""
    if look.companion is None:
        return
    floating = look.companion in (Companion.FLAME, Companion.STAR, Companion.GHOST, Companion.DRAGON)
    at = (880.0, 720.0) if floating else (850.0, 916.0)
    with pen.placed(at, scale=1.06 if look.splendour else 0.98):
        COMPANIONS[look.companion](pen, look)


def _draw_face(pen: Sheet, y: float, apart: float = 36.0) -> None:
    """Dots for eyes, cheeks and a small mouth."""
    for x in (-apart, apart):
        pen.fill(ellipse(x, y, 13, 18), INK)
        pen.fill(ellipse(x - 4, y - 6, 5, 6), "#ffffff")
        pen.fill(ellipse(x * 1.7, y + 24, 14, 8), "#ff7a8a", opacity=0.6)
    pen.stroke(f"M-16 {y + 18} Q-8 {y + 30} 0 {y + 18} Q8 {y + 30} 16 {y + 18}", 7)


def _draw_body(pen: Sheet, skin: Colour) -> None:
    """A small sitting body with paws, below a head at y -140."""
    pen.cel("M-64 -70 C-84 -20 -76 0 -60 0 L60 0 C76 0 84 -20 64 -70 Z", skin, shade=(10, 6))
    pen.stroke("M-18 -34 L-18 -4 M18 -34 L18 -4", 7)


def _draw_head(pen: Sheet, skin: Colour) -> None:
    pen.cel(
        "M-96 -132 C-96 -200 -50 -222 0 -222 C50 -222 96 -200 96 -132 C96 -80 50 -58 0 -58 C-50 -58 -96 -80 "
        "-96 -132 Z",
        skin,
        shade=(12, 12),
    )


def _pair(pen: Sheet, path: str, skin: Colour, lining: str | None = None) -> None:
    for mirror in (False, True):
        with pen.mirrored(0) if mirror else pen.placed():
            pen.cel(path, skin, inside=[(lining, PINK)] if lining else [], shade=(8, 8))


def _apart(look: Traits, first: Colour, second: Colour) -> Colour:
    """The first of two colours, unless the figure itself wears it."""
    return first if distance(first, look.colours.skin) > 60 else second


def _draw_cat(pen: Sheet, look: Traits) -> None:
    skin = _apart(look, "#4a4458", "#ffb24d")
    pen.cel(
        "M56 -10 C120 -10 130 -80 104 -110 C130 -120 160 -60 130 -10 C110 16 70 10 56 0 Z", skin, shade=(6, 8)
    )
    _draw_body(pen, skin)
    _pair(pen, "M-88 -158 L-84 -254 L-24 -206 Z", skin, "M-76 -170 L-72 -228 L-38 -200 Z")
    _draw_head(pen, skin)
    pen.fill(ellipse(0, -98, 46, 30), PALE)
    for x in (-38, 38):
        pen.fill(ellipse(x, -136, 20, 24), "#ffe14a")
    _draw_face(pen, -136, 38)


def _draw_dog(pen: Sheet, look: Traits) -> None:
    skin = _apart(look, "#f0c890", "#fff6ec")
    _draw_body(pen, skin)
    _draw_head(pen, skin)
    pen.fill(ellipse(0, -98, 50, 32), "#fffdf8")
    _pair(pen, "M-58 -214 C-120 -220 -140 -150 -118 -96 C-90 -96 -80 -150 -70 -180 Z", shadow(skin))
    _draw_face(pen, -132)
    pen.fill(ellipse(0, -112, 14, 10), INK)
    pen.flat("M-10 -84 L12 -84 Q14 -56 0 -56 Q-12 -56 -10 -84 Z", "#ff7a80", line=6)


def _draw_chick(pen: Sheet, look: Traits) -> None:
    skin = _apart(look, "#ffe04a", "#8fd8ff")
    pen.stroke("M-30 -10 L-30 2 M30 -10 L30 2", 14)
    pen.cel(
        "M-92 -96 C-92 -170 -50 -196 0 -196 C50 -196 92 -170 92 -96 C92 -30 50 -4 0 -4 C-50 -4 -92 -30 -92 "
        "-96 Z",
        skin,
        shade=(14, 14),
    )
    pen.stroke("M-4 -194 Q-14 -226 12 -236 M8 -194 Q20 -216 38 -214", 9)
    _pair(pen, "M-84 -96 C-130 -96 -130 -50 -100 -44 C-84 -50 -78 -70 -76 -84 Z", skin)
    _draw_face(pen, -118)
    pen.flat("M-22 -104 Q0 -122 22 -104 Q0 -82 -22 -104 Z", "#ff9a1f", line=7)


def _draw_rabbit(pen: Sheet, look: Traits) -> None:
    skin = _apart(look, "#fff4f6", "#d8c4a8")
    _draw_body(pen, skin)
    _pair(
        pen,
        "M-60 -200 C-90 -270 -84 -330 -56 -330 C-22 -330 -14 -260 -20 -206 Z",
        skin,
        "M-50 -210 C-70 -262 -66 -304 -54 -304 C-38 -304 -32 -256 -34 -212 Z",
    )
    _draw_head(pen, skin)
    _draw_face(pen, -134)


def _draw_dragon(pen: Sheet, look: Traits) -> None:
    skin = _apart(look, "#6fd08a", "#ff8a6a")
    _pair(
        pen,
        "M-50 -60 C-110 -130 -150 -120 -176 -140 C-166 -100 -176 -84 -160 -60 C-130 -64 -110 -50 -60 -30 Z",
        mix(skin, "#2a3a6a", 0.4),
    )
    pen.cel("M20 -20 C80 20 120 0 124 -40 L140 -44 C146 20 80 60 0 10 Z", skin, shade=(6, 6))
    _draw_body(pen, skin)
    pen.fill(ellipse(0, -34, 34, 30), "#fff2c4")
    _pair(pen, "M-56 -204 L-66 -262 L-20 -214 Z", "#fff2c4")
    _draw_head(pen, skin)
    _draw_face(pen, -140)


def _draw_flame(pen: Sheet, look: Traits) -> None:
    """A will-o'-the-wisp in the element's colours."""
    flame = (
        "M0 -240 C24 -180 96 -150 96 -80 C96 -24 52 6 0 6 C-52 6 -96 -24 -96 -80 C-96 -130 -60 -140 -54 -186 "
        "C-30 -176 -8 -200 0 -240 Z"
    )
    pen.cel(flame, look.colours.deep, shade=(0, 0), line=10)
    with pen.placed((0, -6), scale=0.76):
        pen.fill(flame, look.colours.bright)
    with pen.placed((0, -8), scale=0.52):
        pen.fill(flame, mix(look.colours.glint, "#ffffff", 0.5))
    _draw_face(pen, -78, 30)


def _draw_star(pen: Sheet, look: Traits) -> None:
    pen.cel(star(0, -110, 126, 66), _apart(look, "#ffe14a", "#ff9ad0"), shade=(12, 12), line=10)
    _draw_face(pen, -116, 30)


def _draw_slime(pen: Sheet, look: Traits) -> None:
    skin = _apart(look, "#5cc8f0", "#8be05a")
    pen.cel(
        "M-112 -50 C-110 -110 -40 -130 -14 -180 Q0 -206 22 -204 Q24 -180 34 -164 C60 -120 112 -104 112 -48 "
        "C110 -8 60 0 0 0 C-60 0 -110 -8 -112 -50 Z",
        skin,
        shade=(16, 14),
    )
    pen.fill(ellipse(-60, -84, 14, 22), "#ffffff")
    _draw_face(pen, -62)


def _draw_ghost(pen: Sheet, look: Traits) -> None:
    tint = "#f6f8ff"
    pen.cel(
        "M-90 -110 C-90 -180 -50 -214 0 -214 C50 -214 90 -180 90 -110 C94 -60 100 -30 120 0 C90 10 70 -8 56 "
        "-4 C30 14 10 -6 -6 -4 C-30 12 -46 -6 -60 -2 C-76 4 -94 -40 -90 -110 Z",
        tint,
        shade=(14, 14),
    )
    _draw_face(pen, -124)
    pen.fill(ellipse(0, -84, 14, 18), look.colours.deep)


COMPANIONS: Mapping[Companion, Part] = {
    Companion.CAT: _draw_cat,
    Companion.DOG: _draw_dog,
    Companion.CHICK: _draw_chick,
    Companion.RABBIT: _draw_rabbit,
    Companion.DRAGON: _draw_dragon,
    Companion.FLAME: _draw_flame,
    Companion.STAR: _draw_star,
    Companion.SLIME: _draw_slime,
    Companion.GHOST: _draw_ghost,
}
