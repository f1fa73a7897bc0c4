"""The words that people use for what a mascot can be, in Japanese and English. Tables only; `words` reads them.

A word may stand in several tables. Kana need one spelling (`words.fold`), and Latin words one number. `_` is a space.
"""

from bot.painters.procedural.traits import Companion, Element, Species, Weapon
from bot.painters.procedural.words import Table

SPECIES = Table(
    {
        Species.HUMAN: "人間 少年 少女 男の子 女の子 戦士 勇者 剣士 吸血鬼 天使 魔法少女 おじさん "
        "おばさん おじいさん おばあさん おばあちゃん おじいちゃん 先生 社長 ヴァンパイア ドラキュラ "
        "サラリーマン 会社員 社畜 課長 部長 エンジニア プログラマー 漫画家 看護師 医者 消防士 警察官 "
        "警備員 店員 オタク 大学生 主婦 お父さん お母さん human boy girl man woman warrior hero vampire "
        "angel grandma grandpa teacher dracula salaryman engineer programmer developer nurse doctor "
        "firefighter student moderator mom dad 👦 👧 👨 👩 🧑 👴 👵",
        Species.CAT: "猫 ねこ ネコ にゃんこ ニャー 子猫 三毛 クロネコ ノラネコ にゃん cat kitty kitten "
        "neko 🐱 🐈 😺 😸 😹 😻 😼",
        Species.TIGER: "虎 トラ タイガー 豹 ヒョウ チーター ジャガー tiger leopard cheetah jaguar panther "
        "🐯 🐅 🐆",
        Species.LION: "獅子 ライオン lion 🦁",
        Species.DOG: "犬 いぬ イヌ わんこ ワンワン 柴犬 子犬 チワワ プードル ワンちゃん ポメラニアン "
        "コーギー ハスキー レトリバー ダックスフンド dog puppy shiba corgi doggy poodle hound pug husky "
        "retriever dachshund pomeranian 🐶 🐕 🐩",
        Species.WOLF: "狼 おおかみ ウルフ 人狼 wolf wolves werewolf coyote 🐺",
        Species.FOX: "狐 きつね 稲荷 九尾 fox kitsune 🦊",
        Species.TANUKI: "狸 たぬき アライグマ レッサーパンダ カワウソ フェレット tanuki raccoon red_panda "
        "otter ferret 🦝 🦦",
        Species.BEAR: "熊 くま クマ ベアー 白熊 コアラ テディ シロクマ ナマケモノ bear teddy grizzly "
        "koala polar_bear sloth 🐻 🧸 🐨",
        Species.PANDA: "パンダ panda 🐼",
        Species.RABBIT: "兎 うさぎ ウサギ ラビット 月兎 子兎 バニー カンガルー rabbit bunny hare kangaroo "
        "🐰 🐇",
        Species.MOUSE: "鼠 ねずみ マウス ハムスター カピバラ モルモット リス mouse mice rat hamster "
        "capybara guinea_pig squirrel 🐭 🐹 🐁",
        Species.MONKEY: "猿 サル お猿 ゴリラ モンキー 孫悟空 チンパンジー monkey gorilla ape chimp 🐵 🐒 "
        "🦍 🙈",
        Species.PIG: "豚 ぶた ブタ 子豚 猪 イノシシ pig piglet boar hog 🐷 🐖",
        Species.COW: "牛 ウシ バッファロー ミノタウロス 丑 cow ox bull buffalo minotaur 🐮 🐄",
        Species.SHEEP: "羊 ひつじ 山羊 ヤギ アルパカ ラクダ sheep lamb goat alpaca llama camel 🐑 🐏 🐐",
        Species.DEER: "鹿 シカ トナカイ キリン deer reindeer moose stag fawn giraffe 🦌 🦒",
        Species.UNICORN: "ユニコーン 一角獣 馬 ウマ ペガサス ポニー シマウマ unicorn horse pony pegasus "
        "zebra 🦄 🐴 🐎",
        Species.ELEPHANT: "象 ゾウ マンモス elephant mammoth 🐘",
        Species.BIRD: "鳥 トリ 小鳥 ことり 雀 ひよこ 鷹 鷲 鳳凰 不死鳥 フェニックス アヒル 鶏 ニワトリ "
        "スズメ カラス 烏 鴉 白鳥 インコ 鳩 ツバメ フラミンゴ bird chick duckling eagle hawk phoenix duck "
        "chicken rooster sparrow crow raven swan parrot pigeon flamingo goose 🐦 🐤 🐣 🐥 🐔 🦆 🦅",
        Species.PENGUIN: "ペンギン penguin 🐧",
        Species.OWL: "梟 ふくろう ミミズク owl 🦉",
        Species.FROG: "蛙 かえる カエル ケロケロ 河童 かっぱ frog toad kappa 🐸",
        Species.TURTLE: "亀 カメ 浦島 タートル ウミガメ turtle tortoise 🐢",
        Species.SHARK: "鮫 サメ シャーク ジョーズ shark 🦈",
        Species.FISH: "魚 さかな 金魚 鯛 マグロ 鮪 たい焼き フグ イルカ クジラ 鯨 fish goldfish tuna "
        "salmon dolphin whale 🐟 🐠 🐡 🐬 🐳",
        Species.OCTOPUS: "蛸 タコ たこ焼き 烏賊 イカ クラーケン octopus squid kraken 🐙 🦑",
        Species.BEETLE: "カブトムシ 甲虫 クワガタ てんとう虫 昆虫 蜘蛛 ゴキブリ beetle ladybug "
        "stag_beetle insect spider cockroach 🐞",
        Species.BEE: "蜂 ミツバチ ハチ 蝶々 蟻 bee wasp hornet ant 🐝",
        Species.DRAGON: "竜 龍 ドラゴン 恐竜 怪獣 ドラゴ ティラノ トカゲ ワニ 小竜 子竜 蛇 ヘビ "
        "baby_dragon dragon drake dinosaur dino lizard t_rex crocodile kaiju snake serpent 🐉 🐲 🦖 🦕 🐊",
        Species.ROBOT: "ロボ ロボット 機械 メカ 鉄人 サイボーグ アンドロイド 人工知能 robot mecha android "
        "cyborg machine bot 🤖",
        Species.ONI: "鬼 オニ 閻魔 オーガ ゴブリン oni ogre demon orc goblin troll 👹 👿 😈",
        Species.GHOST: "幽霊 お化け おばけ オバケ ゴースト 亡霊 妖怪 精霊 人魂 wisp ghost spirit spook "
        "phantom wraith 👻",
        Species.SKELETON: "骸骨 ガイコツ がいこつ 骨 髑髏 ドクロ スケルトン 死神 skeleton skull bones "
        "reaper grim_reaper undead 💀 ☠",
        Species.ALIEN: "宇宙人 エイリアン 火星人 UFO alien martian ufo extraterrestrial 👽 👾 🛸",
        Species.SLIME: "スライム ゼリー slime jelly blob",
        Species.PUMPKIN: "南瓜 かぼちゃ カボチャ ハロウィン pumpkin jack_o_lantern halloween 🎃",
        Species.SNOWMAN: "雪だるま 雪ダルマ 雪達磨 snowman ⛄ ☃",
        Species.ONIGIRI: "おにぎり おむすび ご飯 米 寿司 すし onigiri rice rice_ball sushi 🍙 🍣 🍚",
        Species.PUDDING: "プリン ケーキ パフェ pudding flan custard cake 🍮 🍰 🎂",
        Species.MERMAID: "人魚 マーメイド mermaid siren 🧜",
    }
)

