"""The matching angel, guardian and devil of one idea: what each of them looks like."""

from bot.stickers import choosing
from bot.stickers.design import Attribute, Design
from bot.stickers.redress import Change, redressed

TRIO = (Attribute.ANGEL, Attribute.GUARDIAN, Attribute.DEVIL)
"""天使, お守り and 悪魔, the three that belong together, in the order in which they stand."""


def companions(design: Design) -> dict[Attribute, Design]:
    """The other designs of the trio of a sticker, by attribute: three, or two where it is one of the trio itself.

    Name, words, picture and rarity stay. A title that was chosen for the old attribute gives way to one for the new.
    """
    return {
        attribute: redressed(design, Change(attribute=attribute, title=_title(design, attribute)))
        for attribute in TRIO
        if attribute is not design.attribute
    }


def _title(design: Design, attribute: Attribute) -> str | None:
    """A title for the new attribute, in the language of the old; None where somebody thought of it themselves."""
    language = choosing.language_of_title(design.title, design.attribute)
    if language is None:
        return None
    taste = choosing.dice_for(design.name, design.title, design.prompt)
    return choosing.choose_title(attribute, language, taste)
