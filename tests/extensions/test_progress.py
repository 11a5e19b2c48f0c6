import subprocess
import sys

START = """
import sys
from rich.console import Console
from newscrawl.extensions.progress import Bar
Bar(Console(file=sys.stderr, force_terminal=True)).start("caliber")
"""
HIDE, SHOW = "\x1b[?25l", "\x1b[?25h"


def test_a_process_that_ends_with_its_bar_gives_the_terminal_its_cursor_back() -> None:
    done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)
    assert HIDE in done.stderr
    assert done.stderr.rindex(SHOW) > done.stderr.rindex(HIDE)
