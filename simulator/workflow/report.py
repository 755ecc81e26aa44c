"""*Laporan SKP* and *Laporan Penilaian SKP*: the sheets other systems consume.

Scene: Laporan dan Rekap of the admin. May import: SQLAlchemy, simulator.domain, store, workflow.rekap and office.
Facts: six lines on top, a blank one, heads on row 8, and the field names (CONFIRMED, ekinerja-app §2.12);
``persetujuan`` as ``skp_status``, ``-`` while unrated, “Diatas”/“Dibawah” in one word (CONFIRMED, §2.10, §3.1). What
``id``, ``jenis`` and ``created_at`` hold is not documented: here the employee's key, the kind of report, and the day
the SKP was made as far as the journal knows it (label simulasi).
Add: another head only when the real report has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, RowMapping, and_, select

from simulator.domain.kepegawaian import Instansi, Jabatan, JenisJabatan, JenisPegawai, Pegawai, UnitKerja
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import StatusSKP
from simulator.store import repository
from simulator.store.schema import jabatan, jurnal, pegawai, skp
from simulator.workflow.office import Kantor
from simulator.workflow.rekap import BELUM, BarisRekap, ejaan, rekap_penilaian

KOSONG = BELUM
KOLOM_SKP = (
    "skp_id", "id", "jenis", "nip", "nama", "jabatan", "is_skp", "unit", "jenis_pegawai", "skp_status", "skp_model",
    "skp_unor", "skp_unor_atasan", "skp_unor_induk", "skp_jabatan", "skp_jenis_jabatan", "periode_awal",
    "periode_akhir", "is_plt_plh", "created_at",
)  # fmt: skip
KOLOM_PENILAIAN = (
    "jenis", "id", "nip", "nama", "periode_awal_skp", "periode_akhir_skp", "tahun_skp", "periode_id", "jenis_pegawai",
    "golru", "skp_id", "skp_penilaian_id", "skp_jabatan", "skp_unor", "skp_unor_id", "skp_unor_induk",
    "skp_jenis_jabatan", "is_skp_plt_plh_pjb", "hasil_kerja", "perilaku_kerja", "hasil_akhir", "pegawai_atasan_id",
    "pegawai_atasan_nip", "pegawai_atasan_nama", "pegawai_atasan_jabatan", "pegawai_atasan_unor_id",
    "pegawai_atasan_unor", "pegawai_atasan_golru", "waktu_dinilai", "pegawai_penilai_id",
)  # fmt: skip
# While its periods are rated, and after, an SKP simply stays "persetujuan" in the real report.
_STATUS = {StatusSKP.SELESAI.value: StatusSKP.PERSETUJUAN.value}

Baris = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Laporan:
    """A sheet: the lines on top with the blank one, the heads, and the rows one after the other."""

    nama: str
    atas: tuple[Baris, ...]
    kolom: tuple[str, ...]
    baris: Iterable[Baris]


def laporan_skp(kantor: Kantor, tahun: int, unit_id: int | None = None) -> Laporan:
    """Every active person of the units with their SKP of a year, old versions left out; also who has none."""
    with kantor.lihat() as connection:
        units = {unit.unit_id: unit for unit in repository.find(connection, UnitKerja)}
        atas = _atas(connection, "Laporan SKP", f"Tahun {tahun}", units, unit_id)
        made = select(jurnal.c.objek_id, jurnal.c.hari).where(jurnal.c.aksi == "buat_skp")
        born = {row[0]: row[1] for row in connection.execute(made)}
        there = and_(
            skp.c.pegawai_id == pegawai.c.pegawai_id, skp.c.tahun == tahun, skp.c.status != StatusSKP.DIGANTI.value
        )
        post, then = jabatan.alias("sekarang"), jabatan.alias("saat_skp")
        query = (
            select(
                skp, pegawai.c.pegawai_id.label("orang"), pegawai.c.nip, pegawai.c.nama, pegawai.c.jenis_pegawai,
                pegawai.c.unit_id.label("di_unit"), post.c.nama.label("post"), then.c.jenis.label("jenis_jabatan"),
            )
            .select_from(
                pegawai.join(post, post.c.jabatan_id == pegawai.c.jabatan_id)
                .outerjoin(skp, there)
                .outerjoin(then, then.c.jabatan_id == skp.c.jabatan_id)
            )
            .where(pegawai.c.aktif)
            .order_by(pegawai.c.unit_id, pegawai.c.nama, pegawai.c.pegawai_id, skp.c.periode_awal, skp.c.skp_id)
        )  # fmt: skip
        if unit_id is not None:
            query = query.where(repository.equals(pegawai.c.unit_id, unit_id))
        rows = [_baris_skp(row, units, born) for row in connection.execute(query).mappings()]
    return Laporan("Laporan SKP", atas, KOLOM_SKP, rows)


def _baris_skp(row: RowMapping, units: dict[int, UnitKerja], born: dict[int, date]) -> Baris:
    jenis_pegawai = JenisPegawai.dari(row["jenis_pegawai"]).label
    who = (row["nip"], row["nama"], row["post"])
    if row["skp_id"] is None:
        here = (0, units[row["di_unit"]].nama, jenis_pegawai)
        return (KOSONG, row["orang"], "SKP", *who, *here, *(KOSONG,) * 9, 0, KOSONG)
    unit = units[row["unit_id"]]
    return (
        row["skp_id"], row["orang"], "SKP", *who, 1, units[row["di_unit"]].nama, jenis_pegawai,
        _STATUS.get(row["status"], row["status"]), row["pendekatan"], row["pegawai_unit"] or unit.nama,
        _nama(units, unit.induk_id), _puncak(units, unit).nama, row["pegawai_jabatan"],
        JenisJabatan.dari(row["jenis_jabatan"]).label, _hari(row["periode_awal"]), _hari(row["periode_akhir"]),
        int(row["plt_plh_pjb"]), _hari(born.get(row["skp_id"])),
    )  # fmt: skip


def laporan_penilaian(kantor: Kantor, periode_id: int, unit_id: int | None = None) -> Laporan:
    """The results of one period with everything that other systems pay and promote by."""
    lines = rekap_penilaian(kantor, periode_id, unit_id)
    with kantor.lihat() as connection:
        periode = repository.get(connection, PeriodePenilaian, periode_id)
        units = {unit.unit_id: unit for unit in repository.find(connection, UnitKerja)}
        people = {row.pegawai_id: row for row in repository.find(connection, Pegawai)}
        posts = {row.jabatan_id: row for row in repository.find(connection, Jabatan)}
        dates = f"{periode.nama} ({periode.periode_awal:%d-%m-%Y} s.d. {periode.periode_akhir:%d-%m-%Y})"
        atas = _atas(connection, "Laporan Penilaian SKP", dates, units, unit_id)
    rows = [_baris_penilaian(line, periode, units, people, posts) for line in lines]
    return Laporan("Laporan Penilaian SKP", atas, KOLOM_PENILAIAN, rows)


def _baris_penilaian(
    line: BarisRekap,
    periode: PeriodePenilaian,
    units: dict[int, UnitKerja],
    people: dict[int, Pegawai],
    posts: dict[int, Jabatan],
) -> Baris:
    document, rated = line.skp, line.evaluasi
    person, unit = people[document.pegawai_id], units[document.unit_id]
    post = posts[document.jabatan_id]
    mine, over = document.identitas_pegawai, document.identitas_penilai
    above = people.get(document.penilai_id or 0)
    values = (None, None, None) if rated is None else (rated.rating_hasil, rated.rating_perilaku, rated.predikat)
    return (
        "Penilaian", person.pegawai_id, mine.nip if mine else person.nip, mine.nama if mine else person.nama,
        _hari(document.periode_awal), _hari(document.periode_akhir), document.tahun, periode.periode_id,
        person.jenis_pegawai.label, person.golongan, document.skp_id,
        KOSONG if rated is None else rated.evaluasi_id, mine.jabatan if mine else KOSONG,
        mine.unit if mine else unit.nama, unit.unit_id, _puncak(units, unit).nama, post.jenis.label,
        int(document.plt_plh_pjb),
        *map(ejaan, values),
        KOSONG if above is None else above.pegawai_id, over.nip or KOSONG if over else KOSONG,
        over.nama if over else KOSONG, over.jabatan if over else KOSONG,
        KOSONG if above is None else above.unit_id, over.unit if over else KOSONG,
        KOSONG if above is None else above.golongan,
        _hari(None if rated is None else rated.dinilai_pada),
        KOSONG if rated is None or rated.penilai_id is None else rated.penilai_id,
    )  # fmt: skip


def _atas(
    connection: Connection, judul: str, waktu: str, units: dict[int, UnitKerja], unit_id: int | None
) -> tuple[Baris, ...]:
    """Title, Instansi, Periode, Unor Induk, Unor, when it was pulled, and the blank line before the heads."""
    office = repository.find(connection, Instansi)[0]
    unit = None if unit_id is None else repository.get(connection, UnitKerja, unit_id)
    top = unit if unit is not None else next(iter(units.values()))
    return (
        (judul,),
        (f"Instansi : {office.kode} – {office.nama}",),
        (f"Periode : {waktu}",),
        (f"Unor Induk : {_puncak(units, top).nama}",),
        (f"Unor : {'ALL' if unit is None else unit.nama}",),
        (f"Data ditarik pada : {_hari(repository.simulated_day(connection))} (hari simulasi)",),
        (),
    )


def _puncak(units: dict[int, UnitKerja], unit: UnitKerja) -> UnitKerja:
    seen: set[int] = set()
    while unit.induk_id in units and unit.unit_id not in seen:
        seen.add(unit.unit_id)
        unit = units[unit.induk_id]
    return unit


def _nama(units: dict[int, UnitKerja], unit_id: int | None) -> str:
    return KOSONG if unit_id not in units else units[unit_id].nama


def _hari(hari: date | None) -> str:
    return KOSONG if hari is None else hari.isoformat()
