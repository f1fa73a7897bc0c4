"""What is worn on the trunk: one drawing a costume."""

from collections.abc import Callable, Mapping

from bot.drawing.raster import Sheet
from bot.painters.procedural.attire import Costume
from bot.painters.procedural.costumes import cloth, plate
from bot.painters.procedural.traits import Traits

Part = Callable[[Sheet, Traits], None]

COSTUMES: Mapping[Costume, Part] = {
    Costume.TUNIC: cloth.draw_tunic,
    Costume.ROBE: cloth.draw_robe,
    Costume.TOGA: cloth.draw_toga,
    Costume.COAT: cloth.draw_coat,
    Costume.ARMOUR: plate.draw_armour,
    Costume.SPIKED: plate.draw_spiked,
    Costume.GI: cloth.draw_gi,
    Costume.MECHA: plate.draw_mecha,
    Costume.SHEET: plate.draw_scarf,
    Costume.KIMONO: cloth.draw_kimono,
    Costume.DRESS: cloth.draw_dress,
    Costume.SUIT: cloth.draw_suit,
    Costume.HERO: plate.draw_hero,
    Costume.SAILOR: cloth.draw_sailor,
    Costume.OVERALLS: cloth.draw_overalls,
    Costume.APRON: cloth.draw_apron,
    Costume.SPACESUIT: plate.draw_spacesuit,
}


def draw_costume(pen: Sheet, look: Traits) -> None:
    """The costume over the trunk."""
    COSTUMES[look.costume](pen, look)
