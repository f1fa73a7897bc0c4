"""The locks: complete, hash-checked, for everybody, and of one mind."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-node.lock", "requirements-audit.lock")


def blocks(name: str) -> dict[str, list[str]]:
    """Of each locked line (`name==version ; marker`) its hashes."""
    found: dict[str, list[str]] = {}
    for line in (PROJECT / name).read_text(encoding="utf-8").splitlines():
        text = line.removesuffix("\\").strip()
        if text.startswith("--hash="):
            found[list(found)[-1]].append(text)
        elif text and not text.startswith("#"):
            found[text] = []
    return found


def versions(name: str) -> dict[str, str]:
    locked = (re.split(r"==| ;", line) for line in blocks(name))
    return {canonicalize_name(package): version.strip() for package, version, *_ in locked}


def declared(*groups: str) -> list[Requirement]:
    content = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [*content["project"]["dependencies"]]
    for group in groups:
        lines += content["dependency-groups"][group]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_its_hashes(lock: str) -> None:
    assert [package for package, hashes in blocks(lock).items() if not hashes] == []
    assert all(
        re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line)
        for hashes in blocks(lock).values()
        for line in hashes
    )


@pytest.mark.parametrize("lock", [*LOCKS, "fonts/package-lock.json"])
def test_a_lock_holds_no_address(lock: str) -> None:
    assert "://" not in (PROJECT / lock).read_text(encoding="utf-8")


def test_the_test_lock_holds_the_first_one_whole() -> None:
    tests = blocks("requirements-dev.lock")
    assert {
        line: hashes for line, hashes in blocks("requirements.lock").items() if tests.get(line) != hashes
    } == {}


@pytest.mark.parametrize(
    ("lock", "groups"), [("requirements.lock", ["build"]), ("requirements-dev.lock", ["build", "dev"])]
)
def test_a_lock_is_not_older_than_what_it_locks(lock: str, groups: list[str]) -> None:
    locked = versions(lock)
    stale = [
        str(wanted)
        for wanted in declared(*groups)
        if not wanted.specifier.contains(locked.get(canonicalize_name(wanted.name), "0"), prereleases=True)
    ]
    assert stale == [], "run: make lock"


def test_the_lock_of_the_fonts_pins_what_is_asked_for() -> None:
    asked = json.loads((PROJECT / "fonts/package.json").read_text(encoding="utf-8"))["dependencies"]
    packages = json.loads((PROJECT / "fonts/package-lock.json").read_text(encoding="utf-8"))["packages"]
    pinned = {name: packages[f"node_modules/{name}"] for name in asked}
    assert {name: package["version"] for name, package in pinned.items()} == asked
    assert all(package["integrity"].startswith("sha512-") for package in pinned.values())
