"""What a server was asked, and what it charged."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file of a multipart request."""

    name: str | None
    kind: str | None
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request, whatever became of it. Values of a multipart request are text."""

    path: str
    parameters: dict[str, object]
    files: dict[str, File] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Ledger:
    """Everything, in the order in which it came."""

    asked: list[Asked] = field(default_factory=list)
    charges: list[int] = field(default_factory=list)
    """Tokens of each drawing that was made."""

    def paths(self) -> list[str]:
        return [request.path.removeprefix("/v1") for request in self.asked]

    def drawings(self) -> list[Asked]:
        return [request for request in self.asked if request.path.startswith("/v1/images/")]

    @property
    def tokens(self) -> int:
        return sum(self.charges)
