#!/usr/bin/env python3
"""Makes names.tsv and folding.txt, the tables that the program carries, from the lists beside this file
and from the names of the Unicode CLDR. README.md says where everything comes from.

    npm pack cldr-localenames-full cldr-core       # and unpack both
    python3 make.py PATH/TO/cldr-localenames-full PATH/TO/cldr-core
"""

import json
import pathlib
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
# The six languages of the UN and others in which much is published; some with a second CLDR locale.
LANGUAGES = {
    "en": ["en", "en-GB"], "fr": ["fr", "fr-CA"], "es": ["es", "es-419"], "ru": ["ru"], "zh": ["zh"],
    "zh-Hant": ["zh-Hant", "zh-Hant-HK"], "ar": ["ar"], "de": ["de", "de-AT", "de-CH"], "ja": ["ja"],
    "pt": ["pt", "pt-PT"], "it": ["it"], "nl": ["nl"], "pl": ["pl"], "cs": ["cs"], "uk": ["uk"], "sv": ["sv"],
    "tr": ["tr"], "fa": ["fa"], "he": ["he"], "el": ["el"], "hi": ["hi"], "id": ["id"], "vi": ["vi"], "ko": ["ko"],
}
# The languages whose abbreviations are known as widely as codes are.
CODES_OF = ["en", "fr", "es", "pt"]
# Names of CLDR that mean a place elsewhere before they mean a nation.
OTHER_NAMES = ["Norfolk"]


# Traditional Chinese characters of names, each with its simplified form.
TRADITIONAL = """
茲兹 讚赞 佔占 沖冲 淚泪 亂乱 亞亚 佈布 來来 倉仓 們们 倫伦 偉伟 側侧 傑杰 備备 優优 兒儿 內内 冊册 凍冻 凱凯 別别 剛刚 劃划 動动 務务 勝胜 勞劳 勢势 匯汇 區区 協协 員员
喬乔 單单 嚴严 國国 圍围 園园 圖图 團团 堅坚 塊块 塢坞 墾垦 壯壮 奧奥 奪夺 媽妈 孫孙 學学 寧宁 審审 寶宝 將将 屍尸 層层 屬属 岡冈 島岛 嵐岚 嶼屿
巖岩 帶带 幾几 庫库 廣广 廳厅 張张 強强 彌弥 彥彦 後后 徑径 復复 恆恒 悅悦 惡恶 愛爱 慶庆 憲宪 應应 懷怀 戰战 戶户 拋抛 掛挂 揚扬 撾挝 擁拥 擔担
據据 敘叙 數数 於于 時时 暉晖 曆历 會会 東东 條条 楊杨 極极 榮荣 樂乐 樓楼 標标 樣样 橋桥 機机 橫横 檢检 權权 歐欧 歷历 歸归 氣气 決决 況况 淨净
淺浅 測测 湯汤 滿满 潔洁 潤润 澤泽 濟济 濱滨 瀾澜 灣湾 災灾 為为 烏乌 無无 煙烟 熱热 燈灯 爾尔 獅狮 獨独 獲获 獻献 現现 瑪玛 環环 瓊琼 產产 畝亩
畢毕 當当 療疗 監监 盤盘 盧卢 眾众 矯矫 砲炮 碼码 祕秘 禪禅 禮礼 稅税 積积 窩窝 筆笔 節节 紀纪 約约 紅红 納纳 紐纽 純纯 級级 細细 紹绍 終终 組组
結结 統统 經经 綠绿 維维 緒绪 編编 緬缅 練练 縣县 縱纵 總总 織织 繼继 罰罚 羅罗 羣群 義义 聖圣 聯联 聲声 聶聂 職职 脫脱 膠胶 膽胆 臘腊 臨临 臺台
與与 興兴 舉举 舊旧 艦舰 莊庄 華华 萊莱 萬万 葉叶 蒼苍 蓋盖 蓮莲 蔣蒋 蕭萧 薔蔷 薩萨 藍蓝 蘆芦 蘇苏 蘊蕴 蘭兰 處处 虛虚 號号 衆众 術术 衛卫 裏里
補补 裝装 裡里 製制 規规 親亲 觀观 訓训 託托 訥讷 設设 許许 詩诗 誌志 誕诞 語语 誠诚 論论 諸诸 諾诺 謝谢 證证 識识 譚谭 譯译 護护 讀读 變变 豐丰
貝贝 負负 財财 貢贡 買买 費费 賀贺 資资 賈贾 賓宾 賜赐 賢贤 質质 賴赖 賽赛 贊赞 贏赢 趙赵 躍跃 車车 軍军 輪轮 轄辖 轉转 辭辞 農农 連连 週周 遊游
運运 過过 達达 遜逊 遠远 選选 遼辽 邁迈 邊边 鄉乡 鄧邓 鄭郑 鄰邻 醫医 釋释 鈞钧 銀银 鋼钢 錢钱 錫锡 鍾钟 鎮镇 鏡镜 鐘钟 鐵铁 長长 門门 閃闪 開开
間间 閔闵 閣阁 闇暗 闊阔 關关 陰阴 陳陈 陸陆 陽阳 階阶 際际 隨随 險险 雙双 雜杂 難难 雲云 電电 霧雾 靈灵 鞏巩 韋韦 韓韩 韻韵 項项 順顺 預预 頗颇
領领 頭头 額额 顛颠 顧顾 顯显 風风 飄飘 飛飞 養养 館馆 馬马 駐驻 騎骑 驗验 體体 鬥斗 魚鱼 魯鲁 鮑鲍 鮮鲜 鳥鸟 鳳凤 鴉鸦 鴨鸭 鴻鸿 鵬鹏 鹽盐 麥麦
黃黄 點点 黨党 齊齐 龍龙 龜龟
"""


