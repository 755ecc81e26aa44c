"""Matriks Peran Hasil in the browser: sync, people, roles, undo, and who may not."""

from __future__ import annotations

import re

from simulator.workflow import queries
from tests.web.adegan_penilai import KABID, KEPALA, ORANG_LAIN, STAF, kantor, skp_diajukan, teks
from tests.web.conftest import Peramban

MATRIKS = f"/penilai/matriks/{KABID}"


def _rhk(peramban: Peramban) -> int:
    return queries.skp_lengkap(kantor(peramban), KABID).daftar_rhk[1].rhk_id


def test_sharing_a_role_puts_it_into_the_cell_and_undo_brings_it_back(peramban: Peramban) -> None:
    peramban.jadi(KABID)
    halaman = peramban.get(f"{MATRIKS}?buka=peran-{STAF}")
    assert "RHK pimpinan" in teks(halaman)

    jawab = peramban.kirim(
        f"{MATRIKS}/pegawai/{STAF}/peran", dari=MATRIKS, rhk_pimpinan_id=_rhk(peramban), cascading="langsung",
        peran="Tersedianya rekap balita bermasalah gizi", tingkat="layanan",
    )  # fmt: skip
    assert "Tersedianya rekap balita bermasalah gizi" in teks(jawab)
    peran = next(
        satu for satu in queries.matriks(kantor(peramban), KABID).daftar_peran
        if satu.pegawai_id == STAF and satu.rhk_pimpinan_id == _rhk(peramban)
    )  # fmt: skip
    assert f'value="{peran.rhk_pimpinan_id}" selected' in peramban.get(f"{MATRIKS}?buka=ubah-{peran.peran_id}").text

    jawab = peramban.kirim(f"{MATRIKS}/peran/{peran.peran_id}/hapus", dari=MATRIKS)
    assert "Urungkan" in teks(jawab)
    nomor = jawab.text.split('name="nomor" value="')[1].split('"')[0]
    jawab = peramban.kirim("/urungkan", dari=MATRIKS, nomor=nomor, peran="penilai")
    assert "Tersedianya rekap balita bermasalah gizi" in teks(jawab)


def test_a_person_from_another_unit_joins_once(peramban: Peramban) -> None:
    peramban.jadi(KABID)
    assert f'<option value="{ORANG_LAIN}">' in peramban.get(f"{MATRIKS}?buka=tambah-pegawai").text

    peramban.kirim(f"{MATRIKS}/pegawai", dari=MATRIKS, pegawai_id=ORANG_LAIN)
    assert ORANG_LAIN in queries.matriks(kantor(peramban), KABID).anggota_id
    assert f'<option value="{ORANG_LAIN}">' not in peramban.get(f"{MATRIKS}?buka=tambah-pegawai").text

    assert "sudah tercantum di matriks ini" in teks(
        peramban.kirim(f"{MATRIKS}/pegawai", dari=MATRIKS, pegawai_id=ORANG_LAIN)
    )


def test_a_member_who_intervenes_cannot_be_removed(peramban: Peramban) -> None:
    jawab = peramban.jadi(KABID).kirim(f"{MATRIKS}/pegawai/{STAF}/hapus", dari=MATRIKS)

    assert "masih mengintervensi RHK pada SKP ini" in teks(jawab)


def test_whoever_leads_nobody_is_told_that_the_matrix_may_stay_empty(peramban: Peramban) -> None:
    """The button stands on everybody's list of SKP; pressing on would change nothing."""
    halaman = f"/penilai/matriks/{STAF}"
    assert "Anda tidak tercatat memimpin pegawai" in teks(peramban.jadi(STAF).get(halaman))
    assert "Tidak ada pegawai yang tercatat Anda pimpin" in teks(
        peramban.kirim(f"{halaman}/sinkronisasi", dari=halaman)
    )


def test_a_new_skp_opens_its_matrix_by_syncing_once_approved(peramban: Peramban) -> None:
    skp_id = skp_diajukan(kantor(peramban), KABID)
    halaman = f"/penilai/matriks/{skp_id}"
    peramban.jadi(KABID)
    assert "sekarang Pengajuan" in teks(peramban.get(halaman))
    assert "Belum ada pegawai di matriks ini" in teks(peramban.get(halaman))

    peramban.jadi(KEPALA).kirim(f"/penilai/skp/{skp_id}/setujui", dari=f"/penilai/skp/{skp_id}")
    jawab = peramban.jadi(KABID).kirim(f"{halaman}/sinkronisasi", dari=halaman)

    assert "Sinkronisasi selesai: 4 pegawai tercantum" in teks(jawab)
    assert f'href="/cetak/matriks/{skp_id}"' in jawab.text


def test_others_read_or_stay_out(peramban: Peramban) -> None:
    assert peramban.jadi(ORANG_LAIN).get(MATRIKS).status_code == 403
    jawab = peramban.jadi(KEPALA).get(MATRIKS)
    assert "Anda melihat matriks ini tanpa mengubahnya" in teks(jawab)
    assert "Tambah RHK" not in teks(jawab)

    jawab = peramban.kirim(f"{MATRIKS}/sinkronisasi", dari=MATRIKS)
    assert "Data ini milik pegawai lain" in teks(jawab)


def test_the_menu_leads_to_the_matrix_of_the_own_plan(peramban: Peramban) -> None:
    skp_diajukan(kantor(peramban))
    halaman = peramban.jadi(KABID).get("/penilai/matriks")

    assert "SKP 2027: Persetujuan" in teks(halaman)
    assert re.search(r'rowspan="2">Pegawai dan jabatan</th><th scope="colgroup" colspan="1">', halaman.text)
    assert (
        'href="/penilai/matriks" title="bagikan RHK Anda dan peran setiap pegawai" aria-current="page"' in halaman.text
    )
