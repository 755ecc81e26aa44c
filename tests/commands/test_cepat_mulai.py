"""A command is there at once: nothing is prepared that nobody asks for."""

from __future__ import annotations

import subprocess
import sys

DENGAN_NOTEBOOK = """
from simulator.commands.app import main
try:
    main(["--help"])
except SystemExit:
    import nbformat, sys
    nbformat.validate(nbformat.v4.new_notebook())
    print("parsers:", "lark" in sys.modules)
"""


def test_a_command_that_reads_notebooks_builds_no_parsers_of_addresses(root):
    hasil = subprocess.run(
        [sys.executable, "-c", DENGAN_NOTEBOOK], capture_output=True, text=True, cwd=root, check=True
    )

    assert hasil.stdout.splitlines()[-1] == "parsers: False"
