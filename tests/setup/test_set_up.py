"""The shell of the set-up, with a Python and an npm that only pretend: every accident can be arranged."""

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

# Answers what setup/python.sh asks and notes down what pip is told. PRETEND_... says how it fares.
PRETENDING_PYTHON = """#!/bin/sh
case "$*" in
    *"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python && exit "${PRETEND_VENV:-0}" ;;
    *"-m pip"*) echo "$*" >>"$PRETEND_NOTES"; exit "${PRETEND_PIP:-0}" ;;
    *"import ensurepip"*) echo 3.12; exit "${PRETEND_PROBE:-0}" ;;
    *sys.argv*) exit 0 ;;
    *sys.prefix*) echo "3.12 $PWD/.venv" ;;
    *ROOT_DIR*) echo "$PRETEND_NODE" ;;
esac
"""
PRETENDING_NPM = """#!/bin/sh
echo "npm $*" >>"$PRETEND_NOTES"
mkdir -p node_modules
exit "${PRETEND_NPM:-0}"
"""


@dataclass
class Ground:
    """A folder with the set-up in it, and the tools that pretend."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def project(self) -> Path:
        return self.root / "a project"

    def run(self, script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        tools = f"{self.root / 'tools'}{os.pathsep}/usr/bin{os.pathsep}/bin"
        return subprocess.run(
            ["sh", f"setup/{script}", *arguments],
            cwd=self.project,
            env={
                "PATH": tools,
                "PYTHON": "python-that-pretends",
                "PRETEND_NOTES": str(self.root / "notes"),
                **environment,
            },
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def notes(self) -> list[str]:
        """What pip and npm were told since the last call."""
        file = self.root / "notes"
        lines = file.read_text().splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return lines


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    ground = Ground(tmp_path)
    shutil.copytree(PROJECT / "setup", ground.project / "setup")
    (ground.project / "fonts").mkdir()
    (ground.project / "fonts" / "package-lock.json").write_text("{}")
    for name in ("pyproject.toml", "requirements.lock", "requirements-dev.lock", "requirements-node.lock"):
        (ground.project / name).write_text(f"# {name}\na==1\n")
    (tmp_path / "tools").mkdir()
    for name, content in (("python-that-pretends", PRETENDING_PYTHON), ("npm", PRETENDING_NPM)):
        tool = tmp_path / "tools" / name
        tool.write_text(content)
        tool.chmod(0o755)
    return ground


def test_the_first_run_installs_the_lock_by_its_hashes_and_then_ourselves_without_network(
    ground: Ground,
) -> None:
    assert ground.run("python.sh", "app").returncode == 0
    packages, ourselves = ground.notes()
    assert all(option in packages for option in ("--require-hashes", "--no-deps", "-r requirements.lock"))
    assert all(option in ourselves for option in ("--no-index", "--no-build-isolation", "--editable ."))


def test_the_second_run_does_nothing(ground: Ground) -> None:
    ground.run("python.sh", "app")
    ground.notes()
    again = ground.run("python.sh", "app")
    assert (again.returncode, again.stdout, again.stderr, ground.notes()) == (0, "", "", [])


def test_after_the_tests_a_host_has_nothing_to_install(ground: Ground) -> None:
    ground.run("python.sh", "dev")
    ground.notes()
    ground.run("python.sh", "app")
    assert ground.notes() == []


@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml"])
def test_a_change_is_installed_whatever_its_time_stamp_says(ground: Ground, changed: str) -> None:
    ground.run("python.sh", "app")
    ground.notes()
    file = ground.project / changed
    file.write_text("# another\na==2\n")
    os.utime(file, (0, 0))
    ground.run("python.sh", "app")
    assert len(ground.notes()) == 2


def test_an_installation_that_failed_is_told_and_done_again(ground: Ground) -> None:
    failed = ground.run("python.sh", "app", PRETEND_PIP="1")
    assert failed.returncode == 1
    assert "Run make again" in failed.stderr
    ground.notes()
    assert ground.run("python.sh", "app").returncode == 0
    assert len(ground.notes()) == 2


def test_an_environment_that_cannot_be_made_is_not_left_half_made(ground: Ground) -> None:
    failed = ground.run("python.sh", "app", PRETEND_VENV="1")
    assert failed.returncode == 1
    assert not (ground.project / ".venv").exists()


def test_an_environment_without_its_mark_is_made_anew(ground: Ground) -> None:
    (ground.project / ".venv" / "bin").mkdir(parents=True)
    (ground.project / ".venv" / "left-over").touch()
    assert ground.run("python.sh", "app").returncode == 0
    assert not (ground.project / ".venv" / "left-over").exists()


def test_a_moved_project_gets_a_new_environment(ground: Ground) -> None:
    ground.run("python.sh", "app")
    ground.notes()
    moved = Ground(ground.root / "elsewhere")
    moved.root.mkdir()
    ground.project.rename(moved.project)
    shutil.copytree(ground.root / "tools", moved.root / "tools")
    assert moved.run("python.sh", "app").returncode == 0
    assert len(moved.notes()) == 2


def test_an_unsuitable_python_gets_one_sentence(ground: Ground) -> None:
    refused = ground.run("python.sh", "app", PRETEND_PROBE="4")
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert "3.11, 3.12, 3.13 or 3.14" in refused.stderr
    assert not (ground.project / ".venv").exists()


def test_a_missing_venv_package_gets_one_sentence_that_names_it(ground: Ground) -> None:
    refused = ground.run("python.sh", "app", PRETEND_PROBE="3")
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert "apt-get install python3.12-venv" in refused.stderr
    assert not (ground.project / ".venv").exists()


def test_the_fonts_come_by_the_npm_of_the_machine(ground: Ground) -> None:
    ground.run("python.sh", "app")
    ground.notes()
    assert ground.run("fonts.sh").returncode == 0
    (told,) = ground.notes()
    assert told.startswith("npm ci ")
    assert ground.run("fonts.sh").stdout == ""
    assert ground.notes() == []


def test_where_npm_fails_the_one_of_a_package_is_fetched_by_its_hash(ground: Ground) -> None:
    ground.run("python.sh", "app")
    ground.notes()
    ground.run("fonts.sh", PRETEND_NPM="1")
    _, pip = ground.notes()
    assert "--require-hashes" in pip
    assert "-r ../requirements-node.lock" in pip


def test_without_fonts_the_set_up_warns_once_and_goes_on(ground: Ground) -> None:
    ground.run("python.sh", "app")
    failed = ground.run("fonts.sh", PRETEND_NPM="1", PRETEND_PIP="1")
    assert failed.returncode == 0
    assert "Noto" in failed.stderr
    ground.notes()
    assert ground.run("fonts.sh").stderr == ""
    assert ground.notes() == [], "a start without network would wait every time"


def test_the_set_up_alone_tries_the_fonts_again(ground: Ground) -> None:
    ground.run("python.sh", "app")
    ground.run("fonts.sh", PRETEND_NPM="1", PRETEND_PIP="1")
    assert ground.run("fonts.sh", "--retry").returncode == 0
    assert (ground.project / "fonts" / "node_modules" / ".installed").exists()
