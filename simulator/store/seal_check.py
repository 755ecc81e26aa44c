"""Reading the seals back and holding them against the genesis entry.

Scene: second step of a verification. May import: simulator.store.chain, seals, raw, findings, schema.
Facts: none. Add: nothing.
"""

from __future__ import annotations

from simulator.store.chain import Chain
from simulator.store.findings import Temuan
from simulator.store.raw import RawReader
from simulator.store.schema import segel
from simulator.store.seals import seals_digest, unseal

SealedRows = dict[str, dict[int, bytes]]


def read_seals(reader: RawReader, chain: Chain) -> tuple[SealedRows, list[Temuan]]:
    """Per table, the fingerprint of every row the office was born with; and what is wrong with the seals."""
    sealed: SealedRows = {}
    findings: list[Temuan] = []
    blocks: list[tuple[int, str, int, bytes, bytes]] = []
    for row in reader.rows(segel):
        try:
            kunci, sidik = reader.blob(row["kunci"]), reader.blob(row["sidik"])
            sealed.setdefault(str(row["tabel"]), {}).update(unseal(kunci, sidik))
        except (TypeError, ValueError):
            pesan = f"Segel nomor {row['segel_id']} tidak dapat dibaca."
            findings.append(Temuan("segel-rusak", "segel", row["segel_id"], pesan))
            continue
        blocks.append((row["segel_id"], str(row["tabel"]), row["blok"], kunci, sidik))
    promised = chain.entries[0].catatan.get("segel") if chain.entries else None
    if seals_digest(blocks) != promised:
        findings.append(
            Temuan(
                "segel-berubah",
                "segel",
                None,
                "Segel baris awal instansi tidak sama dengan yang dicatat saat pendirian: segel telah diubah, dihapus, "
                "atau ditambah.",
            )
        )
    return sealed, findings
