"""A ZIP of at most so many bytes, filled until it is full. Knows no files and nobody's data."""

import io
import zipfile
import zlib

_HEADERS = 30 + 46 + 2 * 20
"""Bytes that an entry takes besides its data and twice its name: local header, central directory, room to spare."""
_END = 22
_DEFLATED_AT_WORST = 64
"""Bytes by which deflating may lengthen a text of a megabyte that cannot be shortened."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP can hold: the same things make the same bytes."""


class Archive:
    """Takes entries until one does not fit any more. `limit` is the size of the finished file in bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._buffer = io.BytesIO()
        self._zip = zipfile.ZipFile(self._buffer, "w")
        self._directory = _END

    @property
    def room(self) -> int:
        """Bytes that are left."""
        return self._limit - self._buffer.tell() - self._directory

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added yet."""
        return not self._zip.namelist()

    def add(self, name: str, data: bytes, *, keep: int = 0) -> bool:
        """Add data that cannot be shortened, such as a picture. False, and nothing added, if it does not fit.

        `keep` bytes must be left afterwards.
        """
        if len(data) + _overhead(name) > self.room - keep:
            return False
        self._write(name, data, zipfile.ZIP_STORED)
        return True

    def add_text(self, name: str, data: bytes, *, keep: int = 0) -> bool:
        """Add data that can be shortened. Otherwise as `add`."""
        room = self.room - keep - _overhead(name) - _DEFLATED_AT_WORST
        # Shortened once more only where it is close: most texts fit as they are.
        if len(data) > room and len(zlib.compress(data)) > room:
            return False
        self._write(name, data, zipfile.ZIP_DEFLATED)
        return True

    def finished(self) -> bytes:
        """The file. Nothing can be added any more."""
        self._zip.close()
        return self._buffer.getvalue()

    def _write(self, name: str, data: bytes, method: int) -> None:
        entry = zipfile.ZipInfo(name, _EPOCH)
        entry.external_attr = 0o644 << 16
        self._zip.writestr(entry, data, method)
        self._directory += _overhead(name) - 30 - len(name)


def _overhead(name: str) -> int:
    return _HEADERS + 2 * len(name.encode())
