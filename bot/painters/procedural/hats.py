"""Hats, horns and haloes: what sits on the head."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import Colour, luma, mix, tone
from bot.drawing.raster import INK, Sheet
from bot.drawing.shapes import circle, ellipse, star
from bot.painters.procedural import caps
from bot.painters.procedural.attire import Hat
from bot.painters.procedural.back import halo_is_behind
from bot.painters.procedural.emblems import draw_emblem, draw_gem, emblem_colour
from bot.painters.procedural.heads import HEADS
from bot.painters.procedural.heads.head import draw_pair
from bot.painters.procedural.traits import Species, Traits

Part = Callable[[Sheet, Traits], None]

STEEL_SHADE: Colour = "#8fa0c2"


def draw_headwear(pen: Sheet, look: Traits) -> None:
    """Horns, then the hat, then the ring of light."""
    if look.horns:
        for mirror in (False, True):
            with pen.mirrored(500) if mirror else pen.placed():
                draw_horn(pen, look)
    if look.hat:
        # A full crown would hide upright ears: it sits between them instead.
        small = look.hat in (Hat.CROWN, Hat.TIARA) and HEADS[look.species].crowned
        with pen.placed((500, 226 if small else 240), scale=0.66 if small else 1.0, about=(500, 240)):
            HATS[look.hat](pen, look)
    if look.halo and not halo_is_behind(look):
        draw_halo(pen, 96)


def draw_horn(pen: Sheet, look: Traits) -> None:
    """The left horn; the other is its mirror."""
    if look.species is Species.ONI and look.hat is None:
        pen.cel("M366 236 L372 78 Q376 64 388 76 L458 206 Z", "#fff3c4", shade=(14, 0), line=10)
        pen.stroke("M372 186 L434 178 M376 142 L412 138", 6)
    elif look.hat is None:
        pen.cel(
            "M346 262 C232 236 186 140 226 40 C262 112 334 130 424 206 Z",
            _horn(look),
            shade=(14, 10),
            line=10,
        )
        pen.stroke("M284 216 Q312 192 318 156 M238 160 Q262 146 268 116", 6)
    else:
        # Under a crown or band they grow from the temples, outward.
        pen.cel(
            "M302 372 C210 350 150 260 168 150 C206 226 262 262 330 286 Z",
            _horn(look),
            shade=(12, 10),
            line=10,
        )
        pen.stroke("M236 312 Q262 290 268 262 M190 246 Q208 234 214 216", 6)


def _horn(look: Traits) -> Colour:
    return "#8a2a3a" if look.species is Species.HUMAN else "#f1e2b8"


def draw_wizard_hat(pen: Sheet, look: Traits) -> None:
    """A bent cone on a brim; its band is at (500, 250)."""
    cloth = look.colours.hat
    cone = (
        "M330 250 C372 110 450 20 640 -20 C600 34 644 60 604 92 C646 132 662 190 672 250 Q500 300 330 250 Z"
    )
    spots: list[tuple[str, Colour]] = []
    if look.splendour:
        spots = [
            (star(470, 150, 26, 11), "#ffe14a"),
            (star(570, 96, 20, 9), "#ffe14a"),
            (star(600, 176, 16, 7), "#ffe14a"),
        ]
    pen.cel(cone, cloth, shade=(26, 0), line=11, inside=spots)
    pen.cel("M196 276 Q500 166 804 276 Q650 350 500 342 Q350 350 196 276 Z", cloth, shade=(0, 18), line=11)
    pen.cel("M336 228 Q500 278 666 228 L676 268 Q500 322 326 268 Z", look.colours.trim, shade=(0, 10), line=8)
    draw_emblem(pen, look.element, (500, 272), 78, emblem_colour(look))


def _draw_hood(pen: Sheet, look: Traits) -> None:
    """A ninja's: over the head, over the mouth, a plate on the forehead."""
    cloth = tone(look.colours.hat, light=0.7)
    pen.cel("M702 330 L838 250 L806 326 L866 386 Z", cloth, line=9)
    hood = (
        "M268 420 C250 226 380 164 500 164 C620 164 750 226 732 420 Q704 378 664 356 L336 356 Q296 378 268 "
        "420 Z"
    )
    pen.cel(hood, cloth, shade=(22, 0), line=11)
    mask = "M290 478 Q500 536 710 478 Q712 566 626 592 Q500 622 374 592 Q288 566 290 478 Z"
    pen.cel(mask, cloth, shade=(20, 10), line=11)
    pen.stroke("M372 556 Q430 572 470 574", 7, tone(cloth, light=1.6))
    pen.cel(
        "M318 284 Q500 240 682 284 L676 356 Q500 322 324 356 Z",
        look.colours.metal,
        shade=(0, 14),
        dark=STEEL_SHADE,
    )
    draw_emblem(pen, look.element, (500, 304), 66, emblem_colour(look))


