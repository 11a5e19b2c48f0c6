"""Which script a text or a language is written in."""

import re

SCRIPTS = {
    "Latn": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "Cyrl": re.compile(r"[\u0400-\u052f]"),
    "Arab": re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "Armn": re.compile(r"[\u0531-\u0587]"),
    "Geor": re.compile(r"[\u10a0-\u10ff\u1c90-\u1cbf]"),
    "Grek": re.compile(r"[\u0370-\u03ff]"),
    "Hebr": re.compile(r"[\u0590-\u05ff]"),
    "Hani": re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]"),
    "Hang": re.compile(r"[\uac00-\ud7af]"),
    "Deva": re.compile(r"[\u0900-\u097f]"),
    "Beng": re.compile(r"[\u0980-\u09ff]"),
    "Guru": re.compile(r"[\u0a00-\u0a7f]"),
    "Gujr": re.compile(r"[\u0a80-\u0aff]"),
    "Taml": re.compile(r"[\u0b80-\u0bff]"),
    "Telu": re.compile(r"[\u0c00-\u0c7f]"),
    "Knda": re.compile(r"[\u0c80-\u0cff]"),
    "Mlym": re.compile(r"[\u0d00-\u0d7f]"),
    "Sinh": re.compile(r"[\u0d80-\u0dff]"),
    "Thai": re.compile(r"[\u0e00-\u0e7f]"),
    "Mymr": re.compile(r"[\u1000-\u109f]"),
    "Ethi": re.compile(r"[\u1200-\u139f]"),
    "Khmr": re.compile(r"[\u1780-\u17ff]"),
}
"""ISO 15924 code to a letter of it; Chinese and Japanese are one."""

_WRITTEN_IN = {
    "hy": "Armn", "ka": "Geor", "el": "Grek", "he": "Hebr", "iw": "Hebr", "yi": "Hebr",
    "ru": "Cyrl", "uk": "Cyrl", "be": "Cyrl", "bg": "Cyrl", "mk": "Cyrl", "sr": "Cyrl",
    "kk": "Cyrl", "ky": "Cyrl", "tg": "Cyrl", "mn": "Cyrl", "tt": "Cyrl", "ba": "Cyrl",
    "os": "Cyrl", "ab": "Cyrl", "ce": "Cyrl", "av": "Cyrl",
    "fa": "Arab", "ar": "Arab", "ps": "Arab", "ur": "Arab", "ckb": "Arab", "ug": "Arab",
    "azb": "Arab", "sd": "Arab", "prs": "Arab",
    "zh": "Hani", "ja": "Hani", "yue": "Hani", "ko": "Hang", "hi": "Deva", "mr": "Deva",
    "ne": "Deva", "bn": "Beng", "as": "Beng", "pa": "Guru", "gu": "Gujr", "ta": "Taml",
    "te": "Telu", "kn": "Knda", "ml": "Mlym", "si": "Sinh", "th": "Thai", "my": "Mymr",
    "am": "Ethi", "ti": "Ethi", "km": "Khmr",
}  # fmt: skip
"""ISO 15924 script of each language; Latin where it is not named."""

_ALSO_IN = {
    "az": "Arab", "kk": "Arab", "ku": "Arab", "ky": "Arab", "pa": "Arab", "sr": "Latn",
    "tg": "Arab", "tk": "Arab", "uz": "Cyrl",
}  # fmt: skip
"""The second script of languages that have one."""

_SAMPLE = 300


def script_of(text: str) -> str | None:
    """Return the ISO 15924 code of the script that most letters of *text* are in, or None.

    >>> script_of("Երևան"), script_of("Баку, AZ"), script_of("2025")
    ('Armn', 'Cyrl', None)
    """
    sample = text[:_SAMPLE]
    if sample.isascii():
        return "Latn" if SCRIPTS["Latn"].search(sample) else None
    counts = {script: len(letters.findall(sample)) for script, letters in SCRIPTS.items()}
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] else None


def script_of_language(language: str) -> str:
    """Return the ISO 15924 code of the script of *language*, a BCP 47 tag.

    >>> script_of_language("hy"), script_of_language("uz-Cyrl"), script_of_language("az")
    ('Armn', 'Cyrl', 'Latn')
    """
    base, *subtags = language.split("-")
    for subtag in subtags:
        if subtag in SCRIPTS:
            return subtag
    return _WRITTEN_IN.get(base, "Latn")


def written_in(language: str, script: str) -> str | None:
    """Return the BCP 47 tag of *language* written in *script*, or None if it is not.

    >>> written_in("uz", "Latn"), written_in("uz", "Cyrl"), written_in("en", "Cyrl")
    ('uz', 'uz-Cyrl', None)
    """
    if script_of_language(language) == script:
        return language
    base = language.split("-")[0]
    return f"{base}-{script}" if _ALSO_IN.get(base) == script else None
