"""The command line: `newsrecon extract`, `reconcile`, `report`, `explain`, `stories`, `plugins` and `plugin new`, a file each.

Results go to standard output or to a file, everything about how the run went to standard error.
"""

from newsrecon.cli.program import command, main

__all__ = ["command", "main"]
