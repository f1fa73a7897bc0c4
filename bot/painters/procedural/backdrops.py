"""What stands behind the whole figure: a burst, a nimbus, a cloud, a moon and the like."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import mix
from bot.drawing.raster import Sheet
from bot.drawing.shapes import blob, circle, ellipse, polar, polygon, puffs, spikes, star
from bot.painters.procedural.traits import Backdrop, Element, Traits

Part = Callable[[Sheet, Traits], None]

HEAD = (500.0, 395.0)
GOLD = "#ffd83a"


def draw_backdrop(pen: Sheet, look: Traits) -> None:
    """The backdrop, if there is one."""
    if look.backdrop:
        BACKDROPS[look.backdrop](pen, look)


def _draw_burst(pen: Sheet, look: Traits) -> None:
    """The element blazing behind the head."""
    count = 9 if look.element is not Element.FIRE else 7
    reach = 345 + 25 * look.splendour
    radii = [reach * (1 + 0.1 * look.jitter[k]) for k in range(count)]
    outer = spikes(*HEAD, -208, 28, 225, radii) + " Z"
    inner = spikes(*HEAD, -200, 20, 215, [radius * 0.84 for radius in radii]) + " Z"
    pen.cel(
        outer,
        look.colours.bright,
        dark=look.colours.deep,
        shade=(0, -16),
        inside=[(inner, look.colours.glint)],
    )


def _draw_nimbus(pen: Sheet, look: Traits) -> None:
    x, y = HEAD[0], HEAD[1] - 20
    for k in range(16):
        tip = polar(x, y, 372 if k % 2 else 342, k * 22.5)
        sides = [polar(x, y, 280, k * 22.5 + turn) for turn in (-8, 8)]
        pen.cel(polygon([sides[0], tip, sides[1]]), GOLD, shade=(6, 8))
    pane = mix(look.colours.bright, "#ffffff", 0.5)
    pen.cel(circle(x, y, 296), GOLD, inside=[(circle(x, y, 262), pane)])
    pen.stroke(circle(x, y, 262), 7)


def _draw_disc(pen: Sheet, look: Traits) -> None:
    """A large round field in two colours, striped by the seed."""
    x, y = 500.0, 520.0
    rays = []
    for k in range(8):
        corners = [polar(x, y, 460, k * 45 + 20 * look.jitter[1] + turn) for turn in (0, 22.5)]
        rays.append((polygon([(x, y), *corners]), mix(look.colours.bright, look.colours.glint, 0.6)))
    pen.cel(circle(x, y, 410), look.colours.bright, shade=(0, 0), inside=rays, line=11)
    pen.stroke(circle(x, y, 388), 8, "#ffffff")


def _draw_cloud(pen: Sheet, look: Traits) -> None:
    """Rolling vapour round the feet and up the sides."""
    tint = mix(look.colours.bright, "#ffffff", 0.72)
    for x, y, radius, first, count in (
        (250, 720, 190, 60, 9),
        (750, 700, 210, -150, 9),
        (500, 830, 190, 0, 9),
    ):
        pen.cel(
            puffs(x, y, radius, first, first + 360, count) + " Z",
            tint,
            dark=mix(tint, look.colours.deep, 0.4),
            shade=(16, 22),
            line=10,
        )
    for x, y in ((190, 690), (800, 650)):
        pen.stroke(
            f"M{x - 70} {y} A60 60 0 0 1 {x + 40} {y - 30} M{x + 30} {y + 40} A46 46 0 0 1 {x + 104} {y + 20}",
            9,
            "#ffffff",
        )


def _draw_star(pen: Sheet, look: Traits) -> None:
    """One huge star, the figure before it."""
    turn = -90 + 16 * look.jitter[2]
    inner = [
        (star(500, 500, 400, 190, turn=turn), look.colours.glint),
        (star(500, 500, 330, 156, turn=turn), mix(look.colours.glint, "#ffffff", 0.5)),
    ]
    pen.cel(star(500, 500, 500, 238, turn=turn), look.colours.bright, shade=(0, 0), inside=inner, line=12)


def _draw_flower(pen: Sheet, look: Traits) -> None:
    """Eight petals behind the head."""
    petal = mix(look.colours.bright, "#ffffff", 0.35)
    for k in range(8):
        with pen.placed((500, 430), turn=k * 45 + 12 * look.jitter[3]):
            pen.cel(
                "M-40 0 C-150 -180 -110 -390 0 -400 C110 -390 150 -180 40 0 Z",
                petal,
                dark=look.colours.bright,
                shade=(12, 14),
                line=10,
            )
            pen.stroke("M0 -240 L0 -350", 8, look.colours.deep)


def _draw_crescent(pen: Sheet, look: Traits) -> None:
    """A moon that holds the figure in its curve, and stars."""
    moon = (
        "M330 60 C60 150 -20 500 140 740 C310 980 720 960 880 700 C700 830 430 800 310 610 C200 440 210 220 "
        "330 60 Z"
    )
    pen.cel(moon, mix("#ffe27a", look.colours.glint, 0.35), shade=(20, 20), line=12)
    for x, y, size in ((760, 130, 46), (880, 270, 30), (640, 50, 26)):
        pen.cel(star(x, y, size, size * 0.42), look.colours.bright, shade=(5, 5), line=9)


def _draw_splash(pen: Sheet, look: Traits) -> None:
    """A blot of the element's colour with flying drops."""
    radii = [(380 if k % 2 else 500) + 60 * look.jitter[k] for k in range(14)]
    core = [(blob(500, 520, [radius * 0.86 for radius in radii]), look.colours.bright)]
    pen.cel(blob(500, 520, radii), look.colours.deep, shade=(0, 0), inside=core, line=11)
    for k in range(5):
        x, y = polar(500, 500, 490, -150 + k * 62 + 14 * look.jitter[k + 4])
        size = 34 + 12 * look.jitter[k]
        pen.cel(ellipse(x, y, size, size), look.colours.bright, shade=(7, 7))


BACKDROPS: Mapping[Backdrop, Part] = {
    Backdrop.BURST: _draw_burst,
    Backdrop.NIMBUS: _draw_nimbus,
    Backdrop.DISC: _draw_disc,
    Backdrop.CLOUD: _draw_cloud,
    Backdrop.STAR: _draw_star,
    Backdrop.FLOWER: _draw_flower,
    Backdrop.CRESCENT: _draw_crescent,
    Backdrop.SPLASH: _draw_splash,
}
