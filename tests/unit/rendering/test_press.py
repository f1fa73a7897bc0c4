import io
import pickle
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from bot.drawing.pictures import encode_art
from bot.rendering import jobs
from bot.rendering.back import INK, PAPER
from bot.rendering.press import LARGEST, UPLOAD, budget, grid
from bot.rendering.proof import Proof
from bot.rendering.typefaces import Typefaces
from bot.stickers.back import write_back
from bot.stickers.design import Design, Rarity
from bot.stickers.printing import Paper, PrintFormat, word_sheet
from bot.words import Language, Words

Designs = Callable[..., Design]
SAY = Words(Language.JAPANESE)
DAY = date(2026, 11, 24)
SMALL = PrintFormat(edge=24.0)
DPI = 300


def proof_of(design: Design, art: bytes, faces: Typefaces, kind: PrintFormat, count: int = 1) -> Proof:
    back = write_back(design, SAY, number=7, maker="こうた", day=DAY)
    return jobs.render_proof(design, art, faces, back=back, kind=kind, count=count)


def bound(proofs: list[Proof], faces: Typefaces, kind: PrintFormat) -> bytes:
    return jobs.bind_print_sheets(proofs, faces, kind=kind, words=word_sheet(SAY, count=len(proofs), day=DAY))


def pages(data: bytes) -> list[np.ndarray]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.render(scale=DPI / 72).to_numpy()[..., ::-1].copy() for page in document]


def millimetres(pixels: float) -> float:
    return pixels / DPI * 25.4


@pytest.fixture(scope="module")
def proof(design: Designs, encoded_art: bytes, faces: Typefaces) -> Proof:
    return proof_of(design(), encoded_art, faces, PrintFormat())


@pytest.fixture(scope="module")
def small_proof(design: Designs, encoded_art: bytes, faces: Typefaces) -> Proof:
    return proof_of(design(rarity=Rarity.NORMAL), encoded_art, faces, SMALL)


def test_the_cut_of_a_proof_is_the_wanted_edge_at_600_dots_an_inch(proof: Proof) -> None:
    assert abs(proof.cut / 600 * 25.4 - 48.0) < 0.03
    bleed = (proof.edge - proof.cut) / 2 / 600 * 25.4
    assert 2.0 <= bleed < 2.1, f"{bleed:.3f} mm"
    with Image.open(io.BytesIO(proof.front)) as front:
        assert (front.format, front.mode, front.size) == ("JPEG", "RGB", (proof.edge, proof.edge))


def test_pictures_stand_on_the_page_at_600_dots_an_inch(proof: Proof, faces: Typefaces) -> None:
    data = bound([proof], faces, PrintFormat())
    with pypdfium2.PdfDocument(data) as document:
        pictures = [item for item in document[0].get_objects() if type(item) is pypdfium2.PdfImage]
        placed = [picture for picture in pictures if picture.get_metadata().width == proof.edge]
        assert len(placed) == 1
        metadata = placed[0].get_metadata()
        left, bottom, right, top = placed[0].get_bounds()
    assert abs(metadata.horizontal_dpi - 600) < 1
    assert abs(metadata.vertical_dpi - 600) < 1
    cut = (right - left) / 72 * 25.4 * proof.cut / proof.edge
    assert abs(cut - 48.0) < 0.005, f"{cut:.4f} mm"
    assert abs((right - left) - (top - bottom)) < 0.001


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210.0, 297.0)), (Paper.LETTER, (215.9, 279.4))])
def test_cut_marks_stand_48_millimetres_apart_on_the_right_paper(
    paper: Paper, size: tuple[float, float], proof: Proof, faces: Typefaces
) -> None:
    kind = PrintFormat(paper=paper)
    fronts, _ = pages(bound([proof], faces, kind))
    assert abs(millimetres(fronts.shape[1]) - size[0]) < 0.1
    assert abs(millimetres(fronts.shape[0]) - size[1]) < 0.1
    x, y = grid(kind).places[0]
    row = round((size[1] - y - 48 - 2 - 0.5 - 1.2) / 25.4 * DPI)
    dark = np.flatnonzero(fronts[row, : round((x + 50) / 25.4 * DPI), 0] < 128)
    apart = millimetres(float(dark.max() - dark.min()))
    assert abs(apart - 48.0) < 0.15, f"{apart:.2f} mm"


