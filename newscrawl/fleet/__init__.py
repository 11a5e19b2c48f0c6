"""Many runs as one: each in a process of its own, some at a time, with one end."""

from newscrawl.fleet.fleet import Fleet
from newscrawl.fleet.ordering import in_order
from newscrawl.fleet.runs import Run, State, overall, verdict_of

__all__ = ["Fleet", "Run", "State", "in_order", "overall", "verdict_of"]
