"""The rows of waiting and working: accept, claim, renew, settle. Every write is one statement or writes first.

A `Work` row stands from the order to the verdict, so its absence means "ended". `attempt` rises with every claim and
fences: whoever holds an older number changes nothing.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import F, Q

from bot.errors import Cancelled, KirasealError
from bot.pipeline.seam import Address, Claim, Completed, Ended, Ending
from models import Delivery, Task, TaskStatus, Work
from models.statements import run, stored, transact

FAR_AHEAD = timedelta(minutes=10)
"""No lease and no pause is set further ahead than this."""
LONGEST_LINE = 500
"""Places in the queue that are told: nobody counts further, and a hundred thousand would hold up the event loop."""
CANCELLED = "cancelled"
"""Task.error of a task that its owner took back."""

Record = Callable[[BaseDBAsyncClient, Claim, Ending], Awaitable[None]]
Guard = Callable[[BaseDBAsyncClient], Awaitable[None]]
"""Asked inside the transaction that accepts a task. Its first statement must write, or SQLite may be locked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTask:
    """An order to be written: `data` is the JSON that the work reads, `priority` is higher for sooner."""

    id: str
    user_id: str
    data: str
    priority: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What a worker learns when it renews its lease: whether it still holds it, and whether it should stop."""

    held: bool
    cancelled: bool


async def accept(task: NewTask, address: Address | None, now: datetime, guard: Guard | None = None) -> None:
    """Write task, work and delivery in one transaction. `guard` comes first in it, and may refuse by raising."""

    async def write(connection: BaseDBAsyncClient) -> None:
        if guard is not None:
            await guard(connection)
        await Task.create(
            using_db=connection,
            id=task.id,
            user_id=task.user_id,
            status=TaskStatus.PENDING,
            data=task.data,
            created_at=now,
        )
        await _line_up(connection, task, now)
        if address is not None:
            await Delivery.create(
                using_db=connection,
                task_id=task.id,
                application_id=address.application_id,
                token=address.token,
                token_expires_at=address.token_expires_at,
                server_id=address.server_id,
                channel_id=address.channel_id,
                message_id=address.message_id,
                ephemeral=address.ephemeral,
                locale=address.locale,
                created_at=now,
            )

    await transact(write)


async def _line_up(connection: BaseDBAsyncClient, task: NewTask, now: datetime) -> None:
    """Write the work in its turn: behind the member's own tasks, and not behind more than one of anybody else's.

    Start-time fair queueing (Goyal, Vin and Cheng 1996) with tasks of one size: a turn is the round in which a task is
    served if everybody were served once a round; the least open turn is the present round.
    """
    await run(
        connection,
        'INSERT INTO "Work" ("taskId", "userId", "attempt", "failures", "priority", "createdAt", "turn")'
        ' VALUES (?, ?, 0, 0, ?, ?, (SELECT MAX("turn") FROM ('
        ' SELECT MAX("turn") + 1 AS "turn" FROM "Work" WHERE "userId" = ?'
        ' UNION ALL SELECT MIN("turn") FROM "Work" WHERE "priority" = ? UNION ALL SELECT 0) AS "turns"))',
        task.id,
        task.user_id,
        task.priority,
        stored(Work, "created_at", now),
        task.user_id,
        task.priority,
    )


async def claim(worker: str, now: datetime, lease: timedelta, task_id: str | None = None) -> Claim | None:
    """Take the next task that waits or whose lease ran out; or `task_id`, if it is free. None when there is none."""
    # A moment further ahead than anybody sets one was written before the clock was put back: it would block for long.
    free = Q(lease_until__isnull=True) | Q(lease_until__lt=now) | Q(lease_until__gt=now + FAR_AHEAD)
    due = Q(not_before__isnull=True) | Q(not_before__lte=now) | Q(not_before__gt=now + FAR_AHEAD)
    if task_id:
        due = Q(task_id=task_id)
    for row in await Work.filter(free, due).order_by("-priority", "turn", "created_at", "task_id").limit(8):
        died = row.lease_until is not None  # a lease that ran out is a worker that died or froze
        taken = await Work.filter(free, task_id=row.task_id, attempt=row.attempt).update(
            attempt=row.attempt + 1, failures=row.failures + died, worker=worker, lease_until=now + lease
        )
        if taken:
            await Task.filter(id=row.task_id).update(status=TaskStatus.PROCESSING, updated_at=now)
            task = await Task.get(id=row.task_id)
            return Claim(
                task_id=task.id,
                user_id=row.user_id,
                data=task.data,
                attempt=row.attempt + 1,
                failures=row.failures + died,
                claimed_at=now,
            )
    return None


async def renew(claim: Claim, until: datetime) -> Renewal:
    """Prolong the lease, if it is still ours."""
    if not await Work.filter(task_id=claim.task_id, attempt=claim.attempt).update(lease_until=until):
        return Renewal(held=False, cancelled=False)
    return await look(claim)


async def look(claim: Claim) -> Renewal:
    """Whether the lease is still ours, and whether to stop. Writes nothing, so it may be asked often."""
    row = await Work.get_or_none(task_id=claim.task_id, attempt=claim.attempt)
    return Renewal(held=row is not None, cancelled=row is not None and row.cancel_requested_at is not None)


async def advance(task_id: str, percent: int, now: datetime) -> None:
    """Raise Task.progress; never lowers it, never touches a task that ended."""
    await Task.filter(id=task_id, status=TaskStatus.PROCESSING, progress__lt=percent).update(
        progress=percent, updated_at=now
    )


async def put_back(claim: Claim, *, not_before: datetime | None, failed: bool, now: datetime) -> bool:
    """End the attempt without a verdict. `failed` counts towards the limit of attempts. False when fenced off."""
    returned = await Work.filter(task_id=claim.task_id, attempt=claim.attempt).update(
        lease_until=None, worker=None, not_before=not_before, failures=F("failures") + int(failed)
    )
    if returned:
        await Task.filter(id=claim.task_id, status=TaskStatus.PROCESSING).update(
            status=TaskStatus.PENDING, updated_at=now
        )
    return bool(returned)


async def settle(claim: Claim, ending: Ending, record: Record, now: datetime) -> bool:
    """The verdict, in one transaction with what `record` writes. False when another attempt owns the task."""

    async def write(connection: BaseDBAsyncClient) -> bool:
        # The fence comes first: a write takes SQLite's lock at once, and nothing is written by a stale worker.
        owned = await Work.filter(task_id=claim.task_id, attempt=claim.attempt).using_db(connection).delete()
        if not owned:
            return False
        row = Task.filter(id=claim.task_id).using_db(connection)
        match ending:
            case Completed(result=result):
                await row.update(
                    status=TaskStatus.COMPLETED, progress=100, result=result, error=None, updated_at=now
                )
            case _:
                await row.update(status=TaskStatus.FAILED, error=error_note(ending.error), updated_at=now)
        await record(connection, claim, ending)
        return True

    return await transact(write)


async def request_cancel(task_id: str, now: datetime) -> bool:
    """Mark the task to be stopped. False when it has ended already."""
    return bool(await Work.filter(task_id=task_id).update(cancel_requested_at=now))


async def owner(task_id: str) -> str | None:
    """The user whose task it is, or None."""
    task = await Task.get_or_none(id=task_id)
    return None if task is None else task.user_id


async def data_of(task_id: str) -> str | None:
    """What was ordered, as it was accepted; None for a task that is not there any more."""
    task = await Task.get_or_none(id=task_id)
    return None if task is None else task.data


async def open_orders(user_id: str, connection: BaseDBAsyncClient) -> list[str]:
    """What was ordered by the tasks of a user that have not ended."""
    tasks = await Work.filter(user_id=user_id).using_db(connection).values_list("task_id", flat=True)
    data = await Task.filter(id__in=list(tasks)).using_db(connection).values_list("data", flat=True)
    return [str(text) for text in data]


async def waiting() -> list[str]:
    """Ids of the tasks that wait, next first; of a very long queue its beginning."""
    ordered = Work.filter(lease_until__isnull=True).order_by("-priority", "turn", "created_at", "task_id")
    ids = await ordered.limit(LONGEST_LINE).values_list("task_id", flat=True)
    return [str(task_id) for task_id in ids]


async def open_of(user_id: str) -> list[str]:
    """Ids of a user's tasks that wait or run."""
    return [str(task_id) for task_id in await Work.filter(user_id=user_id).values_list("task_id", flat=True)]


