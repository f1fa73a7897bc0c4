"""PostgreSQL's tables as a script that PostgreSQL's own programs write and read. Secrets never reach the file."""

import asyncio
import gzip
import logging
import os
import re
import shutil
import subprocess
import threading
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from tortoise import Model

import models
from bot.database import tortoise_config
from bot.errors import BackupUnreadable, ToolFailed, ToolMissing
from bot.upkeep.steps import Halt, Show, Step

DUMP, SHELL = "pg_dump", "psql"
TABLES = tuple(
    str(model._meta.db_table)  # noqa: SLF001  how a Tortoise model is asked for its table
    for model in (getattr(models, name) for name in models.__all__)
    if isinstance(model, type(Model))
)
"""Ours, and the design's. A web app's other tables are its own business."""
LEDGER = "aerich"
"""Where aerich writes down which migrations a database has seen."""

_LINES_BETWEEN = 5000
"""Rows between two steps."""
_COPY = re.compile(rb'COPY (?:\S+\.)?"?(?P<table>\w+)"? \((?P<columns>.*)\) FROM stdin;\n')
_END, _COMPLETE = b"\\.\n", b"-- PostgreSQL database dump complete\n"
_FORGOTTEN = frozenset({"Session"})
_BLANK = {"Delivery": {"token"}, "Account": {"access_token", "refresh_token", "id_token", "session_state"}}
_NULL = b"\\N"

log = logging.getLogger(__name__)


def dump(url: str, target: Path, show: Show, halt: Halt) -> None:
    """Write our tables, as they are at this moment and without their secrets, to `target`. Others may write meanwhile.

    Raises ToolMissing, ToolFailed, Halted, OSError.
    """
    wanted = [f'--table="{table}"' for table in (*TABLES, LEDGER)]
    command = ["--format=plain", "--no-owner", "--no-privileges", "--no-password", *wanted]
    with _running(DUMP, command, url, stdout=subprocess.PIPE) as process, target.open("wb") as file:
        with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=6, mtime=0) as packed:
            assert process.stdout is not None  # noqa: S101  asked for in the line above
            for number, line in enumerate(scrubbed(process.stdout)):
                packed.write(line)
                if number % _LINES_BETWEEN == 0:
                    halt.check()
                    show(Step(key="upkeep-copying"))
        file.flush()
        os.fsync(file.fileno())


def scrubbed(lines: IO[bytes] | Iterator[bytes]) -> Iterator[bytes]:
    """The lines of a dump without sessions, tokens of interactions and keys of accounts."""
    table, blank = "", frozenset[int]()
    for line in lines:
        if found := _COPY.fullmatch(line):
            table = found["table"].decode()
            names = [name.strip().strip('"') for name in found["columns"].decode().split(",")]
            blank = frozenset(names.index(name) for name in _BLANK.get(table, ()) if name in names)
        elif line == _END:
            table = ""
        elif table in _FORGOTTEN:
            continue
        elif table and blank:
            cells = line.rstrip(b"\n").split(b"\t")
            line = b"\t".join(_NULL if at in blank else cell for at, cell in enumerate(cells)) + b"\n"
        yield line


def versions(file: Path, halt: Halt) -> list[str]:
    """The migrations a backup has seen, after reading it to its end. Raises BackupUnreadable."""
    found: list[str] = []
    table, at, whole = "", 0, False
    try:
        with gzip.open(file, "rb") as lines:
            for line in lines:
                if header := _COPY.fullmatch(line):
                    halt.check()
                    table = header["table"].decode()
                    names = [name.strip() for name in header["columns"].decode().split(",")]
                    at = names.index("version") if table == LEDGER else 0
                elif line == _END:
                    table = ""
                elif table == LEDGER:
                    found.append(line.rstrip(b"\n").split(b"\t")[at].decode())
                whole = whole or line == _COMPLETE
    except (OSError, EOFError, zlib.error, ValueError) as exc:
        raise BackupUnreadable(file=str(file)) from exc
    if not whole or not found:
        raise BackupUnreadable(file=str(file))
    return found


