"""A few numbers that stand for a text: two texts that share passages share some of them."""

import unicodedata
from functools import lru_cache
from hashlib import blake2b

from newscrawl.text import words

MIN_WORDS = 30
"""A text of fewer words, headline included, has no signature: too little to tell a copy by."""

SIGNATURE_SIZE = 24
"""How many numbers a signature has at most.

Measured on copies at known truth with up to a third of their words changed: of 24 values each
copy shared two or more with its original; of 16, one in sixty shared only one. To ask for two left
a fifth of the candidates out.
"""

SHINGLE_WORDS = 3
"""Words of one shingle."""

_MAX_WORDS = 5000
"""What follows in a longer text is not read."""

_CACHED_WORDS = 50_000


def signature(headline: str | None, body: str | None) -> tuple[int, ...]:
    """Return the bottom-k sketch of the shingles of a text: at most :data:`SIGNATURE_SIZE` numbers,
    ascending, each of 0 to below 2**63, the same in every process and on every machine.

    A shingle is a run of :data:`SHINGLE_WORDS` words (A. Broder, "On the resemblance and
    containment of documents", 1997). Each is hashed: words first, of which most were met before,
    then these numbers together (tabulation hashing). The smallest hashes are kept; the same
    shingles are small in every text, so that the share of the sketches that agrees estimates the
    share of the shingles (E. Cohen and H. Kaplan, "Summarizing data using bottom-k sketches",
    2007). A part of a text, too, has those of its shingles that are small in the whole.

    Words are those of :func:`newscrawl.text.content_hash`. The result is empty below
    :data:`MIN_WORDS` words.

    >>> story = "The river rose by two metres in the night and the gates were closed at dawn. " * 2
    >>> len(signature("Flood gates closed", story)), signature("Flood gates closed", "At dawn.")
    (19, ())
    """
    text = unicodedata.normalize("NFKC", f"{headline or ''}\n{body or ''}").casefold()
    found = words(text).split()[:_MAX_WORDS]
    if len(found) < MIN_WORDS:
        return ()
    one, two, three = zip(*map(_hashes, found), strict=True)
    hashed = {a ^ b ^ c for a, b, c in zip(one, two[1:], three[2:], strict=False)}
    return tuple(sorted(hashed)[:SIGNATURE_SIZE])


@lru_cache(maxsize=_CACHED_WORDS)
def _hashes(word: str) -> tuple[int, ...]:
    """Return 63 bits for each place that *word* may have in a shingle."""
    digest = blake2b(word.encode(), digest_size=8 * SHINGLE_WORDS).digest()
    return tuple(
        int.from_bytes(digest[start : start + 8], "big") >> 1 for start in range(0, len(digest), 8)
    )
