"""Who may open which page: the table below is what an office would say, tried by everybody at every address.

Actions have their own table (tests/workflow/test_permission_table.py, test_api_izin.py). A page that somebody adds has
to be named here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.routing import Route

from exercises.kit.web_form import routes
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web.app import create_app
from simulator.web.pages import semua_rute
from simulator.web.settings import Mode, Pengaturan
from tests.web import kantor_penuh
from tests.web.conftest import Peramban

PEMILIK, PENILAI, ATASAN, REKAN, LAIN, ADMIN, PIMPINAN, TAMU = (
    "pemilik", "penilai", "atasan penilai", "rekan seatasan", "pegawai lain", "admin", "pimpinan", "belum masuk"
)  # fmt: skip
SEMUA = {PEMILIK, PENILAI, ATASAN, REKAN, LAIN, ADMIN, PIMPINAN}
SIAPA_PUN = SEMUA | {TAMU}
#: Whose record it is, who answers for it, and who looks at everything without changing it.
BERKEPENTINGAN = {PEMILIK, PENILAI, ATASAN, ADMIN, PIMPINAN}
HANYA_ADMIN, REKAP = {ADMIN}, {ADMIN, PIMPINAN}

TABEL: dict[str, set[str]] = {
    # the door
    "/": SIAPA_PUN, "/masuk": SIAPA_PUN, "/masuk/langkah": SIAPA_PUN, "/masuk/aktifkan-otp": SIAPA_PUN,
    "/masuk/lupa": SIAPA_PUN, "/masuk/surat": SIAPA_PUN, "/masuk/atur-ulang": SIAPA_PUN, "/pemeran": SIAPA_PUN,
    # one's own desk, the same address for everybody
    "/portal": SEMUA, "/portal/individu": SEMUA, "/profil": SEMUA, "/skp": SEMUA, "/drive": SEMUA, "/cetak": SEMUA,
    "/impor": SEMUA, "/impor/hasil": SEMUA, "/impor/laporan": SEMUA, "/draf": SEMUA, "/pemberitahuan": SEMUA,
    "/panduan": SEMUA, "/angka-kredit": SEMUA, "/tim-kerja": SEMUA, "/rekan": SEMUA, "/rekan/{periode_id}": SEMUA,
    "/monitoring/kurva": SEMUA, "/monitoring/pengisian": SEMUA,
    "/penilai/skp": SEMUA, "/penilai/penilaian": SEMUA, "/penilai/keberatan": SEMUA, "/penilai/pak": SEMUA,
    "/penilai/matriks": SEMUA,
    # one person's work
    "/skp/{skp_id}": BERKEPENTINGAN,
    "/skp/{skp_id}/penilaian": BERKEPENTINGAN,
    "/skp/{skp_id}/penilaian/{periode_id}": BERKEPENTINGAN,
    "/skp/{skp_id}/penilaian/{periode_id}/rencana_aksi": BERKEPENTINGAN,
    "/skp/{skp_id}/penilaian/{periode_id}/progres": BERKEPENTINGAN,
    "/skp/{skp_id}/penilaian/{periode_id}/eviden": BERKEPENTINGAN,
    "/skp/{skp_id}/penilaian/{periode_id}/hasil": BERKEPENTINGAN,
    "/penilai/skp/{skp_id}": BERKEPENTINGAN,
    "/penilai/matriks/{skp_id}": BERKEPENTINGAN,
    "/penilai/penilaian/{skp_id}/{periode_id}": BERKEPENTINGAN,
    "/penilai/keberatan/{keberatan_id}": BERKEPENTINGAN,
    "/angka-kredit/{pegawai_id}": BERKEPENTINGAN,
    "/cetak/{skp_id}": BERKEPENTINGAN,
    "/cetak/skp/{skp_id}": BERKEPENTINGAN,
    "/cetak/lampiran/{skp_id}": BERKEPENTINGAN,
    "/cetak/matriks/{skp_id}": BERKEPENTINGAN,
    "/cetak/evaluasi/{skp_id}/{periode_id}": BERKEPENTINGAN,
    "/cetak/dokumen/{skp_id}/{periode_id}": BERKEPENTINGAN,
    "/cetak/pak/{skp_id}": BERKEPENTINGAN,
    "/cetak/penetapan/{pegawai_id}/{tahun}": BERKEPENTINGAN,
    "/impor/{skp_id}/templat": {PEMILIK},
    # a document is its owner's; this one is shared with the assessor
    "/drive/{dokumen_id}": {PEMILIK},
    "/drive/buka/{dokumen_id}": {PEMILIK, PENILAI},
    "/drive/buka/{dokumen_id}/unduh": {PEMILIK, PENILAI},
    "/penilai/penilaian/{skp_id}/{periode_id}/bukti/{bukti_id}": {PEMILIK, PENILAI},
    # hats
    "/admin/akun": HANYA_ADMIN, "/admin/laporan": HANYA_ADMIN, "/admin/log": HANYA_ADMIN, "/admin/pegawai": HANYA_ADMIN,
    "/admin/pegawai/{pegawai_id}": HANYA_ADMIN, "/admin/penugasan": HANYA_ADMIN, "/admin/periode": HANYA_ADMIN,
    "/admin/skp": HANYA_ADMIN, "/admin/skp/{skp_id}": HANYA_ADMIN, "/admin/unor": HANYA_ADMIN,
    "/admin/unor/{unit_id}": HANYA_ADMIN, "/admin/laporan/rekap-penilaian.xlsx": HANYA_ADMIN,
    "/admin/laporan/laporan-skp.xlsx": HANYA_ADMIN, "/admin/laporan/laporan-penilaian.xlsx": HANYA_ADMIN,
    "/latihan/rekap": HANYA_ADMIN, "/latihan/rekap/{gangguan_id}.xlsx": HANYA_ADMIN,
    "/admin/pegawai/{pegawai_id}/isikan": set(),  # the button an admin looks for in vain says why
    "/pimpinan": REKAP, "/pimpinan/unit/{unit_id}": REKAP,
    "/penilai/penilaian/organisasi/{periode_id}": {PIMPINAN},  # here the one who leads above the units
    "/penilai/kepala-daerah": SEMUA - {PIMPINAN, ATASAN},  # the head: nobody assesses themselves
    # the classroom; the exercises of a participant's own folder
    "/latihan": SEMUA, "/latihan/gangguan": SEMUA, "/latihan/jalan": SEMUA,
    "/soal": SEMUA, "/soal/{latihan}": SEMUA, "/soal/{latihan}/isi/{soal}": SEMUA, "/soal/{latihan}/periksa": SEMUA,
    "/soal/bacaan/{modul}.html": SEMUA, "/soal/umpan_balik/{latihan}.html": SEMUA,
    "/soal/{latihan}/kumpulkan": SEMUA, "/soal/{latihan}/kumpulan/{nomor}": SEMUA,
}  # fmt: skip
#: Made anew for everybody who may have them: one is enough, with all who may not.
MAHAL = ("/cetak/", "/admin/laporan/", "/latihan/rekap/")
#: What lets in may still have nothing to show (409), or nobody has anything there yet (404).
MASUK = (200, 303, 404, 409)


def _semua_jalan() -> list[str]:
    return [r.path_format for r in (*semua_rute(), *routes()) if isinstance(r, Route) and "GET" in (r.methods or ())]


def test_every_page_stands_in_the_table_and_nothing_else() -> None:
    assert set(_semua_jalan()) == set(TABEL)


@pytest.fixture(scope="module")
def terbuka(
    paket_lengkap: tuple[Path, list], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Peramban, list]]:
    asli, keadaan = paket_lengkap
    berkas = kantor_penuh.salin(asli, tmp_path_factory.mktemp("izin") / "p001")
    with Peramban(create_app(berkas, Pengaturan(Mode.PRIBADI))) as klien:
        yield klien, keadaan


def _orang(klien: Peramban, pemilik: int, admin: int, pimpinan: int) -> dict[str, int]:
    with klien.app.state.kantor.lihat() as connection:
        semua = {p.pegawai_id: p for p in repository.find(connection, Pegawai, aktif=True)}
    penilai = semua[pemilik].atasan_id
    atasan = semua[penilai].atasan_id or penilai
    bertugas = {pemilik, penilai, atasan, admin, pimpinan}
    biasa = [p for p in semua.values() if p.pegawai_id not in bertugas]
    rekan = next(p.pegawai_id for p in biasa if p.atasan_id == penilai)
    lain = next(p.pegawai_id for p in biasa if p.atasan_id not in (penilai, atasan))
    return dict(zip(TABEL_ORANG, (pemilik, penilai, atasan, rekan, lain, admin, pimpinan), strict=True))


TABEL_ORANG = (PEMILIK, PENILAI, ATASAN, REKAN, LAIN, ADMIN, PIMPINAN)


def _alamat(pola: str, keadaan: list) -> tuple[str, int] | None:
    """(address, whose record it is) in the first situation that has its numbers."""
    from daftar_halaman import KUERI, UNTUK

    untuk = next((nama for awal, nama in UNTUK.items() if pola.startswith(awal)), None)
    kueri = next((isi for awal, isi in KUERI.items() if pola.startswith(awal)), "")
    for satu in sorted(keadaan, key=lambda satu: satu.nama != untuk):
        try:
            return (pola + kueri).format(**satu.nomor), satu.siapa[kantor_penuh.PEGAWAI]
        except KeyError:
            continue
    return None


def _boleh(klien: Peramban, alamat: str) -> bool:
    jawab = klien.get(alamat, follow_redirects=False)
    if jawab.status_code == 303 and jawab.headers["location"].startswith("/masuk?lanjut="):
        return False
    assert jawab.status_code in (*MASUK, 403), (alamat, jawab.status_code)
    return jawab.status_code != 403


@pytest.mark.parametrize("siapa", [*TABEL_ORANG, TAMU])
def test_only_who_may_opens_a_page(siapa: str, terbuka: tuple[Peramban, list]) -> None:
    klien, keadaan = terbuka
    admin, pimpinan = keadaan[0].siapa[kantor_penuh.ADMIN], keadaan[0].siapa["/pimpinan"]
    kini = 0
    klien.cookies.clear()
    salah = []
    for pola, boleh in TABEL.items():
        tempat = _alamat(pola, keadaan)
        assert tempat is not None, pola
        alamat, pemilik = tempat
        orang = _orang(klien, pemilik, admin, pimpinan)
        if siapa in boleh and pola.startswith(MAHAL) and siapa != next(s for s in TABEL_ORANG if s in boleh):
            continue
        if siapa != TAMU and orang[siapa] != kini:
            kini = orang[siapa]
            klien.jadi(kini)
        # The head of this small office is also the superior of many: whoever is both may what either may.
        juga = {satu for satu, nomor in orang.items() if siapa != TAMU and nomor == orang[siapa]} or {siapa}
        if _boleh(klien, alamat) != bool(juga & boleh):
            salah.append((alamat, pola))

    assert salah == []
