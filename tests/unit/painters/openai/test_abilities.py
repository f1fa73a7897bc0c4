"""Servers that know less than OpenAI's: asked once more without it, at no second charge, and never again with it."""

from dataclasses import dataclass

import numpy as np
import pytest

from bot.drawing.pictures import decode_art, encode_art
from bot.errors import PainterBlind, PainterKeyRefused, PainterUnable
from bot.painters.openai.access import OPENAI, Access
from bot.painters.openai.asking import OPTIONAL
from bot.painters.openai.painter import OpenAIPainter
from tests.imageserver.manners import Manner
from tests.imageserver.pictures import WHITE, drawing
from tests.unit.painters.openai.conftest import MODEL, run_here

PICTURE = encode_art(np.full((300, 200, 4), 120, np.uint8))
NEEDED = {"model", "prompt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAccess(Access):
    """Reaches the loopback server and takes it for OpenAI's own."""

    @property
    def is_openai(self) -> bool:
        return True


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("name", OPTIONAL)
async def test_one_parameter_that_a_server_does_not_know_is_left_out_for_good(
    name: str, plain: bool, host, open_painter, design
) -> None:
    host.conduct.refuses, host.conduct.in_plain_words = frozenset({name}), plain
    painter = open_painter(moderation=False)
    for _ in range(2):
        await painter.paint(design(), member=1)
    asked = [set(request.parameters) for request in host.ledger.drawings()]
    assert [name in parameters for parameters in asked] == [True, False, False]
    assert len(host.ledger.charges) == 2


async def test_without_a_stream_no_pictures_on_the_way_are_asked_for(host, open_painter, design) -> None:
    host.conduct.refuses = frozenset({"stream"})
    await open_painter(moderation=False).paint(design())
    assert host.ledger.drawings()[-1].parameters.keys().isdisjoint({"stream", "partial_images"})


async def test_a_server_that_knows_hardly_anything_still_paints(host, open_painter, design) -> None:
    host.conduct.refuses = frozenset(OPTIONAL)
    host.conduct.in_plain_words, host.conduct.counts, host.conduct.models = True, False, None
    host.conduct.moderates = False
    host.conduct.picture = drawing((300, 200), ground=WHITE)
    painter = open_painter(key=None)
    arts = [await painter.paint(design(), member=1) for _ in range(2)]
    assert set(host.ledger.drawings()[-1].parameters) == NEEDED
    assert len(host.ledger.charges) == 2
    assert host.ledger.paths().count("/moderations") == 1
    assert [art.tokens for art in arts] == [0, 0]
    assert decode_art(arts[0].data)[0, 0, 3] == 0


async def test_a_server_that_only_says_no_is_asked_once_for_the_bare_minimum(
    host, open_painter, design
) -> None:
    host.conduct.refuses, host.conduct.names_nothing = frozenset({"background", "quality"}), True
    painter = open_painter(moderation=False)
    for _ in range(2):
        await painter.paint(design())
    asked = [set(request.parameters) for request in host.ledger.drawings()]
    assert asked[1:] == [NEEDED, NEEDED]


async def test_a_server_that_says_no_to_everything_is_told_and_nothing_is_learned(
    host, open_server, design
) -> None:
    host.conduct.refuses, host.conduct.names_nothing = frozenset({"prompt"}), True
    server = open_server(moderation=False)
    with pytest.raises(PainterUnable):
        await OpenAIPainter(run_here, server).paint(design())
    assert len(host.ledger.drawings()) == 2
    assert server.lacks == set()


async def test_openai_itself_is_not_asked_a_second_time_for_an_unnamed_reason(host, access, design) -> None:
    host.conduct.refuses, host.conduct.names_nothing = frozenset({"quality"}), True
    server = type_of_server(access, host)
    try:
        with pytest.raises(PainterUnable):
            await OpenAIPainter(run_here, server).paint(design())
    finally:
        await server.close()
    assert len(host.ledger.drawings()) == 1


async def test_openai_without_moderation_is_a_failure_and_no_permission(host, access, design) -> None:
    host.conduct.moderates = False
    server = type_of_server(access, host)
    try:
        with pytest.raises(PainterUnable):
            await OpenAIPainter(run_here, server).paint(design())
    finally:
        await server.close()
    assert host.ledger.drawings() == []


def type_of_server(access, host):
    from bot.painters.openai.server import ImageServer

    return ImageServer(OwnAccess(base_url=host.base_url, model=MODEL, key="k"))


async def test_a_server_that_answers_in_one_piece_is_asked_once(host, open_painter, design) -> None:
    host.conduct.streams = False
    await open_painter(moderation=False).paint(design())
    assert len(host.ledger.drawings()) == len(host.ledger.charges) == 1


async def test_a_server_without_edits_is_asked_once_and_never_paints_without_the_picture(
    host, open_painter, design
) -> None:
    host.conduct.edits = False
    painter = open_painter(moderation=False)
    for _ in range(2):
        with pytest.raises(PainterBlind):
            await painter.paint(design(picture="0" * 64), PICTURE)
    assert host.ledger.paths() == ["/images/edits"]
    await painter.paint(design())
    assert host.ledger.paths() == ["/images/edits", "/images/generations"]


async def test_a_server_without_moderation_is_asked_for_it_once(host, open_painter, design) -> None:
    host.conduct.moderates = False
    painter = open_painter()
    for _ in range(2):
        await painter.paint(design())
    assert host.ledger.paths() == ["/moderations", "/images/generations", "/images/generations"]


async def test_a_refused_key_teaches_nothing(host, open_server, design) -> None:
    host.conduct.manner = Manner.BAD_KEY
    server = open_server()
    with pytest.raises(PainterKeyRefused):
        await OpenAIPainter(run_here, server).paint(design())
    assert server.lacks == set()


@pytest.mark.parametrize(
    ("url", "own"),
    [
        (OPENAI, True),
        ("https://eu.api.openai.com/v1", True),
        ("http://api.openai.com/v1", False),
        ("https://api.openai.com.example/v1", False),
        ("http://localhost:8080/v1", False),
    ],
)
def test_openai_is_known_by_its_address(url: str, own: bool) -> None:
    assert Access(base_url=url, model="m").is_openai is own


def test_a_key_stands_in_no_printed_form() -> None:
    assert "hush" not in repr(Access(key="hush", model="m"))