def load(url: str, file: Path, show: Show, halt: Halt) -> None:
    """Put the tables of a backup in the place of those that are there: all of them, or none. Raises as `dump`."""
    drop = ", ".join(f'"{table}"' for table in (*TABLES, LEDGER))
    command = ["--no-psqlrc", "--quiet", "--no-password", "--single-transaction", "--set=ON_ERROR_STOP=1"]
    with (
        _running(
            SHELL, [*command, "--file=-"], url, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
        ) as process,
        gzip.open(file, "rb") as lines,
    ):
        assert process.stdin is not None  # noqa: S101  asked for in the line above
        try:
            process.stdin.write(
                f"SET client_min_messages = warning;\nDROP TABLE IF EXISTS {drop};\n".encode()
            )
            for number, line in enumerate(lines):
                process.stdin.write(line)
                if number % _LINES_BETWEEN == 0:
                    halt.check()
                    show(Step(key="upkeep-restoring"))
            process.stdin.close()
        except BrokenPipeError:
            log.debug("psql stopped listening")  # its exit code says why


def is_script(file: Path) -> bool:
    """Whether a file is packed as our scripts are."""
    with file.open("rb") as opened:
        return opened.read(2) == b"\x1f\x8b"


async def find_tools() -> None:
    """Make sure both programs are there before anything begins. Raises ToolMissing."""
    for tool in (DUMP, SHELL):
        await asyncio.to_thread(_program, tool)


def _program(tool: str) -> str:
    program = shutil.which(tool)
    if program is None:
        raise ToolMissing(tool=tool)
    return program


@contextmanager
def _running(
    tool: str, arguments: Sequence[str], url: str, **streams: Any
) -> Iterator[subprocess.Popen[bytes]]:
    """A program of PostgreSQL, ended with what is around it. Raises ToolMissing, and ToolFailed at the end."""
    process = subprocess.Popen(  # noqa: S603  a program of PostgreSQL's, and no argument is anybody's input
        [_program(tool), *arguments], env=_environment(url), stderr=subprocess.PIPE, **streams
    )
    complaint: list[bytes] = []
    # Read beside us: a program whose complaints nobody reads stops in the middle of one.
    listener = threading.Thread(target=_listen, args=(process, complaint), name=f"{tool} complaints")
    listener.start()
    try:
        yield process
        status = process.wait()
    except BaseException:
        process.kill()
        process.wait()
        raise
    finally:
        listener.join()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None and not stream.closed:
                _close(stream)
    if status != 0:
        log.error("%s: %s", tool, b"".join(complaint).decode(errors="replace").strip())
        raise ToolFailed(tool=tool, status=status)


def _listen(process: subprocess.Popen[bytes], complaint: list[bytes]) -> None:
    assert process.stderr is not None  # noqa: S101  always asked for
    complaint.append(process.stderr.read()[-4000:])


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except BrokenPipeError:
        log.debug("the other end was closed first")


def _environment(url: str) -> dict[str, str]:
    """How PostgreSQL's programs find the database. Never as an argument: everybody on the machine can read those."""
    credentials = next(iter(tortoise_config(url)["connections"].values()))["credentials"]
    names = {
        "host": "PGHOST",
        "port": "PGPORT",
        "user": "PGUSER",
        "password": "PGPASSWORD",
        "database": "PGDATABASE",
    }
    found = {name: str(credentials[key]) for key, name in names.items() if credentials.get(key)}
    if isinstance(credentials.get("ssl"), str):
        found["PGSSLMODE"] = credentials["ssl"]
    if credentials.get("schema"):
        found["PGOPTIONS"] = f"-c search_path={credentials['schema']}"
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**inherited, **found, "PGCONNECT_TIMEOUT": "10", "PGAPPNAME": "kiraseal upkeep"}
