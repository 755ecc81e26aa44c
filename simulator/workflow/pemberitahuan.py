"""Pemberitahuan: what others did that concerns one person, read from the journal.

Scene: the page of that name and the number beside its menu entry. Nothing here changes anything.
May import: SQLAlchemy, simulator.domain, rules.keberatan, store, workflow.office.
Facts: none (label simulasi): the sources document no notifications. What one did oneself is no news.
Add: an event as a row of ``_peristiwa`` and its sentence in ``_SEBUT``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
)

from simulator.domain.kepegawaian import StatusPenugasan
from simulator.domain.label import Berlabel
from simulator.domain.penilaian import Predikat, StatusKeberatan
from simulator.domain.periode import PeriodePenilaian
from simulator.rules.keberatan import batas_keberatan
from simulator.store import repository
from simulator.store.schema import (
    ekspektasi,
    evaluasi,
    jurnal,
    keberatan,
    matriks_anggota,
    pak,
    pegawai,
    penugasan,
    skp,
    tim_kerja_anggota,
    umpan_balik,
    umpan_rekan,
)
from simulator.workflow.office import Kantor

#: A page shows this many.
SEKALI_TAMPIL = 60
Gambar = Mapping[str, Any]


class Jenis(Berlabel):
    """What happened (label simulasi)."""

    DIAJUKAN = "ajukan_skp", "SKP menunggu persetujuan"
    DIKEMBALIKAN = "kembalikan_skp", "SKP dikembalikan"
    KE_DRAFT = "kembalikan_ke_draft", "SKP dikembalikan admin"
    DISETUJUI = "setujui_skp", "SKP disetujui"
    EKSPEKTASI = "isi_ekspektasi", "Ekspektasi pimpinan"
    DIBAGIKAN = "sinkronkan_skp_bawahan", "RHK pimpinan dibagikan"
    UMPAN_BALIK = "beri_umpan_balik", "Umpan balik"
    REKAN = "beri_umpan_rekan", "Umpan balik rekan kerja"
    RATING = "beri_rating", "Hasil penilaian"
    KEBERATAN = "ajukan_keberatan", "Keberatan diajukan"
    PENJELASAN = "beri_penjelasan", "Penjelasan atas keberatan"
    PUTUSAN = "putuskan_keberatan", "Keberatan diputus"
    PAK = "setujui_pak", "PAK disetujui"
    TIM = "tambah_anggota_tim", "Tim kerja"
    PERPANJANGAN = "perpanjang_periode", "Batas pengisian diperpanjang"
    DATA_PEGAWAI = "atur_pegawai", "Data pegawai diperbaiki"
    PENUGASAN = "daftarkan_penugasan", "Penugasan PLT/PLH"


@dataclass(frozen=True, slots=True)
class Pemberitahuan:
    """One event; ``nomor`` is its journal entry. ``milik``: about one's own record, not that of somebody one leads."""

    nomor: int
    hari: date
    jenis: Jenis
    oleh: str
    kalimat: str
    rincian: str
    milik: bool
    skp_id: int | None
    periode_id: int | None
    keberatan_id: int | None


def pemberitahuan(kantor: Kantor, pegawai_id: int, *, banyak: int = SEKALI_TAMPIL) -> list[Pemberitahuan]:
    """The latest events for one person, newest first."""
    query = select(jurnal).where(_untuk(pegawai_id)).order_by(jurnal.c.nomor.desc()).limit(banyak)
    with kantor.lihat() as connection:
        rows = connection.execute(query).mappings().all()
        names = _nama(connection)
        periods = {periode.periode_id: periode.nama for periode in repository.find(connection, PeriodePenilaian)}
        return [_satu(connection, dict(row), pegawai_id, names, periods) for row in rows]


def belum_dibaca(connection: Connection, pegawai_id: int, dibaca: int) -> int:
    """How many events came after journal entry ``dibaca``, in one query."""
    return int(connection.execute(_hitung(), {"saya": pegawai_id, "dibaca": dibaca}).scalar_one())


