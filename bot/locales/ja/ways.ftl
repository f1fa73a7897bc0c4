# ボットへの入り口：注文フォーム、メニュー、/help、あいさつ、どこで見せるか。鍵は ../en/ways.ftl と同じ。

## 注文フォーム：題とラベルは45文字まで、ほかは100文字まで

form-title = 新しいシール
form-name = 名前
form-name-hint = 空なら、こちらで考えます
form-prompt = アイデア
form-prompt-hint = だれ？ 何を持っている？ 何でできている？
form-attribute = 属性
form-you-choose = おまかせ
form-rarity = レア度
form-picture = 画像
form-picture-about = シールにする写真や絵。なくてもかまいません
form-picture-again = 画像は保存していないので、もう一度選んでください
button-edit = 書き直す
button-make = 作ってみる

## メンバーとメッセージのメニュー：32文字まで

menu-make = シールにする

## どこで見せるか

hush-channel = このサーバーでは { $channels } でシールを見せています。ここでは、あなただけに見えます。
hush-thread = このスレッドは閉じているので、このシールはあなただけに見えます。
hush-permission = このチャンネルに書き込めないので、このシールはあなただけに見えます。チャンネルの管理者が「チャンネルを見る」と「メッセージを送信」を許可すると、みんなに見せられます。
permission-attach-files = ファイルを添付

## うまくいかないとき

error-permission-lacking = このチャンネルで「{ $permission }」の権限がありません。チャンネルの管理者に許可をお願いするか、このボットとのダイレクトメッセージで作ってください。
error-nothing-to-use = このメッセージには、シールにできる画像もことばもありません。ほかのメッセージを選ぶか、/sticker で作ってください。
error-no-ai-here = このサーバーではAIなしでシールを描いています。絵師はおまかせにするか、このボットとのダイレクトメッセージで作ってください。
error-odds-overfull = レア（{ $rare } %）とスーパーレア（{ $super_rare } %）を合わせると 100 % を超えます。どちらかを小さくしてください。

## /help

command-help = シールの作り方と、レアが出る確率
help-heading = シールを作ろう
help-command = **/sticker**：名前、ことば、画像のどれかひとつあれば、あとはおまかせ。何も入れなければ、こちらからたずねます。
help-menu = **シールにする**：メンバーかメッセージを長押し（パソコンなら右クリック）して「アプリ」から。アバターも写真もひとことも、シールになります。
help-odds = レア度をおまかせにすると、100枚のうち
    ★ **ノーマル** { $normal }枚
    ★★★ **レア** { $rare }枚
    ★★★★★ **スーパーレア** { $super_rare }枚
    の割合で出ます。
help-more = **/history** はあなたのバインダー、**/stats** は枚数の記録。**/privacy** では、預かっているものを確かめたり消したりできます。
help-at-once = ひとり同時に{ $limit }枚まで作れます。
help-daily = 一日{ $limit }枚までです。

## あいさつ

welcome-heading = はじめまして！ キラキラのシールを作ります
welcome = 名前やアイデア、写真を教えてください。ホイルと枠、裏面のうわさ話までついたシールに仕上げます。さっそく1枚、いかがですか？

## /settings

option-rare = レア
option-super-rare = スーパーレア
option-language = 言語
about-rare = おまかせ100枚のうちのレアの枚数（ふつうは 30）
about-super-rare = おまかせ100枚のうちのスーパーレアの枚数（ふつうは 10）
about-painter-here = このサーバーでの絵師
about-language = みんなに見えるメッセージの言語
about-private-here = 作った人が選ばないとき、シールをひみつにするか
settings-everywhere = みんなに見せる場所：すべてのチャンネル
settings-channels = みんなに見せる場所：{ $channels }
settings-odds = おまかせの割合：ノーマル{ $normal } %・レア{ $rare } %・スーパーレア{ $super_rare } %
settings-pick-channels = 見せるチャンネル（なし＝すべて）
ai-auto = 絵師：AI（いなければ手描き）
ai-local = 絵師：いつもAIなし
language-reader = 言語：注文した人に合わせる
language-en = 言語：いつも英語
language-ja = 言語：いつも日本語
private-shared = 新しいシール：みんなに見える
private-private = 新しいシール：本人だけに見える（あとで公開できます）

## 色

colour-own = 🎨 { $colour }
