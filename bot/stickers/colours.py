"""The colours of a film: names in Japanese and English, and #rrggbb."""

import re
import unicodedata
from dataclasses import dataclass

from bot.errors import UnknownColour
from bot.stickers.design import FRAME_COLOURS, RAINBOW


@dataclass(frozen=True, slots=True)
class Colour:
    """A named colour: the catalogue key of its label, its value #rrggbb (or RAINBOW), and what people call it."""

    label: str
    value: str
    words: tuple[str, ...]


COLOURS = (
    Colour("colour-rainbow", RAINBOW, ("rainbow", "prism", "虹", "虹色", "にじ", "レインボー", "プリズム")),
    Colour("colour-red", "#e02a3a", ("red", "crimson", "scarlet", "赤", "赤色", "あか", "紅", "レッド")),
    Colour("colour-orange", "#ff7a1c", ("orange", "橙", "オレンジ", "だいだい")),
    Colour("colour-gold", "#f2b21c", ("gold", "golden", "金", "金色", "きん", "ゴールド")),
    Colour("colour-yellow", "#ffd92e", ("yellow", "黄", "黄色", "きいろ", "イエロー")),
    Colour("colour-lime", "#9ad82e", ("lime", "黄緑", "きみどり", "ライム")),
    Colour("colour-green", "#2ab45a", ("green", "emerald", "緑", "緑色", "みどり", "グリーン", "エメラルド")),
    Colour("colour-turquoise", "#2ac8b4", ("turquoise", "teal", "mint", "青緑", "ターコイズ", "ミント")),
    Colour(
        "colour-sky", "#5ac8ff", ("sky", "sky blue", "cyan", "aqua", "水色", "空色", "みずいろ", "そらいろ")
    ),
    Colour("colour-blue", "#2a62e0", ("blue", "navy", "sapphire", "青", "青色", "あお", "紺", "ブルー")),
    Colour(
        "colour-purple", "#8a3ae0", ("purple", "violet", "lavender", "紫", "紫色", "むらさき", "パープル")
    ),
    Colour("colour-magenta", "#e02ab4", ("magenta", "fuchsia", "赤紫", "マゼンタ")),
    Colour("colour-pink", "#ff7ab4", ("pink", "rose", "桃", "桃色", "ももいろ", "ピンク", "桜色")),
    Colour("colour-brown", "#9a5a2a", ("brown", "chocolate", "茶", "茶色", "ちゃいろ", "ブラウン", "チョコ")),
    Colour(
        "colour-silver", "#c8d0dc", ("silver", "grey", "gray", "銀", "銀色", "灰色", "シルバー", "グレー")
    ),
    Colour("colour-white", "#f4f6fa", ("white", "白", "白色", "しろ", "ホワイト")),
    Colour("colour-black", "#2a2436", ("black", "黒", "黒色", "くろ", "ブラック")),
)

METALS = {name: f"metal-{name}" for name in FRAME_COLOURS}
"""Named metals of the frame and the catalogue keys of their labels."""

_METAL_WORDS = {
    "gold": ("gold", "golden", "金", "金色", "ゴールド"),
    "silver": ("silver", "銀", "銀色", "シルバー"),
    "black": ("black", "黒", "黒色", "ブラック"),
    "red": ("red", "赤", "赤色", "レッド"),
    "blue": ("blue", "青", "青色", "ブルー"),
    "copper": ("copper", "bronze", "銅", "銅色", "ブロンズ", "カッパー"),
}
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")


def parse_colour(text: str) -> str:
    """RAINBOW or #rrggbb for a name or a hexadecimal value. Raises UnknownColour(colour)."""
    word = _plain(text)
    for colour in COLOURS:
        if word in colour.words or word == colour.value:
            return colour.value
    return _parse_hex(word, text)


def parse_metal(text: str) -> str:
    """A named metal or #rrggbb for a frame colour. Raises UnknownColour(colour)."""
    word = _plain(text)
    for metal, words in _METAL_WORDS.items():
        if word in words:
            return metal
    value = parse_colour(text)
    return "silver" if value == RAINBOW else value


def suggest_colours(typed: str) -> list[Colour]:
    """The colours whose names begin with, then contain, what was typed; all of them for nothing."""
    word = _plain(typed)
    begin = [colour for colour in COLOURS if any(name.startswith(word) for name in colour.words)]
    contain = [colour for colour in COLOURS if any(word in name for name in colour.words)]
    return list(dict.fromkeys([*begin, *contain]))


def hexadecimal(typed: str) -> str | None:
    """#rrggbb for a hexadecimal value, None for anything else."""
    match = _HEX.fullmatch(_plain(typed))
    return None if match is None else _parse_hex(match[0], typed)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().lower()


def _parse_hex(word: str, typed: str) -> str:
    match = _HEX.fullmatch(word)
    if match is None:
        raise UnknownColour(colour=typed[:40])
    digits = match[1]
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