ELEMENTS = Table(
    {
        Element.FIRE: "火 炎 焔 熱血 灼熱 火山 ほのお フレイム ファイア ファイヤー 爆 紅蓮 花火 マグマ "
        "鬼火 狐火 火の玉 fire flame burn burning lava volcano blaze hot inferno fireworks magma 🔥 🌋",
        Element.WATER: "水 海 波 雨 川 湖 滝 アクア 深海 みずの 泉 温泉 お風呂 water ocean sea wave rain "
        "river aqua lake surf surfing beach hot_spring bath 💧 🌊 ♨",
        Element.ICE: "氷 雪 冷気 冬 アイス 吹雪 極寒 北極 南極 雪だるま snowman ice snow frost winter "
        "frozen cold blizzard icy ❄ 🧊",
        Element.THUNDER: "雷 電 稲妻 サンダー 電撃 嵐 雷神 電気 カミナリ thunder lightning electric storm "
        "volt spark electricity ⚡",
        Element.LEAF: "木 森 草 葉 竹 リーフ 自然 植物 若葉 竹林 草原 サボテン 春 leaf leaves forest tree "
        "grass wood jungle nature plant cactus spring 🍃 🌿 🌱 🌳",
        Element.LIGHT: "光 太陽 輝き ライト 聖なる 朝日 夕日 日輪 虹 希望 正義 夏 light sun shine shiny "
        "bright rainbow hope justice summer holy ☀ 🌞 🌈",
        Element.DARK: "闇 影 夜 月 満月 三日月 ダーク 冥界 暗黒 真夜中 地獄 月夜 dark darkness shadow "
        "night moon midnight void hell abyss 🌙 🌑",
        Element.EARTH: "土 岩 石 大地 地球 山 砂 砂漠 ロックゴーレム ゴーレム 地面 秋 earth rock stone "
        "mountain sand desert ground golem autumn 🪨 ⛰ 🗿",
        Element.LOVE: "愛 恋 ハート 桜 花 桃 ラブ バラ 薔薇 バレンタイン 結婚 love heart cherry_blossom "
        "sakura flower rose valentine wedding tulip ❤ 💕 💖 🌸 🌹 🌷",
        Element.WIND: "風 疾風 竜巻 ウインド 旋風 台風 北風 空 嵐を呼ぶ wind tornado breeze gale "
        "hurricane typhoon sky whirlwind 🌪",
        Element.STEEL: "鋼 鉄 金属 鋼鉄 歯車 スチール メタル 鉄人 steel iron metal gear steampunk chrome ⚙",
        Element.POISON: "毒 猛毒 ポイズン 毒キノコ 毒蛇 キノコ 呪い poison toxic venom mushroom curse "
        "acid 🍄",
        Element.MUSIC: "音楽 歌 音 ロック メロディ バンド 合唱 ミュージック 歌姫 ロックンロール music "
        "song melody band rock_n_roll singer jazz dj choir rhythm 🎵 🎶",
        Element.SPACE: "宇宙 銀河 星 惑星 流れ星 流星 彗星 コスモ スター ギャラクシー 七夕 宇宙飛行士 "
        "宇宙人 お星様 火星 水星 木星 金星 土星 space galaxy star cosmos planet comet cosmic astronaut "
        "alien ⭐ 🌟 🪐 🚀",
        Element.TIME: "時間 時計 時空 時の 砂時計 タイム 締め切り 永遠 time clock hour hourglass timer "
        "eternity chrono ⏰ ⌛",
        Element.CANDY: "飴 キャンディ お菓子 スイーツ チョコ ケーキ プリン 甘い クッキー アイスクリーム "
        "砂糖 ドーナツ ソフトクリーム 大福 candy sweet chocolate cake cookie sugar ice_cream donut "
        "pudding dessert 🍬 🍭 🍩 🍫 🍦",
    }
)

