# シールの裏のうわさ。書き出し・つなぎ・なかほど・むすびをひとつずつ並べて、75〜110文字にする。鍵は ../en/rumour.ftl と同じ。
# $name はキャラクターの名前、$words は頼んだ人のことば。つなぐのは bot/stickers/rumour.py。

rumour-somebody = なぞの人物

## 書き出し：だれにでも

rumour-opening-1 = 三日月の夜、駄菓子屋のうらで{ $name }を見た者がいる。
rumour-opening-2 = { $name }の足あとは、なぜか毎朝ひとつずつ多いという。
rumour-opening-3 = 古い校舎の大時計から、ある日{ $name }がころがり出た。
rumour-opening-4 = { $name }が笑うと、となり町の信号がみんな青になる。
rumour-opening-5 = 千年の昼寝からさめ、{ $name }はまず朝ごはんをさがした。
rumour-opening-6 = { $name }の正体を知るのは、教室の金魚だけである。
rumour-opening-7 = 雨あがりの放課後、{ $name }はランドセルから現れた。
rumour-opening-8 = { $name }の影は、ときどき本人より先に家へ帰ってしまう。

## 書き出し：一族ごと

rumour-opening-holy-1 = 七つの朝日をあびて、{ $name }は光の玉座にすわった。
rumour-opening-holy-2 = { $name }の王冠には、流れ星がひとつ住みついている。
rumour-opening-holy-3 = 聖なる鐘が八回鳴るとき、{ $name }はひそかに現れる。
rumour-opening-holy-4 = { $name }の後光は、夜ふかしの宿題もてらすという。
rumour-opening-magic-1 = 満月の図書室で、{ $name }は読めない本を読み終えた。
rumour-opening-magic-2 = { $name }の呪文は長く、となえ終わると朝になっている。
rumour-opening-magic-3 = 黒いけむりの中から、{ $name }のせきばらいが聞こえる。
rumour-opening-magic-4 = { $name }のつえは、しかられるとまがってしまうそうだ。
rumour-opening-angel-1 = 入道雲のてっぺんに、{ $name }の小さな郵便局がある。
rumour-opening-angel-2 = { $name }の羽は一枚で、百人分のため息を軽くする。
rumour-opening-angel-3 = はじめて雪のふる朝、{ $name }は空からおりてくる。
rumour-opening-angel-4 = { $name }は虹をわたるとき、かならず靴をぬぐという。
rumour-opening-devil-1 = 地獄のそうじ当番をさぼり、{ $name }は地上へにげてきた。
rumour-opening-devil-2 = { $name }のしっぽは、うそをつくとちょうちょ結びになる。
rumour-opening-devil-3 = 真夜中のプリンを見はる者、その名は{ $name }である。
rumour-opening-devil-4 = { $name }のいたずら帳は、すでに百八冊目に入った。
rumour-opening-guardian-1 = 森でいちばん古い木の下に、{ $name }の見はり台がある。
rumour-opening-guardian-2 = { $name }の前では、どんな風もくつをそろえて通る。
rumour-opening-guardian-3 = だれも知らない橋を、{ $name }は今日も守っている。
rumour-opening-guardian-4 = { $name }のうしろには、迷子のどんぐりがかくれている。
rumour-opening-destroyer-1 = { $name }のくしゃみひとつで、山が引っこしたという。
rumour-opening-destroyer-2 = 大地がふるえる朝は、{ $name }の寝がえりがはげしい。
rumour-opening-destroyer-3 = { $name }の足おとは、三日おくれてとどろくのである。
rumour-opening-destroyer-4 = かみなりのたまごから、{ $name }はいきなり飛び出した。

## つなぎ：書き出しとなかほどのあいだ

rumour-link-1 = しかも聞くところでは、
rumour-link-2 = 近所の子らが言うには、
rumour-link-3 = 古い巻物によれば、
rumour-link-4 = 物知りのカラスいわく、
rumour-link-5 = 風のたよりによると、
rumour-link-6 = まさかと思うだろうが、
rumour-link-7 = 駄菓子屋のばあちゃんいわく、
rumour-link-8 = 月のうさぎの話では、

## なかほど：だれにでも

rumour-middle-1 = その手にふれた石ころは、一晩だけ宝石の夢を見るらしい。
rumour-middle-2 = 口ぐせは「また明日」だが、明日のほうがこまっている。
rumour-middle-3 = ポケットの中の宇宙には、小さなおやつの星が回っている。
rumour-middle-4 = 必殺わざは目にもとまらず、本人もまだ見たことがない。
rumour-middle-5 = 百の戦いに勝ちながら、じゃんけんだけはだれにも勝てない。
rumour-middle-6 = その目が七色に光るとき、どこかの自販機が当たりになる。
rumour-middle-7 = 寝言のひとつひとつが、遠い国では予言とよばれている。
rumour-middle-8 = 敵に会うとまず名刺を出し、裏にはなぞの地図がかいてある。

## なかほど：一族ごと

