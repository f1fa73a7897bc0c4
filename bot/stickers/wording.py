"""Clean what people type: visible characters only, one line, within the limit."""

import unicodedata

from bot.errors import TextTooLong

MARKS_IN_A_ROW = 3
"""Combining marks kept on one letter: enough for every written language we know, too few to climb off the seal."""
_JOINER = "\u200d"
"""Zero-width joiner: it holds families of emoji together, and the letters of some scripts."""


def clean_text(text: str | None, *, field: str, limit: int) -> str:
    """Give `text` in NFC without control, zero-width, direction and private characters, white space folded.

    Cleaning twice changes nothing more. Nothing visible gives "". Raises TextTooLong(field, limit, length) when
    more than `limit` characters are left; `field` is the key of the field's label.
    """
    visible = seen(text)
    if len(visible) > limit:
        raise TextTooLong(field=field, limit=limit, length=len(visible))
    return visible


def visible(text: str) -> str:
    """The text on one line, without control, zero-width, direction and private characters, nor half emoji."""
    return unicodedata.normalize("NFC", _without_invisible(text))


def seen(text: str | None) -> str:
    """What `clean_text` leaves of a text, however long."""
    # NFC after the invisible characters are gone: without them a letter may stand beside its mark.
    composed = unicodedata.normalize("NFC", _without_invisible(text or ""))
    return _fold(_with_few_marks(composed))


def folded(text: str) -> str:
    """Width, case and kana made one, so that a list needs each word in one spelling only."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    # Katakana to hiragana: the two blocks lie 0x60 apart.
    return "".join(chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter for letter in plain)


def _without_invisible(text: str) -> str:
    kept: list[str] = []
    for character in text:
        category = unicodedata.category(character)
        if category[0] == "Z" or character in "\t\n\r":
            kept.append(" ")
        elif category[0] != "C" or character == _JOINER:
            kept.append(character)
    return "".join(kept)


def _with_few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me"):
            marks += 1
        elif character != _JOINER:  # marks climb over a joiner too
            marks = 0
        if marks <= MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)


def _fold(text: str) -> str:
    """One blank between words, no joiner where nothing is joined; joiners, fillers and blanks alone are empty."""
    folded = " ".join(text.split()).strip(f" {_JOINER}")
    return folded if any(_is_seen(character) for character in folded) else ""


def _is_seen(character: str) -> bool:
    # Hangul and Braille fillers are letters to Unicode, and blank to the eye.
    return (
        character not in "\u115f\u1160\u3164\uffa0\u2800" and unicodedata.category(character)[0] not in "CZM"
    )
