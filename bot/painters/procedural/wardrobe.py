"""The words for what a mascot wears and has on its head, back and face. Tables only; `words` reads them."""

from bot.painters.procedural.attire import Cape, Costume, Hair, Hat, Wings, Worn
from bot.painters.procedural.words import Table

HATS = Table(
    {
        Hat.WIZARD: "魔法使い 魔女 賢者 魔導士 ウィザード 魔術師 wizard witch mage sorcerer sorceress "
        "warlock 🧙",
        Hat.NINJA: "忍者 忍 ニンジャ くノ一 忍び ninja shinobi assassin 🥷",
        Hat.KNIGHT: "騎士 ナイト 聖騎士 パラディン knight paladin gladiator",
        Hat.CROWN: "王 皇 皇帝 帝王 神 王様 王子 大王 王冠 帝 総統 社長 king emperor god zeus prince "
        "crown lord pharaoh 👑",
        Hat.HEADBAND: "鉢巻 はちまき 祭 格闘 拳 空手 番長 柔道 受験生 応援 祭り headband fighter karate "
        "boxer festival martial judo kung_fu",
        Hat.WREATH: "妖精 花冠 エルフ フェアリー 森の精 fairy elf elves wreath nymph flower_crown dryad",
        Hat.SAMURAI: "兜 武者 侍 将軍 武士 サムライ 戦国 足軽 大将 武将 samurai shogun ronin",
        Hat.PIRATE: "海賊 パイレーツ 船長 pirate buccaneer captain_hook",
        Hat.CHEF: "コック 料理人 シェフ パティシエ 料理長 コックさん 板前 寿司職人 chef cook baker patissier",
        Hat.TOP: "シルクハット マジシャン 手品師 紳士 怪盗 top_hat magician gentleman tophat butler 🎩",
        Hat.CAP: "帽子 キャップ 野球 弟 cap hat baseball trainer 🧢",
        Hat.SANTA: "サンタ クリスマス サンタクロース santa christmas xmas santa_claus 🎅",
        Hat.STRAW: "麦わら 麦わら帽子 農家 農夫 夏休み 釣り人 straw_hat farmer gardener fisherman",
        Hat.COWBOY: "カウボーイ 西部 ガンマン 保安官 cowboy sheriff western gunslinger cowgirl 🤠",
        Hat.POLICE: "警察 警官 お巡り 警察官 駅員 船員 警備員 police cop policeman officer pilot 👮",
        Hat.BERET: "ベレー 画家 絵描き 漫画家 ベレー帽 beret painter artist mangaka 🎨",
        Hat.TIARA: "姫 女王 王女 ティアラ お姫様 プリンセス 女帝 女神 織姫 queen princess tiara empress "
        "goddess 👸",
        Hat.RIBBON: "リボン 女子 ribbon hair_bow 🎀",
        Hat.HEADPHONES: "ヘッドホン ヘッドフォン イヤホン 配信者 プログラマー ゲーマー 実況者 headphones "
        "headset dj streamer gamer programmer hacker vtuber software_engineer 🎧",
        Hat.BOWL: "宇宙飛行士 宇宙服 ヘルメット 金魚鉢 astronaut cosmonaut spaceman space_helmet",
        Hat.HARD: "工事 大工 作業員 安全第一 消防士 棟梁 builder construction hard_hat worker firefighter "
        "engineer miner carpenter 👷",
        Hat.CAT_EARS: "猫耳 ネコミミ けもみみ メイド cat_ears nekomimi catgirl cat_girl",
    }
)

WINGS = Table(
    {
        Wings.FEATHER: "翼 羽 羽根 天使 ウイング 堕天使 ペガサス 不死鳥 wing feather angel pegasus winged 👼",
        Wings.BAT: "蝙蝠 こうもり 悪魔 吸血鬼 小悪魔 サキュバス ヴァンパイア ドラキュラ bat devil vampire "
        "demon succubus bat_wing dracula 🦇",
        Wings.FAIRY: "妖精 フェアリー トンボ fairy dragonfly pixie fairy_wing 🧚",
        Wings.DRAGON: "竜の翼 飛竜 ワイバーン 竜騎士 dragon_wing wyvern dragoon",
        Wings.MECHANICAL: "機械の翼 ジェット 飛行機 戦闘機 jet airplane mechanical_wing jetpack rocket",
        Wings.BUTTERFLY: "蝶 蝶々 ちょうちょ バタフライ アゲハ butterfly butterfly_wing moth 🦋",
        Wings.FLAME: "炎の翼 火の鳥 鳳凰 フェニックス phoenix fire_wing flame_wing",
    }
)