rumour-middle-holy-1 = 光の一げきは闇をはらい、ついでに窓までピカピカにする。
rumour-middle-holy-2 = 悪をゆるさぬ心と、おかわりをゆるす心をあわせもつ。
rumour-middle-holy-3 = 祈りをこめてひとふりすれば、しおれた花も背すじをのばす。
rumour-middle-magic-1 = 大なべの中では、まだ名前のない魔法がぐつぐつ煮えている。
rumour-middle-magic-2 = 闇より黒いマントの裏地は、じつはイチゴもようである。
rumour-middle-magic-3 = カエルに変えてしまった相手とは、今でも文通をつづけている。
rumour-middle-angel-1 = なみだをひとつぶ拾うたび、夜空に星をひとつふやしている。
rumour-middle-angel-2 = そっと吹いたラッパの音で、けんか中のふたりが笑い出す。
rumour-middle-angel-3 = 落とし物はすべて雲の上にあり、わすれた約束までそろう。
rumour-middle-devil-1 = 悪だくみは完ぺきなのに、いつも自分の笑い声でばれてしまう。
rumour-middle-devil-2 = かくした他人のおやつを、三時にはこっそり返しに来る。
rumour-middle-devil-3 = 毒のキバは見かけだけで、じつはハッカの味がするらしい。
rumour-middle-guardian-1 = その守りはあまりにかたく、自分もなかなか外へ出られない。
rumour-middle-guardian-2 = ひとたびかまえれば、うわさ話さえはね返してしまうという。
rumour-middle-guardian-3 = 百年休まず立ちつづけ、鳥の巣を三つ頭にのせている。
rumour-middle-destroyer-1 = なんでもこわすその手で、毎晩ジグソーパズルをなおしている。
rumour-middle-destroyer-2 = 怒りが頂点に達すると、あたまの上で目玉焼きが焼ける。
rumour-middle-destroyer-3 = 必殺のおたけびは、海のむこうで波のりの名所になった。

## なかほど：ホイルや紙、ことばから

rumour-middle-kaku = 四角い光のマス目には、ひとつずつ違う秘密がしまってある。
rumour-middle-diamond = ひし形の光を数え終えた者は、次の日かならず百円ひろう。
rumour-middle-shard = くだけた鏡のかけらを集めると、見知らぬ顔が手をふってくる。
rumour-middle-radial = 放たれた光のすじは、まっすぐ今夜の夕飯をさしている。
rumour-middle-cosmos = 背中の星空は本物で、たまに流れ星がこぼれてくるという。
rumour-middle-seigaiha = 光る波もようの下では、金色のタコが昼寝をしている。
rumour-middle-wave = ゆれる光を見つめると、先週の給食を思い出せるという。
rumour-middle-glitter = まき散らす光の粉は、どんなそうじ機にも吸いこめない。
rumour-middle-paper = 紙のすみをそっと折ると、小さなくしゃみが聞こえるらしい。
rumour-middle-words-1 = 「{ $words }」と三回となえると、おなかが鳴り出すという。
rumour-middle-words-2 = 石碑には「{ $words }」とあり、続きはコケに埋もれている。

## むすび：だれにでも

rumour-ending-1 = うわさでは、ウエハース一枚でのこのこ出てくるという。
rumour-ending-2 = ただし月曜日の朝だけは、とてつもなく弱いのである。
rumour-ending-3 = この先のひみつは、シールの粘着面だけが知っている。
rumour-ending-4 = 信じるかどうかは、きみのおこづかいしだいである。
rumour-ending-5 = 見つけたら、目をあわせずに拍手を三回おくるべし。
rumour-ending-6 = なお、この話をすると、なぜか消しゴムがなくなる。
rumour-ending-7 = いまも次のふくろの中で、そっと出番をまっている。
rumour-ending-8 = 真実を知る者は、みな口のまわりにチョコがついている。

## むすび：一族ごと

rumour-ending-holy-1 = 今夜も枕もとで、きみの夢を金色にぬっているのだ。
rumour-ending-holy-2 = その名を呼べば、闇夜の自転車にも明かりがともる。
rumour-ending-magic-1 = ふりむくな、きみの影はもう弟子入りをすませた。
rumour-ending-magic-2 = 解けぬ呪いも、おやつ半分で特別にといてくれる。
rumour-ending-angel-1 = くしゃみが出たら、今そばを通ったしるしである。
rumour-ending-angel-2 = きみが笑った日には、羽が一枚生えかわるのである。
rumour-ending-devil-1 = くつ下の片方がないなら、犯人はまずこいつである。
rumour-ending-devil-2 = けれど雨の日には、のらねこにかさを貸している。
rumour-ending-guardian-1 = きみの忘れ物も、じつは門の前であずかっている。
rumour-ending-guardian-2 = つらい夜に名を呼べば、そっと返事をしてくれる。
rumour-ending-destroyer-1 = ただし虫一ぴきだけは、どうしてもふめないという。
rumour-ending-destroyer-2 = 世界の終わりの日にも、まだ予定は入っていない。

## むすび：レア度ごと

rumour-ending-normal-1 = 地味だとあなどる者は、夢の中で一晩じゅう追われる。
rumour-ending-normal-2 = ありふれて見えるが、じつは毎晩こっそり光っている。
rumour-ending-rare-1 = 出会えた日は、ほかのくじを引かないほうがよい。
rumour-ending-rare-2 = 三枚集めると、まくらの下から声がするのである。
rumour-ending-super-rare-1 = めくった者の指先は、七日のあいだ虹色に光るという。
rumour-ending-super-rare-2 = 手にした者は、きっと友だちに三回じまんしてしまう。
