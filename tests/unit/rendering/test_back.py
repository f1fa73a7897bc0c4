import io
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.drawing.pictures import encode_art
from bot.rendering import jobs
from bot.rendering.back import INK, PAPER, compose_back
from bot.rendering.glyphs import glyphs
from bot.rendering.halftone import engraved, screen
from bot.rendering.paragraph import Box, paragraph, wrapped
from bot.rendering.planes import Picture
from bot.rendering.typefaces import FontStack, Typefaces, font_stack
from bot.stickers.back import Back, Gauge
from bot.stickers.design import Attribute, FrameType

RUMOUR = (
    "三日月の夜、駄菓子屋のうらで炎聖王レオンを見た者がいる。その手にふれた石ころは、宝石の夢を見るらしい。"
)
PLAIN = Back(
    attribute=Attribute.HOLY,
    frame=FrameType.CLOUD,
    number="No. 012",
    title="第一弾ヘッド",
    name="炎聖王レオン",
    stars_heading="レア度",
    stars=3,
    gauges=tuple(
        Gauge(label=label, value=value) for label, value in (("ちから", 8), ("すばやさ", 0), ("かがやき", 10))
    ),
    rumour_heading="うわさ",
    rumour=RUMOUR,
    small_print="はがされた台紙は、シールのことを一生わすれません。",
    maker="作：こうた",
    day="2026.11.24",
)
AWKWARD = [
    replace(PLAIN, number="", title="", name="忍", stars=0, rumour="", small_print="", maker="", day=""),
    replace(
        PLAIN, name="大" * 100, title="長" * 100, rumour="字" * 500, maker="作" * 90, small_print="小" * 200
    ),
    replace(PLAIN, name="W" * 100, title="Supercalifragilistic" * 5, rumour="x" * 600, day="d" * 90),
    replace(PLAIN, name="👑🎸", title="♥☆‼", rumour="👨‍👩‍👧‍👦 がきた。🔥", number="No. 123,456,789"),
    replace(PLAIN, name="Łukasz Çelik-Ñandú O’Brien", rumour="word " * 90, gauges=(), rumour_heading=""),
]


@pytest.fixture(scope="module")
def stack(faces: Typefaces) -> FontStack:
    return font_stack(faces.hand, faces)


@pytest.mark.parametrize("back", [PLAIN, *AWKWARD], ids=lambda back: back.name[:12])
def test_nothing_is_printed_beyond_the_border_whatever_the_texts(
    back: Back, art: Picture, faces: Typefaces
) -> None:
    size = 512
    picture = compose_back(back, art, faces, size)
    rim = round(0.028 * size)
    assert (picture[:rim, :rim] == PAPER).all()
    for turned in range(4):
        edge = np.rot90(picture, turned)[: round(0.030 * size)]
        assert (edge == PAPER).all(), "the margin is clean"
        gap = np.rot90(picture, turned)[round(0.0605 * size) : round(0.0635 * size), 60:-60]
        assert (gap == PAPER).all(), "nothing touches the border from within"


def test_a_back_has_one_ink_and_its_tones(art: Picture, faces: Typefaces) -> None:
    picture = compose_back(PLAIN, art, faces, 512).reshape(-1, 3).astype(float)
    share = (PAPER[0] - picture[:, 0]) / (PAPER[0] - INK[0])
    expected = np.array(PAPER) + share[:, None] * (np.array(INK, float) - PAPER)
    drift = np.abs(picture - expected).max()
    assert drift <= 3, f"{drift} away from the line between paper and ink"


def test_a_back_is_a_small_png_with_the_cut_of_the_front(encoded_art: bytes, faces: Typefaces) -> None:
    data = jobs.render_back(PLAIN, encoded_art, faces)
    assert len(data) < 140_000, f"{len(data)} bytes"
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size) == ("PNG", (1024, 1024))
        alpha = np.asarray(image.convert("RGBA"))[..., 3]
    assert (alpha[1, 1], alpha[512, 512]) == (0, 255)
    assert data == jobs.render_back(PLAIN, encoded_art, faces)


