"""A newsroom in a process of its own, for as long as a ``with`` block lasts."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict

from newscrawl.demo.articles import ARMENIAN_PREFIX
from newscrawl.demo.world import Pace

_ENDS_WITHIN_S = 10.0


@contextmanager
def newsroom(
    seed: int = 7,
    articles: int = 300,
    faults: Iterable[str] = (),
    port: int = 0,
    armenian_prefix: str = ARMENIAN_PREFIX,
    moment: int = 0,
    pace: Pace | None = None,
) -> Iterator[str]:
    """Start the invented newsroom and give its origin, e.g. ``http://127.0.0.1:8000``.

    It can be moved to other moments while it runs, and its faults changed: see
    :mod:`newscrawl.demo.control`.

    :param faults: names of faults, or ``all``.
    :param pace: what happens from one moment to the next; None for the usual.
    :param port: 0 for any that is free.
    :raises RuntimeError: if it does not start; its standard error says why.
    """
    options = (
        f"--port={port}",
        f"--seed={seed}",
        f"--articles={articles}",
        f"--armenian-prefix={armenian_prefix}",
        f"--moment={moment}",
        *(f"--{name}={number}" for name, number in asdict(pace or Pace()).items()),
        *(f"--fault={name}" for name in faults),
    )
    with serving(*options) as origin:
        yield origin


@contextmanager
def serving(*options: str) -> Iterator[str]:
    """Start ``scrapy newsroom`` with these *options* and give its origin.

    :raises RuntimeError: if it does not start; its standard error says why.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "scrapy", "newsroom", *options], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        origin = process.stdout.readline().strip()
        if not origin:
            raise RuntimeError(f"the newsroom did not start: exit code {process.wait()}")
        yield origin
    finally:
        process.terminate()
        try:
            process.wait(_ENDS_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
