import pytest

from bot.errors import (
    DatabaseTooNew,
    Gone,
    KirasealError,
    TextTooLong,
    TooManyWaiting,
    UnknownColour,
)
from bot.words import Language, MissingWords, Words


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("ja", Language.JAPANESE),
        ("ja-JP", Language.JAPANESE),
        ("ja_JP", Language.JAPANESE),
        ("en-US", Language.ENGLISH),
        ("en-GB", Language.ENGLISH),
        ("fr", Language.ENGLISH),
        ("jam", Language.ENGLISH),
        ("", Language.ENGLISH),
        (None, Language.ENGLISH),
    ],
)
def test_japanese_readers_get_japanese_and_all_others_english(locale: str | None, language: Language) -> None:
    assert Words.for_locale(locale).language is language


def test_one_error_is_told_to_each_in_their_language() -> None:
    assert "/history" in Words(Language.ENGLISH).sentence(Gone())
    assert (
        Words(Language.JAPANESE).sentence(Gone())
        == "それはもうここにはありません。あなたのシールは /history にあります。"
    )


@pytest.mark.parametrize(("limit", "phrase"), [(1, "a seal on the way"), (5, "5 seals on the way")])
def test_english_knows_one_from_many(limit: int, phrase: str) -> None:
    assert phrase in Words(Language.ENGLISH).sentence(TooManyWaiting(limit=limit))


def test_numbers_are_grouped_and_texts_are_left_alone() -> None:
    words = Words(Language.ENGLISH)
    assert "5,000 characters" in words.sentence(TextTooLong(field="setting-port", limit=500, length=5000))
    assert "(20260101)" in words.sentence(DatabaseTooNew(version="20260101"))


def test_the_label_of_a_field_is_looked_up() -> None:
    error = TextTooLong(field="setting-data", limit=1, length=2)
    assert "setting-data" not in Words(Language.ENGLISH).sentence(error)


def test_what_a_member_typed_is_never_looked_up() -> None:
    assert "“error-gone”" in Words(Language.ENGLISH).sentence(UnknownColour(colour="error-gone"))


def test_no_invisible_marks_surround_a_value() -> None:
    sentence = Words(Language.ENGLISH).sentence(UnknownColour(colour="blurple"))
    assert sentence.isprintable()


def test_a_typed_brace_is_only_a_brace() -> None:
    assert "“{ $limit }”" in Words(Language.ENGLISH).sentence(UnknownColour(colour="{ $limit }"))


def test_an_error_without_a_key_of_its_own_still_gets_a_sentence() -> None:
    assert "try again" in Words(Language.ENGLISH).sentence(KirasealError())


def test_a_missing_key_warns_and_is_shown_as_it_is() -> None:
    with pytest.warns(MissingWords, match="no-such-key"):
        assert Words(Language.ENGLISH)("no-such-key") == "no-such-key"


def test_a_missing_value_warns_and_the_sentence_still_comes() -> None:
    with pytest.warns(MissingWords, match="colour"):
        assert "I don’t know the colour" in Words(Language.ENGLISH)("error-unknown-colour")


def test_one_can_ask_whether_a_key_is_there() -> None:
    words = Words(Language.JAPANESE)
    assert "error-gone" in words
    assert "no-such-key" not in words
    assert None not in words
