"""Hats of trades and holidays, drawn where a head's crown is: the brim near y 290, up to about y 40."""

from bot.drawing.colours import Colour, mix, shadow, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import circle, ellipse, puffs, star
from bot.painters.procedural.emblems import draw_emblem, draw_gem, emblem_colour
from bot.painters.procedural.heads.head import PINK, draw_ears, draw_pair
from bot.painters.procedural.traits import Traits

STRAW: Colour = "#f2cf6e"
WHITE: Colour = "#fffdf6"


def draw_pirate(pen: Sheet, look: Traits) -> None:
    """Two-cornered, with a skull on its front."""
    felt = "#3a3046"
    hat = (
        "M196 320 C210 210 330 210 360 110 C420 50 580 50 640 110 C670 210 790 210 804 320 Q650 270 500 268 "
        "Q350 270 196 320 Z"
    )
    pen.cel(hat, felt, shade=(20, 10), line=11)
    pen.stroke("M214 300 Q350 250 500 248 Q650 250 786 300", 15, look.colours.trim)
    pen.cel(
        "M450 168 C450 110 550 110 550 168 C550 190 540 196 536 214 L464 214 C460 196 450 190 450 168 Z",
        WHITE,
        line=8,
    )
    for x in (480, 520):
        pen.fill(circle(x, 168, 11), felt)
    pen.stroke("M488 212 L488 200 M512 212 L512 200", 5)


def draw_chef(pen: Sheet, _: Traits) -> None:
    """A tall white toque."""
    top = puffs(500, 130, 150, 160, 380, 6)
    pen.cel(top + " L650 180 L642 290 Q500 320 358 290 L350 180 Z", WHITE, shade=(22, 8), line=11)
    pen.stroke("M430 236 L426 150 M500 246 L500 160 M570 236 L574 150", 7, "#b9c2dc")
    pen.cel("M346 230 Q500 262 654 230 L650 296 Q500 330 350 296 Z", WHITE, shade=(12, 10), line=10)


def draw_top(pen: Sheet, look: Traits) -> None:
    """A magician's silk hat."""
    felt = "#33304a"
    pen.cel("M364 260 L346 30 Q500 0 654 30 L636 260 Q500 290 364 260 Z", felt, shade=(24, 0), line=11)
    pen.fill("M376 60 L404 54 L414 240 L392 236 Z", "#6a6890")
    pen.cel("M362 200 Q500 234 638 200 L636 262 Q500 292 364 262 Z", look.colours.hat, shade=(10, 8), line=9)
    pen.cel(
        "M240 270 Q300 220 364 240 Q500 280 636 240 Q700 220 760 270 Q660 340 500 336 Q340 340 240 270 Z",
        felt,
        line=11,
    )


def draw_cap(pen: Sheet, look: Traits) -> None:
    """A baseball cap, its peak to the side."""
    dome = "M284 300 C276 170 390 110 500 110 C610 110 724 170 716 300 Q500 250 284 300 Z"
    pen.cel(dome, look.colours.hat, shade=(20, 8), line=11)
    pen.cel(
        "M396 268 C410 180 460 130 500 114 C540 130 590 180 604 268 Q500 246 396 268 Z",
        WHITE,
        shade=(10, 6),
        line=8,
    )
    pen.cel(
        "M284 296 Q500 244 716 296 C770 300 820 340 830 372 Q640 290 300 336 Q280 320 284 296 Z",
        look.colours.hat,
        line=11,
    )
    pen.cel(ellipse(500, 110, 26, 14), look.colours.hat, shade=(4, 4), line=8)
    draw_emblem(pen, look.element, (500, 210), 84, emblem_colour(look))


