"""What happens when a run is over: who is told, what is written, what is said in the end."""

import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from scrapy.settings import BaseSettings

from newscrawl.alarms import Alarms
from newscrawl.metrics import write_metrics
from newscrawl.runs import RunReport, keep_report
from newscrawl.runs.report import AlarmReport, summary
from newscrawl.storage import ArticleStore, StoreError
from newscrawl.verdicts import Verdict

logger = logging.getLogger(__name__)


class Ending:
    """Tells of runs in all ways that the settings ask for; nothing that goes wrong is raised.

    :param quiet: say nothing of a run that went well.
    :raises OperatorError: for settings that no alarm could be sent by.
    """

    def __init__(self, settings: BaseSettings, *, quiet: bool = False) -> None:
        self.settings = settings
        self.quiet = quiet
        self.alarms = Alarms.from_settings(settings)

    def tell(self, report: RunReport, path: Path | None) -> None:
        """:param path: where *report* was written already, if it was."""
        told = self.alarms.after_run(report.to_dict(), datetime.now(UTC))
        if told is not None:
            alarm = AlarmReport(
                kind=told.alarm.kind, sent=list(told.sent), failed=list(told.failed)
            )
            report = replace(report, alarm=alarm)
        if told is not None or path is None:
            path = self._write(report)
        if folder := self.settings["NEWSCRAWL_METRICS_PATH"]:
            _attempt("metrics", lambda: write_metrics(Path(folder), report.to_dict()))
        self._say(report, path)

    def leave(self, report: RunReport) -> None:
        """Leave a *report* without waiting for anybody: neither alarms nor the database."""
        self._say(report, self._keep(report))

    def _write(self, report: RunReport) -> Path | None:
        if report.run and (url := self.settings["NEWSCRAWL_DATABASE_URL"]):
            _attempt("report", lambda: _note(url, report))
        return self._keep(report)

    def _keep(self, report: RunReport) -> Path | None:
        folder = self.settings["NEWSCRAWL_RUNS_PATH"]
        if not folder:
            return None
        keep = self.settings.getint("NEWSCRAWL_RUNS_KEEP")
        return _attempt("report", lambda: keep_report(Path(folder), report, keep))

    def _say(self, report: RunReport, path: Path | None) -> None:
        good = Verdict(report.verdict).good
        said = summary(report, str(path) if path else None)
        if not self.quiet:
            logger.log(logging.INFO if good else logging.WARNING, "%s", said)
        elif not good:
            print(said, file=sys.stderr)


def _note(url: str, report: RunReport) -> None:
    assert report.run is not None
    with ArticleStore(url) as store:
        store.note_report(report.run, report.verdict, report.to_dict())


def _attempt(what: str, write: Callable[[], Path | None]) -> Path | None:
    try:
        return write()
    except (OSError, StoreError) as error:
        logger.error("the %s of the run cannot be written: %s", what, error)
        return None
