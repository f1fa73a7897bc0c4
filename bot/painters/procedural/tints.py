"""Words of colour, what they colour, and the palettes made of them."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from bot.drawing.colours import Colour, mix, tone
from bot.painters.procedural.words import Table


class Hue(StrEnum):
    """A colour that has a name."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    AQUA = "aqua"
    BLUE = "blue"
    PURPLE = "purple"
    PINK = "pink"
    BROWN = "brown"
    BLACK = "black"
    GREY = "grey"
    WHITE = "white"
    GOLD = "gold"
    SILVER = "silver"


class Area(StrEnum):
    """What a colour can be said of."""

    HAIR = "hair"
    SKIN = "skin"
    CLOTHES = "clothes"
    EYES = "eyes"
    CAPE = "cape"
    HAT = "hat"


HUES = Table(
    {
        Hue.RED: "赤 紅 真っ赤 レッド 深紅 朱色 緋色 いちご 苺 トマト りんご red crimson scarlet "
        "strawberry tomato apple 🍓 🍅 🍎",
        Hue.ORANGE: "橙 オレンジ 橙色 みかん色 みかん にんじん orange carrot 🍊 🥕",
        Hue.YELLOW: "黄色 イエロー 黄 バナナ レモン yellow lemon banana 🍌 🍋",
        Hue.GREEN: "緑 グリーン 緑色 黄緑 エメラルド メロン きゅうり わさび green emerald lime melon "
        "cucumber avocado wasabi 🍈 🥒 🥑",
        Hue.AQUA: "水色 空色 シアン ターコイズ aqua cyan turquoise sky_blue light_blue",
        Hue.BLUE: "青 蒼 ブルー 真っ青 紺 藍色 blue navy azure",
        Hue.PURPLE: "紫 パープル バイオレット ぶどう 葡萄 ナス 茄子 purple violet grape eggplant 🍇 🍆",
        Hue.PINK: "ピンク 桃色 桜色 pink magenta",
        Hue.BROWN: "茶色 ブラウン 茶色い 茶髪 brown chestnut",
        Hue.BLACK: "黒 ブラック 漆黒 真っ黒 black",
        Hue.GREY: "灰色 グレー ねずみ色 grey gray",
        Hue.WHITE: "白 ホワイト 真っ白 純白 white",
        Hue.GOLD: "金 金色 黄金 ゴールド 金髪 gold golden blond blonde",
        Hue.SILVER: "銀 銀色 シルバー 白銀 銀髪 silver",
    }
)

AREAS = Table(
    {
        Area.HAIR: "髪 髪の毛 ヘアー ツインテール ポニーテール ロングヘア アフロ モヒカン おかっぱ hair "
        "haired twin_tail ponytail afro mohawk beard ひげ 髭 茶髪 金髪 銀髪 長い髪 long_hair short_hair "
        "curly_hair spiky_hair",
        Area.SKIN: "肌 皮膚 体 ボディ 毛並み 顔 skin fur body face skinned",
        Area.CLOTHES: "服 ドレス スーツ 着物 鎧 コート ローブ エプロン 衣装 制服 セーラー服 clothes outfit "
        "dress suit kimono armor armour coat robe shirt uniform apron costume",
        Area.EYES: "目 瞳 眼 eye eyed",
        Area.CAPE: "マント マフラー スカーフ ケープ cape cloak scarf",
        Area.HAT: "帽子 キャップ ベレー帽 リボン シルクハット ヘルメット 兜 hat cap beret ribbon helmet",
    }
)

SHADES: Mapping[Hue, Colour] = {
    Hue.RED: "#e2261e",
    Hue.ORANGE: "#f5841c",
    Hue.YELLOW: "#f2c400",
    Hue.GREEN: "#2aa34a",
    Hue.AQUA: "#35bfe8",
    Hue.BLUE: "#2257d8",
    Hue.PURPLE: "#7d35c4",
    Hue.PINK: "#ff6fae",
    Hue.BROWN: "#8a5230",
    Hue.BLACK: "#3a3444",
    Hue.GREY: "#8b93a6",
    Hue.WHITE: "#f4f4f8",
    Hue.GOLD: "#f0b41c",
    Hue.SILVER: "#c4cee0",
}

Palette = tuple[Colour, Colour, Colour]
"""Deep, bright and glint."""

_GLINTS: Mapping[Hue, Sequence[Colour]] = {
    Hue.BLACK: ("#3a3448", "#7a6f96", "#ff5a8a"),
    Hue.GREY: ("#6c7488", "#b4bccc", "#ffe27a"),
    Hue.WHITE: ("#c9cfe2", "#ffffff", "#8fd8ff"),
    Hue.SILVER: ("#8c9ab8", "#dfe7f4", "#ffffff"),
    Hue.GOLD: ("#e09a10", "#ffd84a", "#fff6b8"),
    Hue.YELLOW: ("#e8ac00", "#ffe13a", "#fff8c0"),
    Hue.BROWN: ("#8a5230", "#c98a54", "#ffe0b0"),
}
"""Where lighter and darker alone would be dull."""


def palette(hue: Hue) -> Palette:
    """The three colours of a figure whose main colour has this name."""
    if hue in _GLINTS:
        deep, bright, glint = _GLINTS[hue]
        return deep, bright, glint
    shade = SHADES[hue]
    return (
        shade,
        mix(tone(shade, light=1.35, hue=0.02), "#ffffff", 0.1),
        mix(tone(shade, light=1.6), "#fffbe0", 0.6),
    )
