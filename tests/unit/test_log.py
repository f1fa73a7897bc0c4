import io
import logging
from collections.abc import Iterator

import pytest

from bot.log import HIDDEN, hide_secrets, set_up_logging

BOT_TOKEN = "MTE5ODYyMjQ4MzQ3MTkyNTI0OA.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWsAAAAA"
INTERACTION_TOKEN = "aW50ZXJhY3Rpb246MTE5ODYyMjQ4MzQ3MTkyNTI0ODpabkNqbTE"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    stream = io.StringIO()
    set_up_logging("INFO", ["a-known-secret"], stream)
    yield stream
    logging.captureWarnings(False)
    root.handlers[:], root.level = before


@pytest.mark.parametrize(
    "text",
    [
        f"POST /api/v10/webhooks/4711/{INTERACTION_TOKEN}/messages/1 has returned 404",
        f"/interactions/4711/{INTERACTION_TOKEN}/callback",
        f"token={INTERACTION_TOKEN}",
        f"Authorization: Bot {BOT_TOKEN}",
        "a-known-secret",
    ],
)
def test_no_token_reaches_the_log(written: io.StringIO, text: str) -> None:
    logging.getLogger("any").warning("%s", text)
    line = written.getvalue()
    assert HIDDEN in line
    assert not any(secret in line for secret in (BOT_TOKEN, INTERACTION_TOKEN, "a-known-secret"))


def test_a_secret_in_a_traceback_is_hidden_too(written: io.StringIO) -> None:
    try:
        raise RuntimeError(BOT_TOKEN)
    except RuntimeError:
        logging.getLogger("any").exception("failed")
    assert "RuntimeError" in written.getvalue()
    assert BOT_TOKEN not in written.getvalue()


def test_the_password_of_a_database_is_hidden_and_its_host_is_not() -> None:
    hidden = hide_secrets("cannot open postgresql://kira:s3cret@db.example/seals")
    assert hidden == f"cannot open postgresql://kira:{HIDDEN}@db.example/seals"


def test_versions_and_module_names_are_no_secrets() -> None:
    text = "discord.app_commands.tree 2.7.1 at 2026-01-01T00:00:00Z wrote bot/stickers/design.py"
    assert hide_secrets(text) == text


def test_a_line_break_in_a_name_forges_no_record(written: io.StringIO) -> None:
    logging.getLogger("any").info("made for %s", "Leon\n2026-01-01 ERROR forged")
    assert len(written.getvalue().splitlines()) == 1


def test_what_is_below_the_level_is_not_written(written: io.StringIO) -> None:
    logging.getLogger("any").debug("quiet")
    assert written.getvalue() == ""
