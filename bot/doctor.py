"""Look at a host's set-up and say what is well, what is missing and what to do. Changes nothing."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot import database
from bot.errors import PainterKeyRefused, SettingInvalid, UnknownDatabase
from bot.fonts import find_typefaces
from bot.painters.openai.access import Access
from bot.painters.openai.survey import Survey, survey
from bot.settings import Settings, without_password

LITTLE_SPACE_MB = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the report: the catalogue key of its sentence. `optional` things may be missing."""

    key: str
    well: bool = True
    optional: bool = False
    values: dict[str, str | int] = field(default_factory=dict)


async def examine(settings: Settings) -> list[Finding]:
    """Everything worth knowing about this host."""
    return [
        Finding(key="doctor-python", values={"version": ".".join(map(str, sys.version_info[:3]))}),
        _token(settings),
        await _database(settings),
        *_folder(settings.data),
        _fonts(settings),
        Finding(key="doctor-workers", values={"count": settings.workers}),
        *await _image_server(settings),
    ]


def _token(settings: Settings) -> Finding:
    if settings.discord_token is None:
        return Finding(key="doctor-token-missing", well=False, optional=True)
    return Finding(key="doctor-token")


async def _database(settings: Settings) -> Finding:
    values: dict[str, str | int] = {"url": without_password(settings.database_url)}
    try:
        state = await database.status(settings.database_url)
    except UnknownDatabase:
        return Finding(key="doctor-database-unknown", well=False, values=values)
    except Exception:  # whatever a driver says when a server is away
        return Finding(key="doctor-database-away", well=False, values=values)
    if state.unknown:
        return Finding(key="doctor-database-new", well=False, values=values)
    if state.pending:
        return Finding(key="doctor-database-old", well=False, optional=True, values=values)
    return Finding(key="doctor-database", values=values)


def _folder(folder: Path) -> Iterator[Finding]:
    there = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    values: dict[str, str | int] = {"folder": str(folder)}
    if not os.access(there, os.W_OK) or not there.is_dir():
        yield Finding(key="doctor-folder-closed", well=False, values=values)
        return
    free = shutil.disk_usage(there).free // 2**20
    yield Finding(key="doctor-folder", values={**values, "free": free})
    if free < LITTLE_SPACE_MB:
        yield Finding(key="doctor-folder-full", well=False, optional=True, values={"free": free})


def _fonts(settings: Settings) -> Finding:
    faces = find_typefaces(settings.fonts)
    display = (faces.bold, faces.brush, faces.round, faces.soft, faces.hand)
    missing = sum(not face for face in display)
    if missing:
        return Finding(key="doctor-fonts-missing", well=False, optional=True, values={"count": missing})
    return Finding(key="doctor-fonts")


async def _image_server(settings: Settings) -> list[Finding]:
    """What the AI painter would find. Asks only for what nobody charges."""
    if settings.painter == "local":
        return [Finding(key="doctor-ai-off")]
    try:
        access = settings.image_server()
    except SettingInvalid:
        return [Finding(key="doctor-ai-none", well=False)]
    if access is None:
        return [Finding(key="doctor-ai-none", well=False, optional=True)]
    found = await survey(access)
    values: dict[str, str | int] = {"url": without_password(access.base_url)}
    match found.failure:
        case None:
            return [Finding(key="doctor-ai", values=values), *_abilities(access, found)]
        case PainterKeyRefused():
            return [Finding(key="doctor-ai-key-refused", well=False, values=values)]
        case _:
            return [Finding(key="doctor-ai-away", well=False, values=values)]


def _abilities(access: Access, found: Survey) -> Iterator[Finding]:
    model: dict[str, str | int] = {"model": access.model}
    match found.has_model:
        case True:
            yield Finding(key="doctor-ai-model", values=model)
        case False:
            yield Finding(key="doctor-ai-model-unknown", well=False, values=model)
        case None:
            yield Finding(key="doctor-ai-model-unlisted", values=model)
    if access.model not in access.prices:
        yield Finding(key="doctor-ai-unpriced", well=False, optional=True, values=model)
    match found.has_checking:
        case True:
            yield Finding(key="doctor-ai-checking")
        case False:
            yield Finding(key="doctor-ai-unchecked", well=False, optional=True)
        case None:
            yield Finding(key="doctor-ai-checking-untried")
    yield Finding(key="doctor-ai-untried")
