"""JSON as pages write it: several values in a row, comments around it, commas and quotes astray."""

import json
import re
from collections.abc import Iterator

MAX_CHARS = 2_000_000
"""A longer script is not read."""

MAX_MENDED_CHARS = 300_000
"""A longer script is not mended."""

_MAX_DEPTH = 60
_WRAPPING = re.compile(r"<!--|-->|//\s*<!\[CDATA\[|//\s*\]\]>|/\*\s*<!\[CDATA\[\s*\*/"
                       r"|/\*\s*\]\]>\s*\*/|<!\[CDATA\[|\]\]>")  # fmt: skip
_GAP = re.compile(r"[\s,;]*")
_LENIENT = json.JSONDecoder(strict=False)

_SPACE = re.compile(r"\s*")
_PLAIN_RUN = re.compile(r'[^"\\\x00-\x1f]+')
_WORD = re.compile(r"[^\s,:{}\[\]\"]+")
_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})')
_AFTER_KEY = re.compile(r"\s*:")
_AFTER_ENTRY = re.compile(r"\s*(?:\Z|[}\]]|,\s*(?:\Z|[}\]])|,?\s*\"[^\"]{1,80}(?:\"\s*:|\Z))")
_AFTER_ELEMENT = re.compile(r"\s*(?:\Z|[}\]]|,\s*(?:\Z|[\"{\[}\]]|-?\d|true|false|null))")
_LITERALS = {"true", "false", "null"}
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")


def json_values(text: str) -> list[object]:
    """Return the JSON values of *text*, mended where it is broken; none if nothing can be read.

    Takes time in proportion to the length of *text*, whatever it holds.

    >>> json_values('{"a": 1} {"b": [2,],}')
    [{'a': 1}, {'b': [2]}]
    >>> json_values('{"headline": "They said "no" twice", "section": "Po')
    [{'headline': 'They said "no" twice', 'section': 'Po'}]
    """
    if len(text) > MAX_CHARS:
        return []
    try:
        return list(_in_a_row(text))
    except (ValueError, RecursionError):
        pass
    if len(text) > MAX_MENDED_CHARS:
        return []
    try:
        return list(_in_a_row(_Mender(_WRAPPING.sub(" ", text)).mended()))
    except (ValueError, RecursionError):
        return []


def _in_a_row(text: str) -> Iterator[object]:
    """Yield the values that stand one after the other.

    :raises ValueError: if something else stands between them.
    :raises RecursionError: if they are nested too deeply.
    """
    at = _end(_GAP, text, 0)
    while at < len(text):
        value, at = _LENIENT.raw_decode(text, at)
        yield value
        at = _end(_GAP, text, at)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


class _Mender:
    """Rewrites broken JSON, left to right in one pass, so that a strict reader takes it.

    A quote inside a string ends it only if what follows could follow a string at this place.
    Commas and colons are set anew; what is open at the end is closed.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.written: list[str] = []
        self.open: list[str] = []
        self.awaits = "value"  # or "key", "colon"; inside an object they take turns

    def mended(self) -> str:
        """Return the rewritten text.

        :raises ValueError: if it is nested too deeply.
        """
        text, at = self.text, self._start()
        while (at := _end(_SPACE, text, at)) < len(text):
            sign = text[at]
            if sign in "{[":
                self._opens(sign)
            elif sign in "}]":
                self._closes(sign)
            elif sign == ":":
                self._colon()
            elif sign == '"':
                at = self._string(at + 1)
                continue
            elif sign == ",":
                self._comma()
            else:
                at = self._word(at)
                continue
            at += 1
        while self.open:
            self._closes("}" if self.open[-1] == "{" else "]")
        return "".join(self.written)

    def _start(self) -> int:
        starts = [at for at in (self.text.find("{"), self.text.find("[")) if at >= 0]
        return min(starts, default=len(self.text))

    def _write(self, value: str) -> None:
        """Write a whole value, or a bracket that begins one."""
        if self.awaits == "colon":
            self._colon()
        if self.awaits == "value" and self.written and self.written[-1] not in ("{", "[", ":"):
            self.written.append(",")
        self.written.append(value)

    def _opens(self, bracket: str) -> None:
        if len(self.open) >= _MAX_DEPTH:
            raise ValueError("nested too deeply")
        if self.awaits == "key":
            self._key('""')
        self._write(bracket)
        self.open.append(bracket)
        self.awaits = "key" if bracket == "{" else "value"

    def _closes(self, bracket: str) -> None:
        """Close the innermost list or object; a bracket of the wrong kind is taken for the right
        one, a bracket too many for nothing."""
        if not self.open:
            return
        if self.awaits == "colon" or (self.open[-1] == "{" and self.written[-1] == ":"):
            if self.awaits == "colon":
                self._colon()
            self.written.append("null")
        self.written.append("}" if self.open.pop() == "{" else "]")
        self._value_done()

    def _comma(self) -> None:
        """Write what should stand before a comma; the comma itself comes with the next value."""
        if self.written[-1] == ":":
            self._scalar("null")

    def _value_done(self) -> None:
        self.awaits = "key" if self.open and self.open[-1] == "{" else "value"

    def _colon(self) -> None:
        if self.awaits == "colon":
            self.written.append(":")
            self.awaits = "value"

    def _key(self, key: str) -> None:
        if self.written[-1] != "{":
            self.written.append(",")
        self.written.append(key)
        self.awaits = "colon"

    def _scalar(self, value: str) -> None:
        if self.awaits == "key":
            self._key(value if value.startswith('"') else f'"{value}"')
        elif self.open:
            self._write(value)
            self._value_done()

    def _string(self, at: int) -> int:
        """Take over the string whose characters begin at *at*; return where the text goes on."""
        text, parts = self.text, []
        if self.awaits == "key":
            ending = _AFTER_KEY
        else:
            ending = _AFTER_ENTRY if self.open[-1:] == ["{"] else _AFTER_ELEMENT
        while at < len(text):
            if run := _PLAIN_RUN.match(text, at):
                parts.append(run[0])
                at = run.end()
            elif text[at] == '"':
                at += 1
                if ending.match(text, at):
                    break
                parts.append('\\"')
            elif escape := _ESCAPE.match(text, at):
                parts.append(escape[0])
                at = escape.end()
            else:
                parts.append(" " if text[at] != "\\" else "")
                at += 1
        self._scalar(f'"{"".join(parts)}"')
        return at

    def _word(self, at: int) -> int:
        """Take over a number or a name that stands without quotes."""
        found = _WORD.match(self.text, at)
        if found is None:
            return at + 1
        word = found[0]
        self._scalar(word if word in _LITERALS or _NUMBER.fullmatch(word) else json.dumps(word))
        return found.end()
