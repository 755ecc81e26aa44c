"""Rekap Penilaian: the results of one period, as agencies export and import them.

Scene: the screen of that name, and the sheet it is downloaded as.
May import: simulator.domain, store, workflow.office.
Facts: the columns, the sheet with its heads on row 5 below institution, unit and period, “Diatas” and “Dibawah” in one
word, ``-`` while unrated (CONFIRMED, real exports, ekinerja-app §2.10, §2.12).
Add: another column only when the real export has it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection

from simulator.domain.kepegawaian import Instansi, UnitKerja
from simulator.domain.penilaian import Evaluasi, Predikat, Rating
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import SKP, StatusSKP
from simulator.store import repository
from simulator.workflow.office import Kantor

#: Column heads of *Rekap Penilaian*, as agencies import it.
KOLOM_REKAP = (
    "No",
    "NIP",
    "Nama",
    "Jabatan",
    "Rating Hasil Kinerja",
    "Rating Perilaku Kerja",
    "Predikat Kinerja Periodik",
)

#: Real exports spell these differently from the form; the rest is spelled alike.
_EJAAN: dict[Rating | Predikat, str] = {
    Rating.DI_ATAS: "Diatas Ekspektasi",
    Rating.DI_BAWAH: "Dibawah Ekspektasi",
    Predikat.KURANG: "Kurang",
}
BELUM = "-"


def ejaan(nilai: Rating | Predikat | None) -> str:
    """A rating or predikat as the application exports it."""
    return BELUM if nilai is None else _EJAAN.get(nilai, nilai.label)


@dataclass(frozen=True, slots=True)
class BarisRekap:
    """One line of Rekap Penilaian; ``evaluasi`` None while unrated (the application exports ``-``)."""

    nomor: int
    skp: SKP
    evaluasi: Evaluasi | None

    def sel(self) -> tuple[object, ...]:
        """The line under KOLOM_REKAP."""
        who, rated = self.skp.identitas_pegawai, self.evaluasi
        values = (None, None, None) if rated is None else (rated.rating_hasil, rated.rating_perilaku, rated.predikat)
        return (self.nomor, *((who.nip, who.nama, who.jabatan) if who else ("", "", "")), *map(ejaan, values))


def rekap_penilaian(kantor: Kantor, periode_id: int, unit_id: int | None = None) -> list[BarisRekap]:
    """The results of one period, by unit and person; acting SKP after the definitive one."""
    with kantor.lihat() as connection:
        periode = repository.get(connection, PeriodePenilaian, periode_id)
        documents = [skp for group in berlaku_pada(connection, periode).values() for skp in group if skp is not None]
        rated = {row.skp_id: row for row in repository.find(connection, Evaluasi, periode_id=periode_id)}
        older = repository.find(connection, SKP, skp_id=[key for key, row in rated.items() if row.predikat is not None])
    known = {skp.skp_id for skp in documents}
    documents += [skp for skp in older if skp.skp_id not in known]
    documents = [skp for skp in documents if unit_id in (None, skp.unit_id) and not _superseded(skp, documents, rated)]
    documents.sort(key=lambda skp: (skp.unit_id, skp.pegawai_id, skp.plt_plh_pjb, skp.skp_id))
    return [BarisRekap(nomor, skp, rated.get(skp.skp_id)) for nomor, skp in enumerate(documents, start=1)]


def _superseded(skp: SKP, documents: list[SKP], rated: dict[int, Evaluasi]) -> bool:
    """An unrated newer version whose older version was already rated in this period has no line of its own."""
    older = skp.versi_sebelumnya_id
    return skp.skp_id not in rated and older is not None and any(other.skp_id == older for other in documents)


def halaman_rekap(kantor: Kantor, periode_id: int, unit_id: int | None = None) -> list[tuple[object, ...]]:
    """The whole sheet, row by row: three lines that say what it is, a blank one, the heads on row 5, the people."""
    with kantor.lihat() as connection:
        periode = repository.get(connection, PeriodePenilaian, periode_id)
        unit = "Semua unit kerja" if unit_id is None else repository.get(connection, UnitKerja, unit_id).nama
        office = repository.find(connection, Instansi)[0]
    awal, akhir = periode.periode_awal, periode.periode_akhir
    return [
        (f"{office.kode} – {office.nama}",),
        (unit,),
        (f"{periode.nama} ({awal:%d-%m-%Y} s.d. {akhir:%d-%m-%Y})",),
        (),
        KOLOM_REKAP,
        *(line.sel() for line in rekap_penilaian(kantor, periode_id, unit_id)),
    ]


def berlaku_pada(connection: Connection, periode: PeriodePenilaian) -> dict[int, list[SKP | None]]:
    """Approved or finished SKP that overlap a period, per person."""
    found: defaultdict[int, list[SKP | None]] = defaultdict(list)
    for skp in repository.find(connection, SKP, status=[StatusSKP.PERSETUJUAN, StatusSKP.SELESAI]):
        if skp.periode_awal <= periode.periode_akhir and periode.periode_awal <= skp.periode_akhir:
            found[skp.pegawai_id].append(skp)
    return dict(found)
