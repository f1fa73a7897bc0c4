import asyncio
import io
import json
import logging
import time
import warnings
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import tracing
from bot.log import HIDDEN, Form, Logging, hide_secrets, set_up_logging

BOT_TOKEN = "MTE5ODYyMjQ4MzQ3MTkyNTI0OA.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWsAAAAA"
INTERACTION_TOKEN = "aW50ZXJhY3Rpb246MTE5ODYyMjQ4MzQ3MTkyNTI0ODpabkNqbTE"


@pytest.fixture(params=["human", "json"])
def form(request: pytest.FixtureRequest) -> Form:
    return request.param


@pytest.fixture
def written(form: Form) -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    stream = io.StringIO()
    set_up_logging(Logging(level="INFO", form=form, secrets=("a-known-secret", 'quoted"\\secret')), stream)
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
        'quoted"\\secret',
    ],
)
def test_no_token_reaches_the_log(written: io.StringIO, text: str) -> None:
    logging.getLogger("any").warning("%s", text)
    line = written.getvalue()
    assert HIDDEN in line
    assert not any(secret in line for secret in (BOT_TOKEN, INTERACTION_TOKEN, "secret"))


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


@pytest.mark.parametrize(
    "breaks",
    ["\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x85", "\u2028", "\x1b[2J\x1b[H", "\x00", "\ud800", "\u202e"],
)
def test_a_name_forges_no_record_and_moves_no_cursor(written: io.StringIO, breaks: str) -> None:
    name = f"Leon{breaks}2026-01-01 ERROR forged"
    logging.getLogger("any").info("made for %s", name)
    try:
        raise RuntimeError(name)
    except RuntimeError:
        logging.getLogger("any").exception("failed")
    text = written.getvalue().encode().decode()  # it can be written
    assert not any(line.startswith("2026-01-01 ERROR forged") for line in text.splitlines())
    assert not set(text) & set("\r\v\f\x1c\x85\u2028\x1b\0\u202e")
    assert text.count("Leon") >= 2


def test_what_is_below_the_level_is_not_written(written: io.StringIO) -> None:
    logging.getLogger("any").debug("quiet")
    assert written.getvalue() == ""


def records(stream: io.StringIO) -> list[dict[str, str]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize("form", ["json"])
def test_a_json_line_tells_when_how_grave_where_from_and_what(written: io.StringIO) -> None:
    logging.getLogger("bot.pool").warning("炎 %d", 1)
    (record,) = records(written)
    assert record.pop("time").endswith("Z")
    assert record == {"level": "WARNING", "logger": "bot.pool", "message": "炎 1"}


@pytest.mark.parametrize("form", ["json"])
def test_a_traceback_is_a_field_of_its_record(written: io.StringIO) -> None:
    try:
        raise RuntimeError("why")
    except RuntimeError:
        logging.getLogger("any").exception("failed")
    (record,) = records(written)
    assert record["message"] == "failed"
    assert record["exception"].endswith("RuntimeError: why")


@pytest.mark.parametrize("form", ["json"])
async def test_every_line_of_a_task_names_it_also_those_of_libraries_and_threads(
    written: io.StringIO,
) -> None:
    async def work(task: str) -> None:
        tracing.turn_to(task=task)
        await asyncio.sleep(0)
        logging.getLogger("discord.http").info("said by a library")
        await asyncio.to_thread(logging.getLogger("bot.storage").info, "said in a thread")

    await asyncio.gather(work("one"), work("two"))
    logging.getLogger("bot").info("said by the house")
    told = [(record["message"], record.get("task")) for record in records(written)]
    assert sorted(told, key=str) == sorted(
        [(words, task) for words in ("said by a library", "said in a thread") for task in ("one", "two")]
        + [("said by the house", None)],
        key=str,
    )


@pytest.mark.parametrize("form", ["human"])
async def test_a_line_to_read_names_its_task_once(written: io.StringIO) -> None:
    tracing.turn_to(task="c123")
    logging.getLogger("any").info("drawn")
    logging.getLogger("any").info("task c123: drawn")
    first, second = written.getvalue().splitlines()
    assert first.endswith("any: drawn [task c123]")
    assert second.endswith("any: task c123: drawn")


def test_a_warning_of_python_becomes_a_record(written: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)  # catch_warnings has put back its own way of showing them
        warnings.warn("old ways", DeprecationWarning, stacklevel=1)
    assert "old ways" in written.getvalue()
    assert "py.warnings" in written.getvalue()


def test_without_a_terminal_lines_are_json_unless_the_host_says_otherwise() -> None:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    stream = io.StringIO()
    try:
        set_up_logging(Logging(level="INFO"), stream)
        root.info("hello")
    finally:
        logging.captureWarnings(False)
        root.handlers[:], root.level = before
    assert records(stream)[0]["message"] == "hello"


@given(
    before=st.text(max_size=200),
    secret=st.sampled_from(
        [
            BOT_TOKEN,
            INTERACTION_TOKEN,
            "sk-proj-0123456789abcdefABCDEF",
            f"/webhooks/1/{INTERACTION_TOKEN}",
            "://kira:s3cret-pass@db",
        ]
    ),
    after=st.text(max_size=200),
)
def test_no_words_around_it_let_a_token_through(before: str, secret: str, after: str) -> None:
    # A letter right before or behind it makes another word of it, which is nobody's token.
    hidden = hide_secrets(f"{before} {secret} {after}")
    bare = secret.removeprefix("/webhooks/1/").removeprefix("://kira:").removesuffix("@db")
    assert bare not in hidden


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a.",
        "sk-",
        "://",
        "://a:",
        "://a:b@",
        "/webhooks/1/",
        "aW50ZXJhY3Rpb246",
        f"{'a' * 25}.aaaaaa.",
        "-.",
        "\n",
        " ",
    ],
)
def test_a_megabyte_of_anything_is_searched_in_a_moment(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    began = time.process_time()
    hide_secrets(text)
    spent = time.process_time() - began
    assert spent < 5, f"{spent:.1f} s: the search is not linear"
