"""The figures of each outlet's last run, as Prometheus' node exporter reads them from files."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from newscrawl.files import write_whole
from newscrawl.verdicts import Verdict

_MOST_REASONS = 20
"""Each reason is a series that Prometheus keeps; what is rarer goes by ``other``."""

_LAST_GOOD = "newscrawl_last_good_run_timestamp_seconds"
_NEWEST = "newscrawl_newest_article_timestamp_seconds"

_HELP = {
    "newscrawl_run_verdict": "1 for the verdict on the last run, 0 for all others.",
    "newscrawl_run_articles": "Articles of the last run by what became of them.",
    "newscrawl_run_texts": "Articles of the last run by what was new of them.",
    "newscrawl_run_listed_articles": "What the listings of the last run showed.",
    "newscrawl_run_failures": "Articles and listings that failed in the last run.",
    "newscrawl_run_dropped_articles": "Pages of the last run that were no whole article.",
    "newscrawl_run_field_ratio": "Share of the articles of the last run that have the field.",
    "newscrawl_run_requests": "Requests of the last run.",
    "newscrawl_run_response_bytes": "Bytes received in the last run.",
    "newscrawl_run_duration_seconds": "How long the last run took.",
    "newscrawl_last_run_timestamp_seconds": "When the last run ended.",
    _LAST_GOOD: "When the last run ended that was ok or quiet.",
    _NEWEST: "First publication of the newest article known.",
}


@dataclass(frozen=True)
class Sample:
    name: str
    labels: Mapping[str, str]
    value: float

    def __str__(self) -> str:
        labels = ",".join(f'{name}="{_escaped(value)}"' for name, value in self.labels.items())
        return f"{self.name}{{{labels}}} {self.value:.15g}"


def write_metrics(folder: Path, report: Mapping[str, Any]) -> Path:
    """Write the figures of a run to its outlet's file in *folder* and return where that is.

    What the run did not bring, a good end or an article, stays as the file had it.

    :raises OSError: if it cannot be written.
    """
    path = folder / f"newscrawl_{quote(report['outlet'], safe='')}.prom"
    before = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    write_whole(path, exposition(report, before))
    return path


def exposition(report: Mapping[str, Any], before: str = "") -> str:
    """Return the figures of a run in Prometheus' text format.

    :param report: the run report, as it can be written as JSON.
    :param before: what this returned for the outlet's previous run.
    """
    lines = []
    seen = ""
    for sample in samples(report, before):
        if sample.name != seen:
            seen = sample.name
            lines += [f"# HELP {seen} {_HELP[seen]}", f"# TYPE {seen} gauge"]
        lines.append(str(sample))
    return "\n".join(lines) + "\n"


def samples(report: Mapping[str, Any], before: str = "") -> Iterator[Sample]:
    """Yield the figures of a run, those of one name together; see :func:`exposition`."""
    outlet = report["outlet"]
    verdict = Verdict(report["verdict"])

    def one(name: str, value: float, **labels: str) -> Sample:
        return Sample(name, {"outlet": outlet, **labels}, value)

    for word in Verdict:
        yield one("newscrawl_run_verdict", word is verdict, verdict=word)
    for name, label, key in (
        ("articles", "outcome", "outcomes"),
        ("texts", "change", "articles"),
        ("listed_articles", "state", "listed"),
        ("failures", "reason", "failures"),
        ("dropped_articles", "reason", "dropped"),
        ("field_ratio", "field", "fields"),
    ):
        figures = dict(report.get(key) or {})
        for key, value in _most(figures) if label == "reason" else figures.items():
            yield one(f"newscrawl_run_{name}", value, **{label: key})
    yield one("newscrawl_run_requests", report.get("requests") or 0)
    yield one("newscrawl_run_response_bytes", report.get("bytes") or 0)
    started, ended = _timestamp(report.get("started_at")), _timestamp(report.get("ended_at"))
    if ended is not None:
        if started is not None:
            yield one("newscrawl_run_duration_seconds", ended - started)
        yield one("newscrawl_last_run_timestamp_seconds", ended)
    newest = _timestamp(report.get("newest"))
    if newest is not None and ended is not None:
        newest = min(newest, ended)  # a date in the future would hide for ever that none comes
    for name, value in ((_LAST_GOOD, ended if verdict.good else None), (_NEWEST, newest)):
        known = [seen for seen in (value, _value(before, name)) if seen is not None]
        if known:
            yield one(name, max(known))


def _most(figures: Mapping[str, float]) -> Iterable[tuple[str, float]]:
    ranked = sorted(figures.items(), key=lambda item: (-item[1], item[0]))
    yield from ranked[:_MOST_REASONS]
    if rest := ranked[_MOST_REASONS:]:
        yield "other", sum(count for _, count in rest)


def _timestamp(instant: str | None) -> float | None:
    return datetime.fromisoformat(instant).timestamp() if instant else None


def _value(text: str, name: str) -> float | None:
    found = re.search(rf"^{name}\{{.*\}} (\d+(?:\.\d+)?)$", text, re.MULTILINE)
    return float(found[1]) if found else None


def _escaped(value: str) -> str:
    r"""Return *value* as it stands in a label.

    >>> print(_escaped('a "b" \\ c'))
    a \"b\" \\ c
    """
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
