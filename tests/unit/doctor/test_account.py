from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.doctor import Finding, account, examine
from bot.doctor.account import ADMINISTRATOR, NEEDED
from bot.settings import Settings
from bot.words import Language, Words
from tests.unit.doctor.conftest import TOKEN, SmallDiscord, clock

Make = Callable[..., Settings]


async def found(
    discord: SmallDiscord, settings_with: Make, token: str | None = TOKEN
) -> tuple[list[Finding], timedelta | None]:
    return await account.examine(settings_with(discord_token=token), discord.address, clock)


def keys(findings: list[Finding]) -> list[str]:
    return [finding.key for finding in findings]


async def test_a_bot_that_is_set_up_well_is_told_so(discord: SmallDiscord, settings_with: Make) -> None:
    findings, skew = await found(discord, settings_with)
    assert keys(findings) == ["doctor-discord", "doctor-intents", "doctor-servers"]
    assert all(finding.well for finding in findings)
    assert findings[0].values == {"name": "Kira[red]seal"}
    assert skew == timedelta(0)
    assert discord.asked == ["GET /users/@me", "GET /applications/@me", "GET /users/@me/guilds"]


async def test_without_a_token_nobody_is_asked(discord: SmallDiscord, settings_with: Make) -> None:
    findings, skew = await found(discord, settings_with, token=None)
    assert (keys(findings), skew, discord.asked) == (["doctor-token-missing"], None, [])


async def test_a_token_that_discord_does_not_know_is_refused(
    discord: SmallDiscord, settings_with: Make
) -> None:
    findings, _ = await found(discord, settings_with, token="another")
    assert findings == [Finding(key="doctor-token-refused", well=False)]


@pytest.mark.parametrize("token", ["no\nheader", "ünïcode"])
async def test_a_token_that_is_no_token_is_an_answer_too(
    discord: SmallDiscord, settings_with: Make, token: str
) -> None:
    findings, _ = await found(discord, settings_with, token=token)
    assert not all(finding.well for finding in findings)


@pytest.mark.parametrize("trouble", ["nobody", "garbled", "silent"])
async def test_a_discord_that_makes_no_sense_is_away(
    discord: SmallDiscord, settings_with: Make, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    discord.garbled, discord.silent = trouble == "garbled", trouble == "silent"
    if trouble == "silent":
        monkeypatch.setattr(account, "PATIENCE", 0.05)
    if trouble == "nobody":
        discord.address = "http://127.0.0.1:1"
    findings, skew = await found(discord, settings_with)
    assert (keys(findings), skew) == (["doctor-token", "doctor-discord-away"], None)
    assert not findings[1].well


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"flags": 1 << 19}, "doctor-intents-needless"),
        ({"interactions_endpoint_url": "https://example.org"}, "doctor-endpoint"),
        ({"bot_require_code_grant": True}, "doctor-code-grant"),
        ({"integration_types_config": {"1": {}}}, "doctor-install"),
        (
            {
                "integration_types_config": {
                    "0": {"oauth2_install_params": {"scopes": ["bot"], "permissions": str(NEEDED)}}
                }
            },
            "doctor-install",
        ),
        (
            {
                "integration_types_config": {
                    "0": {
                        "oauth2_install_params": {
                            "scopes": ["bot", "applications.commands"],
                            "permissions": "2048",
                        }
                    }
                }
            },
            "doctor-install",
        ),
    ],
)
async def test_what_is_set_up_wrongly_is_named(
    discord: SmallDiscord, settings_with: Make, change: dict[str, Any], key: str
) -> None:
    discord.application |= change
    findings, _ = await found(discord, settings_with)
    assert key in keys(findings)


async def test_an_application_whose_installation_discord_does_not_tell_is_not_blamed(
    discord: SmallDiscord, settings_with: Make
) -> None:
    del discord.application["integration_types_config"]
    findings, _ = await found(discord, settings_with)
    assert all(finding.well for finding in findings)


async def test_servers_in_which_permissions_lack_are_named(
    discord: SmallDiscord, settings_with: Make
) -> None:
    discord.servers = [
        {"name": "All", "permissions": str(NEEDED)},
        {"name": "Boss", "permissions": str(ADMINISTRATOR)},
        {"name": "Little", "permissions": str(NEEDED & ~(1 << 15))},
        {"name": "Odd"},
    ]
    findings, _ = await found(discord, settings_with)
    named = [finding.values["server"] for finding in findings if finding.key == "doctor-permissions"]
    assert named == ["Little", "Odd"]
    discord.servers = []
    findings, _ = await found(discord, settings_with)
    assert keys(findings)[-1] == "doctor-servers-none"


@pytest.mark.parametrize(
    ("ahead", "key"), [(-31, "doctor-clock-fast"), (31, "doctor-clock-slow"), (29, "doctor-clock")]
)
async def test_the_clock_is_compared_with_discords(
    discord: SmallDiscord, settings_with: Make, ahead: int, key: str
) -> None:
    discord.skew = timedelta(seconds=ahead)
    findings = await examine(settings_with(discord_token=TOKEN), discord=discord.address, clock=clock)
    (finding,) = [finding for finding in findings if finding.key.startswith("doctor-clock")]
    assert finding.key == key
    assert finding.values == ({} if key == "doctor-clock" else {"seconds": abs(ahead)})


@pytest.mark.parametrize("language", Language)
async def test_no_sentence_holds_a_secret(
    discord: SmallDiscord, settings_with: Make, language: Language
) -> None:
    settings = settings_with(
        discord_token=TOKEN, database_url="postgresql://me:hush-hush@127.0.0.1:1/x", openai_api_key="sk-hush"
    )
    findings = await examine(settings, discord=discord.address, clock=clock)
    words = Words(language)
    said = "\n".join(words(finding.key, **finding.values) for finding in findings)
    assert [secret for secret in settings.secrets() if secret in said] == []


def test_the_readme_asks_for_the_permissions_that_the_doctor_looks_for() -> None:
    import discord

    names = (
        "view_channel",
        "send_messages",
        "send_messages_in_threads",
        "embed_links",
        "attach_files",
        "read_message_history",
    )
    assert discord.Permissions(**dict.fromkeys(names, True)).value == NEEDED
