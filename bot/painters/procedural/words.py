"""Which words stand for which trait, in Japanese and English. Reads text; decides nothing else."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

from bot.painters.procedural.traits import Element, Hat, Species, Weapon, Wings

Kind = TypeVar("Kind", bound=StrEnum)

SPECIES: Mapping[Species, str] = {
    Species.HUMAN: "人間 少年 少女 男の子 女の子 戦士 勇者 human boy girl warrior hero",
    Species.CAT: "猫 ねこ にゃんこ ニャー 虎 タイガー cat kitty kitten neko tiger lion 獅子 ライオン",
    Species.DOG: "犬 いぬ わんこ ワンワン 狼 おおかみ ウルフ 柴 dog puppy wolf shiba corgi",
    Species.FOX: "狐 きつね 稲荷 fox kitsune",
    Species.BEAR: "熊 くま ベア たぬき 狸 bear teddy tanuki",
    Species.PANDA: "パンダ panda",
    Species.RABBIT: "兎 うさぎ ウサ ラビット 月兎 rabbit bunny hare",
    Species.BIRD: "鳥 とり ひよこ ペンギン ふくろう 鷹 鷲 鳳凰 bird chick penguin owl eagle hawk phoenix duck アヒル",
    Species.FROG: "蛙 かえる ケロ 河童 かっぱ frog toad kappa",
    Species.ROBOT: "ロボ ロボット 機械 メカ 鉄人 サイボーグ アンドロイド robot mecha android cyborg machine",
    Species.ONI: "鬼 おに 赤鬼 青鬼 閻魔 オーガ oni ogre demon orc",
    Species.DRAGON: "竜 龍 ドラゴン 恐竜 怪獣 ドラゴ dragon drake dinosaur dino lizard",
    Species.GHOST: "幽霊 お化け おばけ ゴースト 霊 スライム ghost spirit spook phantom slime",
}

ELEMENTS: Mapping[Element, str] = {
    Element.FIRE: "火 炎 焔 熱 火山 フレイム ファイア 爆 紅蓮 fire flame burn lava volcano blaze hot inferno",
    Element.WATER: "水 海 波 雨 川 アクア 水晶 魚 water ocean sea wave rain river aqua fish",
    Element.ICE: "氷 雪 冷 冬 アイス 吹雪 ice snow frost winter frozen cold blizzard",
    Element.THUNDER: "雷 電 稲妻 サンダー 電撃 嵐 thunder lightning electric storm volt spark",
    Element.LEAF: "木 森 草 葉 風 緑 竹 リーフ leaf forest wind tree grass wood jungle green nature",
    Element.LIGHT: "光 星 太陽 輝 黄金 ライト 日 宇宙 light star sun shine gold golden cosmos space",
    Element.DARK: "闇 影 夜 月 黒 ダーク 冥 暗黒 dark darkness shadow night moon black midnight void",
    Element.EARTH: "土 岩 石 大地 山 砂 ロック岩 earth rock stone mountain sand desert ground",
    Element.LOVE: "愛 恋 ハート 桜 花 桃 ピンク ラブ love heart cherry sakura flower rose pink candy sweet",
}

WEAPONS: Mapping[Weapon, str] = {
    Weapon.SWORD: "剣 刀 太刀 ソード 斬 つるぎ sword blade katana saber sabre",
    Weapon.STAFF: "杖 魔法 魔法使い 賢者 ワンド ロッド 魔女 staff wand magic wizard witch mage rod",
    Weapon.SPEAR: "槍 やり スピア ランス 矛 spear lance trident halberd",
    Weapon.HAMMER: "槌 ハンマー 木槌 金棒 hammer mallet mace club",
    Weapon.AXE: "斧 オノ アックス axe hatchet",
    Weapon.BOW: "弓 矢 ゆみ アーチャー 狩人 bow archer arrow hunter ranger",
    Weapon.GUITAR: "ギター 音楽 歌 ロック バンド 轟音 guitar music rock'n'roll song band singer bard",
}

HATS: Mapping[Hat, str] = {
    Hat.WIZARD: "魔法使い 魔女 賢者 魔導士 ウィザード wizard witch mage sorcerer sorceress warlock",
    Hat.NINJA: "忍者 忍 ニンジャ くノ一 ninja shinobi assassin",
    Hat.KNIGHT: "騎士 兜 武者 侍 将軍 ナイト 鎧 武士 knight samurai shogun paladin armor armour",
    Hat.CROWN: "王 皇 帝 神 姫 王子 女王 皇帝 大王 king queen emperor empress god goddess zeus prince princess",
    Hat.HEADBAND: "鉢巻 はちまき 祭 格闘 拳 空手 番長 headband fighter karate boxer festival martial",
    Hat.WREATH: "妖精 花冠 エルフ 花 フェアリー fairy elf flower wreath nymph",
}

WINGS: Mapping[Wings, str] = {
    Wings.FEATHER: "翼 羽 羽根 天使 ウイング wing feather angel",
    Wings.BAT: "蝙蝠 こうもり 悪魔 吸血鬼 bat devil vampire",
    Wings.FAIRY: "妖精 フェアリー 蝶 fairy butterfly",
}

SHIELDS = "盾 守 シールド 番人 shield guard guardian protector"
CAPES = "マント 外套 ヒーロー cape cloak hero vampire 吸血鬼"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[Kind]):
    """A word found in a text and what it stands for."""

    kind: Kind
    word: str
    at: int


def fold(text: str) -> str:
    """Width, case and kana made one: a table needs each word in one spelling only."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    # Katakana to hiragana: the two blocks lie 0x60 apart.
    return "".join(chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter for letter in plain)


def read(text: str, table: Mapping[Kind, str]) -> Kind | None:
    """The kind whose word is the longest found in `text`; of equals, the one that stands first in the text.

    Latin words match whole (a plural s apart), so that "star" is not read in "starfish" nor "cat" in "catapult".
    """
    folded = fold(text)
    found = [
        Reading(kind=kind, word=word, at=at)
        for kind, words in table.items()
        for word in fold(words).split()
        if (at := _find(word, folded)) is not None
    ]
    best = min(found, key=lambda reading: (-len(reading.word), reading.at), default=None)
    return best.kind if best else None


def mentions(text: str, words: str) -> bool:
    """Whether any of `words` stands in `text`."""
    folded = fold(text)
    return any(_find(word, folded) is not None for word in fold(words).split())


def _find(word: str, folded: str) -> int | None:
    if not word.isascii():
        at = folded.find(word)
        return None if at < 0 else at
    match = _whole_word(word).search(folded)
    return match.start() if match else None


@lru_cache(maxsize=1024)
def _whole_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){re.escape(word)}(?:s|es)?(?![a-z])")
