"""The table of faults: how often each was tried, what was lost, doubled or left hanging, and how soon it recovered."""

import argparse
import asyncio
from collections.abc import Iterable, Sequence
from statistics import median

from rich.console import Console
from rich.table import Table

from tests.faults.catalogue import FAULTS
from tests.faults.fault import Fault, Result, attempt
from tests.faults.scene import open_scene
from tests.faults.soak import soak

HEADINGS = ("fault", "tried", "lost", "doubled", "hanging", "seconds to recover")


def main() -> int:
    """Try the faults that were asked for, or soak; 0 when nothing was lost, doubled or left hanging."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("all", "soak"), default="all")
    parser.add_argument("--times", type=int, default=3, help="how often each fault is tried")
    parser.add_argument("--only", default="", help="only faults whose kind or name holds this")
    parser.add_argument("--minutes", type=float, default=10.0, help="how long the soak lasts")
    parser.add_argument("--seed", type=int, default=1, help="of the soak's dice")
    asked = parser.parse_args()
    if asked.what == "soak":
        return 0 if asyncio.run(soak(asked.minutes, asked.seed)) else 1
    faults = [fault for fault in FAULTS if asked.only in f"{fault.kind} {fault.name}"]
    results = asyncio.run(_try_all(faults, asked.times))
    Console(soft_wrap=True).print(table_of(results))
    return 0 if all(result.well for tried in results.values() for result in tried) else 1


async def _try_all(faults: Sequence[Fault], times: int) -> dict[str, list[Result]]:
    results: dict[str, list[Result]] = {fault.name: [] for fault in faults}
    console = Console(stderr=True, soft_wrap=True)
    async with open_scene() as scene:
        for _ in range(times):
            for fault in faults:
                result = await attempt(scene, fault)
                results[fault.name].append(result)
                mark = "✓" if result.well else "✗"
                console.print(mark, fault.name, f"{result.seconds:.1f} s", *result.words, highlight=False)
    return results


def table_of(results: dict[str, list[Result]]) -> Table:
    """A line for each fault, and one for all."""
    table = Table(title="Faults")
    for heading in HEADINGS:
        table.add_column(heading, justify="left" if heading == "fault" else "right")
    for name, tried in results.items():
        table.add_row(name, *_sums(tried), f"{median(result.seconds for result in tried):.1f}")
    every = [result for tried in results.values() for result in tried]
    table.add_section()
    most = max((result.seconds for result in every), default=0.0)
    table.add_row(f"{len(results)} kinds", *_sums(every), f"at most {most:.1f}")
    return table


def _sums(results: Iterable[Result]) -> tuple[str, ...]:
    rows = [(result.tried, result.lost, result.doubled, result.hanging) for result in results]
    return tuple(str(sum(column)) for column in zip(*rows, strict=True))
