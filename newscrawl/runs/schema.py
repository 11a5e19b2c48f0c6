"""The JSON Schema of run reports; `python -m newscrawl.runs.schema` prints it."""

import json
from typing import Any

from newscrawl.runs.report import SCHEMA_VERSION, RunReport
from newscrawl.schema import record_schema
from newscrawl.verdicts import Verdict

_VERDICTS = [str(verdict) for verdict in Verdict]
_FURTHER: dict[str, dict[str, Any]] = {
    "schema_version": {"const": SCHEMA_VERSION},
    "verdict": {"enum": _VERDICTS},
    "previous_verdict": {"enum": [*_VERDICTS, None]},
    "exit_code": {"minimum": 0},
}


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every run report conforms to."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **record_schema(RunReport, _FURTHER),
    }


def as_json() -> str:
    return json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(as_json(), end="")
