"""One finding of a rule: what is wrong, where, how to mend it, and which rule says so.

Scene: returned by the stage files of simulator/rules. Pure standard library.
Add: a field only when every stage can fill it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding; ``kode`` is stable, ``aturan`` a rule id, ``objek``/``objek_id`` say which row it is about.

    ``wajib`` is False for advice: worth saying, never a reason to refuse.
    """

    kode: str
    pesan: str
    aturan: str
    objek: str = ""
    objek_id: int | None = None
    wajib: bool = True
