# Kiraseal の日本語。鍵ひとつに文ひとつ。../en/kiraseal.ftl と同じ鍵と値がそろっていること。
# うまくいかないときの文は「何が起きたか」と「どうすればよいか」を伝える。

## うまくいかないとき：頼んだ人が直せる

error-unknown = こちらで問題が起きました。少し待ってから、もう一度お試しください。
error-nothing-asked = シールのもとになるものがひとつ必要です。名前、ことば、画像のどれかを入れてください。
error-text-too-long = { $field }が{ $length }文字あります。{ $limit }文字までに短くしてください。
error-unknown-colour = 「{ $colour }」という色がわかりません。一覧から選ぶか、#ff8800 のように書いてください。
error-picture-too-heavy = 画像のサイズが大きすぎます。{ $limit_mb } MB までの画像を送ってください。
error-picture-too-large = この画像は { $width } × { $height } ピクセルあり、大きすぎて開けません。縦横それぞれ { $limit } ピクセルまでにしてください。
error-picture-unreadable = このファイルは画像として開けませんでした。手元で表示できる JPEG、PNG、WebP を送ってください。
error-picture-kind = { $kind } の画像にはまだ対応していません。JPEG、PNG、WebP を送ってください。
error-not-yours = これはほかの人のものです。/sticker で自分のシールを作れます。
error-gone = それはもうここにはありません。あなたのシールは /history にあります。
error-nothing-to-cancel = このシールはもうできあがっているので、取り消せません。/history で見られます。
error-roles-only = このサーバーでは、決められたロールの人だけがシールを作れます。サーバーの管理者に聞くか、このボットとのダイレクトメッセージで作ってください。
error-managers-only = これを変えられるのは、サーバーを管理できる人だけです。その人にお願いしてください。
error-order-unreadable = この注文を読みとれなくなりました。もう一度 /sticker で注文してください。
error-idea-unsafe = この内容は、AIの絵師の安全ルールで描けないことになっています。ことばか画像を変えるか、AIなしで描いてみてください。
error-drawing-unsafe = AIの絵師が筆を置きました。描きかけの絵が安全ルールに合わなかったようです。ことばを変えるか、AIなしで描いてみてください。
error-word-blocked = ここではシールに使えないことばが入っています。別の言い方にしてみてください。
error-no-ai-painter = このボットにはAIの絵師がいません。「AIなし」を選ぶか、絵師はおまかせにしてください。
error-painter-blind = ここのAIの絵師は、ことばからしか描けません。画像なしでお願いするか、AIなしで描いてみてください。

## うまくいかないとき：あとでうまくいくかもしれない

error-too-many-waiting = いま{ $limit }枚のシールを作っています。ひとつできあがるまで待つか、どれかの「やめる」を押してください。
error-too-soon = シール作りはひと休みです。次は <t:{ $at }:R> に作れます。
error-member-day-full = きょうの注文は{ $limit }枚でいっぱいになりました。<t:{ $at }:R> にまた作れます。
error-server-day-full = このサーバーのきょうの注文は{ $limit }枚でいっぱいになりました。<t:{ $at }:R> にまた作れます。このボットとのダイレクトメッセージなら、いまも作れます。
error-still-packing = 前のファイルをまだまとめています。届いてから、もう一度押してください。
error-worker-lost = 制作の途中で印刷機が止まってしまいました。もう一度注文してください。
error-discord-unreachable = Discord から返事がありません。このマシンのネットワークと、Discord の障害情報を確かめてください。
error-picture-unreachable = Discord から画像を受け取れませんでした。もう一度アップロードしてください。
error-database-failed = いま注文帳をひらけませんでした。数分たってから、もう一度お試しください。
error-leaving = ちょうど再起動するところで、終わらせられませんでした。1分ほどしてから、もう一度お願いします。
error-storage-failed = シールの保管場所につながりませんでした。数分たってから、もう一度お試しください。
error-painter-busy = AIの絵師はいま手いっぱいです。{ $retry_after ->
        [0] 1分
       *[other] { $retry_after }秒
    }ほど待ってからもう一度試すか、AIなしで描いてみてください。
error-painter-unreachable = いまAIの絵師につながりません。数分たってからもう一度試すか、AIなしで描いてみてください。
error-painter-unfound = いまAIの絵師の居場所がわかりません。数分たってからもう一度試すか、AIなしで描いてみてください。
error-painter-silent = { $seconds }秒待ちましたが、AIの絵師から返事がありません。数分たってからもう一度試すか、AIなしで描いてみてください。
error-painter-stalled = AIの絵師は描きはじめましたが、{ $seconds }秒待っても先へ進みませんでした。もう一度試すか、AIなしで描いてみてください。
error-painter-broken = AIの絵師の工房で問題が起きています（{ $status }）。{ $retry_after ->
        [0] 数分
       *[other] { $retry_after }秒
    }ほど待ってからもう一度試すか、AIなしで描いてみてください。