CAPES = Table(
    {
        Cape.PLAIN: "マント 外套 ヒーロー ケープ スーパーヒーロー 吸血鬼 cape cloak hero vampire "
        "superhero mantle",
        Cape.PATTERNED: "星のマント 王のマント 豪華なマント 王様 皇帝 royal_cape star_cape emperor",
        Cape.TATTERED: "ボロマント ぼろマント ぼろぼろ 旅人 放浪 さすらい tattered ragged traveler traveller "
        "wanderer",
        Cape.SCARF: "マフラー スカーフ 襟巻き 忍び装束 仮面ライダー scarf muffler",
    }
)

HAIR = Table(
    {
        Hair.SPIKY: "ツンツン ツンツン頭 ウニ頭 とんがり spiky spiky_hair",
        Hair.BOB: "おかっぱ ボブ ショートヘア 短髪 bob bob_cut short_hair",
        Hair.LONG: "ロングヘア 長い髪 長髪 ロン毛 ストレート long_hair straight_hair",
        Hair.TWINTAILS: "ツインテール ツインテ twin_tail twintail pigtail",
        Hair.FLAMING: "逆立つ髪 逆立った髪 炎の髪 怒髪 flaming_hair fire_hair",
        Hair.CURLY: "天然パーマ くせ毛 巻き毛 パーマ curly curly_hair curls",
        Hair.PONYTAIL: "ポニーテール ポニテ 一つ結び ponytail pony_tail",
        Hair.AFRO: "アフロ アフロヘア afro",
        Hair.MOHAWK: "モヒカン パンク mohawk punk",
        Hair.BUNS: "お団子頭 お団子ヘア シニヨン bun_hair hair_bun space_buns",
        Hair.DRILLS: "縦ロール ドリル お嬢様 ringlet drill_hair",
        Hair.TOPKNOT: "ちょんまげ まげ 丁髷 お相撲 力士 相撲 浪人 topknot sumo man_bun",
    }
)

WORN = Table(
    {
        Worn.GLASSES: "眼鏡 めがね メガネ 博士 教授 委員長 学級委員長 glasses spectacles nerd professor "
        "👓 🤓",
        Worn.SUNGLASSES: "サングラス グラサン sunglasses shades 🕶 😎",
        Worn.EYEPATCH: "眼帯 独眼竜 隻眼 eyepatch eye_patch one_eyed",
        Worn.BEARD: "ひげ 髭 仙人 サンタ サンタクロース 老人 ドワーフ beard bearded dwarf santa old_man",
        Worn.MOUSTACHE: "口ひげ 口髭 ちょび髭 カイゼル髭 moustache mustache",
        Worn.MASK: "マスク 風邪 医者 花粉 看護師 ナース mask doctor nurse 😷",
        Worn.PLASTER: "絆創膏 ばんそうこう やんちゃ わんぱく bandaid plaster tomboy",
    }
)

COSTUMES = Table(
    {
        Costume.TUNIC: "チュニック 冒険者 旅装束 tunic adventurer",
        Costume.ROBE: "ローブ 法衣 僧侶 和尚 修道 robe monk priest",
        Costume.TOGA: "トーガ 白い衣 ギリシャ toga greek",
        Costume.COAT: "コート 燕尾服 伯爵 コートの男 医者 科学者 coat count_dracula jacket doctor scientist",
        Costume.ARMOUR: "鎧 甲冑 騎士 武者 武士 侍 よろい armor armour knight samurai plate_mail",
        Costume.SPIKED: "蛮族 原始人 毛皮 バーバリアン barbarian caveman viking savage",
        Costume.GI: "道着 柔道 空手 忍者装束 忍び装束 袴 gi karate judo dojo",
        Costume.MECHA: "メカスーツ パワードスーツ ガンダム power_suit mech exoskeleton",
        Costume.KIMONO: "着物 和服 浴衣 振袖 舞妓 巫女 kimono yukata geisha miko",
        Costume.DRESS: "ドレス 姫 お姫様 王女 花嫁 プリンセス 貴婦人 ワンピース お嬢様 dress gown princess "
        "bride",
        Costume.SUIT: "スーツ タキシード 紳士 執事 社長 部長 弁護士 サラリーマン 怪盗 課長 会社員 社畜 "
        "営業 suit tuxedo gentleman butler boss office lawyer salaryman businessman",
        Costume.HERO: "スーパーヒーロー 正義の味方 超人 戦隊 変身 superhero super_hero champion",
        Costume.SAILOR: "セーラー服 女子高生 水兵 学生 転校生 sailor schoolgirl student school_girl",
        Costume.OVERALLS: "オーバーオール つなぎ 農家 作業着 大工 overalls farmer mechanic plumber dungarees",
        Costume.APRON: "エプロン メイド 店長 お母さん 喫茶店 給食 看護師 ナース 主婦 apron maid mom "
        "mother waitress nurse",
        Costume.SPACESUIT: "宇宙服 宇宙飛行士 spacesuit astronaut space_suit cosmonaut",
    }
)
