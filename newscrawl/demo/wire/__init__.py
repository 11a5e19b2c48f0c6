"""Wire stories and their copies in several outlets, with what is true of each.

Everything follows from a seed: any story can be told at any time, none is held in memory.
"""

from newscrawl.demo.wire.edits import HELD_OUT, KINDS
from newscrawl.demo.wire.stories import LANGUAGES, Told, Wire

__all__ = ["HELD_OUT", "KINDS", "LANGUAGES", "Told", "Wire"]
