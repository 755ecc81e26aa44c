"""What every page shows of who looks at it: the day, the person, their hats, whether they lead anybody, what is new.

Scene: the frame around every page, before the page itself reads anything.
May import: simulator.domain, store, workflow.
Facts: none. All of it comes from one statement, because every page pays for it; so whatever changes after the journal's
number it names counts as not yet seen (seen.py).
Add: what the frame of every page needs, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, RowMapping, Select, bindparam, exists, select, true

from simulator.domain.akun import Akun, Peran
from simulator.domain.kepegawaian import JenisJabatan, Pegawai
from simulator.store.engine import glancing
from simulator.store.rows import to_object
from simulator.store.schema import akun, instansi, jabatan, jurnal, pegawai
from simulator.workflow.office import Kantor
from simulator.workflow.pemberitahuan import belum_dibaca

#: Actions that neither are told to anybody nor change what anybody is told of. They are nearly all that a class does
#: all day; after any other the notifications are counted anew.
TIDAK_DIKABARKAN = (
    "tambah_rhk", "ubah_rhk",
    "tambah_iki", "ubah_iki", "hapus_iki",
    "tambah_lampiran", "ubah_lampiran", "hapus_lampiran",
    "tambah_rencana_aksi", "ubah_rencana_aksi", "hapus_rencana_aksi",
    "tambah_progres", "ubah_progres", "hapus_progres",
    "simpan_dokumen", "ganti_nama_dokumen", "atur_akses", "hapus_dokumen",
    "tambah_bukti", "ubah_bukti", "hapus_bukti",
    "isi_realisasi", "hapus_realisasi",
)  # fmt: skip
_NOBODY = -1
_ADMINISTRATIVE = frozenset({Peran.ADMIN, Peran.PIMPINAN})


@dataclass(frozen=True, slots=True)
class Pembuka:
    """``saya`` None: nobody is logged in, or the person is no longer there."""

    nomor: int
    hari: date
    saya: Pegawai | None
    peran: frozenset[Peran]
    punya_bawahan: bool
    #: In a post that collects angka kredit?
    fungsional: bool = False
    belum_dibaca: int = 0


@dataclass(slots=True)
class Hitungan:
    """How many notifications each person has not read, as counted last: person → (read up to, journal number, count).

    The journal only grows, so a count stays right until an entry comes that is told to somebody.
    """

    per_orang: dict[int, tuple[int, int, int]] = field(default_factory=dict)


def pembuka(kantor: Kantor, pegawai_id: int | None, dibaca: int = 0, hitungan: Hitungan | None = None) -> Pembuka:
    """The frame of one page for one person who has read the notifications up to journal entry ``dibaca``."""
    hitungan = hitungan or Hitungan()
    me = _NOBODY if pegawai_id is None else pegawai_id
    sampai, dihitung, banyak = hitungan.per_orang.get(me, (-1, 0, 0))
    with glancing(kantor.engine) as connection:
        row = connection.execute(_query(), {"saya": me, "dihitung": dihitung}).mappings().one()
        if row["pegawai_id"] is None:
            return Pembuka(row["_nomor"] or 0, row["_hari"], None, frozenset(), False)
        if sampai != dibaca or row["_kabar"]:
            banyak = belum_dibaca(connection, me, dibaca)
    hitungan.per_orang[me] = (dibaca, row["_nomor"], banyak)
    saya, memimpin, fungsional = to_object(Pegawai, row), bool(row["_bawahan"]), bool(row["_fungsional"])
    return Pembuka(row["_nomor"], row["_hari"], saya, _hats(row), memimpin, fungsional, banyak)


def _hats(row: RowMapping) -> frozenset[Peran]:
    if row["akun_pegawai_id"] is None:
        return frozenset()
    return to_object(Akun, {column.name: row[f"akun_{column.name}"] for column in akun.columns}).peran & _ADMINISTRATIVE


@cache
def _query() -> Select[Any]:
    me = bindparam("saya", type_=BigInteger)
    led = pegawai.alias()
    news = select(jurnal.c.nomor).where(
        jurnal.c.nomor > bindparam("dihitung", type_=BigInteger), jurnal.c.aksi.not_in(TIDAK_DIKABARKAN)
    )
    post = select(jabatan.c.jabatan_id).where(
        jabatan.c.jabatan_id == pegawai.c.jabatan_id, jabatan.c.jenis == JenisJabatan.JF.value
    )
    last = select(jurnal.c.nomor).order_by(jurnal.c.nomor.desc()).limit(1).scalar_subquery()
    return select(
        last.label("_nomor"),
        instansi.c.hari_simulasi.label("_hari"),
        exists(select(led.c.pegawai_id).where(led.c.atasan_id == me, led.c.aktif == true())).label("_bawahan"),
        exists(news).label("_kabar"),
        exists(post).label("_fungsional"),
        *(column.label(f"akun_{column.name}") for column in akun.columns),
        *pegawai.columns,
    ).select_from(instansi.outerjoin(pegawai, pegawai.c.pegawai_id == me).outerjoin(akun, akun.c.pegawai_id == me))
