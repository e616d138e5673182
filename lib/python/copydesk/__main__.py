"""``python -m copydesk`` is the program ``copydesk``: the same commands, outputs and exit codes."""

from __future__ import annotations

import os
import signal
import sys

from ._copydesk import run_program


def main() -> int:
    """Run the program with the arguments of the process; its exit code."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    return run_program([b"copydesk", *map(os.fsencode, sys.argv[1:])])


if __name__ == "__main__":
    sys.exit(main())
