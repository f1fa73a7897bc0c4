"""Clean what people type: visible characters only, one line, within the limit."""

import unicodedata

from bot.errors import TextTooLong

MARKS_IN_A_ROW = 3
"""Combining marks kept on one letter: enough for every written language we know, too few to climb off the seal."""
_KEPT_FORMATS = {"\u200d", "\ufe0f"}
"""Zero-width joiner and emoji selector: they hold emoji together."""


def clean_text(text: str | None, *, field: str, limit: int) -> str:
    """Give `text` in NFC without control, zero-width, direction and private characters, white space folded.

    Nothing visible gives "". Raises TextTooLong(field, limit, length) when more than `limit` characters are left;
    `field` is the key of the field's label.
    """
    visible = _fold(_without_invisible(unicodedata.normalize("NFC", text or "")))
    if len(visible) > limit:
        raise TextTooLong(field=field, limit=limit, length=len(visible))
    return visible


def _without_invisible(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks > MARKS_IN_A_ROW:
            continue
        if category[0] == "Z" or character in "\t\n\r":
            kept.append(" ")
        elif category[0] != "C" or (character in _KEPT_FORMATS and kept):
            kept.append(character)
    return "".join(kept)


def _fold(text: str) -> str:
    """One blank between words; a text of joiners, fillers and blanks alone is empty."""
    folded = " ".join(text.split())
    return folded if any(_is_seen(character) for character in folded) else ""


def _is_seen(character: str) -> bool:
    # Hangul and Braille fillers are letters to Unicode, and blank to the eye.
    return (
        character not in "\u115f\u1160\u3164\uffa0\u2800" and unicodedata.category(character)[0] not in "CZM"
    )
