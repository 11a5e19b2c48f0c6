"""A newsroom in a process of its own, for as long as a ``with`` block lasts."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from newscrawl.demo.articles import ARMENIAN_PREFIX

_ENDS_WITHIN_S = 10.0


@contextmanager
def newsroom(
    seed: int = 7,
    articles: int = 300,
    faults: Iterable[str] = (),
    port: int = 0,
    armenian_prefix: str = ARMENIAN_PREFIX,
) -> Iterator[str]:
    """Start the invented newsroom and give its origin, e.g. ``http://127.0.0.1:8000``.

    :param faults: names of faults, or ``all``.
    :param port: 0 for any that is free.
    :raises RuntimeError: if it does not start; its standard error says why.
    """
    options = (
        f"--port={port}",
        f"--seed={seed}",
        f"--articles={articles}",
        f"--armenian-prefix={armenian_prefix}",
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
