"""What people did in an office, read from its journal."""

from __future__ import annotations

from typing import Any

from simulator.store.schema import jurnal
from simulator.workflow.office import Kantor


def jurnal_orang(kantor: Kantor) -> list[tuple[Any, ...]]:
    """Day, person, hat and action of each entry, in order (moving the day itself is the system's)."""
    query = (
        jurnal.select()
        .with_only_columns(jurnal.c.hari, jurnal.c.pelaku_id, jurnal.c.peran, jurnal.c.aksi)
        .where(jurnal.c.peran != "sistem")
        .order_by(jurnal.c.nomor)
    )
    with kantor.lihat() as connection:
        return [tuple(row) for row in connection.execute(query)]
