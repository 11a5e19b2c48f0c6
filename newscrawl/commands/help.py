"""Help that holds tables."""

from collections.abc import Iterable

from scrapy.commands import ScrapyHelpFormatter


class WithTables(ScrapyHelpFormatter):
    """Leaves the lines of the epilog as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return text if "\n" in text else super()._fill_text(text, width, indent)


def table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    """Return *rows* below a heading like those of the options.

    >>> print(table("Faults", [("slow", "late answers"), ("drops", "cut connections")]))
    Faults
    ======
      slow   late answers
      drops  cut connections
    """
    rows = list(rows)
    width = max(len(name) for name, _ in rows)
    lines = [f"  {name:<{width}}  {said}" for name, said in rows]
    return "\n".join([title, "=" * len(title), *lines])
