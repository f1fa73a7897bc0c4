"""The command line as a host meets it: the installed `kiraseal`, its output and its exit codes."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from bot.__main__ import app
from bot.words import Language, Words

ROOT = Path(__file__).parents[2]
KIRASEAL = Path(sys.executable).with_name("kiraseal")
ENGLISH = Words(Language.ENGLISH)
NOBODY = "postgresql://me:hush-hush@127.0.0.1:1/kiraseal"
"""Nothing listens on port 1."""
PATIENCE = 120
SIGNALLED_WHILE_CLOSING = """
import asyncio, signal
from bot.__main__ import _serve

async def job():
    signal.raise_signal(signal.SIGTERM)
    try:
        await asyncio.Event().wait()
    finally:
        for sign in (signal.SIGINT, signal.SIGTERM):
            signal.raise_signal(sign)
            for turn in range(10):  # of the event loop, which hears of a signal in its next one
                await asyncio.sleep(0)
        print("closed")

_serve(job())
"""


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, and a terminal in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("KIRASEAL_WORKERS", "1")
    return tmp_path


def kiraseal(*arguments: str, **environment: str) -> Ran:
    ran = subprocess.run(
        [KIRASEAL, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def test_without_a_command_it_lists_the_commands() -> None:
    shown = CliRunner().invoke(app, []).output
    for command in ("start", "playground", "run", "draw", "doctor", "db"):
        assert command in shown


def test_an_option_it_does_not_know_is_a_mistake_of_usage() -> None:
    result = CliRunner().invoke(app, ["draw", "--nmae", "Leon"])
    assert result.exit_code == 2
    assert "--nmae" in result.output


@pytest.mark.usefixtures("place")
def test_a_picture_that_is_not_there_is_a_mistake_of_usage() -> None:
    result = CliRunner().invoke(app, ["draw", "--picture", "nowhere.png"])
    assert result.exit_code == 2
    assert "nowhere.png" in result.output


@pytest.mark.usefixtures("place")
def test_running_without_a_token_is_one_sentence() -> None:
    assert kiraseal("run") == Ran(1, "", ENGLISH("error-token-missing") + "\n")


@pytest.mark.usefixtures("place")
def test_a_terminal_in_japanese_is_answered_in_japanese() -> None:
    sentence = Words(Language.JAPANESE)("error-token-missing")
    assert kiraseal("run", LC_ALL="ja_JP.UTF-8", PYTHONUTF8="1") == Ran(1, "", sentence + "\n")


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("command", [("run",), ("doctor",), ("db", "status"), ("draw", "--name", "Leon")])
def test_a_setting_that_makes_no_sense_is_one_sentence(command: tuple[str, ...]) -> None:
    sentence = ENGLISH("error-setting-invalid", variable="KIRASEAL_PORT", expected=ENGLISH("setting-port"))
    assert kiraseal(*command, KIRASEAL_PORT="eighty") == Ran(1, "", sentence + "\n")


def test_a_database_is_behind_until_it_is_upgraded(place: Path) -> None:
    before = kiraseal("db", "status")
    assert (before.code, list(place.iterdir())) == (1, [])
    assert "pending" in before.out
    upgraded = kiraseal("db", "upgrade")
    assert (upgraded.code, upgraded.err) == (0, "")
    after = kiraseal("db", "status")
    assert after.code == 0
    assert "sqlite" in after.out
    assert "pending" not in after.out
    assert kiraseal("db", "upgrade") == Ran(0, ENGLISH("db-current") + "\n", "")


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("command", [("db", "status"), ("db", "upgrade"), ("draw", "--name", "Leon")])
def test_a_database_that_does_not_answer_is_one_sentence(command: tuple[str, ...]) -> None:
    sentence = ENGLISH("error-database-unreachable", reason="ConnectionRefusedError")
    assert kiraseal(*command, DATABASE_URL=NOBODY) == Ran(1, "", sentence + "\n")


@pytest.mark.parametrize("command", [("db", "status"), ("db", "upgrade")])
def test_a_file_that_is_no_database_is_one_sentence(place: Path, command: tuple[str, ...]) -> None:
    (place / "notes.txt").write_text("not a database, and longer than the header of one\n" * 4)
    sentence = ENGLISH("error-database-unreachable", reason="DatabaseError")
    assert kiraseal(*command, DATABASE_URL="file:./notes.txt") == Ran(1, "", sentence + "\n")


@pytest.mark.parametrize("command", [("db", "status"), ("db", "upgrade")])
def test_a_folder_in_place_of_the_database_is_one_sentence(place: Path, command: tuple[str, ...]) -> None:
    (place / "dev.db").mkdir()
    sentence = ENGLISH("error-database-unreachable", reason="OperationalError")
    assert kiraseal(*command) == Ran(1, "", sentence + "\n")


@pytest.mark.usefixtures("place")
def test_an_address_that_makes_no_sense_is_one_sentence_without_its_password() -> None:
    expected = ENGLISH("setting-database-url")
    sentence = ENGLISH("error-setting-invalid", variable="DATABASE_URL", expected=expected)
    ran = kiraseal("db", "status", DATABASE_URL="postgresql://me:hu/sh@127.0.0.1:1/kiraseal")
    assert ran == Ran(1, "", sentence + "\n")


@pytest.mark.usefixtures("place")
def test_what_nobody_foresaw_is_one_sentence_and_a_traceback_in_the_log() -> None:
    odd = f"{NOBODY}?no_such_parameter=1"
    sentence = ENGLISH("error-unknown") + "\n"
    assert kiraseal("db", "status", DATABASE_URL=odd, KIRASEAL_LOG_LEVEL="CRITICAL") == Ran(1, "", sentence)
    logged = kiraseal("db", "status", DATABASE_URL=odd, KIRASEAL_LOG_FORMAT="human")
    assert (logged.code, logged.out) == (1, "")
    assert " ERROR " in logged.err.splitlines()[0]
    assert "    Traceback (most recent call last):" in logged.err.splitlines()
    assert logged.err.endswith(f"\n{sentence}")
    assert "hush-hush" not in logged.err


@pytest.mark.usefixtures("place")
def test_the_doctor_names_what_is_missing() -> None:
    ran = kiraseal("doctor", KIRASEAL_FONTS="./nowhere")
    assert ran.code == 0
    assert ENGLISH("doctor-token-missing") in ran.out
    assert ENGLISH("doctor-database-old", url="file:./dev.db") in ran.out
    assert "fonts are missing" in ran.out


@pytest.mark.usefixtures("place")
def test_the_doctor_is_not_content_with_a_database_that_is_away_and_shows_no_secret() -> None:
    ran = kiraseal("doctor", OPENAI_API_KEY="marker-of-a-key", KIRASEAL_PAINTER="local", DATABASE_URL=NOBODY)
    assert (ran.code, ran.err) == (1, "")
    away = ENGLISH("doctor-database-away", url=NOBODY.replace("hush-hush", "***"))
    assert away in ran.out
    assert "marker-of-a-key" not in ran.out
    assert "hush-hush" not in ran.out


@pytest.mark.parametrize(
    ("given", "key", "values"),
    [
        ((), "error-nothing-asked", {}),
        (("--name", "Leon", "--painter", "openai"), "error-no-ai-painter", {}),
        (("--title", "Hero"), "error-nothing-asked", {}),
        (("--name", "Leon", "--background", "[smell]"), "error-unknown-colour", {"colour": "[smell]"}),
    ],
)
def test_a_drawing_that_cannot_be_made_is_one_sentence(
    place: Path, given: tuple[str, ...], key: str, values: dict[str, str]
) -> None:
    assert kiraseal("draw", *given, "--out", "seals") == Ran(1, "", ENGLISH(key, **values) + "\n")
    assert not (place / "seals").exists()


def test_words_that_are_refused_make_no_database(place: Path) -> None:
    refused = kiraseal("draw", "--title", "Only a title")
    assert refused == Ran(1, "", ENGLISH("error-nothing-asked") + "\n")
    assert list(place.iterdir()) == []


def test_a_word_that_the_host_blocks_is_not_drawn_either(place: Path) -> None:
    refused = kiraseal("draw", "--name", "Leon", KIRASEAL_BLOCKED_WORDS="leon, ナス")
    assert refused == Ran(1, "", ENGLISH("error-word-blocked") + "\n")
    assert list(place.iterdir()) == []


@pytest.mark.usefixtures("place")
def test_a_file_in_place_of_the_folder_is_a_mistake_of_usage(place: Path) -> None:
    (place / "taken").touch()
    result = CliRunner().invoke(app, ["draw", "--name", "Leon", "--out", "taken"])
    assert result.exit_code == 2
    assert "taken" in result.output


def test_a_drawing_comes_in_the_forms_that_were_asked_for(place: Path) -> None:
    ran = kiraseal("draw", "--name", "Leon", "--form", "png", "--form", "loop", "--out", "seals")
    assert (ran.code, ran.err) == (0, "")
    written = sorted(file.name.partition("-")[2][6:] for file in (place / "seals").iterdir())
    assert written == ["-loop.webp", "-png.png"]


def test_a_drawing_is_a_still_and_an_animation_in_the_folder(place: Path) -> None:
    ran = kiraseal("draw", "--name", "Leon", "--rarity", "rare", "--out", "seals/of today")
    assert (ran.code, ran.err) == (0, "")
    animation, still = sorted((place / "seals" / "of today").iterdir(), key=lambda file: file.suffix)
    assert (animation.suffix, still.suffix) == (".gif", ".webp")
    for path, frames in ((still, False), (animation, True)):
        assert path.name.startswith("Leon-")
        assert str(path.relative_to(place)) in ran.out
        with Image.open(path) as picture:
            assert getattr(picture, "is_animated", False) is frames


def test_a_second_signal_does_not_break_off_the_closing() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "error", "-c", SIGNALLED_WHILE_CLOSING]
    ran = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert (ran.stdout, ran.stderr, ran.returncode) == ("closed\n", "", 0)


def test_a_database_is_backed_up_looked_after_and_restored_by_command(place: Path) -> None:
    assert kiraseal("db", "upgrade").code == 0
    foreseen = kiraseal("db", "backup", "--dry-run")
    assert (foreseen.code, foreseen.err, (place / "backups").exists()) == (0, "", False)
    made = kiraseal("db", "backup")
    assert (made.code, made.err) == (0, "")
    (backup,) = (place / "backups").glob("kiraseal-*.db")
    assert backup.name in made.out
    for command in ("cleanup", "vacuum"):
        for more in (("--dry-run",), ()):
            ran = kiraseal("db", command, *more)
            assert (ran.code, ran.err) == (0, ""), command
    assert kiraseal("db", "cleanup").out == ENGLISH("db-clean-nothing") + "\n"
    before = (place / "dev.db").stat()
    foreseen = kiraseal("db", "restore", "latest", "--dry-run")
    assert (foreseen.code, foreseen.err) == (0, "")
    assert (place / "dev.db").stat().st_ino == before.st_ino
    restored = kiraseal("db", "restore", backup.name)
    assert (restored.code, restored.err) == (0, "")
    assert len(list(place.glob("dev.db.replaced-*"))) == 1
    assert (place / "dev.db").stat().st_ino != before.st_ino
    assert kiraseal("doctor").out.count("Last backup") == 1


def test_upkeep_of_what_is_not_there_is_one_sentence_and_makes_nothing(place: Path) -> None:
    missing = ENGLISH("error-backup-missing", folder="backups") + "\n"
    assert kiraseal("db", "restore", "latest") == Ran(1, "", missing)
    behind = ENGLISH("error-database-behind") + "\n"
    assert kiraseal("db", "vacuum") == Ran(1, "", behind)
    assert kiraseal("db", "cleanup", "--dry-run") == Ran(1, "", behind)
    assert kiraseal("db", "backup").code == 1
    assert not (place / "dev.db").exists()
