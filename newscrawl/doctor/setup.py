"""Checks of the settings and of where results go."""

import os
import re
import tempfile
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from pathlib import Path

from scrapy.settings import BaseSettings

from newscrawl.alarms.after import senders_of
from newscrawl.doctor.findings import Finding, ok, problem, warning
from newscrawl.errors import OperatorError

_CONTACT = re.compile(r"\S+@\S+\.\S+|https?://\S+\.\S+")


def contact(value: str) -> Finding:
    """:param value: the setting ``NEWSCRAWL_CONTACT``."""
    if not value:
        return problem(
            "contact",
            "NEWSCRAWL_CONTACT is not set: live sites are not crawled",
            "set it to an e-mail address or a page, in the environment",
        )
    if not _CONTACT.fullmatch(value):
        return warning(
            "contact",
            f"{value!r} is neither an e-mail address nor a page",
            "set NEWSCRAWL_CONTACT to one that outlets can reach you by",
        )
    return ok("contact", value)


def settings(
    given: Iterable[str],
    environment: Iterable[str],
    known: Collection[str],
    secret: Collection[str],
) -> Finding:
    """Look for settings that nobody reads.

    :param given: names of settings, from wherever.
    :param environment: names of variables.
    :param known: the settings there are, each of which a variable may say.
    :param secret: what only variables say.
    """
    ours = sorted(name for name in given if name.startswith("NEWSCRAWL_"))
    variables = sorted(name for name in environment if name.startswith("NEWSCRAWL_"))
    for name, names in (
        *((name, known) for name in ours),
        *((name, [*known, *secret]) for name in variables),
    ):
        if name in names:
            continue
        guess = get_close_matches(name, names, n=1)
        hint = f"did you mean {guess[0]}?" if guess else "the README has the settings"
        return warning("settings", f"{name} is no setting", hint)
    return ok("settings", f"{len(ours)} of newscrawl, all known")


def alarms(settings: BaseSettings) -> Finding:
    """Look whether alarms can be sent as the *settings* say; none is."""
    try:
        senders = senders_of(settings)
    except OperatorError as error:
        return problem("alarms", str(error), "no crawl begins before that is mended")
    names = ", ".join(sender.name for sender in senders)
    return ok("alarms", f"by {names}" if names else "nobody is told")


def folder(path: Path) -> Finding:
    """Look whether files can be made in *path*; it is not made if it is missing."""
    place = path.absolute()
    if place.is_dir():
        try:
            with tempfile.TemporaryFile(dir=place):
                return ok("output", f"{place} can be written")
        except OSError as error:
            said = f"{place} cannot be written: {error.strerror}"
    else:
        parent = next(above for above in place.parents if above.exists())
        if parent.is_dir() and os.access(parent, os.W_OK | os.X_OK):
            return ok("output", f"{place} will be made")
        said = f"{place} cannot be made in {parent}"
    return problem("output", said, "check the rights there, or name another place")