def draw_santa(pen: Sheet, _: Traits) -> None:
    """A red bag cap with fur."""
    bag = (
        "M300 290 C310 130 440 30 600 60 C720 84 800 170 806 280 C760 220 700 200 676 220 Q704 250 700 290 "
        "Q500 240 300 290 Z"
    )
    pen.cel(bag, "#e02a34", shade=(18, 14), line=11)
    pen.cel(circle(806, 306, 50), WHITE, shade=(10, 10), line=10)
    brim = "M280 276 Q500 206 720 276 Q752 310 716 346 Q500 282 284 346 Q248 310 280 276 Z"
    pen.cel(brim, WHITE, shade=(4, 14), line=11)


def draw_straw(pen: Sheet, look: Traits) -> None:
    """A summer hat with a ribbon."""
    pen.cel(
        "M340 270 C330 130 420 90 500 90 C580 90 670 130 660 270 Q500 300 340 270 Z",
        STRAW,
        shade=(20, 8),
        line=11,
    )
    pen.stroke("M372 160 Q500 190 628 160 M420 114 Q500 136 580 114", 6, shadow(STRAW))
    pen.cel("M338 214 Q500 250 662 214 L664 272 Q500 304 336 272 Z", "#d8303c", shade=(10, 8), line=9)
    pen.cel(
        "M176 300 Q340 226 500 268 Q660 226 824 300 Q660 352 500 340 Q340 352 176 300 Z",
        STRAW,
        shade=(0, 14),
        line=11,
    )
    pen.stroke("M236 300 Q360 276 500 300 Q640 276 764 300", 6, shadow(STRAW))
    if look.splendour == 2:
        for turn in range(0, 360, 72):
            with pen.placed((640, 240), turn=turn):
                pen.cel(ellipse(0, -26, 17, 22), look.colours.bright, shade=(3, 3), line=6)
        pen.cel(circle(640, 240, 15), "#ffe14a", shade=(3, 3), line=6)


def draw_cowboy(pen: Sheet, look: Traits) -> None:
    """A wide brim rolled up at the sides."""
    leather = "#a86a34"
    crown = "M344 270 C340 130 380 70 440 80 Q500 130 560 80 C620 70 660 130 656 270 Q500 310 344 270 Z"
    pen.cel(crown, leather, shade=(20, 8), line=11)
    pen.cel("M342 214 Q500 252 658 214 L658 264 Q500 300 342 264 Z", "#4a2c1c", shade=(8, 6), line=8)
    brim = (
        "M160 210 C180 290 320 262 500 268 C680 262 820 290 840 210 C840 320 700 352 500 346 C300 352 160 "
        "320 160 210 Z"
    )
    pen.cel(brim, leather, shade=(0, 16), line=11)
    pen.cel(star(500, 232, 44, 19), look.colours.trim, shade=(5, 5), line=8)


def draw_police(pen: Sheet, look: Traits) -> None:
    """A peaked cap with a badge."""
    blue = "#2a4a9a"
    pen.cel(
        "M250 200 C300 90 700 90 750 200 C740 250 700 262 690 290 Q500 250 310 290 C300 262 260 250 250 "
        "200 Z",
        blue,
        line=11,
    )
    pen.cel("M310 236 Q500 204 690 236 L694 296 Q500 258 306 296 Z", "#1c2c5c", shade=(6, 8), line=9)
    pen.cel(
        "M322 290 Q500 244 678 290 Q700 344 640 340 Q500 300 360 340 Q300 344 322 290 Z",
        "#20202e",
        shade=(0, 10),
        line=10,
    )
    pen.cel(
        "M456 130 L500 110 L544 130 Q548 196 500 224 Q452 196 456 130 Z",
        look.colours.trim,
        shade=(8, 8),
        line=8,
    )
    draw_gem(pen, (500, 166), 18, look.colours.deep)


def draw_beret(pen: Sheet, look: Traits) -> None:
    """A painter's, to one side."""
    hat = (
        "M296 292 C230 240 250 140 380 112 C540 76 740 110 770 210 C780 270 730 296 700 300 Q500 250 296 292 "
        "Z"
    )
    pen.cel(hat, look.colours.hat, shade=(18, 14), line=11)
    pen.stroke("M480 104 Q476 70 500 52", 18)
    pen.stroke("M302 286 Q500 244 698 292", 20)
    pen.stroke("M302 286 Q500 244 698 292", 6, tone(look.colours.hat, light=0.6))


