# 手入れと doctor の日本語。ホストがターミナルで読むもの。

## うまくいかないとき

error-database-busy = データベースがいま混み合っています。1分ほど待つか、ボットを止めてから、もう一度お試しください。
error-database-damaged = データベースが壊れています。ボットを止めて「kiraseal db restore latest」を実行してください。壊れたものは別名で残します。
error-database-in-use = このデータベースはまだ使われています。ボットと、これを使うほかのプログラムを止めてから、もう一度どうぞ。
error-database-behind = データベースが最新ではありません。先に「kiraseal db upgrade」を実行してください。
error-backup-folder-closed = { $folder } に書き込めません。書き込めるようにするか空きを作るか、KIRASEAL_BACKUPS を別のフォルダーにしてください。
error-backup-missing = { $folder } にバックアップがありません。「kiraseal db backup」で作れます。場所は KIRASEAL_BACKUPS で決まります。
error-backup-unreadable = { $file } は完全な Kiraseal のバックアップではありません。ほかのものを選んでください。「kiraseal db restore latest」なら最新のものを使います。
error-backup-of-another-kind = { $file } は DATABASE_URL とは別の種類のデータベースのバックアップです。DATABASE_URL を同じ種類にしてください。
error-no-room = { $folder } に { $need_mb } MB 必要ですが、空きは { $free_mb } MB です。空きを作ってから、もう一度どうぞ。
error-tool-missing = { $tool } が入っていません。PostgreSQL のクライアントをインストールしてください（Debian なら apt install postgresql-client）。
error-tool-failed = { $tool } が途中で止まりました（{ $status }）。理由はログにあります。PostgreSQL サーバーと同じか、より新しいものかを確かめてください。

## 設定の値。「～にしてください」に続く

setting-backups = Kiraseal が書き込めるフォルダー
setting-backup-hours = 0（自動では取らない）から 8760 までの時間数
setting-backup-keep = 1 から 1000 までの整数
setting-backup-pictures = on か off

## いましていること

upkeep-copying = コピー中
upkeep-tidying = 秘密の情報を取り除き中
upkeep-checking = 確認中
upkeep-pictures = 画像
upkeep-restoring = 復元中
upkeep-vacuuming = 整理中
upkeep-rows = 行
upkeep-files = ファイル

## 結果

db-backed-up = バックアップを作り、確かめました：{ $file }（{ $mb } MB）
db-backup-pictures = { $count ->
    [0] 新しく控える画像はありませんでした。
   *[other] 新しい画像{ $count }枚も控えました。
}
db-backup-astray = データベースに行き先のない参照が{ $count }件ありますが、バックアップは完全です。
db-backup-dropped = 古いので消しました：{ $file }
db-backup-foreseen = { $mb } MB を { $file } にバックアップします。
db-backup-drop-foreseen = 古いので消すことになります：{ $file }
db-restored = { $file } から復元しました。
db-restore-foreseen = { $file } は完全です。これから復元することになります。
db-restore-aside = 置きかえたデータベースは { $file } に残してあります。
db-restore-aside-foreseen = 置きかえるデータベースは { $file } に残します。
db-restore-upgrades = そのあと最新の形に更新します（マイグレーション{ $count }件）。
db-restore-pictures = { $count ->
    [0] 足りない画像はありませんでした。
   *[other] 足りない画像{ $count }枚を元に戻します。
}
db-vacuumed = データベースを整理しました：{ $before } MB → { $after } MB
db-vacuum-foreseen = データベースは { $before } MB です。整理すると約 { $after } MB になります。
db-cleaned = 片づけたもの：
db-clean-foreseen = 片づけることになるもの：
db-clean-tasks = 古いタスク{ $count }件
db-clean-caches = 期限の切れた AIの絵{ $count }枚
db-clean-sessions = 期限の切れたセッション{ $count }件
db-clean-tokens = 期限の切れたトークン{ $count }件
db-clean-quotas = 過ぎた日の集計{ $count }件
db-clean-runs = 手入れの古い記録{ $count }件
db-clean-files = どこからも使われていないファイル{ $count }個（{ $mb } MB）
db-clean-scratch = 書きかけのファイル{ $count }個
db-clean-cached = 描き直せる画像{ $count }枚（場所が足りないため）
db-clean-nothing = きれいに片づいています。することはありません。

