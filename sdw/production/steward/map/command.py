"""`python -m sdw map`: the drawings of the regions anew, after the borders or a name changed."""

from __future__ import annotations

import sys
from argparse import Namespace

from sdw.production.steward.map import build_map


def run(_: Namespace) -> bool:
    """Write the geometry and the frames of the map from the shipped borders; prints the files."""
    for path in build_map.build():
        sys.stdout.write(f"{path}\n")
    return True
