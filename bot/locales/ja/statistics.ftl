# 数：/stats とそのグラフ、ボタン。鍵は ../en/statistics.ftl と同じ。

stats-mine = あなたのシール
stats-stickers = { $count }枚
stats-success = 成功率 { $percent } %
stats-tokens = { $count } トークン
stats-cost = 約{ $dollars }米ドル
stats-budget = 今月のAI（全員の合計）：約{ $spent } / { $limit }米ドル。この行はホストのあなただけに見えます。
stats-streak = 🔥 { $days }日つづけて制作中
stats-always = これまでに{ $count }枚
stats-members = { $count ->
    [0] この期間には、まだだれもシールを作っていません。**/sticker** で最初の1枚をどうぞ。
   *[other] { $count }人が作りました。
}
stats-empty = まだ数えるものがありません。**/sticker** で最初のシールを作りましょう。

## ランキング

board-heading = シール作りランキング
board-empty = まだだれもいません。**/sticker** で一番乗りしませんか。
board-mine = あなたは{ $rank }位、{ $count }枚です。
board-hidden = あなたの名前は、ここにも、ほかのサーバーのランキングにも出ません。
button-hide-me = 名前を出さない
button-list-me = 名前を出す

## グラフ

chart-by-day = 1日ごとのシール
chart-by-week = 1週間ごとのシール
chart-ranking = シール作りランキング（{ $span }）
chart-made = 完成
chart-failed = 失敗
chart-day = { $month }/{ $day }
alt-timeline = 棒グラフ「{ $title }」：全部で{ $total }枚、いちばん多いのは{ $day }の{ $most }枚
alt-ranking = 棒グラフ「{ $title }」：{ $places }

## ボタンとオプション

span-week = 7日間
span-month = 30日間
span-year = 365日間
look-mine = 自分
look-server = サーバー
look-board = ランキング
command-stats = あなたとこのサーバーが作ったシールの数
option-span = 期間
about-span = 何日間か（なしなら30日間）
about-whose-counted = 自分の、このサーバーの、ここでいちばん作った人
