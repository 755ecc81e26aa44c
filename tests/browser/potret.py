"""Screenshots of every screen of the web office, at the width of a desk and of a phone.

    python tests/browser/potret.py FOLDER [--hanya KATA]

One made institution with one seed, and a small office before anybody wrote anything: the same pictures every time.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Started as a program the folders are not on the path, which pytest puts there.
sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).parent)]

from daftar_halaman import TAMU, Halaman, semua_halaman  # noqa: E402
from jelajah import dengan_jendela, jendela, kumpulkan, layar_bertahap, menjadi, per_orang, unggah_draft  # noqa: E402
from kantor_lengkap import ADMIN as TOPI_ADMIN  # noqa: E402
from kantor_lengkap import (  # noqa: E402
    BENIH,
    PEGAWAI,
    Keadaan,
    buat_kantor,
)
from peramban_uji import BENDERA, cari_chromium  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from starlette.applications import Starlette  # noqa: E402
from starlette.requests import Request  # noqa: E402
from starlette.testclient import TestClient  # noqa: E402
from web_uji import KELAS, Orang, web_berjalan  # noqa: E402

from exercises.kit.catalog import load  # noqa: E402
from simulator.domain.errors import TidakDitemukan  # noqa: E402
from simulator.web.cetak import hasil, lembar, mesin  # noqa: E402
from simulator.web.galat_akhir import galat_akhir  # noqa: E402
from simulator.web.tanpa_kantor import BilaAda  # noqa: E402
from simulator.workflow import cetak as naskah  # noqa: E402
from simulator.workflow.actor import Pelaku  # noqa: E402
from simulator.workflow.founding import found_office  # noqa: E402
from simulator.workflow.office import open_office  # noqa: E402
from simulator.workflow.pak import pak  # noqa: E402
from tests.workflow.kantor_kecil import ADMIN, KASI, KantorKecil  # noqa: E402

LEBAR = {"meja": (1280, 800), "ponsel": (360, 740)}
#: Pages of an office in which nothing has happened yet, and who looks at them.
KOSONG = {
    KASI: ("/skp", "/drive", "/cetak", "/pemberitahuan", "/penilai/skp", "/penilai/penilaian", "/penilai/keberatan",
           "/monitoring/kurva", "/monitoring/pengisian", "/impor"),
    ADMIN: ("/admin/log", "/admin/skp", "/admin/penugasan"),
}  # fmt: skip


UJIAN = Halaman("ujian masuk", TAMU, "/masuk", "/masuk")


class Pemotret:
    """Numbers the pictures in the order of the pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.banyak = 0

    def potret(self, halaman: Any, nama: str) -> None:
        """The whole page at both widths; an open modal as it lies in the window."""
        self.banyak += 1
        utuh = halaman.locator("dialog:modal").count() == 0
        for sebutan, (lebar, tinggi) in LEBAR.items():
            halaman.set_viewport_size({"width": lebar, "height": tinggi})
            berkas = self.folder / f"{self.banyak:03d}-{re.sub(r'[^a-z0-9]+', '-', nama.lower())}-{sebutan}.png"
            halaman.screenshot(path=berkas, full_page=utuh, animations="disabled")
        halaman.set_viewport_size(dict(zip(("width", "height"), LEBAR["meja"], strict=True)))

    def semua(self, daftar: list[Halaman], buka: Callable[[], Any], alamat: str) -> None:
        """Every page of everybody, and every kind of modal once."""
        sudah: set[tuple[str, str]] = set()
        for orang, milik in per_orang(daftar, buka, alamat):
            for satu in milik:
                orang.halaman.goto(alamat + satu.alamat)
                nama_jendela = jendela(orang, satu, sudah) if satu.siapa != TAMU else []
                self.potret(orang.halaman, satu.nama)
                for nama in nama_jendela:
                    orang.halaman.goto(alamat + dengan_jendela(satu.alamat, nama))
                    self.potret(orang.halaman, f"{satu.nama} {re.sub(r'[0-9]+', '', nama)}")

    def lembar(self, berkas: Path, satu: Keadaan, keadaan: list[Keadaan]) -> None:
        """Every printed document, a picture a page."""
        skp_id, periode_id = int(satu.nomor["skp_id"]), int(satu.nomor["periode_id"])
        saya, pemimpin = Pelaku.pegawai(satu.siapa[PEGAWAI]), next(k for k in keadaan if k.nama == "pemimpin")
        with open_office(berkas) as kantor:
            skp = naskah.naskah_skp(kantor, saya, skp_id)
            nilai = naskah.naskah_evaluasi(kantor, saya, skp_id, periode_id)
            atasan = Pelaku.pegawai(pemimpin.siapa[PEGAWAI])
            matriks = naskah.naskah_matriks(kantor, atasan, int(pemimpin.nomor["skp_id"]))
            daftar = {
                "skp": hasil.isi_skp(skp), "lampiran": lembar.isi_lampiran(skp), "evaluasi": hasil.isi_evaluasi(nilai),
                "dokumen": lembar.isi_dokumen(nilai), "matriks": lembar.isi_matriks(matriks),
                "pak": lembar.isi_pak(pak(kantor, saya, skp_id)),
            }  # fmt: skip
        for pola, isi in daftar.items():
            self.banyak += 1
            for nomor, gambar in enumerate(mesin.gambar(pola, isi), 1):
                (self.folder / f"{self.banyak:03d}-cetak-{pola}-lembar-{nomor}.png").write_bytes(gambar)


