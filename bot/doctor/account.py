"""Ask Discord what it thinks of the bot: token, intents, installation, permissions in its servers. Only reads."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp

from bot.doctor.finding import Finding
from bot.pipeline.seam import Clock
from bot.settings import Settings

DISCORD = "https://discord.com/api/v10"
PATIENCE = 10.0
"""Seconds for all questions together."""
SERVERS_NAMED = 5
"""Servers without permissions that are named; who has more of them knows by then what to do."""

NEEDED = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 38
"""View channels, send messages, embed links, attach files, read message history, send messages in threads.

Bits of Discord's documentation, "Bitwise Permission Flags"; README.md tells hosts to give the same."""
ADMINISTRATOR = 1 << 3
PRIVILEGED = 1 << 12 | 1 << 13 | 1 << 14 | 1 << 15 | 1 << 18 | 1 << 19
"""Application flags of the presence, members and message content intents, as given to large bots and to small ones."""
SCOPES = frozenset({"bot", "applications.commands"})
GUILD_INSTALL = "0"


class _Refused(Exception):
    """Discord does not know the token."""


class _Away(Exception):
    """No answer, or none that makes sense."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Account:
    """What Discord told. `skew` is how far our clock is ahead of Discord's."""

    user: Mapping[str, Any]
    application: Mapping[str, Any]
    servers: list[Mapping[str, Any]]
    skew: timedelta | None


async def examine(settings: Settings, base: str, clock: Clock) -> tuple[list[Finding], timedelta | None]:
    """What was found, and how far our clock is ahead of Discord's (None where nobody told)."""
    if settings.discord_token is None:
        return [Finding(key="doctor-token-missing", well=False, optional=True)], None
    try:
        async with asyncio.timeout(PATIENCE):
            told = await _ask(settings.discord_token.get_secret_value(), base, clock)
    except _Refused:
        return [Finding(key="doctor-token-refused", well=False)], None
    except (_Away, TimeoutError):
        return [Finding(key="doctor-token"), Finding(key="doctor-discord-away", well=False)], None
    return list(_findings(told)), told.skew


async def _ask(token: str, base: str, clock: Clock) -> _Account:
    """Raises _Refused or _Away."""
    async with aiohttp.ClientSession(headers={"Authorization": f"Bot {token}"}) as session:
        user, skew = await _get(session, f"{base}/users/@me", clock)
        application, _ = await _get(session, f"{base}/applications/@me", clock)
        servers, _ = await _get(session, f"{base}/users/@me/guilds?limit=200", clock)
    if not isinstance(user, dict) or not isinstance(application, dict) or not isinstance(servers, list):
        raise _Away
    return _Account(
        user=user,
        application=application,
        servers=[server for server in servers if isinstance(server, dict)],
        skew=skew,
    )


async def _get(session: aiohttp.ClientSession, url: str, clock: Clock) -> tuple[Any, timedelta | None]:
    try:
        async with session.get(url, allow_redirects=False) as answer:
            if answer.status == 401:
                raise _Refused
            if answer.status != 200:
                raise _Away
            return await answer.json(), _skew(answer.headers.get("Date"), clock)
    # A header that holds a line break is aiohttp's ValueError: such a token is none.
    except (aiohttp.ClientError, ValueError) as exc:
        raise _Away from exc


def _skew(date: str | None, clock: Clock) -> timedelta | None:
    try:
        return clock() - parsedate_to_datetime(date) if date else None
    except (ValueError, TypeError):
        return None


def _findings(told: _Account) -> Iterator[Finding]:
    yield Finding(key="doctor-discord", values={"name": str(told.user.get("username", ""))})
    many = int(told.application.get("flags") or 0) & PRIVILEGED
    yield Finding(key="doctor-intents-needless" if many else "doctor-intents")
    if told.application.get("interactions_endpoint_url"):
        yield Finding(key="doctor-endpoint", well=False)
    if told.application.get("bot_require_code_grant"):
        yield Finding(key="doctor-code-grant", well=False)
    if not _installs_well(told.application):
        yield Finding(key="doctor-install", well=False, optional=True)
    yield from _permissions(told.servers)


def _installs_well(application: Mapping[str, Any]) -> bool:
    """Whether Discord's own link gives the bot what it needs; True where Discord does not tell."""
    ways = application.get("integration_types_config")
    if not isinstance(ways, dict):
        return True
    way = ways.get(GUILD_INSTALL)
    asked = way.get("oauth2_install_params") if isinstance(way, dict) else None
    if not isinstance(asked, dict):
        return False
    return set(asked.get("scopes", ())) >= SCOPES and _is_enough(asked.get("permissions"))


def _permissions(servers: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    there = list(servers)
    if not there:
        yield Finding(key="doctor-servers-none", well=False, optional=True)
        return
    lacking = [str(server.get("name", "")) for server in there if not _is_enough(server.get("permissions"))]
    yield Finding(key="doctor-servers", values={"count": len(there)})
    for name in lacking[:SERVERS_NAMED]:
        yield Finding(key="doctor-permissions", well=False, optional=True, values={"server": name})


def _is_enough(permissions: object) -> bool:
    try:
        bits = int(str(permissions))
    except ValueError:
        return False
    return bool(bits & ADMINISTRATOR) or bits & NEEDED == NEEDED
