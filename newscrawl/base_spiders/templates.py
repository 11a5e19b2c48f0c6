"""Addresses that stand for those of several editions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newscrawl.items import Edition


def with_marks(editions: Sequence[Edition], marks: Mapping[str, str]) -> list[Edition]:
    """Return *editions*, each with the mark that *marks* has for its language before its own.

    >>> with_marks([Edition("hy", ("arm",)), Edition("en", ("en",))], {"hy": "am"})[0].marks
    ('am', 'arm')
    """
    return [
        replace(edition, marks=tuple(dict.fromkeys((marks[edition.language], *edition.marks))))
        if edition.language in marks
        else edition
        for edition in editions
    ]


def addresses_in(
    templates: Sequence[str], editions: Sequence[Edition]
) -> Iterator[tuple[str, ...]]:
    """Yield the addresses that *templates* stand for, each with its alternatives.

    ``{mark}`` is the mark of an edition, ``{prefix}`` the mark and a slash, or nothing; where
    the mark is empty, ``{mark}.`` at the start of a host is nothing, too. A template without
    them stands for all editions at once.

    >>> editions = [Edition("ru"), Edition("hy", ("arm", "am"))]
    >>> for urls in addresses_in(["https://{mark}.a.example/", "https://b.example/"], editions):
    ...     print(*urls)
    https://a.example/
    https://arm.a.example/ https://am.a.example/
    https://b.example/
    """
    for template in templates:
        if "{mark}" not in template and "{prefix}" not in template:
            yield (template,)
            continue
        for edition in editions:
            yield tuple(_filled(template, mark) for mark in edition.marks)


def _filled(template: str, mark: str) -> str:
    if not mark:
        template = template.replace("//{mark}.", "//")
    return template.replace("{mark}", mark).replace("{prefix}", mark and f"{mark}/")
