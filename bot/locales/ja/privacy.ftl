# /privacy のことば。鍵と値は ../en/privacy.ftl と同じ。

command-privacy = あなたについて保存しているものを見る・持ち出す・すべて消す

## 保存しているもの

privacy-heading = あなたについて保存しているもの
privacy-kept = シールを作るのに必要なものだけです。
privacy-seals = **シール**：入れてもらったことばと選んだもの、描いた絵。🔒 のシールはあなただけに見えます。
privacy-pictures = **送ってもらった画像**（場所やカメラの情報は消してあります）
privacy-name = **名前とアイコン**（Discord に表示されているもの）と、ここでの設定
privacy-counts = **数**：一日に何枚作ったか、注文がどう終わったか。`/stats` に出ます。
privacy-orders = **注文の内容**（7日間）
privacy-charges = **AIの絵にかかった費用**（このボットのホストが払ったもの）と、その日付
privacy-ai = AIの絵師が描くときは、ことばと画像がそこへ送られます。
privacy-now = **いまあるもの：**シール{ $seals }枚（うち、ひみつ{ $private }枚）、送ってもらった画像{ $pictures }枚、数の記録{ $days }日分、注文{ $orders }件、費用のかかったAIの絵{ $charges }枚
privacy-direct = ダイレクトメッセージ：注文した場所がなくなっていたとき、シールをそちらへ届けるかどうかを選べます。
privacy-limits = 消したデータも、ホストのバックアップにはしばらく残ることがあります。
button-export = 持ち出す
button-direct-on = ダイレクトメッセージ：オフ
button-direct-off = ダイレクトメッセージ：オン
button-forget = すべて消す

## 持ち出す

export-ready = あなたについて保存しているもの全部です。データは JSON、絵も入っています。
export-ready-part = { $part }つ目です（全部で{ $parts }つくらい）。
button-next-part = 次のファイル（{ $part }／{ $parts }）
export-readme =
    Kiraseal があなたについて保存しているもの全部です。

    data*.json：あなたについて書きとめているもの全部。「(present)」は、鍵になるものやホスト側のものが「ある」というしるしで、中身は見せていません。
    seals/：できあがったシール。art/：キャラクターだけの絵。sources/：送ってもらった画像。
export-readme-part = これは{ $part }つ目です（全部で{ $parts }つくらい）。
export-readme-more = 続きがあります。Discord で、このファイルの下のボタンを押してください。
export-readme-too-large = 大きすぎて Discord では送れないため、入っていないもの：{ $files }。ホストに聞いてみてください。

## 消す

forget-heading = すべて消しますか？
forget-what = { $seals ->
        [0] シールはまだありません。名前、数の記録、注文が消えます。
       *[other] シール{ $seals }枚と、その絵、数の記録、注文、設定がすべて消えます。
    }いま作っているものはキャンセルされます。**だれにも元に戻せません。**
    -# 投稿済みのメッセージは Discord に残ります（モデレーターなら消せます）。AIの絵の費用は名前なしで、きょうの回数は本人とわからない印で残ります（上限を守るため）。ホストのバックアップにはしばらく残ることがあります。
    -# 手元に残したいときは、もどって「持ち出す」を先に押してください。
button-forget-now = はい、すべて消す
button-keep = 消さない
privacy-forgotten = { $seals ->
        [0] あなたについてのデータは、もう何もありません。
       *[other] シール{ $seals }枚と、あなたについてのデータをすべて消しました。
    }また始めたくなったら /sticker をどうぞ。
