"""What `kiraseal doctor` finds out about an image server, and that nobody is charged for it."""

from pathlib import Path

import pytest

from bot.doctor import Finding, examine
from bot.errors import PainterKeyRefused, PainterUnreachable
from bot.painters.openai.survey import survey
from bot.settings import Settings
from bot.words import Language, Words
from tests.imageserver.manners import Manner
from tests.unit.painters.openai.conftest import MODEL

UNTRIED = "doctor-ai-untried"


async def findings(folder: Path, **values: object) -> list[Finding]:
    settings = Settings.model_validate({"DATABASE_URL": f"file:{folder}/k.db", "data": folder, **values})
    found = [finding for finding in await examine(settings) if finding.key.startswith("doctor-ai")]
    for language in Language:
        assert all(Words(language)(finding.key, **finding.values) for finding in found)
    return found


async def test_a_server_that_can_all_is_told_so_and_charges_nothing(host, tmp_path) -> None:
    found = await findings(tmp_path, OPENAI_BASE_URL=host.base_url, OPENAI_API_KEY="k")
    assert [finding.key for finding in found] == [
        "doctor-ai",
        "doctor-ai-model",
        "doctor-ai-checking",
        UNTRIED,
    ]
    assert all(finding.well for finding in found)
    assert host.ledger.paths() == ["/models", "/moderations"]
    assert host.ledger.charges == []


async def test_a_simple_server_is_told_apart(host, tmp_path) -> None:
    host.conduct.models, host.conduct.moderates = None, False
    found = await findings(tmp_path, OPENAI_BASE_URL=host.base_url, KIRASEAL_OPENAI_MODEL="sd")
    assert [(finding.key, finding.well) for finding in found] == [
        ("doctor-ai", True),
        ("doctor-ai-model-unlisted", True),
        ("doctor-ai-unpriced", False),
        ("doctor-ai-unchecked", False),
        (UNTRIED, True),
    ]
    assert all(finding.optional for finding in found if not finding.well)


async def test_an_unknown_model_is_a_finding(host, tmp_path) -> None:
    host.conduct.models = ("another",)
    found = await findings(tmp_path, OPENAI_BASE_URL=host.base_url)
    assert ("doctor-ai-model-unknown", False, False) in [(f.key, f.well, f.optional) for f in found]


async def test_a_refused_key_is_a_finding(host, tmp_path, access) -> None:
    host.conduct.manner = Manner.BAD_KEY
    (found,) = await findings(tmp_path, OPENAI_BASE_URL=host.base_url, OPENAI_API_KEY="hush")
    assert (found.key, found.well) == ("doctor-ai-key-refused", False)
    assert "hush" not in str(found)
    assert isinstance((await survey(access())).failure, PainterKeyRefused)


async def test_a_server_that_is_away_is_a_finding(tmp_path, access) -> None:
    (found,) = await findings(tmp_path, OPENAI_BASE_URL="http://me:hush@127.0.0.1:1/v1")
    assert (found.key, found.well) == ("doctor-ai-away", False)
    assert "hush" not in str(found)
    assert isinstance((await survey(access(base_url="http://127.0.0.1:1/v1"))).failure, PainterUnreachable)


@pytest.mark.parametrize(
    ("painter", "key", "optional"),
    [
        ("auto", "doctor-ai-none", True),
        ("openai", "doctor-ai-none", False),
        ("local", "doctor-ai-off", False),
    ],
)
async def test_a_host_without_a_server_is_told_what_that_means(
    painter: str, key: str, optional: bool, tmp_path
) -> None:
    (found,) = await findings(tmp_path, KIRASEAL_PAINTER=painter)
    assert (found.key, found.optional) == (key, optional)


async def test_checks_that_the_host_switched_off_are_not_tried(host, access) -> None:
    assert (await survey(access(moderation=False))).has_checking is None
    assert host.ledger.paths() == ["/models"]
    assert (await survey(access())).has_model is (MODEL in (host.conduct.models or ()))
