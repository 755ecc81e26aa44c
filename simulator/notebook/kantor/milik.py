"""The page *Kantor saya*: what stands in one's own office now, beside the tab in which one works in it.

Scene: the hidden cells of the notebook that ``bimtek mulai`` writes where the participant has an office of their own; a
notebook of one's own calls ``kantor_saya()`` as well. May import: ipywidgets, this folder, simulator.workflow.
Facts: the very file that the tile *e-Kinerja (Simulasi)* serves is read, never written. Whoever holds the file sees all
of it, so nobody logs in here.
Add: another table in ``_gambar``.
"""

from __future__ import annotations

import os
from pathlib import Path

import ipywidgets
from sqlalchemy import Connection

from simulator.domain.errors import BimtekError, TidakDitemukan
from simulator.domain.kepegawaian import Jabatan, Pegawai
from simulator.domain.skp import RHK, SKP
from simulator.notebook.kantor.bagian import aksi, gagal, isian, kabar, kotak, tabel_html, terbungkus, tombol
from simulator.notebook.kantor.sambungan import KANTOR
from simulator.notebook.kantor.tabel import KOLOM_IKI, KOLOM_RHK, KOLOM_SKP, KOSONG
from simulator.store import repository
from simulator.workflow import queries
from simulator.workflow.office import Kantor, open_office

BERKAS = "kantor.ekin.db"


def berkas_kantor(folder: Path) -> Path:
    """The office file of this folder: the one in the environment, the package's own, or the newest.

    Raises: TidakDitemukan.
    """
    tertulis = os.environ.get(KANTOR, "").strip()
    if tertulis and "://" not in tertulis:
        return Path(tertulis)
    lain = sorted(folder.glob("*.ekin.db"), key=lambda berkas: berkas.stat().st_mtime)
    if (folder / BERKAS).is_file() or not lain:
        return folder / BERKAS
    return lain[-1]


class KantorSaya:
    """The page. Each press of *Muat ulang* opens the office, looks, and lets go of it."""

    def __init__(self, berkas: Path) -> None:
        self.berkas = berkas
        self._galat = ipywidgets.HTML()
        self._isi = ipywidgets.HTML()
        self.siapa = isian(ipywidgets.Dropdown, "SKP siapa", options=[("— pilih —", 0)])
        self.widget = kotak(
            self._galat, terbungkus(self.siapa), aksi(tombol("Muat ulang", self.muat_ulang, "refresh")), self._isi
        )
        self.muat_ulang()
        self.siapa.observe(lambda _: self.muat_ulang(), "value")

    def muat_ulang(self) -> None:
        """Look again; what was seen last stays when the office cannot be read."""
        self._galat.value = ""
        try:
            with open_office(self.berkas) as kantor:
                self._pilihan(kantor)
                self._isi.value = _gambar(kantor, self.siapa.value)
        except BimtekError as galat:
            self._galat.value = gagal(galat.pesan)

    def _pilihan(self, kantor: Kantor) -> None:
        """Everybody of the office, once; chosen is who wrote last."""
        if len(self.siapa.options) > 1:
            return
        with kantor.lihat() as connection:
            posts = {satu.jabatan_id: satu.nama for satu in repository.find(connection, Jabatan)}
            people = sorted(repository.find(connection, Pegawai, aktif=True), key=lambda satu: satu.nama)
            terakhir = _penulis_terakhir(connection)
        self.siapa.options = [
            ("— pilih —", 0),
            *((f"{satu.nama} – {posts.get(satu.jabatan_id, KOSONG)}", satu.pegawai_id) for satu in people),
        ]
        if terakhir in {satu.pegawai_id for satu in people}:
            self.siapa.value = terakhir


def _penulis_terakhir(connection: Connection) -> int:
    """Whose SKP was written last; 0 where there is none."""
    semua = repository.find(connection, SKP)
    return max(semua, key=lambda skp: (skp.tahun, skp.skp_id)).pegawai_id if semua else 0


def _gambar(kantor: Kantor, pegawai_id: int) -> str:
    """Daftar SKP of one person, and the RHK and indicators of the newest one."""
    if not pegawai_id:
        return kabar("Pilih pegawai yang Anda perankan di e-Kinerja (Simulasi); SKP-nya muncul di sini.")
    daftar = queries.daftar_skp(kantor, pegawai_id)
    kepala = kabar(f"Hari simulasi {kantor.hari:%d-%m-%Y}.")
    semua = tabel_html(
        "Daftar SKP", KOLOM_SKP, map(_baris_skp, daftar), "Pegawai ini belum punya SKP. Buat di e-Kinerja (Simulasi)."
    )
    if not daftar:
        return kepala + semua
    skp = queries.skp_lengkap(kantor, daftar[0].skp_id)
    with kantor.lihat() as connection:
        diintervensi = [satu.rhk_atasan_id for satu in skp.daftar_rhk if satu.rhk_atasan_id is not None]
        atasan = {satu.rhk_id: satu.teks for satu in repository.find(connection, RHK, rhk_id=diintervensi)}
    rhk = [
        (satu.jenis.label, atasan.get(satu.rhk_atasan_id or -1, KOSONG), satu.teks, len(satu.daftar_iki))
        for satu in skp.daftar_rhk
    ]
    iki = [(r.teks, satu.aspek.label, satu.indikator, satu.target) for r in skp.daftar_rhk for satu in r.daftar_iki]
    return (
        kepala
        + semua
        + tabel_html(f"RHK pada SKP {skp.tahun}", KOLOM_RHK, rhk, f"SKP {skp.tahun} belum berisi RHK.")
        + tabel_html(f"IKI pada SKP {skp.tahun}", KOLOM_IKI, iki, f"SKP {skp.tahun} belum berisi indikator.")
    )


def _baris_skp(skp: SKP) -> tuple[object, ...]:
    penilai = skp.identitas_penilai.nama if skp.identitas_penilai else KOSONG
    masa = f"{skp.periode_awal:%d-%m-%Y} s.d. {skp.periode_akhir:%d-%m-%Y}"
    return (skp.tahun, skp.versi, masa, skp.pendekatan.label, penilai, skp.status.label)


def kantor_saya(folder: Path | None = None) -> ipywidgets.Widget:
    """The page for the office that lies in this folder; without one, in the folder of the participant.

    Raises: TidakDitemukan — there is no office file.
    """
    berkas = berkas_kantor(Path.cwd().parent if folder is None else folder)
    if not berkas.is_file():
        raise TidakDitemukan(
            f"Kantor simulasi belum ada di folder ini ({berkas.name}). Buat dengan “bimtek web”, lalu muat ulang.",
            kode="kantor-saya-tidak-ada",
        )
    return KantorSaya(berkas).widget
