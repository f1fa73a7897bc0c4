from collections.abc import Callable
from dataclasses import replace
from functools import partial

import cv2
import numpy as np
import pytest

from bot.drawing.pictures import encode_art
from bot.fonts import find_typefaces
from bot.rendering.planes import Picture
from bot.rendering.typefaces import Typefaces
from bot.stickers.design import Attribute, Design, Foil, FrameType, Rarity, Style

AWKWARD = (
    # one glyph, or nearly nothing
    *(
        "A",
        "i",
        "W",
        "j",
        "王",
        "鬱",
        "ー",
        "一",
        "、",
        "。",
        "・",
        "…",
        "!",
        "！",
        "'",
        "_",
        "|",
        "♥",
        "〆",
        "ン",
    ),
    *("@", "。。", "ーー", "龍王", "Zz", "A!", "ｱ", "Ω", "Ж", "ß", "한", "中"),
    # Japanese
    *(
        "炎聖王レオン",
        "サンダー武者",
        "「聖なる、王。」",
        "ガッツだぜっ",
        "あぁ、ッョ。",
        "①★☆♪♥～‼",
        "𠮷野家",
        "か゚き゚く゚",
    ),
    *(
        "ドラゴンーーーーーロックンローラー",
        "寿限無寿限無五劫の擦り切れ海砂利水魚の水行末",
        "（仮）",
        "ﾊﾝｶｸ戦士",
    ),
    *(
        "スーパーウルトラハイパーミラクルロマンチック",
        "愛・地球・博覧会・実行委員",
        "第１２３代目・超神聖皇帝閣下",
        "々々々々々々々々々々々々々々",
    ),
    *("…………………………………………", "っっっっっっっっっっっっっっっっ", "「「「「「「「「「」」」」」」」」」", "ﾞﾟﾞﾟ"),
    # mixed with Latin letters and digits
    *(
        "Z戦士12号",
        "超DXロボ!!",
        "No.1",
        "100%",
        "a b c d e f g",
        "R2ーD2さん",
        "ＡＢＣ戦隊",
        "すごいぞ!?",
        "3.14159",
        "2026年11月",
    ),
    # Latin, Cyrillic, Greek, accents
    *(
        "Leon",
        "fffff",
        "ÅÇjgpqŸ",
        "Å̊̊̊",
        "x̂ẙz̈",
        "Ñandú Çelik Łódź",
        "Nguyễn Thị Ngọc Ánh",
        "Привет",
        "Ελλάδα",
        "Ðórr þór",
    ),
    *(
        "Supercalifragilisticexpialidocious",
        "Leon the Flame King of the Eastern Mountains",
        "I am a",
        "Mr. X",
    ),
    *(
        "O'Neill-McDonald",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "A Supercalifragilisticexpialidocious",
        "«Ça va ?»",
    ),
    *(
        "WWWWWWWWWWWWWWWWWWWW",
        "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
        "x " * 19 + "x",
        "Lord (of the) [Rings] {and} <more>",
    ),
    # Hangul, Chinese, other scripts
    *(
        "한글용사",
        "대한민국 만세 우리나라 좋은나라 무궁화",
        "각",
        "龍發鬱靈龜",
        "孙悟空大闹天宫",
        "齉齾龘",
        "ㄅㄆㄇ",
        "ฏู่ปู่",
    ),
    *("مرحبا", "שלום", "पु", "नमस्ते", "გამარჯობა", "ආයුබෝවන්"),
    *("ملك النار ليون", "سلام (Leo) 12", "המלך לאון 7!", "น้ำตก", "เจ้าชายที่กล้าหาญและงดงาม", "ปิ่นนี้"),
    # emoji: joined, toned, flags, keycaps, unknown sequences
    *(
        "🔥王🐉",
        "🔥",
        "👨‍👩‍👧‍👦",
        "👍🏽❤️",
        "🇯🇵",
        "🇯🇵🇺🇸🇫🇷",
        "1️⃣2️⃣",
        "🏳️‍🌈",
        "🏴‍☠️海賊",
        "🧙🏿‍♂️魔王",
        "👨‍👩‍👧‍👦" * 4,
    ),
    *(
        "❤",
        "☠️",
        "🇯",
        "🏽",
        "👩‍🦰‍🐉",
        "🐈‍⬛",
        "😀😀😀😀😀😀😀😀😀😀😀😀",
        "⚔️聖剣⚔️",
        "A🔥",
        "🔥🔥の🔥🔥な🔥🔥と🔥🔥",
        "©®™",
    ),
    # signs alone
    *(
        "・・・",
        "'`^",
        "____",
        "||||",
        "(仮)",
        "()",
        "」」",
        "ーーーー",
        "〜〜〜",
        "?!?!",
        "→←↑↓",
        "※〒々",
        ":-)",
        "¯\\_(ツ)_/¯",
    ),
    *("龍" * 40, "あ" * 41, "W" * 100, "🔥" * 100),
)
"""Names that people may well type, and the worst that we could think of."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `awkward` holds for every awkward text."""
    if "awkward" in metafunc.fixturenames:
        metafunc.parametrize("awkward", AWKWARD)


STYLE = Style(frame_type=FrameType.CLOUD, frame_color="gold", foil=Foil.KAKU)


@pytest.fixture(scope="session")
def faces() -> Typefaces:
    return find_typefaces()


@pytest.fixture(scope="session")
def bare_faces(faces: Typefaces) -> Typefaces:
    """What is left when the display faces and the emoji are not installed."""
    return Typefaces(fallback=faces.fallback)


@pytest.fixture(scope="session")
def art() -> Picture:
    """A mascot of one ellipse and two eyes on transparent ground, straight RGBA."""
    figure = np.zeros((300, 300, 4), np.uint8)
    cv2.ellipse(figure, (150, 160), (90, 120), 0, 0, 360, (240, 120, 60, 255), -1, cv2.LINE_AA)
    for x in (120, 180):
        cv2.circle(figure, (x, 130), 16, (20, 20, 60, 255), -1, cv2.LINE_AA)
    return figure


@pytest.fixture(scope="session")
def encoded_art(art: Picture) -> bytes:
    return encode_art(art)


@pytest.fixture(scope="session")
def design() -> Callable[..., Design]:
    """Builds a design where only what matters to the test is named."""
    return partial(
        Design,
        name="炎聖王レオン",
        title="第一弾ヘッド",
        prompt="",
        attribute=Attribute.HOLY,
        rarity=Rarity.SUPER_RARE,
        style=STYLE,
    )


@pytest.fixture(scope="session")
def styled() -> Callable[..., Style]:
    return partial(replace, STYLE)
