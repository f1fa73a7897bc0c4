"""What a hand holds. Everything is drawn upright with its grip at (0, 0), where the hand closes."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import tone
from bot.drawing.raster import Sheet
from bot.painters.procedural.emblems import draw_emblem, draw_gem, emblem_colour
from bot.painters.procedural.held import meals, stage, tools, weapons
from bot.painters.procedural.traits import Traits, Weapon

Part = Callable[[Sheet, Traits], None]

WEAPONS: Mapping[Weapon, Part] = {
    Weapon.SWORD: weapons.draw_sword,
    Weapon.STAFF: weapons.draw_staff,
    Weapon.SPEAR: weapons.draw_spear,
    Weapon.HAMMER: weapons.draw_hammer,
    Weapon.AXE: weapons.draw_axe,
    Weapon.BOW: weapons.draw_bow,
    Weapon.GUITAR: stage.draw_guitar,
    Weapon.TRIDENT: weapons.draw_trident,
    Weapon.SCYTHE: weapons.draw_scythe,
    Weapon.SHURIKEN: weapons.draw_shuriken,
    Weapon.FAN: stage.draw_fan,
    Weapon.BLASTER: weapons.draw_blaster,
    Weapon.BOOK: tools.draw_book,
    Weapon.FLAG: stage.draw_flag,
    Weapon.PARASOL: tools.draw_parasol,
    Weapon.LANTERN: tools.draw_lantern,
    Weapon.DRUM: stage.draw_drum,
    Weapon.MICROPHONE: stage.draw_microphone,
    Weapon.TRUMPET: stage.draw_trumpet,
    Weapon.ANCHOR: weapons.draw_anchor,
    Weapon.PAN: tools.draw_pan,
    Weapon.BRUSH: tools.draw_brush,
    Weapon.ROD: tools.draw_rod,
    Weapon.BOUQUET: stage.draw_bouquet,
    Weapon.PAD: tools.draw_pad,
    Weapon.BALL: tools.draw_ball,
    Weapon.KEY: tools.draw_key,
    Weapon.BALLOON: stage.draw_balloon,
    Weapon.LOLLIPOP: stage.draw_lollipop,
    Weapon.CUP: tools.draw_cup,
    Weapon.BOWL: meals.draw_bowl,
    Weapon.PIZZA: meals.draw_pizza,
    Weapon.LAPTOP: meals.draw_laptop,
    Weapon.BEER: meals.draw_beer,
}


def draw_weapon(pen: Sheet, look: Traits) -> None:
    """What is held, if anything, at the origin."""
    if look.weapon:
        WEAPONS[look.weapon](pen, look)


def draw_shield(pen: Sheet, look: Traits) -> None:
    """A heater shield with its middle at (0, 0)."""
    pen.cel(
        "M-104 -134 Q0 -100 104 -134 Q124 42 0 158 Q-124 42 -104 -134 Z",
        look.colours.trim,
        shade=(14, 14),
        line=11,
    )
    field = "M-72 -94 Q0 -72 72 -94 Q84 28 0 106 Q-84 28 -72 -94 Z"
    stripe = [("M0 -120 L110 -120 L110 140 L0 140 Z", tone(look.colours.deep, light=0.8))]
    pen.cel(field, look.colours.deep, shade=(0, 0), line=8, inside=stripe)
    draw_emblem(pen, look.element, (0, -8), 104, emblem_colour(look), line=8)
    if look.splendour == 2:
        for x, y in ((-84, -112), (84, -112), (0, 130)):
            draw_gem(pen, (x, y), 19, look.colours.bright)