async def any_open() -> bool:
    """Whether any task waits or runs."""
    return await Work.all().exists()


async def progress(task_id: str) -> int | None:
    """How many per cent of an open task are done; None when it has ended, or when there is no such task."""
    task = await Task.get_or_none(id=task_id, status__in=[TaskStatus.PENDING, TaskStatus.PROCESSING])
    return None if task is None else task.progress


async def ended(task_id: str) -> Ended | None:
    """How a task ended; None while it has not. One that is not there any more counts as cancelled.

    So it is with the tasks of a member who was forgotten, and of whom messages may still be told.
    """
    task = await Task.get_or_none(id=task_id)
    if task is None:
        return Ended(task_id=task_id, user_id="", result=None, error_key=Cancelled.key, error_values={})
    if task.status not in (TaskStatus.COMPLETED, TaskStatus.FAILED):
        return None
    key, values = read_note(task.error)
    result = task.result if task.status == TaskStatus.COMPLETED else None
    return Ended(task_id=task.id, user_id=task.user_id, result=result, error_key=key, error_values=values)


def error_note(error: KirasealError) -> str:
    """An error as Task.error keeps it: `cancelled`, or the key, and the values as JSON when there are any."""
    if isinstance(error, Cancelled):
        return CANCELLED
    return f"{error.key} {json.dumps(error.values, ensure_ascii=False)}" if error.values else error.key


def read_note(note: str | None) -> tuple[str | None, dict[str, str | int]]:
    """Key and values of what `error_note` wrote. A foreign text reads as the key of an unknown error."""
    if note is None:
        return None, {}
    if note == CANCELLED:
        return Cancelled.key, {}
    key, _, values = note.partition(" ")
    try:
        read = json.loads(values or "{}")
    except (ValueError, RecursionError):
        read = None
    if not key.startswith("error-") or not isinstance(read, dict):
        return KirasealError.key, {}
    return key, {name: value for name, value in read.items() if isinstance(value, str | int)}
