"""Which language a text is in."""

import re
from collections.abc import Sequence

_SCRIPTS = {
    "Armn": re.compile(r"[\u0531-\u0587]"),
    "Geor": re.compile(r"[\u10a0-\u10ff\u1c90-\u1cbf]"),
    "Cyrl": re.compile(r"[\u0400-\u052f]"),
    "Arab": re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "Grek": re.compile(r"[\u0370-\u03ff]"),
    "Hebr": re.compile(r"[\u0590-\u05ff]"),
    "Latn": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}

_WRITTEN_IN = {
    "hy": "Armn", "ka": "Geor", "el": "Grek", "he": "Hebr",
    "ru": "Cyrl", "uk": "Cyrl", "be": "Cyrl", "bg": "Cyrl", "mk": "Cyrl",
    "kk": "Cyrl", "ky": "Cyrl", "tg": "Cyrl", "mn": "Cyrl",
    "fa": "Arab", "ar": "Arab", "ps": "Arab", "ur": "Arab", "ckb": "Arab",
}  # fmt: skip
"""ISO 15924 script of each language; Latin where it is not named."""

_SAMPLE = 300


def script_of(text: str) -> str | None:
    """Return the ISO 15924 code of the script that most letters of *text* are in, or None.

    >>> script_of("Երևան"), script_of("Баку, AZ"), script_of("2025")
    ('Armn', 'Cyrl', None)
    """
    sample = text[:_SAMPLE]
    counts = {script: len(letters.findall(sample)) for script, letters in _SCRIPTS.items()}
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] else None


def script_of_language(language: str) -> str:
    """Return the ISO 15924 code of the script of *language*, a BCP 47 tag.

    >>> script_of_language("hy"), script_of_language("uz-Cyrl"), script_of_language("az")
    ('Armn', 'Cyrl', 'Latn')
    """
    base, *subtags = language.split("-")
    for subtag in subtags:
        if subtag in _SCRIPTS:
            return subtag
    return _WRITTEN_IN.get(base, "Latn")


def language_of(text: str, edition: str, languages: Sequence[str]) -> str:
    """Return the language of *text*: that of its *edition* unless the script says otherwise.

    A text in a script that its edition is not written in, and just one other of the outlet's
    *languages* is, was published untranslated.

    >>> language_of("Баку, 3 марта", "hy", ["ru", "en", "hy"])
    'ru'
    """
    script = script_of(text)
    if script is None or script == script_of_language(edition):
        return edition
    others = [language for language in languages if script_of_language(language) == script]
    return others[0] if len(others) == 1 else edition
