"""The fingerprint of an institution: every table, every row, in a spelling that no machine changes.

Also a program: ``python sidik_instansi.py SEED SIZE [CODE,…]`` prints it, for the comparison across processes.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import date, time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.institution import Institution, generate


def _plain(value: object) -> str:
    if isinstance(value, (date, time)):
        return value.isoformat()
    raise TypeError(type(value))


def sidik(inst: Institution) -> str:
    """sha256 over all rows in order."""
    digest = hashlib.sha256()
    for table in inst.tables:
        digest.update(json.dumps([table, inst.rows(table)], ensure_ascii=False, default=_plain).encode())
    return digest.hexdigest()


def main(arguments: list[str]) -> None:
    """Print the fingerprint of one institution."""
    faults = tuple(arguments[2].split(",")) if len(arguments) > 2 else ()
    print(sidik(generate("dinas_kesehatan", int(arguments[0]), int(arguments[1]), faults=faults)))


if __name__ == "__main__":
    main(sys.argv[1:])
