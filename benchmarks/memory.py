"""What memory a process has taken."""

import re
import resource
import sys
from pathlib import Path


def peak_mb() -> float:
    """Return the most memory that this process has held, in MB.

    ``ru_maxrss`` would be that of the process that started it, where that was larger: on Linux it
    outlives ``exec``, as proc_pid_status(5)'s ``VmHWM`` does not.
    """
    status = Path("/proc/self/status")
    if found := status.exists() and re.search(r"^VmHWM:\s+(\d+) kB", status.read_text(), re.M):
        return int(found[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
