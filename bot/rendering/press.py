"""Lay proofs on pages with cut marks and bind the pages into a PDF: fronts, and backs mirrored behind them."""

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import pydyf

from bot.rendering.flat import flat
from bot.rendering.page import POINTS, Page, mark, round_corners
from bot.rendering.planes import inverse
from bot.rendering.proof import BACK_BITS, BACK_TONES, DPI, MM_PER_INCH, Proof
from bot.rendering.typefaces import Typefaces, font_stack
from bot.rendering.typesetting import Limits, fit
from bot.stickers.printing import PrintFormat, SheetWords

UPLOAD, LARGEST = 10_000_000, 25_000_000
"""Bytes of a file that Discord takes from any bot, and of the largest one we make."""
_OVERHEAD = 200_000
"""Of a file: its pages, its foot and what holds it together."""
_UPLOADED = 20
"""So many seals are still crisp within an upload; more are meant for those who may send more."""
_BEST = 900_000
_MARGIN, _GAP, _FOOT = 6.0, 4.0, 8.0
"""Of a page, all in millimetres: empty border, room between two bleeds for the marks, room for the foot."""
_RULER = 50.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Columns and rows of a page, and the place (x, y up, millimetres) of its lower left seal's cut corner."""

    columns: int
    rows: int
    left: float
    bottom: float
    pitch: float

    @property
    def places(self) -> list[tuple[float, float]]:
        """Lower left corners of the cut, row by row from the top."""
        return [
            (self.left + column * self.pitch, self.bottom + row * self.pitch)
            for row in reversed(range(self.rows))
            for column in range(self.columns)
        ]


