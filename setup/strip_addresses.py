"""Take every web address out of an npm lock: it is to hold versions and hashes only. Part of `make lock`."""

import json
import sys
from pathlib import Path

ADDRESSES = ("resolved", "funding")


def main(lock: Path) -> None:
    """Rewrite the lock in place, in npm's own layout."""
    content = json.loads(lock.read_text(encoding="utf-8"))
    for package in content["packages"].values():
        for name in ADDRESSES:
            package.pop(name, None)
    lock.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
