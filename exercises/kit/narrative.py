"""What can be said about a text that a person grades: whether it is there and long enough, never whether it is good.

Scene: checks of manual questions. May import: kit.finding. Facts: lengths come from the form (``min_kata``).
Add: another remark about the shape of a text as a function with points 0.
"""

from __future__ import annotations

from exercises.kit.finding import Finding

_MENUNGGU = "menunggu penilaian instruktur."


def waits(pesan: str) -> bool:
    """Whether a remark only says that the text waits for a person; once there is a mark it says nothing any more."""
    return pesan.endswith(_MENUNGGU)


def length_remark(soal: str, butir: str, nama: str, teks: str, min_kata: int) -> Finding:
    """One remark without points: empty, too short, or waiting for the instructor."""
    banyak = len(teks.split())
    if not banyak:
        pesan = f"{nama} belum ditulis."
    elif banyak < min_kata:
        pesan = f"{nama} baru {banyak} kata. Usahakan sekurang-kurangnya {min_kata} kata."
    else:
        pesan = f"{nama} terisi ({banyak} kata) dan {_MENUNGGU}"
    return Finding(soal, butir, 0.0, 0.0, nama, pesan, perlu_instruktur=True)
