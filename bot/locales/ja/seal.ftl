# できあがったシールとそのボタン。鍵は ../en/seal.ftl と同じ。

## うまくいかないとき

error-under-way = それはもう作りはじめています。もうすぐここに届きます。
error-too-few-left = これは一度に{ $needed }枚作るものですが、きょうはあと{ $left }枚までです。<t:{ $at }:R> にまた作れます。
error-server-only = これは、このボットが参加しているサーバーで使えます。そこで押すか、ファイルで受け取ってください。
error-keepers-only = 追加できるのは、このサーバーの絵文字とスタンプを管理できる人だけです。その人に押してもらうか、ファイルで受け取ってください。
error-hands-tied = このボットにはまだ絵文字やスタンプを追加する権限がありません。サーバーの管理者に「絵文字・スタンプの作成」の権限をつけてもらってください。
error-stickers-full = このサーバーのスタンプはもういっぱいです。サーバー設定でひとつ消してから、もう一度押してください。
error-emoji-full = このサーバーのこの種類の絵文字はもういっぱいです。サーバー設定でひとつ消してから、もう一度押してください。
error-name-taken = このサーバーには「{ $name }」がもうあります。着せ替えで名前を変えてから、もう一度押してください。
error-file-too-heavy = ここでは { $limit_mb } MB より大きいファイルを送れず、これ以上小さくもできません。PNG など、ほかの形を選んでください。
error-not-taken = Discord に受け取ってもらえませんでした。少し待ってもう一度押すか、ファイルで受け取ってください。

## ボタン

button-tilt = 動かす
button-still = 大きく
button-back = うら
button-again = もう一枚
button-redress = 着せ替え
button-trio = トリオ
button-more = その他
button-unfavourite = お気に入りから外す
button-share = みんなに見せる
button-unshare = 自分だけで見る
button-delete = 削除
button-really-delete = 削除する
button-stay = やめておく

## お気に入り

favourite-added = ❤️ **{ $name }** をお気に入りに入れました。
favourite-removed = **{ $name }** をお気に入りから外しました。

## もらう

get-pick = 受け取る形を選ぶ…
get-png = 🖼️ 大きな画像（PNG）
get-gif = ✨ アニメーション（GIF）
get-pdf = 🖨️ 印刷して切りぬくシート（PDF）
get-sticker = 🏷️ このサーバーのスタンプにする
get-emoji = 🙂 このサーバーの絵文字にする
added-sticker = できました。このサーバーのスタンプに「{ $name }」が加わりました。
added-emoji = できました。このサーバーの絵文字に :{ $name }: が加わりました。

## その他：見せる・削除

more-public = **{ $name }** はみんなに見えます。
more-private = 🔒 **{ $name }** が見えるのは持ち主だけです。
told-shared = **{ $name }** をみんなが見られるようにしました。
told-unshared = **{ $name }** はあなただけに見えるようになりました（/history にあります）。このメッセージからは消しました。ほかの場所にもあれば、そちらは自分で消してください。
told-unshared-elsewhere = **{ $name }** はあなただけに見えるようになりました（/history にあります）。もう投稿されたメッセージは、自分で消してください。
told-deleted = **{ $name }** を削除しました。また作りたくなったら /sticker をどうぞ。
told-kept = **{ $name }** はそのまま残します。
delete-question = **{ $name }** を削除しますか？ 画像も原画も、みんなの❤️もなくなり、元には戻せません。
origin-put-away = 🔒 このシールは、持ち主が自分だけのものにしました。
origin-deleted = このシールは持ち主が削除しました。**/sticker** で新しいシールを作れます。
origin-deleted-by-moderator = このシールはモデレーターが削除しました。

## 着せ替え

redress-heading = 試着室
redress-hint = 選んで見てみましょう。着せるまでシールは変わりません。無料です。
redress-attribute = 属性
redress-rarity = レア度
redress-frame = 枠
redress-foil = ホイル
redress-effects = 効果
redress-background = 背景色
redress-metal = 枠の金属
redress-layout = 名前の向き
redress-choice = { $part }：{ $choice }
redress-own-colour = いまのまま（{ $colour }）
redress-none = （なし）
redress-form = ことばと色
button-reword = 名前・色…
button-put-on = これにする
button-as-new = 新しい一枚にする
foil-kaku = 角プリズム
foil-diamond = ダイヤ
foil-shard = かけら
foil-radial = 放射
foil-cosmos = 星空
foil-seigaiha = 青海波
foil-wave = ゆらぎ
foil-glitter = ラメ
effect-holographic = ホログラム
effect-sparkle = きらめき
effect-aura = オーラ
