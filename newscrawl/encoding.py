"""Which encoding the bytes of a page are in, whatever it says of itself."""

from charset_normalizer import from_bytes
from w3lib.encoding import html_body_declared_encoding, resolve_encoding

_SAMPLE_BYTES = 64 * 1024

_OF_THE_WEB = [
    "cp1251", "cp1252", "cp1254", "cp1256", "cp1250", "cp1253", "koi8_r", "iso8859_9",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "utf_16",
]  # fmt: skip
"""Encodings that pages are in when they do not say; statistics alone would also find those of
old Macintoshes."""


def page_encoding(body: bytes, declared: str | None = None) -> str:
    """Return the name of the encoding that *body* is in.

    Bytes that are valid UTF-8 and not only ASCII are UTF-8: other text does not come out so
    by chance. Else the first of header, markup and statistics that can read the bytes.

    :param declared: what the header said, if anything.

    >>> page_encoding("Баку".encode(), "windows-1251")
    'utf-8'
    >>> page_encoding(b'<meta charset="windows-1251">' + "Баку".encode("cp1251"), "utf-8")
    'cp1251'
    """
    if body.isascii():
        return (declared and resolve_encoding(declared)) or "utf-8"
    if _reads(body, "utf-8"):
        return "utf-8"
    for name in (declared, html_body_declared_encoding(body[:_SAMPLE_BYTES])):
        encoding = resolve_encoding(name) if name else None
        if encoding and encoding != "utf-8" and _reads(body, encoding):
            return encoding
    if _nearly_utf8(body):
        return "utf-8"
    best = from_bytes(body[:_SAMPLE_BYTES], cp_isolation=_OF_THE_WEB).best()
    return best.encoding if best else "utf-8"


def _reads(body: bytes, encoding: str) -> bool:
    try:
        body.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _nearly_utf8(body: bytes) -> bool:
    """Tell whether *body* is UTF-8 with a few broken bytes, as a cut leaves."""
    text = body.decode("utf-8", errors="replace")
    beyond_ascii = sum(1 for character in text if character > "\x7f")
    return text.count("\ufffd") * 20 < beyond_ascii
