"""Other people's tools, where they are installed."""

import os
import shutil
import sys
from pathlib import Path


def tool(name: str) -> str | None:
    """The path of a command."""
    places = [os.environ.get("BENCH_TOOLS", ""), str(Path(sys.executable).parent), os.environ.get("PATH", "")]
    return shutil.which(name, path=os.pathsep.join(filter(None, places)))
