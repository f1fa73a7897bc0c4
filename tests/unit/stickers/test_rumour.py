from dataclasses import replace
from datetime import date

import pytest

from bot.stickers.back import write_back
from bot.stickers.design import Attribute, Design, Effects, Foil, FrameType, Rarity, Style
from bot.stickers.meters import METER_TOP, meters
from bot.stickers.rumour import rumour
from bot.words import Language, Words

STYLE = Style(frame_type=FrameType.CLOUD, frame_color="gold", foil=Foil.KAKU)
PLAIN = Design(
    name="レオン",
    title="第一弾ヘッド",
    prompt="",
    attribute=Attribute.HOLY,
    rarity=Rarity.RARE,
    style=STYLE,
)
LETTERS = {Language.JAPANESE: (72, 112), Language.ENGLISH: (122, 200)}


def designs() -> list[Design]:
    return [
        replace(
            PLAIN,
            attribute=attribute,
            rarity=rarity,
            variation=variation,
            prompt=prompt,
            style=replace(STYLE, foil=list(Foil)[variation]),
        )
        for attribute in Attribute
        for rarity in Rarity
        for variation in range(8)
        for prompt in ("", "炎 剣", "a long prompt that nobody could quote on a back")
    ]


@pytest.mark.parametrize("language", Language)
def test_every_rumour_names_the_character_and_fits_the_back(language: Language) -> None:
    say = Words(language)
    shortest, longest = LETTERS[language]
    for design in designs():
        text = rumour(design, say)
        assert design.name in text
        assert shortest <= len(text) <= longest, f"{len(text)}: {text}"


@pytest.mark.parametrize("language", Language)
def test_two_backs_hardly_ever_sound_alike(language: Language) -> None:
    texts = [rumour(design, Words(language)) for design in designs()]
    assert len(set(texts)) > 0.99 * len(texts), f"{len(set(texts))} of {len(texts)}"


def test_each_tribe_has_twelve_openings_middles_and_endings_or_more() -> None:
    say = Words(Language.ENGLISH)
    for attribute in Attribute:
        texts = {
            rumour(replace(PLAIN, attribute=attribute, variation=variation), say) for variation in range(700)
        }
        for part in range(3):
            kinds = {sentence(text, part) for text in texts}
            assert len(kinds) >= 12, f"{attribute}: {len(kinds)}"


def sentence(text: str, part: int) -> str:
    """The beginning or end of a text, or what is neither."""
    return (text[:14], text[64:76], text[-14:])[part]


def test_the_same_design_gets_the_same_rumour_and_another_variation_another() -> None:
    say = Words(Language.JAPANESE)
    assert rumour(PLAIN, say) == rumour(replace(PLAIN), say)
    assert rumour(PLAIN, say) != rumour(replace(PLAIN, variation=1), say)


@pytest.mark.parametrize("language", Language)
def test_a_name_too_long_for_a_rumour_is_not_said(language: Language) -> None:
    text = rumour(replace(PLAIN, name="大" * 40), Words(language))
    assert "大大" not in text
    assert Words(language)("rumour-somebody") in text


def test_short_words_are_quoted_now_and_then_and_long_ones_never() -> None:
    say = Words(Language.ENGLISH)

    def quotes(prompt: str) -> int:
        designs = (replace(PLAIN, prompt=prompt, variation=variation) for variation in range(60))
        return sum(prompt in rumour(design, say) for design in designs)

    assert 5 < quotes("flaming guitar") < 40
    assert quotes("a prompt much too long to be quoted on a back") == 0


def test_meters_lie_between_one_and_ten_and_rarer_seals_are_stronger() -> None:
    totals = {}
    for rarity in Rarity:
        rows = [meters(design) for design in designs() if design.rarity is rarity]
        assert all(1 <= value <= METER_TOP for row in rows for value in row.values())
        assert all(len(row) == 3 for row in rows)
        totals[rarity] = sum(sum(row.values()) for row in rows) / len(rows)
    assert totals[Rarity.NORMAL] + 3 < totals[Rarity.RARE] < totals[Rarity.SUPER_RARE]


def test_effects_do_not_silence_the_meters() -> None:
    assert meters(replace(PLAIN, effects=Effects(sparkle=False)))
    assert meters(PLAIN) == meters(replace(PLAIN))


@pytest.mark.parametrize("language", Language)
def test_a_back_is_worded_whole(language: Language) -> None:
    say = Words(language)
    back = write_back(PLAIN, say, number=7, maker="こうた", day=date(2026, 11, 24))
    assert (back.number, back.day, back.stars) == ("No. 007", "2026.11.24", 3)
    assert "こうた" in back.maker
    assert [gauge.label for gauge in back.gauges] == [say(key) for key in meters(PLAIN)]
    assert back.rumour == rumour(PLAIN, say)
    assert back.small_print
    bare = write_back(PLAIN, say, number=None, maker="", day=None)
    assert (bare.number, bare.maker, bare.day) == ("", "", "")
