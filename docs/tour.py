"""`make tour`: the screenshots that `make browser` kept, made small for docs/tour.md. Words stand there, not here."""

from pathlib import Path

from PIL import Image

DOCS = Path(__file__).parent
SHOTS = DOCS.parent / "out" / "browser"
PICTURES = DOCS / "tour"
QUALITY = 72
TOP = 0.135
"""What of a phone's screen the playground's own bars take, which no member of a server sees."""
SHOWN = (
    "form-en-US-phone",
    "form-refused-en-US-phone",
    "progress-en-US-desktop",
    "seal-buttons-en-US-desktop",
    "fitting-room-ja-phone",
    "trio-en-US-desktop",
    "more-en-US-phone",
    "history-ja-phone",
    "search-ja-phone",
    "stats-en-US-phone",
    "leaderboard-ja-phone",
    "delete-en-US-phone",
)
WIDTHS = {"phone": 360, "desktop": 640}
"""In pixels."""


def main() -> None:
    """Make all that are shown."""
    PICTURES.mkdir(exist_ok=True)
    for name in SHOWN:
        with Image.open(SHOTS / f"{name}.png") as shot:
            picture = _without_bars(shot.convert("RGB"), on_phone=name.endswith("phone"))
            width = WIDTHS[name.rpartition("-")[2]]
            small = picture.resize(
                (width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS
            )
            small.save(PICTURES / f"{name}.webp", quality=QUALITY, method=6)


def _without_bars(shot: Image.Image, *, on_phone: bool) -> Image.Image:
    if on_phone:
        return shot.crop((0, round(shot.height * TOP), shot.width, shot.height))
    # On a desktop the channel stands right of the list of messages.
    return shot.crop((round(shot.width * 0.2), round(shot.height * 0.058), shot.width, shot.height))


if __name__ == "__main__":
    main()
