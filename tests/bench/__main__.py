"""`python -m tests.bench`: tables of drawing, serving, talking, the AI painter and the binder. Judges nothing."""

import argparse
import asyncio
import os

from rich.console import Console

from bot.settings import available_cores
from tests.bench import ai, drawing, history, serving, talking

TABLES = ("drawing", "serving", "talking", "ai", "history")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("tables", nargs="*", choices=[[], *TABLES], help="which tables (default: all)")
    parser.add_argument("--members", type=int, default=100, help="how many order at once (default: 100)")
    parser.add_argument(
        "--rounds", type=int, default=7, help="how often each drawing step and each press runs (default: 7)"
    )
    parser.add_argument("--stickers", type=int, default=10_000, help="on the shelf (default: 10000)")
    asked = parser.parse_args()
    console = Console()
    if not asked.tables or "drawing" in asked.tables:
        console.print(drawing.table_of(drawing.measure(asked.rounds)))
    if not asked.tables or "serving" in asked.tables:
        console.print(serving.table_of(asyncio.run(serving.measure(asked.members))))
    if not asked.tables or "talking" in asked.tables:
        console.print(*talking.tables_of(asyncio.run(talking.measure(asked.rounds))))
    if not asked.tables or "ai" in asked.tables:
        console.print(ai.table_of(asyncio.run(ai.measure())))
    if not asked.tables or "history" in asked.tables:
        console.print(history.table_of(asked.stickers, asyncio.run(history.measure(asked.stickers))))
    console.print(f"{available_cores()} cores, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
