"""Check of the browser that reads endless lists."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Sequence

from newscrawl.browser import HOW_TO_INSTALL, find_chromium
from newscrawl.doctor.findings import Finding, ok, warning

_CHECK = "browser"
_PAGE = "data:text/html,<title>newscrawl</title>"


def browser(setting: str, needed_by: Sequence[str], timeout_s: float) -> Finding:
    """Start the browser and let it show a page.

    :param setting: ``NEWSCRAWL_CHROMIUM``.
    :param needed_by: names of outlets with endless lists.
    """
    if not needed_by:
        return ok(_CHECK, "no outlet needs one")
    who = ", ".join(needed_by)
    path = find_chromium(setting)
    if path is None:
        said = f"{setting} is not there" if setting else "there is none"
        return warning(_CHECK, f"{said}: endless lists of {who} are not read", HOW_TO_INSTALL)
    why = _why_not_started(path, timeout_s)
    if why:
        return warning(_CHECK, f"{path} {why}: endless lists of {who} are not read", HOW_TO_INSTALL)
    return ok(_CHECK, f"{path} starts, for {who}")


def _why_not_started(path: str, timeout_s: float) -> str | None:
    """Return in a few words why the browser at *path* shows nothing, None if it does."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            path, "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            f"--user-data-dir={profile}", "--dump-dom", _PAGE,
        ]  # fmt: skip
        if os.geteuid() == 0:
            command.insert(1, "--no-sandbox")
        try:
            process = subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            return f"cannot be started: {error.strerror}"
        try:
            shown, _ = process.communicate(timeout=timeout_s)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return f"showed nothing in {timeout_s:g} s"
    if b"newscrawl" not in shown:
        return f"ends with {process.returncode} and shows nothing"
    return None