def test_the_meters_and_stars_show_their_values(art: Picture, faces: Typefaces) -> None:
    def ink(back: Back) -> float:
        return float((255.0 - compose_back(back, art, faces, 512)[..., 0]).sum())

    empty = replace(PLAIN, stars=0, gauges=(Gauge(label="ちから", value=0),))
    amounts = [ink(replace(empty, gauges=(Gauge(label="ちから", value=value),))) for value in (0, 3, 10)]
    assert amounts == sorted(amounts)
    assert amounts[0] < amounts[1] < amounts[2]
    assert ink(replace(empty, stars=5)) > ink(empty)


@pytest.mark.parametrize("value", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_screen_prints_the_tone_it_is_given(value: float) -> None:
    covered = screen(np.full((400, 400), value, np.float32), 7.0).mean() / 255
    assert abs(covered - value) < 0.06, f"{covered:.3f} for {value}"


def test_bright_colours_are_dots_and_ink_lines_are_solid() -> None:
    drawing = np.full((200, 200, 3), (255, 190, 60), np.uint8)
    drawing[:, 90:110] = (27, 16, 22)
    ink = engraved(drawing, 7.0)
    assert (ink[:, 46:54] == 255).all()
    assert 0.02 < ink[:, :40].mean() / 255 < 0.5


def test_half_clear_edges_of_the_art_are_not_printed_as_lines(faces: Typefaces) -> None:
    soft = np.full((100, 100, 4), (255, 250, 245, 90), np.uint8)
    hard = np.full((100, 100, 4), (255, 250, 245, 255), np.uint8)
    middle = (slice(150, 250), slice(110, 190))
    for art in (soft, hard):
        assert (compose_back(PLAIN, art, faces, 512)[middle][..., 0] > 200).mean() > 0.3


def lines_of(text: str, stack: FontStack, width: float) -> list[str]:
    return ["".join(glyph.text for glyph in line) for line in wrapped(glyphs(text, stack), width)]


def test_words_stay_whole_and_japanese_is_wrapped_by_kinsoku(stack: FontStack) -> None:
    lines = lines_of("The quick brown fox jumps over the lazy dog", stack, 7)
    assert " ".join(lines) == "The quick brown fox jumps over the lazy dog"
    for width in range(4, 14):
        lines = lines_of("見よ、「ちゃんとした」ケーキ（いちご）だ。わーい！", stack, width)
        assert all(line[0] not in "、。」）ー！ゃ" for line in lines[1:]), lines
        assert all(line[-1] not in "「（" for line in lines), lines


@settings(deadline=None)
@given(text=st.text(st.sampled_from("あ。「」ーA b字…-!👑"), max_size=80), width=st.integers(2, 30))
def test_wrapping_loses_nothing_but_blanks(text: str, width: int, faces: Typefaces) -> None:
    lines = lines_of(text, font_stack(faces.hand, faces), width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line == line.strip() and line for line in lines)


@settings(deadline=None)
@given(length=st.integers(0, 700))
def test_a_paragraph_always_fits_its_box(length: int, faces: Typefaces) -> None:
    box = Box(width=800, height=150, size=36, least_size=20, pitch=1.24)
    setting = paragraph("字" * length, font_stack(faces.hand, faces), box)
    assert box.least_size <= setting.size <= box.size
    if setting.lines:
        assert setting.size * (1 + box.pitch * (len(setting.lines) - 1)) <= box.height
    drawn = sum(len(line) for line in setting.lines)
    assert drawn == length or setting.lines[-1][-1].text == "…"


def test_a_back_can_be_drawn_without_display_faces_and_of_empty_art(bare_faces: Typefaces) -> None:
    empty = encode_art(np.zeros((8, 8, 4), np.uint8))
    assert jobs.render_back(PLAIN, empty, bare_faces)


def test_borders_differ_by_the_kind_of_frame(art: Picture, faces: Typefaces) -> None:
    kinds: list[Callable[[], bytes]] = [
        lambda kind=kind: compose_back(replace(PLAIN, frame=kind), art, faces, 256).tobytes()  # type: ignore[misc]
        for kind in FrameType
    ]
    assert len({draw() for draw in kinds}) == len(FrameType)
