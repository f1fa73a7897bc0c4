"""A small disk of its own that can be filled up: a tmpfs. Where none may be mounted, its tests are skipped."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class Disk:
    """Where it is mounted, and a ballast that fills it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._ballast = root / "ballast"

    def fill(self, *, leaving: int = 0) -> None:
        """Take all room but `leaving` bytes."""
        self._ballast.write_bytes(bytes(shutil.disk_usage(self.root).free - leaving))

    def make_room(self) -> None:
        self._ballast.unlink()

    def files(self) -> set[str]:
        """Every file on it but the ballast, by its path."""
        found = {str(path.relative_to(self.root)) for path in self.root.rglob("*") if path.is_file()}
        return found - {"ballast"}


@contextmanager
def small_disk(root: Path, megabytes: int) -> Iterator[Disk]:
    root.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "none", str(root)]
    if mount is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root on Linux may mount a small disk")
    try:
        yield Disk(root)
    finally:
        # Lazily: a database that failed may hold a file open for a moment longer.
        subprocess.run(["umount", "-l", str(root)], check=True)