@cache
def _hitung() -> Select[Any]:
    """Put together once: every page asks it, and making it takes longer than answering it."""
    me, read = bindparam("saya", type_=BigInteger), bindparam("dibaca", type_=BigInteger)
    return select(func.count()).select_from(jurnal).where(jurnal.c.nomor > read, _untuk(me))


def _untuk(me: int | BindParameter[int]) -> ColumnElement[bool]:
    """Done by somebody else, and about this person."""
    return and_(
        or_(jurnal.c.pelaku_id.is_(None), jurnal.c.pelaku_id != me),
        or_(*(and_(jurnal.c.aksi.in_([jenis.value for jenis in kinds]), about) for kinds, about in _peristiwa(me))),
    )


def _peristiwa(me: int | BindParameter[int]) -> list[tuple[tuple[Jenis, ...], ColumnElement[bool]]]:
    object_id = jurnal.c.objek_id
    mine = select(skp.c.skp_id).where(skp.c.pegawai_id == me)
    led = select(skp.c.skp_id).where(skp.c.penilai_id == me)
    rated = select(evaluasi.c.evaluasi_id).where(evaluasi.c.pegawai_id == me)
    filed = select(keberatan.c.keberatan_id).where(keberatan.c.diajukan_oleh_id == me)
    against = keberatan.join(evaluasi, evaluasi.c.evaluasi_id == keberatan.c.evaluasi_id)
    to_explain = select(keberatan.c.keberatan_id).select_from(against).where(evaluasi.c.penilai_id == me)
    to_decide = (
        select(keberatan.c.keberatan_id)
        .select_from(against.join(pegawai, pegawai.c.pegawai_id == evaluasi.c.penilai_id))
        .where(pegawai.c.atasan_id == me)
    )
    hopes = select(ekspektasi.c.ekspektasi_id).where(ekspektasi.c.skp_id.in_(mine))
    words = select(umpan_balik.c.umpan_id).where(umpan_balik.c.skp_id.in_(mine))
    # Of colleagues only the assessor hears: news at the hour of giving would tell the receiver who gave.
    seen = select(umpan_rekan.c.umpan_rekan_id).where(umpan_rekan.c.skp_id.in_(led))
    shared = select(matriks_anggota.c.skp_pimpinan_id).where(matriks_anggota.c.pegawai_id == me)
    joined = select(tim_kerja_anggota.c.anggota_id).where(tim_kerja_anggota.c.pegawai_id == me)
    return [
        ((Jenis.DIAJUKAN,), object_id.in_(led)),
        ((Jenis.DIKEMBALIKAN, Jenis.KE_DRAFT, Jenis.DISETUJUI), object_id.in_(mine)),
        ((Jenis.EKSPEKTASI,), object_id.in_(hopes)),
        ((Jenis.DIBAGIKAN,), object_id.in_(shared)),
        ((Jenis.UMPAN_BALIK,), object_id.in_(words)),
        ((Jenis.REKAN,), object_id.in_(seen)),
        ((Jenis.RATING,), object_id.in_(rated)),
        ((Jenis.KEBERATAN,), object_id.in_(to_explain)),
        ((Jenis.PENJELASAN,), or_(object_id.in_(filed), object_id.in_(to_decide))),
        ((Jenis.PUTUSAN,), or_(object_id.in_(filed), object_id.in_(to_explain))),
        ((Jenis.PAK,), object_id.in_(select(pak.c.pak_id).where(pak.c.pegawai_id == me))),
        ((Jenis.TIM,), object_id.in_(joined)),
        ((Jenis.PERPANJANGAN,), jurnal.c.objek == "periode_penilaian"),
        ((Jenis.DATA_PEGAWAI,), object_id == me),
        ((Jenis.PENUGASAN,), object_id.in_(select(penugasan.c.penugasan_id).where(penugasan.c.pegawai_id == me))),
    ]


def _nama(connection: Connection) -> dict[int, str]:
    return {row.pegawai_id: row.nama for row in connection.execute(select(pegawai.c.pegawai_id, pegawai.c.nama))}