WEAPONS = Table(
    {
        Weapon.SWORD: "剣 刀 太刀 ソード 斬 つるぎ 聖剣 剣士 侍 日本刀 sword blade katana saber sabre "
        "samurai ⚔ 🗡",
        Weapon.STAFF: "杖 魔法 魔法使い 賢者 ワンド ロッド 魔女 魔法少女 ステッキ staff wand magic wizard "
        "witch mage rod 🪄",
        Weapon.SPEAR: "槍 ヤリ スピア ランス 矛 薙刀 spear lance halberd javelin",
        Weapon.HAMMER: "槌 ハンマー 木槌 金棒 棍棒 鍛冶屋 大工 hammer mallet mace cudgel blacksmith "
        "carpenter ban moderator 🔨",
        Weapon.AXE: "斧 オノ アックス 木こり axe hatchet lumberjack tomahawk 🪓",
        Weapon.BOW: "弓 弓矢 ゆみや アーチャー 狩人 弓使い bow archer arrow hunter ranger bow_and_arrow 🏹",
        Weapon.GUITAR: "ギター ロック バンド 轟音 ロックンロール ウクレレ バイオリン ヴァイオリン ベース "
        "guitar rock_n_roll band bard ukulele rockstar rock_star violin cello 🎸 🎻",
        Weapon.TRIDENT: "三叉槍 トライデント 海神 ポセイドン フォーク trident poseidon neptune fork 🔱",
        Weapon.SCYTHE: "大鎌 鎌 死神 scythe sickle reaper grim_reaper",
        Weapon.SHURIKEN: "手裏剣 忍者 忍 くノ一 ニンジャ shuriken throwing_star ninja shinobi",
        Weapon.FAN: "扇 扇子 うちわ 踊り子 舞妓 巫女 fan folding_fan geisha",
        Weapon.BLASTER: "水鉄砲 鉄砲 銃 ブラスター ビーム レーザー ガンマン blaster laser gun water_gun "
        "gunman beam gunslinger 🔫",
        Weapon.BOOK: "絵本 魔導書 読書 図書館 辞書 書物 教科書 学者 先生 受験 受験生 勉強 宿題 試験 book "
        "grimoire reading library reader scholar professor teacher dictionary study studying exam "
        "homework 📖 📚",
        Weapon.FLAG: "旗 フラッグ 応援団 リーダー 総大将 flag banner leader captain 🚩",
        Weapon.PARASOL: "傘 日傘 パラソル 雨傘 umbrella parasol ☂ ☔ 🌂",
        Weapon.LANTERN: "ランタン 提灯 ランプ 灯り 魔法のランプ lantern lamp torch 🏮",
        Weapon.DRUM: "太鼓 ドラム ドラマー drum drummer drumming taiko 🥁",
        Weapon.MICROPHONE: "マイク 歌手 アイドル 歌姫 カラオケ 歌う 配信者 声優 実況者 microphone mic "
        "singer idol karaoke vocalist sing singing rapper streamer vtuber podcast 🎤",
        Weapon.TRUMPET: "ラッパ トランペット 笛 フルート 角笛 吹奏楽 trumpet horn flute brass bugle 🎺",
        Weapon.ANCHOR: "錨 いかり アンカー 船長 anchor ⚓",
        Weapon.PAN: "フライパン 料理人 コック 料理 シェフ 卵 frying_pan pan chef cook cooking egg 🍳",
        Weapon.BRUSH: "筆 絵筆 画家 絵描き ペン ブラシ 書道 漫画家 漫画 絵師 イラスト デザイナー brush "
        "paintbrush painter artist pen pencil manga mangaka designer illustrator 🖌 🎨",
        Weapon.ROD: "釣り 釣り竿 釣竿 魚釣り 釣り人 漁師 fishing fisherman fishing_rod angler 🎣",
        Weapon.BOUQUET: "花束 ブーケ 花屋 花嫁 母の日 bouquet florist bride 💐",
        Weapon.PAD: "ゲーム ゲーマー コントローラー game gamer gaming controller video_game 🎮",
        Weapon.BALL: "サッカー ボール 野球 バスケ 球 スポーツ テニス ball soccer football basketball "
        "baseball sport tennis volleyball ⚽ 🏀 ⚾ 🏈",
        Weapon.KEY: "鍵 キー 番人 門番 探偵 key gatekeeper locksmith 🔑",
        Weapon.BALLOON: "風船 バルーン お祝い 誕生日 パーティー balloon birthday party celebration 🎈",
        Weapon.LOLLIPOP: "ペロペロキャンディ 飴 キャンディ お菓子 lollipop candy 🍭",
        Weapon.CUP: "コーヒー 紅茶 お茶 カップ 茶 ココア お茶会 カフェ 抹茶 coffee tea cup mug cocoa "
        "latte cafe ☕ 🍵",
        Weapon.BOWL: "ラーメン うどん ソバ 蕎麦 カレー 丼 牛丼 カツ丼 味噌汁 スープ ramen noodle curry soup "
        "stew udon 🍜 🍛",
        Weapon.PIZZA: "ピザ ピッツァ pizza 🍕",
        Weapon.LAPTOP: "パソコン ノートパソコン キーボード プログラマー プログラミング エンジニア 開発者 "
        "ハッカー サーバー 在宅勤務 laptop computer pc keyboard programmer programming coder coding developer "
        "hacker server software_engineer debugging 💻 🖥",
        Weapon.BEER: "ビール 乾杯 居酒屋 ジョッキ beer pub brewer 🍺 🍻",
    }
)

