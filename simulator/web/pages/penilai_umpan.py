"""Umpan balik: words and an icon on an indicator, on a BerAKHLAK value, or in general; and the note of a pembinaan.

Scene: one SKP in one period under Penilaian Bawahan. May import: simulator.domain, simulator.web, workflow.
Facts: feedback per indicator and per behaviour with its giver (CONFIRMED, evaluation form); sentences to tick, icons
and the extra field are label simulasi. Add: another thing feedback can be about, with its sentences.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import TidakDitemukan
from simulator.domain.pelaksanaan import Ikon, SasaranUmpanBalik, UmpanBalik
from simulator.domain.skp import NilaiBerAKHLAK
from simulator.store import repository
from simulator.web.kalimat_contoh import contoh_indikator, contoh_perilaku, gabung
from simulator.web.kepala_daerah import penilai_skp, topi_urungkan
from simulator.web.layar import Layar
from simulator.web.pages.penilai_ekspektasi import nilai_dari
from simulator.web.pembinaan import Pembinaan, catatan_pembinaan
from simulator.web.rute import Rute
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku

rute = Rute("/penilai/penilaian/{skp_id:int}/{periode_id:int}", peran=Peran.PENILAI)


@rute.post("/umpan/iki/{iki_id:int}")
def indikator(layar: Layar, skp_id: int, periode_id: int, iki_id: int) -> Response:
    isi = queries.isi_periode(layar.kantor, skp_id, periode_id)
    iki = next((satu for rhk in isi.skp.daftar_rhk for satu in rhk.daftar_iki if satu.iki_id == iki_id), None)
    if iki is None:
        raise TidakDitemukan("Indikator itu bukan bagian dari SKP ini. Pilih dari daftar.", kode="iki-bukan-milik-skp")
    realisasi = next((satu.realisasi for satu in isi.daftar_realisasi if satu.iki_id == iki_id), "")
    teks = gabung(layar.isian, contoh_indikator(iki.indikator, iki.target, realisasi))
    return _beri(layar, skp_id, periode_id, SasaranUmpanBalik.IKI, teks, f"iki-{iki_id}", iki_id=iki_id)


@rute.post("/umpan/perilaku/{nilai}")
def perilaku(layar: Layar, skp_id: int, periode_id: int, nilai: str) -> Response:
    satu = nilai_dari(nilai)
    teks = gabung(layar.isian, contoh_perilaku(satu))
    return _beri(layar, skp_id, periode_id, SasaranUmpanBalik.PERILAKU, teks, f"nilai-{satu.value}", nilai=satu)


@rute.post("/umpan/umum")
def umum(layar: Layar, skp_id: int, periode_id: int) -> Response:
    return _beri(layar, skp_id, periode_id, SasaranUmpanBalik.UMUM, layar.isian.teks("isi"), "tambahan")


@rute.post("/pembinaan")
def bina(layar: Layar, skp_id: int, periode_id: int) -> Response:
    """Note that a bimbingan or a konseling was agreed or took place."""
    jenis = layar.isian.pilihan("jenis", Pembinaan, "Pembinaan")
    teks = catatan_pembinaan(jenis, layar.isian.teks("isi", "Catatan", wajib=True))
    return _beri(layar, skp_id, periode_id, SasaranUmpanBalik.UMUM, teks, "pembinaan")


def _beri(
    layar: Layar, skp_id: int, periode_id: int, sasaran: SasaranUmpanBalik, teks: str, tempat: str, *,
    iki_id: int | None = None, nilai: NilaiBerAKHLAK | None = None,
) -> Response:  # fmt: skip
    actions.beri_umpan_balik(
        layar.kantor, _pelaku(layar, skp_id), skp_id, periode_id=periode_id, sasaran=sasaran, isi=teks, iki_id=iki_id,
        nilai=nilai, ikon=layar.isian.pilihan_atau_kosong("ikon", Ikon, "Ikon"),
    )  # fmt: skip
    return layar.pergi(f"/penilai/penilaian/{skp_id}/{periode_id}#{tempat}", "Umpan balik tersimpan.")


def _pelaku(layar: Layar, skp_id: int) -> Pelaku:
    return penilai_skp(layar, queries.skp_lengkap(layar.kantor, skp_id))


@rute.post("/umpan/{umpan_id:int}/ubah")
def ubah(layar: Layar, skp_id: int, periode_id: int, umpan_id: int) -> Response:
    pelaku = _milik(layar, skp_id, periode_id, umpan_id)
    actions.ubah_umpan_balik(
        layar.kantor, pelaku, umpan_id, isi=layar.isian.teks("isi"),
        ikon=layar.isian.pilihan_atau_kosong("ikon", Ikon, "Ikon"),
    )  # fmt: skip
    return layar.kembali("Umpan balik diperbarui.")


@rute.post("/umpan/{umpan_id:int}/hapus")
def hapus(layar: Layar, skp_id: int, periode_id: int, umpan_id: int) -> Response:
    pelaku = _milik(layar, skp_id, periode_id, umpan_id)
    terhapus = actions.hapus_umpan_balik(layar.kantor, pelaku, umpan_id)
    return layar.kembali(hapus=terhapus, topi=topi_urungkan(pelaku))


def _milik(layar: Layar, skp_id: int, periode_id: int, umpan_id: int) -> Pelaku:
    """The hat for this SKP, once the feedback is known to belong to it."""
    with layar.lihat() as connection:
        satu = repository.get(connection, UmpanBalik, umpan_id)
    if (satu.skp_id, satu.periode_id) != (skp_id, periode_id):
        raise TidakDitemukan("Umpan balik itu bukan bagian dari penilaian ini.", kode="umpan-balik-lain")
    return _pelaku(layar, skp_id)
