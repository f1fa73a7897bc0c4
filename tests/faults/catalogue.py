"""Every fault there is, each a value."""

from dataclasses import replace

from tests.faults import breakdowns, disturbances, kills
from tests.faults.fault import Fault

LONG = frozenset(
    {
        "killed when claimed",
        "killed when storing art",
        "killed when whole file",
        "killed when delivering",
        "killed while showing progress",
        "killed twice at one task",
        "killed as it starts",
        "asked to end while it paints for long",
        "killed with three orders open",
        "one of two killed",
        "429 for long",
        "an edit that hangs",
        "three resets in a row",
        "two 503 in a row",
        "401 without a reason",
        "database locked for longer than anybody waits",
        "a drawing process stands still",
        "every drawing process killed",
        "the process stands still past its lease",
    }
)
"""Those that take long and have a quicker one beside them that is much the same."""
FAULTS: tuple[Fault, ...] = tuple(
    replace(fault, is_long=fault.name in LONG)
    for fault in (*kills.faults(), *disturbances.faults(), *breakdowns.faults())
)
