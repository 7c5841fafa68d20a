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
# The six languages of the UN, German, Japanese and Portuguese; some with a second CLDR locale.
LANGUAGES = {
    "en": ["en", "en-GB"], "fr": ["fr", "fr-CA"], "es": ["es", "es-419"], "ru": ["ru"], "zh": ["zh"],
    "zh-Hant": ["zh-Hant", "zh-Hant-HK"], "ar": ["ar"], "de": ["de", "de-AT", "de-CH"], "ja": ["ja"],
    "pt": ["pt", "pt-PT"],
}


def rows(name, columns):
    """The rows of a list, each with at least that many columns."""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("|")
            yield cells + [""] * (columns - len(cells))


def split(text):
    return [part.strip() for part in text.split(";") if part.strip()]


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
    """Letters with marks by the letters without, as lines of base and marked letters."""
    spelt = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ß": "ss",
             "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "a", "ς": "σ", "ى": "ي", "ة": "ه", "ٱ": "ا", "ی": "ي", "ک": "ك"}
    by_base = {}
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
