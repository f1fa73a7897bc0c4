"""Ask pip-audit about a lock and judge its answer: 1 for a known vulnerability, 0 for none or for no answer at all."""

import json
import subprocess
import sys
from typing import Any


def main(tool: str, lock: str) -> int:
    """Print what was found, and give the exit status."""
    asked = subprocess.run(
        [
            tool,
            "--format",
            "json",
            "--progress-spinner",
            "off",
            "--disable-pip",
            "--require-hashes",
            "-r",
            lock,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        packages: list[dict[str, Any]] = json.loads(asked.stdout)["dependencies"]
    except (ValueError, KeyError):
        return skipped((asked.stderr.strip() or "no answer").splitlines()[-1])
    known = [package for package in packages if "vulns" in package]
    if not known:
        return skipped(
            packages[0].get("skip_reason", "nothing is known") if packages else "the lock is empty"
        )
    return judged(known, unknown=len(packages) - len(known))


def skipped(reason: str) -> int:
    """No data: a reason, and no verdict."""
    print(f"audit: skipped, for the vulnerability data could not be had ({reason}).")
    return 0


def judged(known: list[dict[str, Any]], *, unknown: int) -> int:
    """A line for each vulnerability, and the count."""
    found = 0
    for package in known:
        for hole in package["vulns"]:
            found += 1
            mended = ", ".join(hole["fix_versions"]) or "none yet"
            print(f"audit: {package['name']} {package['version']}: {hole['id']}, mended in {mended}")
    print(f"audit: {found} known vulnerabilities in {len(known)} packages; {unknown} could not be looked up.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
