"""The use cases of counting: what somebody or a server made, and who made the most. No Discord, no SQL, no pixels."""

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.errors import NotInServer
from bot.pipeline.pool import ProcessPool
from bot.pipeline.seam import Clock
from bot.rendering import jobs
from bot.rendering.typefaces import Typefaces
from bot.stickers import members, spending, standings, statistics
from bot.stickers.chart import Chart
from bot.stickers.members import Identity
from bot.stickers.preferences import prefer, preferences
from bot.stickers.spans import Span, slices
from bot.stickers.standings import Leaderboard, MemberTally, ServerTally


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What pictures of the AI painter have cost this month, and may; millionths of a US dollar."""

    spent_micros: int
    limit_micros: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A server's leaderboard, and which of its names is the reader's own."""

    leaderboard: Leaderboard
    reader_id: str


class Tally:
    """Counts. Every method that needs a server raises NotInServer where there is none."""

    def __init__(
        self,
        *,
        pool: ProcessPool,
        faces: Typefaces,
        clock: Clock,
        zone: ZoneInfo,
        monthly_micros: int | None,
    ) -> None:
        self._pool, self._faces, self._clock, self._zone = pool, faces, clock, zone
        self._monthly_micros = monthly_micros

    async def of_member(self, identity: Identity, span: Span) -> MemberTally:
        """What the member made, everywhere."""
        member = await members.meet(identity)
        return await standings.member_tally(member.id, self._clock(), span, self._zone)

    async def of_server(self, server_id: int | None, span: Span) -> ServerTally:
        """What was made in a server."""
        return await standings.server_tally(_there(server_id), self._clock(), span, self._zone)

    async def board(self, identity: Identity, server_id: int | None, span: Span) -> Board:
        """Who made the most in a server."""
        server_id = _there(server_id)
        member = await members.meet(identity)
        since = slices(self._clock(), span, self._zone)[0].since
        return Board(
            leaderboard=await standings.leaderboard(server_id, member.id, since), reader_id=member.id
        )

    async def list_on_boards(self, identity: Identity, *, listed: bool) -> None:
        """Whether the member is named on leaderboards, of every server."""
        member = await members.meet(identity)
        await prefer(member.id, replace(await preferences(member.id), listed=listed))

    async def budget(self) -> Budget | None:
        """The month's money, for the host's eyes alone; None where no AI painter can spend any."""
        if self._monthly_micros is None:
            return None
        month = statistics.month_of(self._clock(), self._zone)
        spent = await spending.spent_since(month)
        return Budget(spent_micros=spent.cost_micros, limit_micros=self._monthly_micros)

    async def picture(self, chart: Chart) -> bytes:
        """The chart, PNG. Raises WorkerLost."""
        return await self._pool(jobs.render_chart, chart, self._faces)


def _there(server_id: int | None) -> int:
    if server_id is None:
        raise NotInServer
    return server_id