def _draw_helmet(pen: Sheet, look: Traits) -> None:
    plume = "M462 168 Q480 30 650 6 Q612 50 662 76 Q606 86 624 128 Q570 122 540 172 Z"
    pen.cel(plume, look.colours.deep if look.splendour < 2 else look.colours.bright, shade=(10, 12), line=10)
    metal = look.colours.metal if look.splendour < 2 else "#ffd24a"
    dome = (
        "M262 440 C242 220 380 148 500 148 C620 148 758 220 738 440 L694 436 Q694 334 642 320 L542 332 L500 "
        "376 L458 332 L358 320 Q306 334 306 436 Z"
    )
    pen.cel(dome, metal, shade=(26, 10), dark=STEEL_SHADE if look.splendour < 2 else "#c98a1a", line=11)
    pen.fill("M330 262 Q390 196 470 184 Q400 216 356 284 Z", "#ffffff", opacity=0.8)
    pen.cel("M440 334 L500 206 L560 334 L500 378 Z", look.colours.trim, shade=(10, 8))
    draw_gem(pen, (500, 306), 24, look.colours.deep)
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed():
            pen.cel("M286 340 Q190 310 156 160 Q244 196 322 262 Z", look.colours.trim, line=10)
            pen.stroke("M210 226 Q250 250 290 296", 6)


def draw_crown(pen: Sheet, look: Traits) -> None:
    """Five jewelled points; its foot is at (500, 240), 320 wide."""
    rise = (20, 0, -24)[look.splendour]
    body = (
        f"M340 240 L312 {100 + rise} L408 170 L500 {56 + rise} L592 170 L688 {100 + rise} L660 240 "
        "Q500 284 340 240 Z"
    )
    lining = "M346 214 Q500 254 654 214 L660 244 Q500 288 340 244 Z"
    gloss = f"M346 {136 + rise} L362 210 L382 216 L368 {152 + rise} Z"
    pen.cel(body, "#ffcf33", shade=(18, 8), line=11, inside=[(gloss, "#fff6c8"), (lining, look.colours.deep)])
    pen.stroke("M346 212 Q500 252 654 212", 7)
    for x, y in ((312, 92 + rise), (500, 46 + rise), (688, 92 + rise)):
        draw_gem(pen, (x, y), 25, look.colours.bright)
    draw_emblem(pen, look.element, (500, 186), 84, emblem_colour(look))


def _draw_headband(pen: Sheet, look: Traits) -> None:
    cloth = "#ffffff" if luma(look.colours.hair) < 0.75 else look.colours.hat
    for path in ("M706 300 C780 270 800 320 880 300 C850 340 870 360 846 392 C790 400 760 350 700 340 Z",
                 "M704 310 C760 340 770 400 830 430 C790 440 780 470 740 470 C730 410 710 380 690 340 Z"):  # fmt: skip
        pen.cel(path, cloth, shade=(4, 12))
    pen.cel("M284 318 Q500 232 716 318 L712 376 Q500 296 288 376 Z", cloth, shade=(0, 12), line=10)
    pen.cel(circle(500, 306, 36), "#e3203a", shade=(6, 6), line=7)


def _draw_wreath(pen: Sheet, look: Traits) -> None:
    for k in range(9):
        x = 300 + k * 50
        y = 300 - 74 * (1 - ((x - 500) / 200) ** 2)
        with pen.placed((x, y), turn=(x - 500) * 0.22 + (24 if k % 2 else -24)):
            pen.cel(ellipse(0, 0, 22, 42), "#58b848", shade=(6, 6), line=8)
    for x, y, size in ((330, 268, 36), (500, 218, 46), (670, 268, 36)):
        petals = mix(look.colours.bright, "#ff9ac8", 0.3)
        for turn in range(0, 360, 72):
            with pen.placed((x, y), turn=turn):
                pen.cel(ellipse(0, -size * 0.62, size * 0.42, size * 0.5), petals, shade=(3, 4), line=7)
        pen.cel(circle(x, y, size * 0.36), "#ffe14a", shade=(3, 3), line=6)


