"""Where a line of glyphs may be broken in two, and where it breaks best. Knows no pixels."""

import unicodedata
from itertools import accumulate

from bot.rendering.glyphs import Glyph, width

Line = tuple[Glyph, ...]

_NEVER_FIRST = frozenset(
    "、。，．・：；ー〜～！？‼⁉!?,.:;…‥%％°′″)）」』】］〕〉》｝]}’”»"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ〻"
)
"""Kinsoku: what may not begin a line."""
_NEVER_LAST = frozenset("(（「『【［〔〈《｛[{‘“«#＃$￥@＠")
"""Kinsoku: what may not end one."""
_GOOD_ENDS = frozenset("・、。，！？!?…,;:：；")
_FORBIDDEN, _LONE, _IN_A_WORD = 4.0, 3.0, 2.0
_AFTER_A_STOP, _BETWEEN_SCRIPTS = 0.30, 0.08


def halves(line: Line) -> tuple[Line, Line]:
    """Two lines of much the same width: at a space or stop if one is near, never against kinsoku.

    Words stay whole and no letter alone, as long as the line has any such place. Needs two glyphs or more.
    """
    widths = [0.0, *accumulate(width(glyph) for glyph in line)]

    def cost(at: int) -> float:
        uneven = abs(2 * widths[at] - widths[-1]) / max(widths[-1], 0.1)
        return uneven + _penalty(line, at)

    best = min(range(1, len(line)), key=cost)
    return stripped(line[:best]), stripped(line[best:])


def breaks_a_word(line: Line) -> bool:
    """Whether `halves` finds no better place than the midst of a word."""
    first, second = halves(line)
    return len(first) + len(second) == len(line) and _joined(first[-1], second[0])


def may_break(before: Glyph, after: Glyph) -> bool:
    """Whether running text may go on in a new line between two glyphs."""
    if after.is_blank or after.text[0] in _NEVER_FIRST or before.text[0] in _NEVER_LAST:
        return False
    return before.is_blank or before.text == "-" or _is_square(before) or _is_square(after)


def stripped(line: Line) -> Line:
    """Without blanks at either end."""
    start, end = 0, len(line)
    while start < end and line[start].is_blank:
        start += 1
    while end > start and line[end - 1].is_blank:
        end -= 1
    return line[start:end]


def _penalty(line: Line, at: int) -> float:
    first, second = stripped(line[:at]), stripped(line[at:])
    if not first or not second:
        return 9.0
    spaced = line[at - 1].is_blank or line[at].is_blank
    penalty = _LONE * (len(first) == 1) + _LONE * (len(second) == 1)
    if second[0].text[0] in _NEVER_FIRST or first[-1].text[0] in _NEVER_LAST:
        penalty += _FORBIDDEN
    if spaced or first[-1].text[0] in _GOOD_ENDS:
        return penalty - _AFTER_A_STOP
    if _joined(first[-1], second[0]):
        return penalty + _IN_A_WORD
    return penalty - _BETWEEN_SCRIPTS * (_script(first[-1]) != _script(second[0]))


def _joined(one: Glyph, other: Glyph) -> bool:
    """Whether two neighbours stand in one word of a script that writes words with spaces between."""
    return all(_in_a_word(glyph) for glyph in (one, other))


def _in_a_word(glyph: Glyph) -> bool:
    letter = glyph.text[0]
    if glyph.emoji or glyph.is_blank:
        return False
    return letter in "'’" or (letter.isalnum() and _script(glyph) == "")


def _is_square(glyph: Glyph) -> bool:
    """Whether a glyph fills a square and has no word about it: kana, Chinese letters, their signs, emoji."""
    return bool(glyph.emoji) or unicodedata.east_asian_width(glyph.text[0]) in "WF"


def _script(glyph: Glyph) -> str:
    """HIRAGANA, KATAKANA, CJK or HANGUL; "" for all that is not set in squares."""
    kind = unicodedata.name(glyph.text[0], "").split(" ", 1)[0].partition("-")[0]
    return kind if kind in ("HIRAGANA", "KATAKANA", "CJK", "HANGUL") else ""