def test_backs_lie_behind_their_fronts_when_the_page_is_turned_over_its_long_edge(
    small_proof: Proof, faces: Typefaces
) -> None:
    count = grid(SMALL).columns + 2
    fronts, backs = pages(bound([small_proof] * count, faces, SMALL))
    foot = round(fronts.shape[0] - 14 / 25.4 * DPI)
    paper = (np.abs(backs[:foot].astype(int) - PAPER) < 3).all(axis=2)
    ink = (np.abs(backs[:foot].astype(int) - INK) < 12).all(axis=2)
    printed = (fronts[:foot] < 250).any(axis=2)
    columns, rows = (np.flatnonzero(printed.any(axis=axis)) for axis in (0, 1))
    behind = np.flatnonzero((paper | ink)[:, ::-1].any(axis=0)), np.flatnonzero((paper | ink).any(axis=1))
    marks = 3.0 / 25.4 * DPI
    assert abs(columns.min() + marks - behind[0].min()) < 4
    assert abs(rows.max() - marks - behind[1].max()) < 4


def test_no_white_shows_between_the_cut_and_the_end_of_the_bleed(
    design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    film = design(rarity=Rarity.NORMAL)
    with Image.open(io.BytesIO(proof_of(film, encoded_art, faces, SMALL).front)) as image:
        picture = np.asarray(image).astype(int)
    for turned in range(4):
        edge = np.rot90(picture, turned)
        drift = np.abs(edge[0] - edge[30]).mean()
        assert drift < 8, f"the bleed repeats what lies at the cut: {drift:.1f}"


def test_sixty_seals_fill_four_leaves_of_a4_and_stay_below_the_largest_file(
    proof: Proof, faces: Typefaces
) -> None:
    assert grid(PrintFormat()).columns * grid(PrintFormat()).rows == 15
    kept = replace(proof, front=proof.front[:1000])
    data = bound([kept] * 60, faces, PrintFormat())
    with pypdfium2.PdfDocument(data) as document:
        assert len(document) == 8
    assert 60 * budget(60) + len(bound([], faces, PrintFormat())) <= LARGEST


@pytest.mark.parametrize("count", [1, 10, 20, 21, 60])
def test_a_proof_keeps_its_budget_even_of_noise(count: int, design: Designs, faces: Typefaces) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (640, 640, 4), dtype=np.uint8)
    noise[..., 3] = 255
    proof = proof_of(design(), encode_art(noise), faces, SMALL, count)
    assert len(proof.front) + len(proof.back or b"") <= budget(count)
    assert count * budget(count) <= (UPLOAD if count <= 20 else LARGEST)


def test_the_same_proofs_make_the_same_file(
    small_proof: Proof, design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    again = proof_of(design(rarity=Rarity.NORMAL), encoded_art, faces, SMALL)
    assert pickle.loads(pickle.dumps(again)) == small_proof
    assert bound([again], faces, SMALL) == bound([small_proof], faces, SMALL)


def test_a_file_says_what_it_is_and_asks_not_to_be_shrunk(small_proof: Proof, faces: Typefaces) -> None:
    data = bound([small_proof], faces, SMALL)
    with pypdfium2.PdfDocument(data) as document:
        assert document.get_metadata_dict()["Title"] == "Kiraseal のシール 1枚"
        assert document.get_metadata_dict()["CreationDate"] == "D:20261124000000Z"
    assert re.search(rb"/PrintScaling /None", data)
    assert re.search(rb"/Duplex /DuplexFlipLongEdge", data)


def test_sheets_can_be_printed_without_backs(design: Designs, encoded_art: bytes, faces: Typefaces) -> None:
    front_only = jobs.render_proof(design(), encoded_art, faces, back=None, kind=SMALL, count=1)
    with pypdfium2.PdfDocument(bound([front_only], faces, SMALL)) as document:
        assert len(document) == 1


def test_a_seal_larger_than_the_paper_is_a_value_error(small_proof: Proof, faces: Typefaces) -> None:
    with pytest.raises(ValueError, match="fits"):
        bound([small_proof], faces, PrintFormat(edge=250.0))


def test_the_ruler_in_the_foot_is_50_millimetres_long(small_proof: Proof, faces: Typefaces) -> None:
    fronts, _ = pages(bound([small_proof], faces, SMALL))
    foot = fronts[-round(9 / 25.4 * DPI) :, : round(70 / 25.4 * DPI), 0] < 128
    longest = foot.sum(axis=1).max()
    assert abs(millimetres(float(longest)) - 50.0) < 0.2, f"{millimetres(float(longest)):.2f} mm"