def _draw_kabuto(pen: Sheet, look: Traits) -> None:
    """A samurai's helmet: a crescent on the brow, plates behind the cheeks."""

    def cheek() -> None:
        pen.cel(
            "M306 330 L214 400 L196 520 L288 560 Q270 440 320 380 Z",
            look.colours.hat,
            shade=(10, 12),
            line=11,
        )
        pen.stroke("M222 442 L286 476 M212 484 L282 518", 7, look.colours.trim)
        pen.cel(
            "M330 320 C250 320 210 280 204 220 C260 236 310 250 372 262 Z",
            look.colours.metal,
            shade=(8, 10),
            line=10,
        )

    draw_pair(pen, cheek)
    dome = "M286 372 C270 220 390 150 500 150 C610 150 730 220 714 372 Q500 292 286 372 Z"
    pen.cel(dome, look.colours.hat, shade=(24, 10), line=11)
    pen.stroke("M420 176 Q396 230 396 312 M580 176 Q604 230 604 312", 7, tone(look.colours.hat, light=0.65))
    pen.cel("M280 360 Q500 268 720 360 L712 402 Q500 318 288 402 Z", look.colours.trim, shade=(0, 10), line=9)
    moon = (
        "M500 284 C380 270 316 170 340 20 C372 150 440 206 500 208 C560 206 628 150 660 20 C684 170 620 270 "
        "500 284 Z"
    )
    pen.cel(moon, "#ffd24a", shade=(10, 10), line=10)
    draw_emblem(pen, look.element, (500, 252), 74, emblem_colour(look))


def _draw_tiara(pen: Sheet, look: Traits) -> None:
    """Slender, in pearls and one large stone."""
    metal = "#ffd84a" if look.splendour else "#e6ecf8"
    body = (
        "M330 282 C350 220 420 236 440 170 Q470 190 500 110 Q530 190 560 170 C580 236 650 220 670 282 Q500 "
        "226 330 282 Z"
    )
    pen.cel(body, metal, shade=(8, 8), line=10)
    draw_gem(pen, (500, 196), 32, look.colours.bright)
    for x, y in ((420, 226), (580, 226)):
        draw_gem(pen, (x, y), 17, look.colours.deep)
    for x, y in ((440, 160), (500, 98), (560, 160)):
        pen.cel(circle(x, y, 15), "#fffdf6", shade=(4, 4), line=7)


HATS: Mapping[Hat, Part] = {
    Hat.WIZARD: draw_wizard_hat,
    Hat.NINJA: _draw_hood,
    Hat.KNIGHT: _draw_helmet,
    Hat.CROWN: draw_crown,
    Hat.HEADBAND: _draw_headband,
    Hat.WREATH: _draw_wreath,
    Hat.SAMURAI: _draw_kabuto,
    Hat.TIARA: _draw_tiara,
    Hat.PIRATE: caps.draw_pirate,
    Hat.CHEF: caps.draw_chef,
    Hat.TOP: caps.draw_top,
    Hat.CAP: caps.draw_cap,
    Hat.SANTA: caps.draw_santa,
    Hat.STRAW: caps.draw_straw,
    Hat.COWBOY: caps.draw_cowboy,
    Hat.POLICE: caps.draw_police,
    Hat.BERET: caps.draw_beret,
    Hat.RIBBON: caps.draw_ribbon,
    Hat.HEADPHONES: caps.draw_headphones,
    Hat.BOWL: caps.draw_bowl,
    Hat.HARD: caps.draw_hard,
    Hat.CAT_EARS: caps.draw_cat_ears,
}


def draw_halo(pen: Sheet, y: float) -> None:
    """A ring of light with its middle at (500, y)."""
    ring = ellipse(500, y, 152, 42)
    with pen.placed((500, y), turn=-6, about=(500, y)):
        pen.stroke(ring, 46, INK)
        pen.stroke(ring, 28, "#ffd83a")
        pen.stroke(ellipse(500, y - 4, 152, 42), 9, "#fffbd0")
