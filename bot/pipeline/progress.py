"""What is known of the tasks under way in this process, for whoever watches them. No tables, no Discord."""

import asyncio
from dataclasses import replace

from bot.pipeline.seam import Snapshot, Stage


class Watch:
    """One watcher's view of a task: the latest snapshot, and whether the task has ended."""

    def __init__(self) -> None:
        self.snapshot = Snapshot()
        self.ended = False
        self._news = asyncio.Event()

    async def news(self) -> None:
        """Wait until the snapshot changed or the task ended since the last call."""
        await self._news.wait()
        self._news.clear()

    async def end(self) -> None:
        """Wait until the task has ended."""
        while not self.ended:
            await self.news()

    def _tell(self, snapshot: Snapshot, *, ended: bool) -> None:
        if snapshot != self.snapshot or ended:
            self.snapshot, self.ended = snapshot, self.ended or ended
            self._news.set()


class ProgressBoard:
    """Snapshots by task id, kept only while somebody watches."""

    def __init__(self) -> None:
        self._watches: dict[str, list[Watch]] = {}
        self.queue_moved = asyncio.Event()
        """Set whenever a place in the queue may have changed."""

    def watch(self, task_id: str) -> Watch:
        """Begin to watch a task. End it with `unwatch`."""
        watch = Watch()
        self._watches.setdefault(task_id, []).append(watch)
        self.queue_moved.set()
        return watch

    def unwatch(self, task_id: str, watch: Watch) -> None:
        """Stop watching."""
        watches = self._watches.get(task_id, [])
        if watch in watches:
            watches.remove(watch)
        if not watches:
            self._watches.pop(task_id, None)

    def show(self, task_id: str, stage: Stage, percent: int, draft: bytes | None = None) -> None:
        """Tell the watchers where a task stands. Percent never falls, and the last draft stays."""
        for watch in self._watches.get(task_id, []):
            before = watch.snapshot
            now = Snapshot(stage=stage, percent=max(percent, before.percent), draft=draft or before.draft)
            watch._tell(now, ended=False)  # noqa: SLF001 - the board is the one who tells

    def end(self, task_id: str) -> None:
        """Tell the watchers that a task has ended."""
        for watch in self._watches.get(task_id, []):
            watch._tell(watch.snapshot, ended=True)  # noqa: SLF001 - as above
        self.queue_moved.set()

    def line_up(self, waiting: list[str]) -> None:
        """Tell every watcher of a waiting task its place; `waiting` holds the ids, next first."""
        for place, task_id in enumerate(waiting, start=1):
            for watch in self._watches.get(task_id, []):
                if watch.snapshot.stage is Stage.WAITING:
                    watch._tell(replace(watch.snapshot, place=place), ended=False)  # noqa: SLF001 - as above
