"""The words for how a mascot feels, looks and moves. Tables only; `words` reads them."""

from bot.painters.procedural.traits import Eyes, Feeling, Pose, Stance
from bot.painters.procedural.words import Table

FEELINGS = Table(
    {
        Feeling.JOY: "笑顔 嬉しい うれしい にこにこ 幸せ しあわせ 喜び 楽しい たのしい 元気 ありがとう "
        "おめでとう 最高 わーい happy smile smiling joy joyful cheerful glad merry yay 😊 😄 😃 😀",
        Feeling.LAUGHTER: "爆笑 大笑い 笑う 笑い 笑った うける 草生える laugh laughing lol hilarious "
        "funny giggling www lmao 😂 🤣 😆",
        Feeling.ANGER: "怒り 怒る 怒った 激怒 ぷんぷん 怒れる angry anger rage mad furious grumpy 😡 😠 💢",
        Feeling.TEARS: "泣き 泣く 泣いた 涙 悲しい かなしい 号泣 泣き虫 cry crying tears sad weeping "
        "tearful sobbing 😭 😢 🥺",
        Feeling.SLEEP: "眠い ねむい 眠る 眠り 眠そう 居眠り 寝る 寝てる 昼寝 おやすみ 眠れる 寝て 寝落ち "
        "徹夜 残業 疲れた sleepy sleep sleeping asleep nap drowsy tired exhausted 😴 💤",
        Feeling.SHYNESS: "照れ 照れる はにかみ 恥ずかしい 内気 人見知り shy blush blushing embarrassed "
        "bashful 😳",
        Feeling.SURPRISE: "驚き 驚く びっくり 驚いた 仰天 怖い 怖がり ビビり surprised shocked astonished "
        "surprise amazed scared afraid 😱 😮",
        Feeling.ADORATION: "大好き 推し メロメロ 憧れ 恋する 夢中 尊い 尊すぎ in_love adore crush "
        "lovestruck heart_eyes 😍 🥰",
    }
)

EYES = Table(
    {
        Eyes.STARRY: "キラキラ きらきら キラキラの目 sparkling_eyes starry_eyes 🤩",
        Eyes.SHARP: "鋭い目 つり目 目つき cool クール fierce sharp_eyes",
        Eyes.SLEEPY: "ジト目 半目 half_closed_eyes lazy だるい",
        Eyes.WINK: "ウインク ウィンク wink winking 😉",
        Eyes.DOTS: "つぶらな瞳 つぶらな 点目 button_eyes dot_eyes",
    }
)

POSES = Table(
    {
        Pose.STAND: "仁王立ち 立つ 直立 standing stand",
        Pose.WALK: "歩く 歩き 散歩 旅する 行進 walk walking marching stroll",
        Pose.RUN: "走る 走れ 走り 駆ける 疾走 ダッシュ マラソン 爆走 run running dash runner sprint "
        "marathon 🏃",
        Pose.JUMP: "跳ぶ 跳ねる ジャンプ 飛び跳ねる はねる jump jumping leap hop hopping",
        Pose.FLY: "飛ぶ 飛行 空飛ぶ 浮かぶ 舞い上がる fly flying soaring float floating",
        Pose.SIT: "座る 座って 座禅 正座 すわる お座り sit sitting seated meditation meditating",
        Pose.KICK: "蹴る キック サッカー 格闘 スケボー kick kicking soccer kung_fu skateboard skating skater",
        Pose.DANCE: "踊る 踊り ダンス 舞 ダンサー おどる 踊り子 バレエ dance dancing dancer ballet "
        "ballerina 💃 🕺",
    }
)

STANCES = Table(
    {
        Stance.SHIELD: "盾 守護 シールド 番人 守り 守護神 ガード shield guard guardian protector defender",
        Stance.HIP: "腰に手 威張る 自慢 hands_on_hips proud hand_on_hip",
        Stance.CHEER: "万歳 ばんざい バンザイ 応援 手を振る 挨拶 こんにちは おはよう ようこそ cheer "
        "wave_hello hello waving welcome hooray cheerleader",
        Stance.POINT: "指さす 指差す 指さし 異議あり pointing point",
        Stance.SKYWARD: "天を指す 一番 ナンバーワン 世界一 number_one the_best pointing_up",
        Stance.VICTORY: "ピース ピースサイン 勝利 合格 victory peace peace_sign winner v_sign ✌",
        Stance.FIST: "ガッツポーズ 拳を上げる がんばれ 頑張れ ファイト 根性 fist fighting_spirit "
        "fist_pump 💪 ✊",
        Stance.CHEEK: "頬に手 悩む かわいい 可愛い キュート cute adorable kawaii",
        Stance.CROSSED: "腕組み 腕を組む 腕組 crossed_arms folded_arms arms_crossed",
    }
)