## doctor

doctor-discord = DISCORD_TOKEN は Discord に通りました。ボットは { $name } です。
doctor-discord-away = Discord から返事がありません。このマシンのネットワークと、Discord の障害情報を確かめてください。
doctor-token-refused = DISCORD_TOKEN が Discord に通りません。アプリケーションの Bot ページでコピーし直すか、リセットしてください。
doctor-intents = インテント：Kiraseal に特権インテントは不要です。
doctor-intents-needless = インテント：特権インテントがオンですが、Kiraseal には不要です。Bot ページでオフにできます。
doctor-endpoint = 「Interactions Endpoint URL」が設定されているため、コマンドがボットに届きません。General Information ページで空にしてください。
doctor-code-grant = 「Requires OAuth2 Code Grant」がオンのため、だれもボットを追加できません。Bot ページでオフにしてください。
doctor-install = インストール用リンクでは、必要なものがそろいません。README のスコープと権限を Installation ページで付けてください。
doctor-servers = ボットは{ $count }個のサーバーにいます。
doctor-servers-none = ボットはまだどのサーバーにもいません。Installation ページの Discord Provided Link を開き、サーバーに追加してください。
doctor-permissions = 「{ $server }」でボットの権限が足りません。ロールに「チャンネルを見る」「メッセージを送信」「スレッドでメッセージを送信」「埋め込みリンク」「ファイルを添付」「メッセージ履歴を読む」を付けてください。
doctor-clock = 時計は合っています。
doctor-clock-alone = 時計は比べられませんでした（Discord にもデータベースサーバーにも聞けないため）。
doctor-clock-fast = 時計が{ $seconds }秒進んでいます。このマシンの時刻同期をオンにしてください。
doctor-clock-slow = 時計が{ $seconds }秒遅れています。このマシンの時刻同期をオンにしてください。
doctor-database-damaged = データベース { $url } が壊れています。ボットを止めて「kiraseal db restore latest」を実行してください。
doctor-database-closed = データベース { $url } に書き込めません。ファイルとそのフォルダーを、ボットのユーザーが書けるようにしてください。
doctor-backup = 最後のバックアップ：{ $file }（{ $hours ->
        [0] 1時間以内
       *[other] { $hours }時間前
    }）
doctor-backup-by-hand = 最後のバックアップ：{ $file }（{ $hours ->
        [0] 1時間以内
       *[other] { $hours }時間前
    }）。KIRASEAL_BACKUP_HOURS が 0 なので、自動では作りません。
doctor-backup-old = 最後のバックアップ { $file } は{ $hours ->
        [0] 1時間以内
       *[other] { $hours }時間前
    }のものです。「kiraseal db backup」を実行し、ボットを動かしたままにしてください。
doctor-backup-none = バックアップがまだありません。「kiraseal db backup」を実行するか、ボットに任せてください。
doctor-backup-failed = 前回のバックアップに失敗しました。「kiraseal db backup」を実行すると理由がわかります。
doctor-backup-closed = { $folder } にバックアップを置けません。読み書きできるようにするか、KIRASEAL_BACKUPS を別のフォルダーにしてください。
doctor-cleanup = 最後の片づけ：{ $hours ->
        [0] 1時間以内
       *[other] { $hours }時間前
    }
doctor-cleanup-late = 最後の片づけは{ $hours ->
        [0] 1時間以内
       *[other] { $hours }時間前
    }です。ボットが動いていれば毎時行います。起動するか、「kiraseal db cleanup」を実行してください。
doctor-cleanup-none = 片づけはまだしていません。ボットが動いていれば毎時行います。
doctor-cleanup-failed = 片づけに失敗しました。「kiraseal db cleanup」を実行すると理由がわかります。
doctor-vacuum = 最後の整理：{ $hours ->
        [0] 1時間以内
       *[other] { $hours }時間前
    }
doctor-vacuum-late = 最後の整理は{ $hours ->
        [0] 1時間以内
       *[other] { $hours }時間前
    }です。ボットが動いていれば毎週行います。起動するか、「kiraseal db vacuum」を実行してください。
doctor-vacuum-none = データベースの整理はまだしていません。ボットが動いていれば毎週行います。
doctor-vacuum-failed = データベースの整理に失敗しました。「kiraseal db vacuum」を実行すると理由がわかります。
