"""What happened to one SKP: submitted, returned with a reason, approved, in the order it happened.

Scene: the history beside an SKP, for its owner and its assessor.
May import: simulator.domain, store, workflow.office, permissions and queries.
Facts: a return carries its keterangan with the day (seen in a look-alike, label simulasi).
Add: another step of the document's life in ``_TINDAKAN``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from simulator.domain.kepegawaian import Pegawai
from simulator.domain.skp import SKP, RiwayatKeterangan, StatusSKP
from simulator.store import repository
from simulator.workflow.office import Kantor
from simulator.workflow.queries import jejak, riwayat_keterangan

#: Steps that leave a keterangan; the journal and the keterangan of one SKP run in the same order.
_BERALASAN = {
    "kembalikan_skp": "Dikembalikan",
    "kembalikan_ke_draft": "Dikembalikan ke Draft oleh admin",
    "revisi_skp": "Direvisi",
}
_TINDAKAN = _BERALASAN | {"buat_skp": "Dibuat", "ajukan_skp": "Diajukan", "setujui_skp": "Disetujui"}
LUAR = "Kepala Daerah"


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One step; ``alasan`` only where somebody returned or revised the SKP."""

    hari: date
    tindakan: str
    oleh: str
    alasan: str = ""


def riwayat_skp(kantor: Kantor, skp_id: int) -> list[Peristiwa]:
    """Oldest first. What lies before the office was founded is known from the SKP's own dates and its keterangan."""
    with kantor.lihat() as connection:
        skp = repository.get(connection, SKP, skp_id)
        nama = {p.pegawai_id: p.nama for p in repository.find(connection, Pegawai)}
    entri = [satu for satu in jejak(kantor, "skp", skp_id) if satu.aksi in _TINDAKAN]
    daftar_alasan = riwayat_keterangan(kantor, skp_id)
    dicatat = sum(satu.aksi in _BERALASAN for satu in entri)
    lama, baru = daftar_alasan[: len(daftar_alasan) - dicatat], iter(daftar_alasan[len(daftar_alasan) - dicatat :])
    hasil = _sebelum_jurnal(skp, lama, nama, {satu.aksi for satu in entri})
    for satu in entri:
        oleh = nama.get(satu.pelaku_id, LUAR) if satu.pelaku_id is not None else LUAR
        alasan = next(baru).alasan if satu.aksi in _BERALASAN else ""
        hasil.append(Peristiwa(satu.hari, _TINDAKAN[satu.aksi], oleh, alasan))
    return hasil


def dikembalikan(kantor: Kantor, daftar: Iterable[SKP]) -> dict[int, date]:
    """skp_id → day of the last return, for every Draft that its assessor or the admin sent back.

    The keterangan of a revision is its owner's own, so it does not count.
    """
    pemilik = {skp.skp_id: skp.pegawai_id for skp in daftar if skp.status is StatusSKP.DRAFT}
    with kantor.lihat() as connection:
        found = repository.find(connection, RiwayatKeterangan, skp_id=list(pemilik))
    terakhir: dict[int, date] = {}
    for satu in found:
        if satu.oleh_id != pemilik[satu.skp_id]:
            terakhir[satu.skp_id] = max(satu.hari, terakhir.get(satu.skp_id, satu.hari))
    return terakhir


def _sebelum_jurnal(
    skp: SKP, daftar_alasan: list[RiwayatKeterangan], nama: dict[int, str], tercatat: set[str]
) -> list[Peristiwa]:
    hasil = [Peristiwa(r.hari, "Dikembalikan", nama.get(r.oleh_id, LUAR), r.alasan) for r in daftar_alasan]
    pemilik, penilai = (nama.get(-1 if siapa is None else siapa, LUAR) for siapa in (skp.pegawai_id, skp.penilai_id))
    if skp.diajukan_pada is not None and "ajukan_skp" not in tercatat:
        hasil.append(Peristiwa(skp.diajukan_pada, "Diajukan", pemilik))
    if skp.disetujui_pada is not None and "setujui_skp" not in tercatat:
        hasil.append(Peristiwa(skp.disetujui_pada, "Disetujui", penilai))
    return sorted(hasil, key=lambda satu: satu.hari)
