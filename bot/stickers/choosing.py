"""Choose well what a person left open: rarity by odds, attribute, name, title, frame and foil."""

import hashlib
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from bot.stickers.design import Attribute, Effects, Foil, FrameType, Rarity

T = TypeVar("T")

Odds = Mapping[Rarity, int]
"""How many of a hundred surprises come out as what."""
ODDS: Odds = {Rarity.NORMAL: 60, Rarity.RARE: 30, Rarity.SUPER_RARE: 10}
"""The odds where a server has none of its own. Published: change README.md and the words with it."""


def draw_rarity(dice: random.Random, odds: Odds = ODDS) -> Rarity:
    """A rarity by the odds."""
    return dice.choices(list(odds), weights=list(odds.values()))[0]


_LATIN = re.compile(r"[a-z]+")
_HINTS = {
    Attribute.ANGEL: ("天使", "エンジェル", "キューピッド", "angel", "cherub"),
    Attribute.DEVIL: ("悪魔", "デビル", "鬼", "サタン", "いたずら", "devil", "demon", "imp", "oni"),
    Attribute.MAGIC: ("魔", "呪", "闇", "ウィザード", "magic", "wizard", "witch", "dark", "curse"),
    Attribute.GUARDIAN: ("守", "盾", "忍", "護", "騎士", "guard", "shield", "ninja", "knight", "protect"),
    Attribute.DESTROYER: ("破壊", "爆", "怪獣", "轟", "destroy", "monster", "rage", "boom", "kaiju"),
    Attribute.HOLY: ("聖", "光", "王", "神", "勇者", "holy", "light", "king", "hero", "saint", "god"),
}


def choose_attribute(text: str, dice: random.Random) -> Attribute:
    """The attribute that the words hint at most, or any. Latin words count whole: nobody drinking is a king."""
    lowered = text.lower()
    words = {word.removesuffix("s") for word in _LATIN.findall(lowered)}
    hits = {
        attribute: sum(hint in (words if hint.isascii() else lowered) for hint in hints)
        for attribute, hints in _HINTS.items()
    }
    best = max(hits, key=lambda attribute: hits[attribute])
    return best if hits[best] else dice.choice(list(Attribute))


@dataclass(frozen=True, slots=True)
class Costume:
    """What suits an attribute: its own frame, metal, and the foils of its rare and super-rare stickers."""

    frame: FrameType
    metal: str
    rare: tuple[Foil, ...]
    super_rare: tuple[Foil, ...]

    def frames(self, rarity: Rarity) -> tuple[FrameType, ...]:
        """The frames that suit at a rarity: beads on rare stickers too, mostly riches on super-rare ones."""
        match rarity:
            case Rarity.NORMAL:
                return (self.frame,)
            case Rarity.RARE:
                return self.frame, FrameType.BEADED
            case Rarity.SUPER_RARE:
                return FrameType.SPLENDID, FrameType.SPLENDID, FrameType.GEM, self.frame

    def foils(self, rarity: Rarity) -> tuple[Foil, ...]:
        """The foils that suit at a rarity. Normal stickers have a quiet wave under their paper or film."""
        match rarity:
            case Rarity.NORMAL:
                return (Foil.WAVE,)
            case Rarity.RARE:
                return self.rare
            case Rarity.SUPER_RARE:
                return self.super_rare


COSTUMES = {
    Attribute.HOLY: Costume(FrameType.CLOUD, "gold", (Foil.DIAMOND, Foil.RADIAL), (Foil.KAKU,)),
    Attribute.MAGIC: Costume(FrameType.SPIKE, "black", (Foil.COSMOS, Foil.GLITTER), (Foil.SHARD,)),
    Attribute.ANGEL: Costume(FrameType.CLOUD, "silver", (Foil.COSMOS, Foil.WAVE), (Foil.KAKU, Foil.WAVE)),
    Attribute.DEVIL: Costume(FrameType.SPIKE, "red", (Foil.SHARD, Foil.DIAMOND), (Foil.SHARD, Foil.RADIAL)),
    Attribute.GUARDIAN: Costume(
        FrameType.NOTCH, "gold", (Foil.SEIGAIHA, Foil.WAVE), (Foil.SEIGAIHA, Foil.KAKU)
    ),
    Attribute.DESTROYER: Costume(FrameType.SPIKE, "gold", (Foil.RADIAL, Foil.GLITTER), (Foil.RADIAL,)),
}


def choose_foil(attribute: Attribute, rarity: Rarity, dice: random.Random) -> Foil:
    """A foil that suits."""
    return dice.choice(COSTUMES[attribute].foils(rarity))


def usual_effects(rarity: Rarity) -> Effects:
    """A normal sticker lies still unless somebody asks; the rarer ones shine."""
    rare = rarity is not Rarity.NORMAL
    return Effects(holographic=rare, sparkle=rare, aura=rarity is Rarity.SUPER_RARE)


def choose_frame(attribute: Attribute, rarity: Rarity, dice: random.Random) -> FrameType:
    """A frame that suits."""
    return dice.choice(COSTUMES[attribute].frames(rarity))


def dice_for(*idea: str | None) -> random.Random:
    """Dice that fall alike for the same idea, in every process and on every machine."""
    digest = hashlib.sha256("\x1f".join(part or "" for part in idea).encode()).digest()
    return random.Random(digest)  # noqa: S311 - taste, not security


SHORT_IDEA = 12
"""Words up to this many characters are a name themselves."""

