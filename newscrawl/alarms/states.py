"""What was said of each outlet last, in a small file."""

import json
import logging
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from newscrawl.alarms.deciding import AlarmState
from newscrawl.files import write_whole
from newscrawl.verdicts import Verdict

logger = logging.getLogger(__name__)


class AlarmStates:
    """A folder with a file for each outlet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, outlet: str) -> AlarmState | None:
        """Return what was said of *outlet* last; None if nothing, or nothing that can be read."""
        path = self._path(outlet)
        try:
            said = json.loads(path.read_text(encoding="utf-8"))
            at = said["alarmed_at"] and datetime.fromisoformat(said["alarmed_at"])
            if at and not at.tzinfo:
                raise ValueError("alarmed_at has no offset")
            return AlarmState(Verdict(said["verdict"]), at or None)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError) as error:
            logger.warning("%s cannot be read: %r; it is begun anew", path, error)
            return None

    def put(self, outlet: str, state: AlarmState) -> None:
        """:raises OSError: if it cannot be written."""
        at = state.alarmed_at
        said = {"verdict": state.verdict, "alarmed_at": at.isoformat() if at else None}
        write_whole(self._path(outlet), json.dumps(said) + "\n")

    def _path(self, outlet: str) -> Path:
        return self.folder / f"{quote(outlet, safe='')}.json"
