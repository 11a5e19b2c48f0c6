"""What an alarm says, in one line, in a few, and for programs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newscrawl.alarms.deciding import Alarm

_MOST_LINES = 20
_MOST_CHARACTERS = 300


@dataclass(frozen=True)
class Message:
    """An alarm and the report of the run that gave rise to it."""

    alarm: Alarm
    report: Mapping[str, Any]
    """The run report as it can be written as JSON; ``outlet`` and ``verdict`` are there."""

    @property
    def outlet(self) -> str:
        return " ".join(str(self.report["outlet"]).split())

    @property
    def subject(self) -> str:
        """One line, e.g. ``newscrawl: caliber is blocked (was ok)``."""
        said = {"changed": "is", "repeated": "is still", "recovered": "is again"}[self.alarm.kind]
        before = self.alarm.previous
        was = f" (was {before})" if before and before is not self.alarm.verdict else ""
        return f"newscrawl: {self.outlet} {said} {self.alarm.verdict}{was}"

    @property
    def text(self) -> str:
        """The subject, what the verdict means, its reasons and the figures of the run."""
        report = self.report
        lines = [self.subject, "", self.alarm.verdict.meaning]
        lines += [f"- {reason}" for reason in report.get("reasons") or ()][:_MOST_LINES]
        lines.append("")
        lines.append(f"Run {report.get('run')}: {report.get('started_at')} to "
                     f"{report.get('ended_at')}, {report.get('finish_reason')}")  # fmt: skip
        for name in ("articles", "outcomes", "failures", "dropped"):
            if figures := report.get(name):
                told = [f"{key} {count}" for key, count in figures.items()]
                lines.append(f"{name}: {', '.join(told[:_MOST_LINES])}")
        return "\n".join(line[:_MOST_CHARACTERS] for line in lines) + "\n"

    @property
    def payload(self) -> str:
        """The report as JSON, with ``alarm``, the kind, and ``text``, which chat programs show."""
        said = {**self.report, "alarm": self.alarm.kind, "text": self.text}
        return json.dumps(said, ensure_ascii=False)
