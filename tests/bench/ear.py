"""Listens to what the simulated Discord is told, and when: first answers, what they say, and first pictures."""

import json
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.discord.harness import Stage

CALLBACK = re.compile(r"/interactions/(\d+)/[^/]+/callback")
WEBHOOK = re.compile(r"/webhooks/\d+/([^/?]+)")
VISIBLE = {4, 5, 7, 8, 9}
"""Discord's callback types that a member sees at once: a message, "is thinking", a changed one, choices, a form."""
SAYS = {4, 7, 8, 9}
"""Those of them that are the answer already."""


@dataclass(slots=True)
class Heard:
    """One interaction: seconds by perf_counter. `picture` is the name of the first picture's file."""

    sent: float
    responded: float | None = None
    answered: float | None = None
    pictured: float | None = None
    picture: str | None = None


@dataclass(slots=True)
class Ear:
    """What was heard under each label."""

    stage: Stage
    heard: dict[str, list[Heard]] = field(default_factory=dict)
    _label: str | None = None
    _by_id: dict[str, Heard] = field(default_factory=dict)
    _by_token: dict[str, Heard] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.stage.env.backend.subscribers.insert(0, self._note)
        line = self.stage.env._webhook_adapter
        request = line.request

        async def listened(route: Any, *args: Any, **kwargs: Any) -> Any:
            result = await request(route, *args, **kwargs)
            self._hear(str(route.url), kwargs)
            return result

        line.request = listened

    @contextmanager
    def listening(self, label: str) -> Iterator[None]:
        """Whatever a member does meanwhile is heard under `label`."""
        self._label = label
        try:
            yield
        finally:
            self._label = None

    def waits(self, label: str, until: str = "responded") -> list[float]:
        """Seconds from each interaction to its first response, or until it was `answered` or `pictured`."""
        moments = [(each.sent, getattr(each, until)) for each in self.heard.get(label, ())]
        return [moment - sent for sent, moment in moments if moment is not None]

    def _note(self, event: str, payload: Mapping[str, Any]) -> None:
        if event != "INTERACTION_CREATE" or self._label is None:
            return
        heard = Heard(time.perf_counter())
        self.heard.setdefault(self._label, []).append(heard)
        self._by_id[str(payload["id"])] = self._by_token[payload["token"]] = heard

    def _hear(self, url: str, told: Mapping[str, Any]) -> None:
        now = time.perf_counter()
        if match := CALLBACK.search(url):
            kind = _body(told).get("type")
            heard = self._by_id.get(match[1])
            responded, answered = kind in VISIBLE, kind in SAYS
        elif match := WEBHOOK.search(url):
            heard, responded, answered = self._by_token.get(match[1]), True, True
        else:
            return
        if heard is None:
            return
        if responded and heard.responded is None:
            heard.responded = now
        if answered and heard.answered is None:
            heard.answered = now
        if heard.pictured is None and (name := _picture(told)):
            heard.pictured, heard.picture = now, name


def _parts(told: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return told.get("multipart") or ()


def _body(told: Mapping[str, Any]) -> Mapping[str, Any]:
    if told.get("payload"):
        return dict(told["payload"])
    texts = [part["value"] for part in _parts(told) if part["name"] == "payload_json"]
    return dict(json.loads(texts[0])) if texts else {}


def _picture(told: Mapping[str, Any]) -> str | None:
    """The name of the first file that was sent along."""
    return next((str(part.get("filename")) for part in _parts(told) if part["name"] != "payload_json"), None)
