import logging
from pathlib import Path

import pytest

from bot.fonts import find_typefaces


def a_web_font(folder: Path, name: str, *subsets: str) -> None:
    files = folder / name / "files"
    files.mkdir(parents=True)
    for subset in subsets:
        (files / f"{name}-{subset}-400-normal.woff2").touch()


def test_the_base_face_and_the_emoji_come_with_the_packages() -> None:
    typefaces = find_typefaces()
    assert typefaces.fallback.stat().st_size > 1_000_000
    assert typefaces.emoji is not None
    assert typefaces.emoji.is_file()


def test_without_display_fonts_the_seals_are_set_in_noto_and_the_log_says_so_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        typefaces = find_typefaces(tmp_path)
    assert (typefaces.bold, typefaces.brush, typefaces.round, typefaces.soft, typefaces.hand) == ((),) * 5
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "5 of 5" in caplog.text


def test_a_face_is_its_subsets_with_the_japanese_first(tmp_path: Path) -> None:
    a_web_font(tmp_path, "dela-gothic-one", "latin", "japanese", "symbols")
    names = [file.name for file in find_typefaces(tmp_path).bold]
    assert names == ["dela-gothic-one-japanese-400-normal.woff2", "dela-gothic-one-latin-400-normal.woff2"]


def test_scripts_that_the_base_face_lacks_are_taken_as_far_as_they_are_installed(tmp_path: Path) -> None:
    assert find_typefaces(tmp_path).world == ()
    files = tmp_path / "noto-sans-thai" / "files"
    files.mkdir(parents=True)
    (files / "noto-sans-thai-thai-900-normal.woff2").touch()
    assert [file.name for file in find_typefaces(tmp_path).world] == ["noto-sans-thai-thai-900-normal.woff2"]


def test_a_face_without_its_japanese_part_is_missing(tmp_path: Path) -> None:
    a_web_font(tmp_path, "reggae-one", "latin")
    assert find_typefaces(tmp_path).brush == ()