def grid(kind: PrintFormat) -> Grid:
    """As many seals as the paper takes, in its middle. Raises ValueError if not even one fits."""
    width, height = kind.paper.size
    across = kind.edge + 2 * kind.bleed
    pitch = across + _GAP
    columns = int((width - 2 * _MARGIN + _GAP) // pitch)
    rows = int((height - 2 * _MARGIN - _FOOT + _GAP) // pitch)
    if columns < 1 or rows < 1:
        raise ValueError(f"no seal of {across} mm fits {kind.paper}")
    used_width, used_height = columns * pitch - _GAP, rows * pitch - _GAP
    room_above = height - 2 * _MARGIN - _FOOT - used_height
    return Grid(
        columns=columns,
        rows=rows,
        left=(width - used_width) / 2 + kind.bleed,
        bottom=_MARGIN + _FOOT + room_above / 2 + kind.bleed,
        pitch=pitch,
    )


def budget(count: int) -> int:
    """Bytes for each of `count` seals, so that the file can be sent if the seals stay crisp in it."""
    limit = (UPLOAD if count <= _UPLOADED else LARGEST) - _OVERHEAD
    return min(_BEST, limit // max(1, count))


def bind(proofs: Sequence[Proof], kind: PrintFormat, words: SheetWords, faces: Typefaces) -> bytes:
    """A PDF of all proofs in order. A page of backs follows each page of fronts, if any of its seals has one.

    The same proofs and words are the same bytes. Raises ValueError if no seal fits the paper.
    """
    book = _Book(kind, words, faces)
    for first in range(0, len(proofs), book.capacity):
        page = proofs[first : first + book.capacity]
        book.add_fronts(page)
        if any(proof.back is not None for proof in page):
            book.add_backs(page)
    return book.written()


class _Book:
    """A PDF in the making. Lengths are millimetres; y runs upwards."""

    def __init__(self, kind: PrintFormat, words: SheetWords, faces: Typefaces) -> None:
        self._kind, self._grid = kind, grid(kind)
        self._pdf = pydyf.PDF()
        self._pictures: dict[bytes, bytes] = {}
        self._pdf.info["Title"] = pydyf.String(words.title)
        self._pdf.info["Producer"] = pydyf.String("Kiraseal")
        self._pdf.info["CreationDate"] = pydyf.String(f"D:{words.day:%Y%m%d}000000Z")
        # Printers shrink pages by habit, and turn them over the short edge: both would spoil the sheet.
        self._pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(
            {"PrintScaling": "/None", "Duplex": "/DuplexFlipLongEdge"}
        )
        self._note = self._text(f"{words.title}  ·  {words.note}", faces)
        self._ruler = self._text(words.ruler, faces)

    @property
    def capacity(self) -> int:
        """Seals on a page."""
        return self._grid.columns * self._grid.rows

    def add_fronts(self, proofs: Sequence[Proof]) -> None:
        """A page of fronts with marks, rounded corners and the foot."""
        page = Page()
        for proof, place in zip(proofs, self._grid.places, strict=False):
            self._lay(page, self._front(proof), proof, place)
            round_corners(page, place, self._kind)
            mark(page, place, self._kind)
        self._lay_foot(page)
        self._add(page)

    def add_backs(self, proofs: Sequence[Proof]) -> None:
        """A page of backs, mirrored left and right, so that each lies behind its front."""
        page = Page()
        width = self._kind.paper.size[0]
        for proof, (x, y) in zip(proofs, self._grid.places, strict=False):
            if proof.back is not None:
                place = (width - x - self._kind.edge, y)
                self._lay(page, self._back(proof, proof.back), proof, place)
                mark(page, place, self._kind)
        self._add(page)

    def written(self) -> bytes:
        """The whole file."""
        out = io.BytesIO()
        self._pdf.write(out, identifier=True)
        return out.getvalue()

    def _add(self, page: Page) -> None:
        width, height = self._kind.paper.size
        content = pydyf.Stream(page.stream.stream, compress=True)
        self._pdf.add_object(content)
        pictures = pydyf.Dictionary(page.pictures)
        self._pdf.add_page(
            pydyf.Dictionary(
                {
                    "Type": "/Page",
                    "Parent": self._pdf.pages.reference,
                    "MediaBox": pydyf.Array([0, 0, width * POINTS, height * POINTS]),
                    "Resources": pydyf.Dictionary({"XObject": pictures}),
                    "Contents": content.reference,
                }
            )
        )

    def _lay(self, page: Page, picture: bytes, proof: Proof, place: tuple[float, float]) -> None:
        """A proof with the corner of its cut at a place: its bleed lies about it."""
        whole = self._kind.edge * proof.edge / proof.cut
        beyond = (whole - self._kind.edge) / 2
        page.lay(picture, (place[0] - beyond, place[1] - beyond), (whole, whole))

    def _front(self, proof: Proof) -> bytes:
        return self._picture(
            proof.front, proof.edge, proof.edge, ColorSpace="/DeviceRGB", Filter="/DCTDecode", bits=8
        )

    def _back(self, proof: Proof, back: bytes) -> bytes:
        tones = "".join(f"{part:02x}" for tone in BACK_TONES for part in tone)
        return self._picture(
            back,
            proof.edge,
            proof.edge,
            ColorSpace=f"[/Indexed /DeviceRGB {len(BACK_TONES) - 1} <{tones}>]",
            Filter="/FlateDecode",
            bits=BACK_BITS,
        )

    def _picture(self, data: bytes, width: int, height: int, *, bits: int, **extra: str) -> bytes:
        """Add a picture to the file, unless it is in it already; gives its reference."""
        if data in self._pictures:
            return self._pictures[data]
        stream = pydyf.Stream(
            [data],
            {
                "Type": "/XObject",
                "Subtype": "/Image",
                "Width": width,
                "Height": height,
                "BitsPerComponent": bits,
                **extra,
            },
        )
        self._pdf.add_object(stream)
        self._pictures[data] = bytes(stream.reference)
        return self._pictures[data]

    def _text(self, text: str, faces: Typefaces) -> tuple[bytes, float, float]:
        """A line of any script as a grey picture, so that no font must be embedded: reference, width, height."""
        width, height = self._kind.paper.size
        size = 2.4 / MM_PER_INCH * DPI
        room = (min(width, height) - 2 * _MARGIN - _RULER - 8) / MM_PER_INCH * DPI
        limits = Limits(width=room, size=size, pair_size=size * 0.7, least_size=size * 0.5)
        mask, _ = flat(fit(text, font_stack(faces.round, faces), limits))
        rows, columns = mask.shape
        data = zlib.compress(inverse(mask).tobytes(), 9)
        reference = self._picture(
            data, columns, rows, ColorSpace="/DeviceGray", Filter="/FlateDecode", bits=8
        )
        return reference, columns / DPI * MM_PER_INCH, rows / DPI * MM_PER_INCH

    def _lay_foot(self, page: Page) -> None:
        """A ruler of 50 mm with what it is for, and the note to its right."""
        left, base = _MARGIN + 4, _MARGIN + 1.2
        for tick in range(6):
            x = left + tick * _RULER / 5
            page.line((x, base), (x, base + (2.4 if tick in (0, 5) else 1.4)))
        page.line((left, base), (left + _RULER, base))
        reference, width, height = self._ruler
        page.lay(reference, (left + (_RULER - width) / 2, base + 1.6), (width, height))
        reference, width, height = self._note
        page.lay(reference, (left + _RULER + 5, base), (width, height))