def draw_ribbon(pen: Sheet, look: Traits) -> None:
    """A large bow on top."""
    loop = "M500 190 C430 90 300 70 290 150 C282 240 300 290 340 284 C400 276 460 240 500 210 Z"
    draw_pair(pen, lambda: pen.cel(loop, look.colours.hat, shade=(12, 14), line=11))
    draw_pair(
        pen,
        lambda: pen.stroke(
            "M470 190 Q400 160 350 170 M466 206 Q420 220 380 240", 7, shadow(look.colours.hat)
        ),
    )
    pen.cel(
        "M456 160 Q500 140 544 160 L552 244 Q500 262 448 244 Z", look.colours.hat, shade=(10, 10), line=10
    )


def draw_headphones(pen: Sheet, look: Traits) -> None:
    """Over the crown, the cups on the ears."""
    pen.stroke("M270 400 C250 90 750 90 730 400", 62)
    pen.stroke("M270 400 C250 90 750 90 730 400", 40, look.colours.hat)
    pen.stroke("M300 250 C350 160 440 146 500 146", 10, "#ffffff")

    def cup() -> None:
        pen.cel(
            "M300 330 C250 320 200 350 200 420 C200 490 250 520 300 510 Z",
            look.colours.hat,
            shade=(10, 14),
            line=11,
        )
        pen.cel("M300 326 Q326 420 300 514 Q280 420 300 326 Z", "#3a3448", shade=(4, 8), line=9)

    draw_pair(pen, cup)
    pen.cel(circle(242, 420, 22), look.colours.trim, shade=(4, 4), line=7)


def draw_bowl(pen: Sheet, look: Traits) -> None:
    """A space helmet: clear, so that everything shows through."""
    pen.fill(circle(500, 390, 286), "#d8f2ff", opacity=0.2)
    pen.stroke(circle(500, 390, 286), 30)
    pen.stroke(circle(500, 390, 286), 12, "#f4fbff")
    pen.stroke("M264 330 C280 240 340 180 410 156", 24, "#ffffff")
    pen.stroke("M262 396 L264 380", 24, "#ffffff")
    pen.cel("M300 596 Q500 690 700 596 L712 648 Q500 740 288 648 Z", "#e6ebf6", shade=(10, 14), line=10)
    draw_gem(pen, (500, 668), 20, look.colours.deep)


def draw_hard(pen: Sheet, look: Traits) -> None:
    """A builder's helmet."""
    yellow = "#ffc92e"
    pen.cel(
        "M288 290 C280 150 400 100 500 100 C600 100 720 150 712 290 Q500 246 288 290 Z",
        yellow,
        shade=(20, 8),
        line=11,
    )
    pen.cel(
        "M462 104 Q500 92 538 104 L546 262 Q500 256 454 262 Z", tone(yellow, light=1.15), shade=(8, 4), line=8
    )
    pen.cel(
        "M236 300 Q500 214 764 300 Q740 346 690 330 Q500 278 310 330 Q260 346 236 300 Z",
        yellow,
        shade=(0, 12),
        line=11,
    )
    pen.cel("M430 200 L570 200 L560 252 Q500 244 440 252 Z", look.colours.hat, shade=(6, 6), line=8)


def draw_cat_ears(pen: Sheet, look: Traits) -> None:
    """On a hair band."""
    tint = tone(look.colours.hair, light=0.9)
    draw_ears(
        pen,
        "M306 300 C286 220 280 140 300 86 Q420 130 462 226 Z",
        "M330 266 C316 210 312 166 322 130 Q390 170 424 232 Z",
        tint,
        PINK,
    )
    pen.stroke("M292 330 Q330 196 500 190 Q670 196 708 330", 24)
    pen.stroke("M292 330 Q330 196 500 190 Q670 196 708 330", 9, mix(look.colours.trim, "#ffffff", 0.2))
