"""The audit, with a pip-audit that only pretends: it fails for a vulnerability, and for nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

AUDIT = Path(__file__).parents[2] / "setup" / "audit.py"
SOUND = {"name": "pillow", "version": "12.0.0", "vulns": []}
HOLE = {"id": "PYSEC-2099-1", "fix_versions": ["12.0.1"], "description": "..."}
OPEN = {"name": "numpy", "version": "2.4.0", "vulns": [HOLE]}
UNKNOWN = {"name": "simcord", "version": "3.2.1", "skip_reason": "Dependency not found on PyPI"}


def audit(folder: Path, answer: str, *, status: int = 0, complaint: str = "") -> tuple[int, str]:
    """Exit status and words of the audit when pip-audit answers so."""
    tool = folder / "pip-audit"
    tool.write_text(
        f"#!{sys.executable}\nimport sys\nprint({answer!r})\n"
        f"print({complaint!r}, file=sys.stderr)\nsys.exit({status})\n"
    )
    tool.chmod(0o755)
    done = subprocess.run(
        [sys.executable, AUDIT, str(tool), "some.lock"], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout


def found(*packages: dict[str, object]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


def test_sound_packages_pass(tmp_path: Path) -> None:
    assert audit(tmp_path, found(SOUND, UNKNOWN)) == (
        0,
        "audit: 0 known vulnerabilities in 1 packages; 1 could not be looked up.\n",
    )


def test_a_known_vulnerability_fails_and_is_named(tmp_path: Path) -> None:
    status, words = audit(tmp_path, found(SOUND, OPEN), status=1)
    assert status == 1
    assert "numpy 2.4.0: PYSEC-2099-1, mended in 12.0.1" in words


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [("", "ConnectionError: no such host"), (found(UNKNOWN), ""), ("<html>", ""), ("{}", "")],
    ids=["no network", "nothing is known", "not JSON", "another form"],
)
def test_without_data_it_says_so_and_passes(tmp_path: Path, answer: str, complaint: str) -> None:
    status, words = audit(tmp_path, answer, status=1, complaint=complaint)
    assert status == 0
    assert words.startswith("audit: skipped")