_NAMES = {
    "ja": {
        Attribute.HOLY: (
            "聖光 天輝 炎聖 神雷 暁光 白金 天晴 陽炎",
            "レオン アルト ゼノン ソラリオ ミカド セイヤ ユリウス テルヒコ クラリス ハルト",
        ),
        Attribute.MAGIC: (
            "魔幻 闇月 紫呪 黒星 冥夜 幻影 月蝕 妖霧",
            "ガルダ メルゴ ノクス ザルファ ルーン モルガ ヴェルナ シグマ オルフェ ネムリエ",
        ),
        Attribute.ANGEL: (
            "天羽 白雲 星羽 虹翼 花羽 雪白 朝霧 鈴音",
            "ピュア エルミ ルミナ フィオ ポルテ ミミエル ノエル シエル ココ ハミング",
        ),
        Attribute.DEVIL: (
            "悪戯 赤角 毒牙 地獄 邪眼 黒翼 夜叉 奇々",
            "ガンゴ ベロン ズルキ ニタリン ニヤリ ギギル ドロン ケケル バズラ モグド",
        ),
        Attribute.GUARDIAN: (
            "守盾 森護 岩城 水衛 鉄心 石垣 大門 翠風",
            "マモル ガード丸 タテノ助 イワオ シズク ダイモン ゴンゾウ ミドリ丸 トリデ ササエル",
        ),
        Attribute.DESTROYER: (
            "破轟 爆裂 怒雷 滅砕 烈震 業火 轟天 砕波",
            "ガドラ バルガン ゴウラ クラッシャ ヴォルク ズガン デストル ガガン ブレイガ ドガドン",
        ),
    },
    "en": {
        Attribute.HOLY: (
            "Saint Sun Bright Royal Dawn Noble Silver True",
            "Leon Aurel Zenon Solari Alto Mikado Julius Clarin Seren Haro",
        ),
        Attribute.MAGIC: (
            "Hex Moon Shadow Rune Dusk Mist Wyrd Arcane",
            "Garda Melgo Nox Zalfa Mirk Morga Verna Orphe Sigil Nemri",
        ),
        Attribute.ANGEL: (
            "Cloud Star Halo Feather Dew Lily Bell Sugar",
            "Piu Elmi Lumina Fio Porte Noel Ciel Coco Mimiel Humm",
        ),
        Attribute.DEVIL: (
            "Horned Wicked Fang Cinder Sly Nasty Red Spite",
            "Gango Belon Zuki Nib Grinn Giggle Doron Kekel Bazra Mogd",
        ),
        Attribute.GUARDIAN: (
            "Shield Forest Stone Tide Iron Oak Gate Old",
            "Mamo Garde Tatero Iwao Drop Daimon Gonzo Bastion Toride Moss",
        ),
        Attribute.DESTROYER: (
            "Crash Blast Ruin Thunder Quake Havoc Crag Boom",
            "Gadra Valgan Goura Krusha Volk Zugan Destor Gagan Brayga Dogado",
        ),
    },
}
"""First and last parts of invented names. None is a word for a creature: the prompt says who it is."""

_TITLES = {
    "ja": {
        Attribute.HOLY: ("聖なる光の使者", "第一弾ヘッド", "天上王国編", "輝きの勇者"),
        Attribute.MAGIC: ("暗黒魔界編", "月夜の魔道士", "禁断の呪文", "魔界の大物"),
        Attribute.ANGEL: ("天空の使い", "雲の上の人気者", "幸せはこび隊", "星海の使者"),
        Attribute.DEVIL: ("いたずら悪魔", "地獄の問題児", "笑う大魔王", "毒舌の四天王"),
        Attribute.GUARDIAN: ("森のお守り", "鉄壁の番人", "水遁の盾", "みんなの味方"),
        Attribute.DESTROYER: ("怒れる破壊神", "止まらぬ暴れん坊", "大地を割る者", "轟音戦士"),
    },
    "en": {
        Attribute.HOLY: ("Herald of Light", "First Series Head", "Hero of Dawn", "Crown of Heaven"),
        Attribute.MAGIC: ("Lord of Midnight", "Forbidden Spell", "Moonlit Mage", "Dark Realm Boss"),
        Attribute.ANGEL: ("Sky Messenger", "Darling of the Clouds", "Joy Express", "Child of Stars"),
        Attribute.DEVIL: ("Prankster Fiend", "Trouble from Below", "The Grinning Lord", "Sweetly Wicked"),
        Attribute.GUARDIAN: ("Charm of the Woods", "Iron Gatekeeper", "Shield of Water", "Everyone's Friend"),
        Attribute.DESTROYER: ("Fury Unleashed", "Breaker of Ground", "The Unstoppable", "Warrior of Thunder"),
    },
}


def choose_name(prompt: str, attribute: Attribute, language: str, dice: random.Random) -> str:
    """A character name in `language` ("ja" or "en"): short words are the name, long ones get an invented one."""
    if 0 < len(prompt) <= SHORT_IDEA:
        return prompt
    before, after = _NAMES[language][attribute]
    blank = " " if language == "en" else ""
    return f"{dice.choice(before.split())}{blank}{dice.choice(after.split())}"


def choose_title(attribute: Attribute, language: str, dice: random.Random) -> str:
    """A title in `language` that suits the attribute."""
    return dice.choice(_TITLES[language][attribute])


def language_of_title(title: str, attribute: Attribute) -> str | None:
    """The language in which we would have chosen this title for the attribute; None if it is none of ours."""
    return next((language for language, titles in _TITLES.items() if title in titles[attribute]), None)
