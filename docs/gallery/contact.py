"""The pictures that show what Kiraseal is: one seal large, and twenty-four side by side."""

import io
from concurrent.futures import Executor
from dataclasses import replace

from PIL import Image

from bot.rendering import jobs
from bot.stickers.design import Attribute, FrameType, NameLayout, Rarity
from docs.gallery.designs import art, faces, seal

EDGE, COLUMNS, QUALITY = 320, 6, 84
GROUND = (30, 31, 36)

SEALS = (
    seal(
        "炎聖王レオン",
        "第一弾ヘッド",
        "炎の剣をもつ若き獅子の王",
        Rarity.SUPER_RARE,
        attribute=Attribute.HOLY,
    ),
    seal("冥王ゼル", "暗黒魔界の主", "月夜の吸血鬼、杖", Rarity.SUPER_RARE, attribute=Attribute.DEVIL),
    seal("水影ノ忍", "水遁の盾", "水の忍者、手裏剣", Rarity.RARE, attribute=Attribute.GUARDIAN),
    seal("ニャルガ", "禁断の呪文", "黒猫の魔女、杖と星", Rarity.SUPER_RARE, attribute=Attribute.MAGIC),
    seal("いたずら鬼", "地獄の問題児", "金棒をもった赤鬼", Rarity.NORMAL, attribute=Attribute.DEVIL),
    seal(
        "Mirelle",
        "Darling of the Clouds",
        "an angel who plays the trumpet",
        Rarity.RARE,
        attribute=Attribute.ANGEL,
    ),
    seal(
        "ドラゴロック",
        "轟音竜",
        "ギターをひく火山のドラゴン",
        Rarity.SUPER_RARE,
        attribute=Attribute.DESTROYER,
    ),
    seal("月読ウサギ", "月の使い", "月兎、お餅の槌", Rarity.RARE, attribute=Attribute.ANGEL),
    seal("森の番人クマ", "森のお守り", "盾をもつ熊", Rarity.NORMAL, attribute=Attribute.GUARDIAN),
    seal("キャプテン・タコ", "七つの海", "海賊のタコ、いかり", Rarity.RARE, attribute=Attribute.DESTROYER),
    seal("雷神タケル", "雷光武者", "雷の侍、槍", Rarity.SUPER_RARE, attribute=Attribute.GUARDIAN),
    seal(
        "Snow Queen",
        "Frozen Crown",
        "queen of ice and snow with a fan",
        Rarity.RARE,
        attribute=Attribute.MAGIC,
    ),
    seal("機神ガルド", "鋼の守り手", "ロボットの騎士、斧", Rarity.SUPER_RARE, attribute=Attribute.GUARDIAN),
    seal(
        "花姫サクラ",
        "春いちばん",
        "桜の妖精の姫、日傘",
        Rarity.RARE,
        attribute=Attribute.ANGEL,
        background="ピンク",
    ),
    seal("骨山ドクロ", "笑うガイコツ", "骸骨の海賊、ギター", Rarity.NORMAL, attribute=Attribute.DESTROYER),
    seal("パンダ師範", "竹林の拳", "パンダの格闘家、鉢巻", Rarity.RARE, attribute=Attribute.HOLY),
    seal("鳳凰ヒナ", "不死の炎", "火の鳥、翼", Rarity.SUPER_RARE, attribute=Attribute.HOLY, background="赤"),
    seal("ペンギン船長", "氷の海へ", "ペンギンの船長", Rarity.NORMAL, attribute=Attribute.ANGEL),
    seal(
        "Count Batty", "Sweetly Wicked", "vampire with cape and rose", Rarity.RARE, attribute=Attribute.DEVIL
    ),
    seal("風切タカ", "空の王者", "鷹の弓使い、風", Rarity.RARE, attribute=Attribute.HOLY, background="水色"),
    seal("宇宙犬ロケット", "星海の使者", "宇宙の柴犬、剣", Rarity.SUPER_RARE, attribute=Attribute.ANGEL),
    seal("ケロ大将", "池の親分", "蛙の侍、刀", Rarity.NORMAL, attribute=Attribute.GUARDIAN),
    seal(
        "紫呪ノクス",
        "月夜の魔道士",
        "闇の魔法使い、本",
        Rarity.RARE,
        attribute=Attribute.MAGIC,
        background="紫",
    ),
    seal(
        "破壊王バルガン",
        "怒れる破壊神",
        "恐竜の王、斧とマント",
        Rarity.SUPER_RARE,
        attribute=Attribute.DESTROYER,
    ),
)


def readme_seal() -> bytes:
    """WebP of the seal at the head of the README."""
    design = seal(
        "炎聖王レオン", "第一弾ヘッド", "炎の剣をもつ若き獅子の王、笑顔", Rarity.SUPER_RARE, Attribute.HOLY
    )
    style = replace(design.style, layout=NameLayout.ARCHED, frame_type=FrameType.SPLENDID)
    design = replace(design, style=style)
    return jobs.render_still(design, art(design), faces())


def contact_sheet(pool: Executor) -> bytes:
    """WebP of all of them, six in a row."""
    rows = -(-len(SEALS) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * EDGE, rows * EDGE), GROUND)
    for number, still in enumerate(pool.map(_still, range(len(SEALS)))):
        with Image.open(io.BytesIO(still)) as picture:
            small = picture.convert("RGBA").resize((EDGE, EDGE), Image.Resampling.LANCZOS)
        sheet.paste(small, (number % COLUMNS * EDGE, number // COLUMNS * EDGE), small)
    out = io.BytesIO()
    sheet.save(out, "WEBP", quality=QUALITY, method=6)
    return out.getvalue()


def _still(number: int) -> bytes:
    design = SEALS[number]
    return jobs.render_still(design, art(design), faces())