@dataclass(frozen=True, slots=True)
class _Bahan:
    """What a sentence is made of: the images of the entry, by table, and names."""

    gambar: Mapping[str, Gambar]
    oleh: str
    pemilik: str
    milik: bool
    periode: str

    def satu(self, tabel: str) -> Gambar:
        """The row of a table after the action."""
        return self.gambar.get(tabel, {})


def _satu(
    connection: Connection, row: Mapping[str, Any], me: int, names: dict[int, str], periods: dict[int, str]
) -> Pemberitahuan:
    images = {change["tabel"]: change["baru"] for change in json.loads(row["isi"])["perubahan"] if change["baru"]}
    jenis, image = Jenis.dari(row["aksi"]), images.get(row["objek"], {})
    skp_id = row["objek_id"] if row["objek"] in ("skp", "matriks") else image.get("skp_id")
    periode_id = row["objek_id"] if row["objek"] == "periode_penilaian" else image.get("periode_id")
    keberatan_id = row["objek_id"] if row["objek"] == "keberatan" else None
    owner = me
    if keberatan_id is not None:
        owner, skp_id, periode_id = _perkara(connection, keberatan_id)
    elif jenis is Jenis.DIAJUKAN:
        owner = image.get("pegawai_id", me)
    elif jenis is Jenis.REKAN:
        owner = _pemilik(connection, image["skp_id"])
    elif skp_id is None and jenis is Jenis.RATING:
        skp_id, periode_id = _evaluasi(connection, row["objek_id"])
    by = "Kepala Daerah" if row["pelaku_id"] is None else names.get(row["pelaku_id"], "seseorang")
    bahan = _Bahan(images, by, names.get(owner, "seorang pegawai"), owner == me, periods.get(periode_id or -1, ""))
    said, details = _SEBUT[jenis](bahan)
    # A name that ends in a title brings its own full stop.
    said = said.replace("..", ".")
    return Pemberitahuan(
        row["nomor"], row["hari"], jenis, by, said, details, owner == me, skp_id, periode_id, keberatan_id
    )  # fmt: skip


def _perkara(connection: Connection, keberatan_id: int) -> tuple[int, int, int]:
    """(who objected, SKP, period) of an objection."""
    query = (
        select(evaluasi.c.pegawai_id, evaluasi.c.skp_id, evaluasi.c.periode_id)
        .join(keberatan, keberatan.c.evaluasi_id == evaluasi.c.evaluasi_id)
        .where(keberatan.c.keberatan_id == keberatan_id)
    )
    found = connection.execute(query).one()
    return found[0], found[1], found[2]


def _evaluasi(connection: Connection, evaluasi_id: int) -> tuple[int, int]:
    query = select(evaluasi.c.skp_id, evaluasi.c.periode_id).where(evaluasi.c.evaluasi_id == evaluasi_id)
    found = connection.execute(query).one()
    return found[0], found[1]


def _pemilik(connection: Connection, skp_id: int) -> int:
    return int(connection.execute(select(skp.c.pegawai_id).where(skp.c.skp_id == skp_id)).scalar_one())


def _hari(isi: object) -> str:
    return f"{date.fromisoformat(str(isi)):%d-%m-%Y}"


def _dikembalikan(b: _Bahan) -> tuple[str, str]:
    year, reason = b.satu("skp").get("tahun", ""), b.satu("riwayat_keterangan").get("alasan", "")
    return f"SKP {year} Anda dikembalikan oleh {b.oleh}. Perbaiki, lalu ajukan lagi.", reason


def _rating(b: _Bahan) -> tuple[str, str]:
    given = b.satu("evaluasi")
    until = ""
    if given.get("dinilai_pada"):
        last = batas_keberatan(date.fromisoformat(str(given["dinilai_pada"])))
        until = f"Bila tidak sesuai, keberatan dapat diajukan sampai {last:%d-%m-%Y}."
    predikat = Predikat.dari(given["predikat"]).label if given.get("predikat") else "–"
    return f"Hasil {b.periode}: predikat {predikat}, dari {b.oleh}. {until}".strip(), given.get("catatan", "")


