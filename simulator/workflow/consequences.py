"""What the predikat of one period mean for the people of a team: promotion, tunjangan kinerja, angka kredit.

Scene: Rekap Instansi, for reading only. May import: simulator.domain, rules, store, workflow.kurva, rekap and office.
Facts: rules.kenaikan_pangkat, rules.tukin and rules.angka_kredit with their sources and marks; nothing is decided here.
Add: another consequence as a field of Akibat, with the id of its rule in ATURAN.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from simulator.domain.kepegawaian import Jabatan, JenisJabatan, JenisPegawai, Pegawai, UnitKerja
from simulator.domain.penilaian import Evaluasi, Predikat
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import SKP
from simulator.rules.angka_kredit import konversi
from simulator.rules.kenaikan_pangkat import periksa_predikat
from simulator.rules.tukin import komponen_kinerja
from simulator.store import repository
from simulator.workflow.kurva import setim
from simulator.workflow.office import Kantor
from simulator.workflow.rekap import BarisRekap, rekap_penilaian

#: The rules behind the columns, in their order; pages show their sources and marks.
ATURAN = ("kenaikan_pangkat.predikat", "tukin.kinerja", "tukin.contoh_kemnaker", "angka_kredit.konversi")


@dataclass(frozen=True, slots=True)
class Kebijakan:
    """The institution's own policy on the tunjangan: shares 0 to 1, ``tunjangan`` in rupiah."""

    persen: Mapping[Predikat, Decimal]
    porsi: Decimal
    tunjangan: Decimal


@dataclass(frozen=True, slots=True)
class Akibat:
    """One person's line; None where the consequence does not apply or cannot be known yet."""

    baris: BarisRekap
    pangkat: tuple[str, ...] | None
    tukin: Decimal | None
    angka_kredit: Decimal | None
    bulan: int


def akibat_tim(kantor: Kantor, periode_id: int, unit_id: int, kebijakan: Kebijakan) -> list[Akibat]:
    """The team whose curve this unit is. Raises: TidakDitemukan, DataTidakSah — the policy is impossible."""
    lines = rekap_penilaian(kantor, periode_id)
    with kantor.lihat() as connection:
        hari = repository.simulated_day(connection)
        periode = repository.get(connection, PeriodePenilaian, periode_id)
        unit = repository.get(connection, UnitKerja, unit_id)
        lines = [line for line in lines if setim(line, unit)]
        people = {
            row.pegawai_id: row
            for row in repository.find(connection, Pegawai, pegawai_id=[line.skp.pegawai_id for line in lines])
        }
        posts = {
            row.jabatan_id: row
            for row in repository.find(connection, Jabatan, jabatan_id=[line.skp.jabatan_id for line in lines])
        }
        finals = {
            row.periode_id: row.tahun
            for row in repository.find(connection, PeriodePenilaian, tipe=TipePeriodik.TAHUNAN)
        }  # fmt: skip
        yearly: dict[int, dict[int, Predikat]] = {}
        for row in repository.find(connection, Evaluasi, pegawai_id=list(people), periode_id=list(finals)):
            if row.predikat is not None:
                yearly.setdefault(row.pegawai_id, {})[finals[row.periode_id]] = row.predikat
    found = []
    for line in lines:
        given = None if line.evaluasi is None else line.evaluasi.predikat
        person, post = people[line.skp.pegawai_id], posts[line.skp.jabatan_id]
        months = _bulan(line.skp, periode)
        pangkat = None
        if person.jenis_pegawai is JenisPegawai.PNS:
            mine = yearly.get(person.pegawai_id, {})
            pangkat = _pangkat(mine, periode.tahun, min(finals.values(), default=periode.tahun), hari)
        paid = credit = None
        if given is not None:
            paid = komponen_kinerja(kebijakan.tunjangan, given, kebijakan.persen, kebijakan.porsi)
            if post.jenis is JenisJabatan.JF and post.jenjang is not None and months:
                credit = konversi(post.jenjang, given, months, hari=periode.periode_akhir)
        found.append(Akibat(line, pangkat, paid, credit, months))
    return found


def _pangkat(mine: Mapping[int, Predikat], tahun: int, pertama: int, hari: date) -> tuple[str, ...]:
    """What stands in the way of a proposal in the year after ``tahun``; years before this office are not judged."""
    return tuple(
        f"Predikat tahun {satu.objek_id} tidak ada di kantor ini; periksa di SIASN."
        if satu.objek_id is not None and satu.objek_id < pertama
        else satu.pesan
        for satu in periksa_predikat(mine, tahun + 1, hari)
    )


def _bulan(skp: SKP, periode: PeriodePenilaian) -> int:
    """Months of the period on whose last day the SKP runs, 0 to 12."""
    awal, akhir = max(skp.periode_awal, periode.periode_awal), min(skp.periode_akhir, periode.periode_akhir)
    ends = (date(akhir.year, month, monthrange(akhir.year, month)[1]) for month in range(1, 13))
    return sum(awal <= end <= akhir for end in ends)
