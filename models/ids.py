"""Row ids in the form Prisma's cuid() writes. Unique, roughly in order of time, never secret."""

import os
import secrets
import socket
import time

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BLOCK = 4


def cuid() -> str:
    """A CUID of version 1: `c`, milliseconds, counter, fingerprint, random; 25 characters of [0-9a-z].

    The counter's block is random too: processes that were forked would share a counter and collide.
    Source of the form: the cuid specification of 2012, which Prisma's `@default(cuid())` follows.
    """
    return (
        "c" + _base36(time.time_ns() // 1_000_000, 8) + _random(_BLOCK) + _fingerprint() + _random(2 * _BLOCK)
    )


def _fingerprint() -> str:
    """Four digits that tell processes and machines apart: two of the process id, two of the host's name."""
    host = socket.gethostname()
    return _base36(os.getpid(), 2) + _base36(len(host) + 36 + sum(map(ord, host)), 2)


def _random(length: int) -> str:
    return "".join(secrets.choice(_DIGITS) for _ in range(length))


def _base36(number: int, length: int) -> str:
    """The last `length` base-36 digits of a number, zeros in front."""
    digits = []
    for _ in range(length):
        number, digit = divmod(number, 36)
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits))