def _rekan(b: _Bahan) -> tuple[str, str]:
    """The words stand on the pages that ask who may read them."""
    return f"{b.oleh} memberi umpan balik rekan kerja tentang {b.pemilik} ({b.periode}), sebagai bahan Anda.", ""


def _putusan(b: _Bahan) -> tuple[str, str]:
    given = b.satu("keberatan")
    status = StatusKeberatan.dari(given["status"]).label if given.get("status") else "diputus"
    whose = "Keberatan Anda" if b.milik else f"Keberatan {b.pemilik}"
    return f"{whose} atas {b.periode}: {status}.", given.get("keputusan", "")


def _penjelasan(b: _Bahan) -> tuple[str, str]:
    said = b.satu("keberatan").get("penjelasan_penilai", "")
    if b.milik:
        return f"{b.oleh} memberi penjelasan atas keberatan Anda ({b.periode}).", said
    return f"Keberatan {b.pemilik} atas {b.periode} sudah dijelaskan penilainya dan menunggu keputusan Anda.", said


def _pak(b: _Bahan) -> tuple[str, str]:
    given = b.satu("pak")
    earned = str(given.get("angka_kredit", "–")).replace(".", ",")
    return f"PAK {given.get('tahun', '')} Anda disetujui {b.oleh}: {earned} angka kredit.", ""


def _perpanjangan(b: _Bahan) -> tuple[str, str]:
    row = b.satu("periode_penilaian")
    until = _hari(row["batas_pengisian"]) if row.get("batas_pengisian") else "–"
    return f"Batas pengisian {b.periode} diperpanjang sampai {until}.", b.satu("perpanjangan").get("alasan", "")


def _penugasan(b: _Bahan) -> tuple[str, str]:
    row = b.satu("penugasan")
    status = StatusPenugasan.dari(row["status"]).label if row.get("status") else "PLT/PLH"
    said = f"{b.oleh} mendaftarkan Anda sebagai {status}. Buat SKP kedua dengan tanda “SKP PLT / PLH / PJB”."
    return said, row.get("dasar", "")


#: The sentence and the details of each kind.
_SEBUT: dict[Jenis, Callable[[_Bahan], tuple[str, str]]] = {
    Jenis.DIAJUKAN: lambda b: (f"{b.pemilik} mengajukan SKP {b.satu('skp').get('tahun', '')} kepada Anda.", ""),
    Jenis.DIKEMBALIKAN: _dikembalikan,
    Jenis.KE_DRAFT: _dikembalikan,
    Jenis.DISETUJUI: lambda b: (
        f"SKP {b.satu('skp').get('tahun', '')} Anda disetujui {b.oleh}. Penilaian sudah terbuka.", "",
    ),
    Jenis.EKSPEKTASI: lambda b: (f"{b.oleh} menulis ekspektasi pada SKP Anda.", b.satu("ekspektasi").get("teks", "")),
    Jenis.DIBAGIKAN: lambda b: (f"{b.oleh} membagikan RHK pimpinan; Anda dapat memilihnya pada SKP Anda.", ""),
    Jenis.UMPAN_BALIK: lambda b: (
        f"Umpan balik {b.periode} dari {b.oleh}.", b.satu("umpan_balik").get("teks", ""),
    ),
    Jenis.REKAN: _rekan,
    Jenis.RATING: _rating,
    Jenis.KEBERATAN: lambda b: (
        f"{b.pemilik} mengajukan keberatan atas {b.periode}. Beri penjelasan.", b.satu("keberatan").get("alasan", ""),
    ),
    Jenis.PENJELASAN: _penjelasan,
    Jenis.PUTUSAN: _putusan,
    Jenis.PAK: _pak,
    Jenis.TIM: lambda b: (f"{b.oleh} memasukkan Anda ke dalam sebuah tim kerja.", ""),
    Jenis.PERPANJANGAN: _perpanjangan,
    Jenis.DATA_PEGAWAI: lambda b: (
        f"{b.oleh} memperbaiki data Anda di SIASN. Tekan Sinkronisasi ASN di Profil supaya SKP memakai data itu.", "",
    ),
    Jenis.PENUGASAN: _penugasan,
}  # fmt: skip
