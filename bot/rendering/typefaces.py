"""Which font files the lettering is set in. The files are found elsewhere and handed in."""

from dataclasses import dataclass
from pathlib import Path

Face = tuple[Path, ...]
"""Font files tried glyph by glyph, first to last (a web font comes in subsets)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typefaces:
    """One face a role. Any of the display faces may be empty: then `fallback` serves. `emoji` may be None."""

    bold: Face = ()
    """Dela Gothic One: holy, guardian, badge."""
    brush: Face = ()
    """Reggae One: magic, devil, destroyer."""
    round: Face = ()
    """RocknRoll One: angel, titles."""
    soft: Face = ()
    """Mochiy Pop One: captions."""
    hand: Face = ()
    """Yusei Magic: the back's text."""
    fallback: Path
    """Noto Sans CJK: every letter the display faces lack."""
    world: Face = ()
    """Noto Sans: letters and scripts that the fallback lacks."""
    emoji: Path | None = None
    """OpenMoji, layered COLRv0 glyphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontStack:
    """Files tried letter by letter, first to last; then emoji, in their own colours."""

    letters: Face
    emoji: Path | None


def font_stack(face: Face, faces: Typefaces) -> FontStack:
    """A face, backed by the fallback and the emoji."""
    return FontStack(letters=(*face, faces.fallback, *faces.world), emoji=faces.emoji)
