"""`make gallery`: draw the pictures of docs/gallery.md and write the page. Names of sections draw those alone."""

import argparse
import io
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import cv2
from PIL import Image, ImageSequence

from docs.gallery.contact import contact_sheet, readme_seal
from docs.gallery.exhibit import Exhibit, Section
from docs.gallery.page import FOLDER, page
from docs.gallery.sections import SECTIONS

DOCS = Path(__file__).parents[1]
QUALITY = 80
CONTACT = "contact"


def main() -> None:
    """Draw what was asked for, and write the page."""
    names = [CONTACT, *(section.name for section in SECTIONS)]
    parser = argparse.ArgumentParser(prog="make gallery", description=__doc__)
    parser.add_argument("sections", nargs="*", choices=[[], *names], help="which to draw (default: all)")
    asked = parser.parse_args().sections or names
    (DOCS / FOLDER).mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(initializer=cv2.setNumThreads, initargs=(1,)) as pool:
        jobs = [
            pool.submit(_draw, section, number, exhibit)
            for section in SECTIONS
            if section.name in asked
            for number, exhibit in enumerate(section.exhibits)
        ]
        for job in jobs:
            job.result()
        if CONTACT in asked:
            (DOCS / "pictures" / "contact-sheet.webp").write_bytes(contact_sheet(pool))
            (DOCS / "pictures" / "seal.webp").write_bytes(readme_seal())
    (DOCS / "gallery.md").write_text(page(SECTIONS), encoding="utf-8")


def _draw(section: Section, number: int, exhibit: Exhibit) -> None:
    """One small picture into its file."""
    path = DOCS / FOLDER / section.file(number)
    with Image.open(io.BytesIO(exhibit.draw())) as picture:
        if section.moving:
            frames = [_small(frame, section.edge) for frame in ImageSequence.Iterator(picture)]
            frames[0].save(
                path,
                "WEBP",
                save_all=True,
                append_images=frames[1:],
                duration=100,
                loop=0,
                quality=60,
                method=6,
            )
        else:
            _small(picture, section.edge).save(path, "WEBP", quality=QUALITY, method=6)


def _small(picture: Image.Image, edge: int) -> Image.Image:
    """Not wider than `edge`."""
    clear = picture.convert("RGBA")
    height = round(clear.height * edge / clear.width)
    return clear.resize((edge, height), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
