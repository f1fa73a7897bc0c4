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
error-gone = もうここにはありません。あなたのシールは /history にあります。
error-nothing-to-cancel = このシールはもうできあがっているので、キャンセルできません。/history で見られます。

## うまくいかないとき：あとでうまくいくかもしれない

error-too-many-waiting = いま{ $limit }枚のシールを作っています。ひとつできあがるまで待つか、どれかをキャンセルしてください。
error-worker-lost = 制作の途中で印刷機が止まってしまいました。もう一度お願いします。
error-discord-unreachable = Discord から返事がありません。このマシンのネットワークと、Discord の障害情報を確かめてください。
error-picture-unreachable = Discord から画像を受け取れませんでした。もう一度アップロードしてください。
error-storage-failed = シールの保管場所につながりませんでした。数分たってから、もう一度お試しください。
error-cancelled = キャンセルしました。また作りたくなったら /sticker をどうぞ。

## うまくいかないとき：ホストの対応が必要

error-unfinished-task = { $attempts }回試しましたが、このシールを仕上げられませんでした。ことばか画像を変えてお試しください。原因はホストのログに残っています。
error-token-missing = DISCORD_TOKEN が設定されていません。.env にボットのトークンを書くか、「kiraseal playground」で遊び場を開いてください。
error-token-refused = この DISCORD_TOKEN は Discord に通りませんでした。アプリケーションの Bot ページでコピーし直すか、リセットしてください。
error-setting-invalid = { $variable } の値が使えません。{ $expected }にしてください。.env か環境変数を直してください。
error-unknown-database = DATABASE_URL の「{ $url_scheme }:」は開けません。file:、sqlite://、postgresql:// のどれかにしてください。
error-database-unreachable = DATABASE_URL のデータベースを開けません（{ $reason }）。サーバーが動いているか、フォルダーに書き込めるか、アドレスと名前とパスワードが正しいかを確かめてください。
error-database-too-new = このデータベースは新しい Kiraseal（{ $version }）で使われています。Kiraseal を更新するか、以前のバックアップに戻してください。

## 設定：書ける値。「…にしてください」に続く

setting-discord-token = Discord アプリケーションの Bot ページにあるトークン
setting-database-url = file:./dev.db や postgresql://name:password@host/database のようなアドレス
setting-data = Kiraseal が書き込めるフォルダー
setting-workers = 1 から 64 までの整数
setting-timezone = Asia/Tokyo や Europe/Berlin のようなタイムゾーン名
setting-port = 1 から 65535 までのポート番号（0 なら空いているポート）
setting-log-level = DEBUG、INFO、WARNING、ERROR、CRITICAL のどれか
setting-timestamps = iso8601 か unixepoch-ms
setting-waiting-limit = 1 から 100 までの整数
setting-fonts = 表示用フォントのフォルダー
setting-cache-mb = 16 以上の整数（メガバイト）
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
doctor-database = データベース { $url } は最新です。
doctor-database-old = データベース { $url } は次に起動したときに用意されます（今すぐなら「kiraseal db upgrade」）。
doctor-database-new = データベース { $url } は新しい Kiraseal で使われています。Kiraseal を更新してください。
doctor-database-unknown = DATABASE_URL { $url } は開けません。file:、sqlite://、postgresql:// のどれかにしてください。
doctor-database-away = データベース { $url } から返事がありません。サーバーの起動と、名前とパスワードを確かめてください。
doctor-folder = 画像は { $folder } に保存します（空き { $free } MB）。
doctor-folder-closed = { $folder } に画像を保存できません。書き込めるようにするか、KIRASEAL_DATA を別のフォルダーにしてください。
doctor-folder-full = ディスクの空きが { $free } MB しかありません。シール1枚に約 1 MB 使います。
doctor-fonts = 表示用フォントはすべて入っています。
doctor-fonts-missing = 表示用フォントが{ $count }個ないので、文字は Noto になります。ネットワークのある所で「make install」をもう一度どうぞ。
doctor-workers = { $count }個のプロセスが描きます。
