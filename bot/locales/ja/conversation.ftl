# ボットが Discord で話すことば：カード、コマンド、オプション。鍵は ../en/conversation.ftl と同じ。

## 制作の段階

stage-waiting = 順番待ちです
stage-painting = キャラクターを描いています…
stage-composing = ホイルと文字を重ねています…
stage-storing = もうすぐ完成です…
stage-resting = 再起動しています。シールの続きは、このあとすぐに
queue-place = { $place ->
    [1] 次があなたの番です！
   *[other] { $place }番目に並んでいます。
}

## シール

made-by = 作：{ $member }
seal-number = No.{ "\u00A0" }{ $number }
private-mark = 🔒 あなただけに見えます
alt-draft = シールの下描き
alt-sticker = コレクションシール「{ $name }」（{ $title }）：{ $attribute }・{ $rarity }
button-cancel = やめる
button-by-hand =AIなしで描く
note-cached = 前に描いた絵なので、すぐに無料でお届けできました。
note-by-hand = AIの絵師が描けなかったので、手描きでお届けします。
note-member-limit = きょうのAIの絵（{ $limit }枚）を使いきったので、手描きでお届けします。
note-server-limit = このサーバーのきょうのAIの絵（{ $limit }枚）を使いきったので、手描きでお届けします。
note-budget-spent = 今月のAIの予算を使いきったので、手描きでお届けします。
note-anew = はじめのメッセージを編集できなくなったので、新しくお届けします。
note-direct = ご注文のメッセージに届けられなかったので、こちらにお届けします。
ordered-by = ご注文：{ $member }

## コマンドとオプション：それぞれ100文字まで。オプション名に空白は使えない

command-sticker = アイデアや画像から、キラキラのシールを作ります
option-name = 名前
option-title = 称号
option-prompt = ことば
option-picture = 画像
option-attribute = 属性
option-rarity = レア度
option-background = 背景色
option-holographic = ホログラム
option-sparkle = きらめき
option-aura = オーラ
option-frame = 枠
option-frame-color = 枠の色
option-painter = 絵師
option-layout = 名前の向き
option-private = ひみつ
about-name = キャラクターの名前（下に大きく入ります）
about-title = 上に入る短い称号
about-prompt = アイデア：だれ？ 何を持っている？ 何でできている？
about-picture = シールにする写真や絵（JPEG・PNG・WebP、10 MB まで）
about-attribute = どの一族か。衣装、枠、文字が変わります
about-rarity = 豪華さ。おまかせの割合は /help で見られます
about-background = ホイルの色：色の名前か #rrggbb
about-holographic = かたむくと光る虹色ホイル（アニメーション）
about-sparkle = 小さな光の星
about-aura = キャラクターのまわりに燃えるオーラ
about-frame = 枠の形
about-frame-color = 枠の金属：色の名前か #rrggbb
about-painter = だれがキャラクターを描くか
about-layout = 名前を横に書くか、縦に書くか（縦書きは短い和文の名前だけ）
about-private = あなただけに見えるようにします
field-name = 名前
field-title = 称号
field-prompt = アイデア

## 選択肢

attribute-holy = 聖
attribute-magic = 魔
attribute-angel = 天使
attribute-devil = 悪魔
attribute-guardian = 守護
attribute-destroyer = 破壊
rarity-surprise = おまかせ
rarity-normal = ノーマル
rarity-rare = レア
rarity-super-rare = スーパーレア
frame-plain = シンプル
frame-cloud = 雲
frame-spike = トゲ
frame-notch = 角かざり
painter-auto = AIがいればAI、いなければ手描き
painter-ai = AIだけ
painter-local = AIなし
layout-arched = 横書き
layout-vertical = 縦書き
frame-beaded = つぶ玉
frame-gem = 宝石
frame-splendid = 極上
metal-gold = 金
metal-silver = 銀
metal-black = 黒
metal-red = 赤
metal-blue = 青
metal-copper = 銅
colour-rainbow = 🌈 虹
colour-red = 🟥 赤
colour-orange = 🟧 オレンジ
colour-gold = 🏅 金
colour-yellow = 🟨 黄
colour-lime = 🍈 黄緑
colour-green = 🟩 緑
colour-turquoise = 🧪 青緑
colour-sky = 🩵 水色
colour-blue = 🟦 青
colour-purple = 🟪 紫
colour-magenta = 🌺 赤紫
colour-pink = 🌸 ピンク
colour-brown = 🟫 茶
colour-silver = 🥈 銀
colour-white = ⬜ 白
colour-black = ⬛ 黒
