# バインダー：/history とそのメニュー、入力フォーム。鍵は ../en/binder.ftl と同じ。

history-mine = あなたのバインダー
history-theirs = { $name } さんのバインダー
history-server = { $name } のシール
history-favourites = あなたのお気に入り
history-count = 全{ $total }枚中 { $first }〜{ $last }枚目
history-filters = しぼりこみ：{ $filters }
history-searched = 「{ $text }」
history-pick = シールをひらく…
history-illegible = よみとれないシール
history-illegible-about = 番号はログに残っています。ボットの管理者に聞いてみてください。
history-sift = しぼりこむ…
alt-binder = シール{ $count }枚のバインダーページ

## 何もないとき

history-empty = バインダーはまだ空です。**/sticker** に名前かアイデアを入れると、数秒で最初のシールができます。
history-empty-other = ここで見られるシールはまだありません。**/sticker** で自分のシールを作ってみませんか。
history-empty-server = このサーバーには、みんなが見られるシールがまだありません。**/sticker** で最初の1枚をどうぞ。
history-empty-favourites = お気に入りはまだありません。気に入ったシールの下の ❤️ を押すと、ここに集まります。
history-empty-sifted = あてはまるシールがありません。メニューの「すべて」を選ぶと、ぜんぶ見られます。

## ボタンとメニュー

button-newer = ← 新しい
button-older = 古い →
button-page = { $page } / { $pages }
button-some-page = ページ…
button-search = さがす
button-print = 印刷
sift-all = すべて
sift-mine = 自分のバインダー
sift-favourites = お気に入り
sift-server = このサーバーのシール

## 入力フォーム

jump-title = ページをひらく
jump-label = ページ番号
jump-hint = 1〜{ $pages }
seek-title = バインダーの中をさがす
seek-label = 名前か称号
seek-hint = 空にすると、すべて表示します
error-not-a-number = ページは1〜{ $last }の数字で入れてください。ページのボタンをもう一度押すと、入れなおせます。
error-not-in-server = これはサーバーのシールを見るものです。サーバーの中でコマンドを使ってください。

## 印刷

history-printed = 倍率100 %で印刷して、しるしに沿って切ってください。裏面もほしいときは両面印刷で。
history-left-out = 印刷できないシールが{ $count }枚あったので、その分は入っていません。
alt-sheets = このページのシールの印刷用シート

## コマンド

command-history = あなたのシールを新しい順に見ます
option-member = メンバー
option-whose = だれの
option-search = 検索
option-page = ページ
about-member-seen = だれのバインダーか（なしなら自分）
about-whose-seen = 自分の、お気に入り、このサーバーのみんなの
about-search-seen = 名前や称号の一部
about-attribute-seen = この属性だけ
about-rarity-seen = このレア度だけ
about-page-seen = ひらくページ（なしならいちばん新しいページ）