error-painter-stumbled = 描いている途中で、AIの絵師に問題が起きました。もう一度試すか、AIなしで描いてみてください。
error-answer-garbled = AIの絵師の返事が読み取れませんでした。もう一度試すか、AIなしで描いてみてください。
error-drawing-missing = AIの絵師の絵が、描きあがる前に途切れてしまいました。もう一度試すか、AIなしで描いてみてください。
error-drawing-broken = AIの絵師から届いた絵が壊れていました。もう一度試すか、AIなしで描いてみてください。
error-drawing-too-large = AIの絵師から届いた絵が大きすぎて開けませんでした。もう一度試すか、AIなしで描いてみてください。
error-member-limit = きょうのAIの絵（{ $limit }枚）は使いきりました。あしたまた描けます。AIなしなら、いくらでもどうぞ。
error-server-limit = このサーバーのきょうのAIの絵（{ $limit }枚）は使いきりました。あしたまた描けます。AIなしなら、いくらでもどうぞ。
error-budget-spent = 今月のAIの予算は使いきりました。「AIなし」を選べば、いつもどおり描けます。
error-cancelled = キャンセルしました。また作りたくなったら /sticker をどうぞ。

## うまくいかないとき：ホストの対応が必要

error-unfinished-task = { $attempts }回試しましたが、このシールを仕上げられませんでした。ことばか画像を変えてお試しください。原因はホストのログに残っています。
error-token-missing = DISCORD_TOKEN が設定されていません。.env にボットのトークンを書くか、「kiraseal playground」で遊び場を開いてください。
error-token-refused = この DISCORD_TOKEN は Discord に通りませんでした。アプリケーションの Bot ページでコピーし直すか、リセットしてください。
error-setting-invalid = { $variable } の値が使えません。{ $expected }にしてください。.env か環境変数を直してください。
error-unknown-database = DATABASE_URL の「{ $url_scheme }:」は開けません。file:、sqlite://、postgresql:// のどれかにしてください。
error-database-unreachable = DATABASE_URL のデータベースを開けません（{ $reason }）。サーバーが動いているか、フォルダーに書き込めるか、アドレスと名前とパスワードが正しいかを確かめてください。
error-database-too-new = このデータベースは新しい Kiraseal（{ $version }）で使われています。Kiraseal を更新するか、以前のバックアップに戻してください。
error-painter-key-refused = このボットの鍵がAIの絵師に通りませんでした。いまはAIなしで描いてみてください。ホストの方へ：OPENAI_API_KEY と、その鍵に許されていることを確かめてください。
error-painter-quota-spent = AIの絵師の利用枠を使いきりました。いまはAIなしで描いてみてください。ホストの方へ：鍵の持ち主の請求ページで、残高を足すか上限を上げてください。
error-painter-model-unknown = AIの絵師に「{ $model }」というモデルがありません。いまはAIなしで描いてみてください。ホストの方へ：KIRASEAL_OPENAI_MODEL をサーバーにあるモデルにしてください（「kiraseal doctor」で調べられます）。
error-painter-unable = お願いの内容がAIの絵師に伝わりませんでした（{ $status }）。いまはAIなしで描いてみてください。ホストの方へ：OPENAI_BASE_URL を確かめてください。サーバーの返事はログにあります。

## 設定：書ける値。「…にしてください」に続く

setting-discord-token = Discord アプリケーションの Bot ページにあるトークン
setting-database-url = file:./dev.db や postgresql://name:password@host/database のようなアドレス
setting-data = Kiraseal が書き込めるフォルダー
setting-workers = 1 から 64 までの整数
setting-timezone = Asia/Tokyo や Europe/Berlin のようなタイムゾーン名
setting-port = 1 から 65535 までのポート番号（0 なら空いているポート）
setting-log-level = DEBUG、INFO、WARNING、ERROR、CRITICAL のどれか
setting-log-format = auto、human、json のどれか
setting-timestamps = iso8601 か unixepoch-ms
setting-waiting-limit = 1 から 100 までの整数
setting-daily = 一日の枚数（0 なら制限なし）
setting-cooldown = 0 から 86400 までの秒数
setting-fonts = 表示用フォントのフォルダー
setting-cache-mb = 16 以上の整数（メガバイト）
setting-painter = auto（鍵かサーバーが設定されていれば AI）、openai、local のどれか
setting-openai-api-key = OpenAI のアカウントの鍵か、自前の画像サーバーの鍵
setting-openai-base-url = https://api.openai.com/v1 や http://localhost:8080/v1 のような画像サーバーのアドレス
setting-openai-model = そのサーバーにある画像モデルの名前
setting-openai-quality = low、medium、high、auto のどれか
setting-openai-partials = 0 から 3 までの整数
setting-openai-timeout = 5 から 1800 までの秒数
setting-openai-prices = gpt-image-2.6-flare=5/8/30 のような一覧（モデル=入力文/入力画像/出力画像、100万トークンあたりのドル）
setting-openai-moderation = on か off
setting-ai-daily = 一日のAIの絵の枚数
setting-ai-monthly-budget = 20 のような、ひと月の米ドル
setting-ai-cache-days = 日数
setting-blocked-words = コンマで区切ったことば
setting-file = UTF-8 のテキストファイル（1行に NAME=value ひとつ）

