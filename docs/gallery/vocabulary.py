"""The sections of the gallery that show what words call up: one mascot for every kind of thing there are words for."""

import io
from collections.abc import Iterator
from functools import partial
from typing import Any

from PIL import Image

from bot.painters.procedural import manners, vocabulary, wardrobe
from bot.painters.procedural.cast import cast
from bot.painters.procedural.figure import draw_figure
from bot.painters.procedural.words import Table, spellings
from bot.stickers.design import Attribute, Rarity
from docs.gallery.designs import seal
from docs.gallery.exhibit import Exhibit, Section

EDGE, COLUMNS = 128, 8
BOY = "少年"
"""Shows what is worn, held or done, where the word itself asks for nobody."""
ALONE, WITH_BOY, BESIDE_BOY = "{word}", f"{BOY} {{word}}", f"{{word}}を連れた{BOY}"


def mascots(table: Table[Any], phrase: str) -> Iterator[Exhibit]:
    """For each kind of a table, the mascot that its first word calls up."""
    for line in table.lines.values():
        known = spellings(line)
        japanese = next((word for word in known if not word.isascii()), known[0])
        english = next((word for word in known if word.isascii()), known[0])
        prompt = phrase.format(word=japanese)
        yield Exhibit(
            label=f"{japanese}<br>{english}", alt=f"A mascot: {english}", draw=partial(_mascot, prompt)
        )


def section(name: str, title: str, text: str, *tables: Table[Any], phrase: str = WITH_BOY) -> Section:
    """The mascots of some tables."""
    shown = tuple(exhibit for table in tables for exhibit in mascots(table, phrase))
    return Section(name=name, title=title, text=text, columns=COLUMNS, exhibits=shown, edge=EDGE)


def _mascot(prompt: str) -> bytes:
    design = seal("？", prompt=prompt, rarity=Rarity.RARE, attribute=Attribute.HOLY)
    out = io.BytesIO()
    Image.fromarray(draw_figure(cast(design), 512)).save(out, "PNG", compress_level=1)
    return out.getvalue()


WORDS = (
    section(
        "species",
        "Words: who it is",
        "The mascot is cast from the words of name, prompt and title, in Japanese or English; of each kind one of its "
        "words is shown.",
        vocabulary.SPECIES,
        phrase=ALONE,
    ),
    section("element", "Words: elements", "Colours, emblem and what floats about.", vocabulary.ELEMENTS),
    section("held", "Words: things to hold", "Weapons, instruments and other things.", vocabulary.WEAPONS),
    section("hat", "Words: hats and callings", "What sits on the head.", wardrobe.HATS),
    section("costume", "Words: clothes", "What is worn below.", wardrobe.COSTUMES, wardrobe.CAPES),
    section("hair", "Words: hair and faces", "Hair, glasses, beards.", wardrobe.HAIR, wardrobe.WORN),
    section("wings", "Words: wings", "What grows from the back.", wardrobe.WINGS),
    section(
        "mood",
        "Words: moods and poses",
        "How it feels and what it does.",
        manners.FEELINGS,
        manners.EYES,
        manners.POSES,
        manners.STANCES,
    ),
    section("companion", "Words: companions", "Who comes along.", vocabulary.COMPANIONS, phrase=BESIDE_BOY),
)