def rows(name, columns):
    """The rows of a list, each with at least that many columns."""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("|")
            yield cells + [""] * (columns - len(cells))


def split(text):
    return [part.strip() for part in text.split(";") if part.strip()]


def is_read_as_another(tag, name):
    """Whether a short name of a language would be read into what is a code, a word or the name of something else."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name) if c.isalpha())
    is_code = letters.isascii() and (len(letters) <= 2 or len(letters) == 3 and letters.isupper())
    return is_code and tag not in CODES_OF or name in OTHER_NAMES


class Names:
    """The names of one nation by language, each once, in order."""

    def __init__(self, common):
        self.by_tag = {"en": [common]}

    def add(self, tag, name):
        names = self.by_tag.setdefault(tag, [])
        if name not in names:
            names.append(name)

    def add_tagged(self, text):
        """Adds names of which those of another language than English begin with its tag."""
        for name in split(text):
            tag, colon, rest = name.partition(":")
            foreign = colon and (tag in LANGUAGES or len(tag) == 2) and tag.islower() or tag == "zh-Hant"
            self.add(tag, rest) if foreign else self.add("en", name)

    def columns(self):
        order = list(LANGUAGES) + sorted(self.by_tag.keys() - LANGUAGES.keys())
        return [f"{tag}:{'|'.join(self.by_tag[tag])}" for tag in order if self.by_tag.get(tag)]


class Cldr:
    def __init__(self, names_folder, core_folder):
        self.main = pathlib.Path(names_folder) / "main"
        supplemental = pathlib.Path(core_folder) / "supplemental"
        read = lambda name: json.loads((supplemental / name).read_text("utf-8"))["supplemental"]
        self.codes = {c["_alpha3"]: (alpha2, c.get("_numeric", ""))
                      for alpha2, c in read("codeMappings.json")["codeMappings"].items()
                      if len(alpha2) == 2 and "_alpha3" in c}
        self.codes["XKX"] = ("XK", "")
        self.spoken = read("territoryInfo.json")["territoryInfo"]
        self.cache = {}

    def territories(self, locale):
        if locale not in self.cache:
            path = self.main / locale / "territories.json"
            data = json.loads(path.read_text("utf-8"))["main"][locale] if path.exists() else {}
            self.cache[locale] = data.get("localeDisplayNames", {}).get("territories", {})
        return self.cache[locale]

    def names(self, alpha2, locale):
        """The name of a territory and its variants."""
        found = self.territories(locale)
        return [name for key, name in found.items()
                if (key == alpha2 or key.startswith(alpha2 + "-alt-")) and name != alpha2]

    def own_languages(self, alpha2):
        """The territory's official languages beyond those of LANGUAGES."""
        spoken = self.spoken.get(alpha2, {}).get("languagePopulation", {})
        tags = [tag.replace("_", "-") for tag, how in spoken.items()
                if how.get("_officialStatus") in ("official", "de_facto_official")]
        return [tag for tag in tags if tag.split("-")[0] not in LANGUAGES]


