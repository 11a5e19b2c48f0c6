"""Matplotlib's figures as SVG within a page, in the page's own colours."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any
from urllib.parse import quote

import matplotlib
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure

TEXT, FAINT = "#010101", "#010102"
"""Colours of text, and of lines that only guide the eye."""

SERIES = tuple(f"#01010{digit}" for digit in "3456789a")
"""Colours of what is told apart; the page says which they are, in the light and in the dark."""

SCALE = tuple(f"#0102{step:02x}" for step in range(6))
"""Colours from little to all."""

_VARIABLES = {
    TEXT: "--ink",
    FAINT: "--line",
    **{colour: f"--series-{place}" for place, colour in enumerate(SERIES)},
    **{colour: f"--scale-{place}" for place, colour in enumerate(SCALE)},
}
_COLOUR = re.compile("|".join(_VARIABLES))
_NAMES = re.compile(r"""(?<= id=")(?=[^"])|(?<=href="\#)|(?<=url\(\#)""")
_SIZE = re.compile(r' (?:width|height)="[\d.]+pt"')

_LEGEND_COLUMNS = 4

_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",  # text stays text: it can be read aloud, searched and copied
    "svg.hashsalt": "newscrawl",
    "text.parse_math": False,
    "font.family": "sans-serif",
    "font.size": 10,
    "text.color": TEXT,
    "axes.labelcolor": TEXT,
    "axes.edgecolor": FAINT,
    "axes.facecolor": "none",
    "axes.grid": True,
    "axes.grid.axis": "y",
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "grid.color": FAINT,
    "grid.linewidth": 0.6,
    "xtick.color": TEXT,
    "ytick.color": TEXT,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "legend.frameon": False,
    "figure.facecolor": "none",
}


@dataclass(frozen=True)
class Plot:
    """A picture, what it shows, and the same as a table."""

    title: str
    says: str
    """One sentence for who does not see it."""

    svg: Markup
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]


class Canvas:
    """A figure with one pair of axes; *height* in inches, as wide as a page."""

    def __init__(self, height: float = 2.8) -> None:
        with matplotlib.rc_context(_STYLE):
            self.figure = Figure(figsize=(9.0, height), layout="constrained")
            self.axes: Axes = self.figure.subplots()

    def svg(self, name: str, says: str) -> Markup:
        """Return the picture; *name* sets its parts apart from those of others on the page."""
        with matplotlib.rc_context(_STYLE):
            self._legend()
            out = StringIO()
            self.figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
        text, prefix = out.getvalue(), quote(name)
        text = text[text.index("<svg") :]
        text = _COLOUR.sub(lambda found: f"var({_VARIABLES[found[0]]})", text)
        text = _NAMES.sub(lambda _: f"{prefix}-", text)
        text = _SIZE.sub("", text, count=2)
        label = Markup('<svg role="img" aria-label="{}"').format(says)
        return label + Markup(text.removeprefix("<svg"))

    def _legend(self) -> None:
        handles, labels = self.axes.get_legend_handles_labels()
        if labels:
            self.figure.legend(
                handles, labels, loc="outside upper left", ncols=min(len(labels), _LEGEND_COLUMNS)
            )