COMPANIONS = Table(
    {
        Companion.CAT: "猫 ねこ ネコ 子猫 cat kitten kitty",
        Companion.DOG: "犬 いぬ イヌ 子犬 わんこ dog puppy",
        Companion.CHICK: "鳥 ひよこ 小鳥 ことり 雀 chick bird duckling parrot",
        Companion.RABBIT: "兎 うさぎ 子兎 rabbit bunny",
        Companion.DRAGON: "竜 龍 ドラゴン 小竜 子竜 dragon baby_dragon",
        Companion.FLAME: "人魂 鬼火 狐火 火の玉 精霊 妖精 wisp spirit fairy flame",
        Companion.STAR: "星 お星様 スター 流れ星 star",
        Companion.SLIME: "スライム ゼリー slime blob",
        Companion.GHOST: "幽霊 おばけ お化け ゴースト ghost",
    }
)
"""Read only where the sentence says that they come along."""

DECOYS = (
    "焼き鳥 焼鳥 焼き魚 鳥肌 蛇口 蛇足 課金 返金 入金 "
    "神社 神戸 精神 神経 神奈川 神父 神官 神田 忍耐 王道 八王子 月曜 火曜 水曜 木曜 金曜 土曜 今月 来月 "
    "先月 毎月 正月 お正月 年月 歳月 月給 月額 生年月日 一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 "
    "水晶 水準 水着 香水 水道 断水 お金 料金 貯金 税金 資金 現金 賞金 募金 年金 借金 金庫 金額 金沢 金具 "
    "針金 金メダル 銀行 銀座 銀杏 面白 告白 白紙 白衣 白菜 自白 空白 赤ちゃん 赤道 赤字 赤点 赤外線 紫外線 "
    "青年 青春 青森 黒板 黒字 黒幕 黄昏 緑茶 紅白 口紅 紅葉 言葉 千葉 和風 洋風 中華風 風呂 風景 風味 "
    "扇風機 石鹸 石川 宝石 山田 山本 小山 川崎 小川 火傷 花見 花子 木村 森田 恋人 恋愛 真剣 矛盾 茶番 鎌倉 "
    "鍵盤 鉛筆 役立つ 目立つ 旅立つ 舞台 仮面舞踏会 たくましい くまなく いぬく ねこそぎ ぶたい 目ざめ "
    "ことりあげ ブロック クロック シャーロック ロックダウン スターバックス マスター スタート スタートアップ "
    "アイスランド フランス バランス テニスコート ミスター モンスター ポスター シスター レスター バスター "
    "音速 音読 発音 録音 本音 電話 電車 電池 電子 水族館 海外 北海道 上海 東海 空腹 空気 空間 空港 空想 "
    "架空 夜食 夜勤 星座占い 光熱費 冬眠 影響 土産 土地 土日 竹中 米国 欧米 新米 玄米 愛知 愛媛 草野球 牛乳 "
    "牛肉 豚骨 豚汁 犬歯 馬鹿 馬力 馬場 群馬 鹿児島 鳥取 鳥居 千鳥 熊本 虎ノ門 猫背 猫舌 象徴 印象 "
    "現象 対象 気象 抽象 亀裂 蜂蜜 羊羹 骨折 骨董 鉄骨 hot_dog star_fruit cool_down cold_brew rock_bottom "
    "time_out first_time last_time this_time long_time all_time any_time fan_club fan_of big_fan book_club "
    "rain_check game_over cup_final light_weight sea_food cold_case baseball_bat peter_pan"
)
"""Words that stand for nothing here and keep shorter ones within them from being read."""
