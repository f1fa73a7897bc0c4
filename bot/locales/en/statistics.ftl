# Numbers: /stats, its charts, its buttons. The same keys stand in ../ja/statistics.ftl.

stats-mine = Your seals
stats-stickers = { $count ->
    [0] no seals
    [one] 1 seal
   *[other] { $count } seals
}
stats-success = { $percent } % succeeded
stats-tokens = { $count } tokens
stats-cost = about US$ { $dollars }
stats-budget = AI this month, everybody together: about US$ { $spent } of { $limit }. Only you, the host, see this line.
stats-streak = 🔥 { $days ->
    [one] 1 day in a row
   *[other] { $days } days in a row
}
stats-always = { $count ->
    [one] 1 seal since you began
   *[other] { $count } seals since you began
}
stats-members = { $count ->
    [0] Nobody has made a seal here in this time. Type **/sticker** and be the first.
    [one] Made by 1 member.
   *[other] Made by { $count } members.
}
stats-empty = Nothing to count yet: type **/sticker** and make your first seal.

## The leaderboard

board-heading = Most seals
board-empty = Nobody to name yet: type **/sticker** and be the first.
board-mine = { $count ->
    [one] You are number { $rank }, with 1 seal.
   *[other] You are number { $rank }, with { $count } seals.
}
board-hidden = You are not named here, nor on the leaderboard of any other server.
button-hide-me = Don’t name me
button-list-me = Name me again

## Charts

chart-by-day = Seals a day
chart-by-week = Seals a week
chart-ranking = Most seals, { $span }
chart-made = Made
chart-failed = Failed
chart-day = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $day }
alt-timeline = Bar chart, { $title }: { $total ->
    [one] 1 seal in all
   *[other] { $total } seals in all
}, the most on { $day }: { $most }
alt-ranking = Bar chart, { $title }: { $places }

## Buttons and options

span-week = 7 days
span-month = 30 days
span-year = 365 days
look-mine = Mine
look-server = Server
look-board = Leaderboard
command-stats = How many seals you and this server have made
option-span = span
about-span = Over how many days (30 if you leave this out)
about-whose-counted = Yours, this server’s, or who made the most here