## コマンドライン

db-upgraded = データベースを更新しました（マイグレーション{ $count }件）。
db-current = データベースは最新です。
db-dialect = データベース：{ $dialect }
db-applied = 適用済み  { $version }
db-pending = 未適用　  { $version }
doctor-python = Python { $version }
doctor-token = DISCORD_TOKEN が設定されています。「kiraseal start」で Discord につながります。
doctor-token-missing = DISCORD_TOKEN がないので、「kiraseal start」は遊び場を開きます。Discord につなぐには .env にトークンを書いてください。
doctor-database = データベース { $url } は無事で、最新です（{ $mb } MB）。
doctor-database-old = データベース { $url } は次に起動したときに用意されます（今すぐなら「kiraseal db upgrade」）。
doctor-database-new = データベース { $url } は新しい Kiraseal で使われています。Kiraseal を更新してください。
doctor-database-unknown = DATABASE_URL { $url } は開けません。file:、sqlite://、postgresql:// のどれかにしてください。
doctor-database-away = データベース { $url } から返事がありません。サーバーの起動と、名前とパスワードを確かめてください。
doctor-folder = 画像は { $folder } に保存します（空き { $free } MB）。
doctor-folder-closed = { $folder } に画像を保存できません。書き込めるようにするか、KIRASEAL_DATA を別のフォルダーにしてください。
doctor-folder-full = { $folder } のあるディスクの空きが { $free } MB しかありません。シール1枚に約 1 MB 使うので、空きを作ってください。
doctor-fonts = 表示用フォントはすべて入っています。
doctor-fonts-missing = 表示用フォントが{ $count }個ないので、文字は Noto になります。ネットワークのある所で「make install」をもう一度どうぞ。
doctor-workers = { $count }個のプロセスが描きます。
doctor-ai-off = KIRASEAL_PAINTER が local なので、シールはAIなしで描きます。
doctor-ai-none = OPENAI_API_KEY も OPENAI_BASE_URL のサーバーもないので、シールはAIなしで描きます。
doctor-ai = AIの絵師 { $url } につながり、利用できます。
doctor-ai-away = AIの絵師 { $url } からまともな返事がありません。起動しているか、アドレスの終わり（多くは /v1）が正しいかを確かめてください。
doctor-ai-key-refused = AIの絵師 { $url } に鍵が通りません。OPENAI_API_KEY をコピーし直してください。
doctor-ai-model = モデル { $model } があります。
doctor-ai-model-unknown = モデル { $model } がないか、この鍵では使えません。KIRASEAL_OPENAI_MODEL を変えてください。
doctor-ai-model-unlisted = モデルの一覧がないサーバーなので、{ $model } は調べていません。
doctor-ai-unpriced = KIRASEAL_OPENAI_PRICES に { $model } の値段がないので、費用は0として数えます。
doctor-ai-checking = 費用がかかる前に、ことばと画像を確かめます。
doctor-ai-unchecked = モデレーションのないサーバーなので、描く前の確認はありません。
doctor-ai-checking-untried = モデレーション：調べていません。
doctor-ai-untried = 途中の絵、透明な背景、画像からの作画：費用がかかるので調べていません。ない機能は最初のシールでわかり、なしで進めます。

## /settings

command-settings = このサーバーのシール作りのルールを見る・変える
option-per-member = ひとりあたり
about-per-member = ひとりが一日に作れる枚数（0 でホストの設定どおり）
option-per-server = サーバー全体
about-per-server = サーバー全体で一日に作れる枚数（0 でホストの設定どおり）
option-pause = 間隔
about-pause = 次の注文までの秒数（0 でホストの設定どおり）
settings-heading = このサーバーのルール
settings-per-member = ひとりあたり：{ $limit ->
        [0] 制限なし
       *[other] 一日 { $limit }枚
    }
settings-per-server = サーバー全体：{ $limit ->
        [0] 制限なし
       *[other] 一日 { $limit }枚
    }
settings-pause = 注文の間隔：{ $seconds ->
        [0] なし
       *[other] { $seconds }秒
    }
settings-everyone = 作れる人：全員
settings-roles = 作れる人：{ $roles }
settings-pick-roles = 作れるロール（なし＝全員）
settings-hint = 数字は /settings のオプションで変えられます。ホストの上限より厳しくすることだけができます。
