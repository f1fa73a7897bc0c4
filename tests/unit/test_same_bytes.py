"""The same design is the same bytes in every process: of every painter, and of every form."""

import hashlib
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import cv2
import numpy as np

import bot
from bot.drawing.pictures import Pixels
from bot.fonts import find_typefaces
from bot.painters.portrait.portrait import draw_portrait
from bot.painters.procedural.figure import draw_procedural
from bot.rendering import jobs
from bot.stickers.back import write_back
from bot.stickers.design import Attribute, Design, Foil, FrameType, NameLayout, Rarity, Style
from bot.stickers.printing import PrintFormat, word_sheet
from bot.words import Language, Words

DAY = date(2026, 11, 24)
SEALS = {
    "arched": Design(
        name="月蝕ガルダ",
        title="Дом ★ 編",
        prompt="ラーメンを食べる竜の忍者 🔥",
        attribute=Attribute.MAGIC,
        rarity=Rarity.SUPER_RARE,
        style=Style(frame_type=FrameType.SPLENDID, frame_color="#39a0ff", foil=Foil.SHARD),
    ),
    "upright": Design(
        name="守盾マモル",
        title="",
        prompt="a cat with a laptop",
        attribute=Attribute.GUARDIAN,
        rarity=Rarity.NORMAL,
        style=Style(
            frame_type=FrameType.GEM, frame_color="gold", foil=Foil.GLITTER, layout=NameLayout.VERTICAL
        ),
    ),
}


def snapshot() -> Pixels:
    """A face on a ground that is not flat, with some grain: the long way through the portrait painter."""
    rows, columns = np.mgrid[:300, :260]
    picture = np.dstack([rows * 0.5 + 40, columns * 0.4 + 90, 160 - rows * 0.3]).astype(np.uint8)
    cv2.ellipse(picture, (130, 290), (110, 90), 0, 0, 360, (40, 60, 140), -1, cv2.LINE_AA)
    cv2.ellipse(picture, (130, 130), (64, 84), 0, 0, 360, (240, 196, 160), -1, cv2.LINE_AA)
    for x in (106, 154):
        cv2.circle(picture, (x, 120), 9, (40, 30, 30), -1, cv2.LINE_AA)
    grain = np.random.default_rng(3).integers(-5, 6, picture.shape)
    return np.asarray(np.clip(picture.astype(int) + grain, 0, 255), dtype=np.uint8)


def digests() -> dict[str, str]:
    """A hash of all that is drawn of the two designs."""
    faces, say, kind = find_typefaces(), Words(Language.JAPANESE), PrintFormat()
    photograph = cv2.imencode(".png", snapshot())[1].tobytes()
    made: dict[str, bytes] = {}
    for name, design in SEALS.items():
        made[f"{name} portrait"] = draw_portrait(design, photograph)
        art = made[f"{name} art"] = draw_procedural(design)
        made[f"{name} still"] = jobs.render_still(design, art, faces)
        made[f"{name} emoji"] = jobs.render_emoji(design, art, faces)
    design, art = SEALS["arched"], made["arched art"]
    made["GIF"] = jobs.render_animation(design, art, faces)
    made["WebP loop"] = jobs.render_animated_webp(design, art, faces)
    made["server sticker"] = jobs.render_guild_sticker(design, art, faces)
    made["binder"] = jobs.render_binder_page([made["arched still"], None], faces, first_number=1)
    back = write_back(design, say, number=7, maker="ねこ", day=DAY)
    made["back"] = jobs.render_back(back, art, faces)
    proof = jobs.render_proof(design, art, faces, back=back, kind=kind, count=2)
    sheet = word_sheet(say, count=1, day=DAY)
    made["print sheet"] = jobs.bind_print_sheets([proof], faces, kind=kind, words=sheet)
    return {name: hashlib.sha256(data).hexdigest() for name, data in made.items()}


def test_every_form_is_the_same_bytes_in_another_process() -> None:
    # This process has whatever the tests before it have left in its caches; the other hashes its strings otherwise.
    here = digests()
    there = subprocess.run(
        [sys.executable, __file__],
        env={
            **os.environ,
            "PYTHONHASHSEED": "1234",
            "PYTHONUTF8": "1",
            "PYTHONPATH": str(Path(bot.__file__).parents[1]),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, str] = json.loads(there.stdout)
    assert [name for name in here if here[name] != told[name]] == []


if __name__ == "__main__":
    cv2.setNumThreads(1)  # as a worker
    json.dump(digests(), sys.stdout)