def number_cells(text):
    """COW number, COW abbreviation, Gleditsch–Ward number; that one is the COW number if left out."""
    parts = text.split()
    cow, abbreviation = (parts + ["", ""])[:2]
    return [cow, abbreviation, parts[2] if len(parts) > 2 else cow]


def state_rows(cldr):
    parts = {code: names for code, names in rows("parts.txt", 2)}
    more = {code: names for code, names in rows("more_names.txt", 2)}
    for row in rows("states.txt", 9):
        code, numbers, common, others, demonyms, capitals, sport, valid, withdrawn = row[:9]
        alpha2, numeric = cldr.codes[code]
        names = Names(common)
        for tag, locales in LANGUAGES.items():
            for locale in locales:
                for name in cldr.names(alpha2, locale):
                    if not is_read_as_another(tag, name):
                        names.add(tag, name)
        for name in split(others):
            names.add("en", name)
        for tag in cldr.own_languages(alpha2):
            for name in cldr.names(alpha2, tag):
                names.add(tag, name)
        names.add_tagged(more.get(code, ""))
        columns = names.columns()
        for mark, listed in (("demonym", demonyms), ("capital", capitals), ("part", parts.get(code, ""))):
            if split(listed):
                columns.append(f"{mark}:{'|'.join(split(listed))}")
        yield [code, "state", alpha2, withdrawn, numeric, *number_cells(numbers), sport, valid, *columns]


def former_rows():
    for code, codes, numbers, valid, common, others in (row[:6] for row in rows("former_states.txt", 6)):
        names = Names(common)
        names.add_tagged(others)
        cells = number_cells(numbers)
        if code.startswith("GW "):
            cells[2] = code[3:]
        yield [code, "former", "", codes, "", *cells, "", valid, *names.columns()]


def organisation_rows():
    for code, valid, common, others in (row[:4] for row in rows("organisations.txt", 4)):
        names = Names(common)
        names.add_tagged(others)
        yield [code, "organisation", "", "", "", "", "", "", "", valid, *names.columns()]


def folding():
    """Letters with marks by the letters without, and traditional Chinese characters by simplified ones, as lines
    of base and marked letters."""
    spelt = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ß": "ss",
             "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "a", "ς": "σ", "ى": "ي", "ة": "ه", "ٱ": "ا", "ی": "ي", "ک": "ك"}
    by_base = {}
    for traditional, simplified in TRADITIONAL.split():
        by_base.setdefault(simplified, []).append(traditional)
    ranges = [(0xC0, 0x24F), (0x370, 0x3FF), (0x400, 0x45F), (0x620, 0x64A), (0x1E00, 0x1FFF), (0xFF01, 0xFF5E)]
    for letter in [chr(n) for first, last in ranges for n in range(first, last + 1)] + list(spelt):
        if letter != letter.lower() or letter in spelt and spelt[letter] == letter:
            continue
        plain = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
        plain = spelt.get(letter) or "".join(spelt.get(c, c) for c in plain.lower())
        if plain != letter and plain.strip():
            by_base.setdefault(plain, [])
            if letter not in by_base[plain]:
                by_base[plain].append(letter)
    return [f"{base}\t{''.join(marked)}" for base, marked in sorted(by_base.items())]


def main():
    cldr = Cldr(*sys.argv[1:3])
    table = sorted([*state_rows(cldr), *former_rows(), *organisation_rows()], key=lambda row: row[0])
    lines = ["\t".join(row) for row in table]
    (HERE / "names.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    (HERE / "folding.txt").write_text("\n".join(folding()) + "\n", "utf-8")


main()