def soal_lain(keadaan: list[Keadaan]) -> list[Halaman]:
    """Every question of every exercise but the first, which is among the pages already."""
    return [
        Halaman(f"soal-isi-{satu.nama}-{kunci}", satu.siapa[PEGAWAI], f"/soal/{satu.nama}/isi/{kunci}", "")
        for satu in keadaan
        if "latihan" in satu.nomor
        for kunci in list(load(satu.nama).checks.make_case(BENIH).tampilan["soal"])[1:]
    ]


def main() -> int:
    """Take them all. Returns 0."""
    pengurai = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    pengurai.add_argument("folder", type=Path)
    pengurai.add_argument("--hanya", default="", help="hanya halaman yang namanya memuat kata ini")
    pilihan = pengurai.parse_args()
    pilihan.folder.mkdir(parents=True, exist_ok=True)
    pemotret = Pemotret(pilihan.folder)
    with tempfile.TemporaryDirectory() as tempat, sync_playwright() as p:
        peramban = p.chromium.launch(executable_path=cari_chromium(), args=BENDERA)

        def buka() -> Any:
            return peramban.new_context(locale="id-ID").new_page()

        kosong = Path(tempat) / "kosong.ekin.db"
        lengkap, keadaan = buat_kantor(Path(tempat) / "p001")
        with web_berjalan(lengkap, *KELAS) as alamat:
            pembawa = Orang(buka(), alamat)
            unggah_draft(pembawa, keadaan)
            pembawa.halaman.context.close()
            daftar = semua_halaman(keadaan)
            layar = [*daftar.layar, *soal_lain(keadaan)]
            pemotret.semua([satu for satu in layar if pilihan.hanya in satu.nama], buka, alamat)
            if pilihan.hanya in "menu-terbuka":
                _menu(pemotret, Orang(buka(), alamat), keadaan[0].siapa[TOPI_ADMIN])
            for nama, halaman in layar_bertahap(buka, alamat, lengkap, keadaan):
                if pilihan.hanya in nama:
                    pemotret.potret(halaman, nama)
            _terkumpul(pemotret, Orang(buka(), alamat), keadaan, pilihan.hanya)
        if pilihan.hanya in "lembar-cetak":
            pemotret.lembar(lengkap, keadaan[0], keadaan)
        found_office(KantorKecil(), kosong, benih_publik=False)
        sepi = [Halaman(f"kosong {satu}", siapa, satu, "") for siapa, semua in KOSONG.items() for satu in semua]
        with web_berjalan(kosong) as alamat:
            pemotret.semua([satu for satu in sepi if pilihan.hanya in satu.nama], buka, alamat)
        with web_berjalan(kosong, "--ujian") as alamat:
            pemotret.semua([satu for satu in [UJIAN] if pilihan.hanya in satu.nama], buka, alamat)
        for nama, html in _polos():
            if pilihan.hanya in nama:
                halaman = buka()
                halaman.set_content(html)
                pemotret.potret(halaman, nama)
        peramban.close()
    print(f"{pemotret.banyak} layar, masing-masing {len(LEBAR)} lebar, di {pilihan.folder}")
    return 0


def _terkumpul(pemotret: Pemotret, orang: Orang, keadaan: list[Keadaan], hanya: str) -> None:
    """An exercise that was handed in."""
    menjadi(orang, keadaan[0].siapa[PEGAWAI])
    kumpulkan(orang, keadaan)
    latihan = next(str(satu.nomor["latihan"]) for satu in keadaan if "latihan" in satu.nomor)
    for nama, alamat in (("soal terkumpul", f"/soal/{latihan}"), ("soal kumpulkan lagi", f"/soal/{latihan}/kumpulkan")):
        if hanya in nama:
            pemotret.potret(orang.ke(alamat).halaman, nama)


def _polos() -> list[tuple[str, str]]:
    """The two pages that are shown when there is no office to draw one."""

    def tidak_ada() -> Starlette:
        raise TidakDitemukan("Kantor simulasi kantor.ekin.db tidak ada di folder ini. Buat dengan “bimtek web”.")

    with TestClient(BilaAda(tidak_ada)) as klien:
        tanpa = klien.get("/").text
    akhir = galat_akhir(Request({"type": "http", "method": "GET", "path": "/skp", "headers": []}), OSError())
    return [("tanpa kantor", tanpa), ("galat akhir", bytes(akhir.body).decode())]


def _menu(pemotret: Pemotret, orang: Orang, pegawai_id: int) -> None:
    """The sidebar and the box under the name, open."""
    menjadi(orang, pegawai_id)
    orang.halaman.set_viewport_size({"width": 360, "height": 740})
    orang.halaman.locator("[data-menu]").click()
    orang.halaman.locator(".saya summary").click()
    pemotret.potret(orang.halaman, "menu terbuka")


if __name__ == "__main__":
    raise SystemExit(main())
