"""Figures as Prometheus reads them."""

import stat
from datetime import datetime
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from newscrawl.metrics import exposition, write_metrics
from newscrawl.verdicts import Verdict
from tests.reports import report


def read(text: str) -> dict[str, dict[tuple[str, ...], float]]:
    """Name to the values of labels, ``outlet`` left out, to the figure."""
    figures: dict[str, dict[tuple[str, ...], float]] = {}
    for family in text_string_to_metric_families(text):
        assert family.type == "gauge"
        assert family.documentation
        for sample in family.samples:
            labels = dict(sample.labels)
            assert labels.pop("outlet") == "caliber"
            values = figures.setdefault(sample.name, {})
            assert tuple(labels.values()) not in values
            values[tuple(labels.values())] = sample.value
    return figures


def test_the_figures_of_a_run_are_those_of_its_report() -> None:
    figures = read(exposition(report(Verdict.DEGRADED)))
    assert figures["newscrawl_run_articles"] == {("stored",): 19, ("failed",): 41}
    assert figures["newscrawl_run_texts"][("new",)] == 19
    assert figures["newscrawl_run_listed_articles"] == {("new",): 60, ("known",): 57}
    assert figures["newscrawl_run_field_ratio"][("byline",)] == 0.93
    assert figures["newscrawl_run_response_bytes"] == {(): 123456}
    assert figures["newscrawl_run_duration_seconds"] == {(): 600}
    newest = datetime.fromisoformat("2031-03-04T05:58:00+04:00").timestamp()
    assert figures["newscrawl_newest_article_timestamp_seconds"] == {(): newest}


def test_one_verdict_is_1_and_the_others_are_0() -> None:
    verdicts = read(exposition(report(Verdict.BLOCKED)))["newscrawl_run_verdict"]
    assert verdicts == {(verdict,): verdict is Verdict.BLOCKED for verdict in Verdict}


def test_a_run_that_brought_nothing_leaves_what_was_known() -> None:
    good = report(Verdict.OK)
    later = "2031-03-05T02:00:00+00:00"
    bad = report(Verdict.FAILED, started_at=later, ended_at=later, newest=None)
    first = read(exposition(good))
    assert "newscrawl_last_good_run_timestamp_seconds" not in read(exposition(bad))
    then = read(exposition(bad, exposition(good)))
    for name in (
        "newscrawl_last_good_run_timestamp_seconds",
        "newscrawl_newest_article_timestamp_seconds",
    ):
        assert then[name] == first[name]
    name = "newscrawl_last_run_timestamp_seconds"
    assert then[name][()] == first[name][()] + 24 * 3600 - 600


def test_a_file_that_something_has_spoilt_is_begun_anew(tmp_path: Path) -> None:
    path = write_metrics(tmp_path, report(Verdict.OK))
    whole = path.read_text(encoding="utf-8")
    name = "newscrawl_last_good_run_timestamp_seconds"
    for spoilt in (b"\xff\x00" * 100, f'{name}{{outlet="caliber"}} 1e+-5\n'.encode()):
        path.write_bytes(spoilt)
        write_metrics(tmp_path, report(Verdict.OK))
        assert path.read_text(encoding="utf-8") == whole


def test_an_article_from_the_future_does_not_hide_that_none_comes() -> None:
    figures = read(exposition(report(Verdict.OK, newest="2099-01-01T00:00:00+00:00")))
    newest = figures["newscrawl_newest_article_timestamp_seconds"]
    assert newest == figures["newscrawl_last_run_timestamp_seconds"]


def test_reasons_are_kept_few_and_may_hold_anything() -> None:
    reasons = {f"http {status}": 1 for status in range(500, 530)}
    odd = 'a "quote", a \\ and\na line'
    figures = read(exposition(report(Verdict.FAILED, failures={**reasons, odd: 99})))
    failures = figures["newscrawl_run_failures"]
    assert len(failures) == 21
    assert failures[(odd,)] == 99
    assert failures[("other",)] == 11


def test_each_outlet_has_a_file_that_the_exporter_may_read(tmp_path: Path) -> None:
    for outlet in ("caliber", "../outlet.example:8000", "caliber"):
        path = write_metrics(tmp_path / "metrics", report(Verdict.OK, outlet=outlet))
        assert path.parent == tmp_path / "metrics"
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
        text = path.read_text(encoding="utf-8")
        assert list(text_string_to_metric_families(text))
    assert sorted(file.suffix for file in path.parent.iterdir()) == [".prom", ".prom"]
