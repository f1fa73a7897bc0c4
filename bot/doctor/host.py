"""The machine: can pictures be kept, is there room, does the clock go right, are the fonts there."""

import asyncio
import os
import secrets
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from bot.doctor.finding import Finding
from bot.errors import StorageFailed
from bot.fonts import find_typefaces
from bot.settings import Settings
from bot.storage.folder import Folder

LITTLE_SPACE_MB = 500
MOST_SKEW = timedelta(seconds=30)
"""How far the clock may be off: interactions must be answered within minutes of their time stamps."""


async def storage(settings: Settings) -> list[Finding]:
    """Whether pictures can be kept: tried, where the folder is there already."""
    values: dict[str, str | int] = {"folder": str(settings.data)}
    is_open = await asyncio.to_thread(_is_open, settings.data)
    if not is_open or not await _keeps(settings.data):
        return [Finding(key="doctor-folder-closed", well=False, values=values)]
    free = await asyncio.to_thread(_free_mb, settings.data)
    return [Finding(key="doctor-folder", values={**values, "free": free})]


def disks(settings: Settings) -> Iterator[Finding]:
    """Disks that are nearly full, each once."""
    seen = set()
    for folder in (settings.data, settings.backups):
        device = _there(folder).stat().st_dev
        if device not in seen and (free := _free_mb(folder)) < LITTLE_SPACE_MB:
            values: dict[str, str | int] = {"folder": str(folder), "free": free}
            yield Finding(key="doctor-folder-full", well=False, optional=True, values=values)
        seen.add(device)


def clock(skew: timedelta | None) -> Finding:
    """What to say of a clock that is so far ahead; None where there was nobody to compare it with."""
    if skew is None:
        return Finding(key="doctor-clock-alone")
    if abs(skew) <= MOST_SKEW:
        return Finding(key="doctor-clock")
    values: dict[str, str | int] = {"seconds": round(abs(skew).total_seconds())}
    key = "doctor-clock-fast" if skew > timedelta(0) else "doctor-clock-slow"
    return Finding(key=key, well=False, optional=True, values=values)


def fonts(settings: Settings) -> Finding:
    """Whether the display fonts are installed."""
    faces = find_typefaces(settings.fonts)
    display = (faces.bold, faces.brush, faces.round, faces.soft, faces.hand)
    missing = sum(not face for face in display)
    if missing:
        return Finding(key="doctor-fonts-missing", well=False, optional=True, values={"count": missing})
    return Finding(key="doctor-fonts")


async def _keeps(folder: Path) -> bool:
    """Whether a file that is written can be read again. A folder that is not there yet is left to the bot."""
    if not await asyncio.to_thread(folder.exists):
        return True
    shelf, name, data = Folder(folder), f"cache/doctor{secrets.token_hex(8)}.png", secrets.token_bytes(64)
    try:
        await shelf.write(name, data)
        kept = await shelf.read(name)
        await shelf.delete(name)
    except StorageFailed:
        return False
    return kept == data


def _is_open(folder: Path) -> bool:
    there = _there(folder)
    return there.is_dir() and os.access(there, os.W_OK)


def _free_mb(folder: Path) -> int:
    return shutil.disk_usage(_there(folder)).free // 2**20


def _there(folder: Path) -> Path:
    """The folder, or the nearest above it that exists."""
    return next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
