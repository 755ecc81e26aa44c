"""An office in which every page and every form of the web has something to show, and the way through all of them.

The institution and the list of pages are those of the browser tests; what only a form needs is done here.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))

from daftar_halaman import TAMU, semua_halaman
from kantor_lengkap import ADMIN, PEGAWAI, PENILAI, TAHUNAN, Keadaan, buat_kantor  # noqa: F401 - for conftest.py

from simulator.domain.kepegawaian import Pegawai, StatusPenugasan
from simulator.domain.pelaksanaan import SasaranUmpanBalik
from simulator.domain.penilaian import Rating
from simulator.domain.periode import TipePeriodik
from simulator.domain.skp import SKP, JenisLampiran, NilaiBerAKHLAK
from simulator.store import repository
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.office import Kantor, open_office
from tests.web.conftest import Peramban
from tests.web.formulir_halaman import FormulirHalaman, formulir_di


@dataclass(frozen=True)
class Kunjungan:
    """Somebody at an address; TAMU: nobody has logged in."""

    siapa: int
    alamat: str


@dataclass(frozen=True)
class KantorPenuh:
    """The file, and every page of it with who looks."""

    berkas: Path
    kunjungan: list[Kunjungan]
    admin: int
    draft: Kunjungan
    #: The NIP of somebody whom nobody plays.
    terhalang: str


def salin(berkas: Path, folder: Path) -> Path:
    """A participant's folder of one's own; the office in it."""
    return Path(shutil.copytree(berkas.parent, folder)) / berkas.name


def buat_kantor_penuh(berkas: Path, keadaan: list[Keadaan]) -> KantorPenuh:
    """An office of kantor_lengkap.py with what only forms need."""
    with open_office(berkas) as kantor:
        tambahan = _ramaikan(kantor, keadaan)
        with kantor.lihat() as connection:
            dimainkan = {satu for k in keadaan for satu in k.siapa.values()}
            orang = repository.find(connection, Pegawai, aktif=True)
        terhalang = next(p.nip for p in orang if p.pegawai_id not in dimainkan)
    halaman = [Kunjungan(satu.siapa, satu.alamat) for satu in semua_halaman(keadaan).layar if not satu.menolak]
    draft = next(satu for satu in keadaan if satu.nama == "draft")
    impor = Kunjungan(draft.siapa[PEGAWAI], f"/impor?skp={draft.nomor['skp_id']}")
    return KantorPenuh(berkas, [*halaman, *tambahan], keadaan[0].siapa[ADMIN], impor, terhalang)


def _ramaikan(kantor: Kantor, keadaan: list[Keadaan]) -> list[Kunjungan]:
    nama = {satu.nama: satu for satu in keadaan}
    siapa, nomor = nama["terbuka"].siapa, nama["terbuka"].nomor
    saya, penilai, admin = siapa[PEGAWAI], siapa[PENILAI], siapa[ADMIN]
    rekan, diajukan = nama["diajukan"].siapa[PEGAWAI], int(nama["diajukan"].nomor["skp_id"])
    with kantor.lihat() as connection:
        atasan_penilai = repository.get(connection, Pegawai, penilai).atasan_id
        jabatan = repository.get(connection, Pegawai, rekan).jabatan_id
        skp_rekan = next(
            s for s in repository.find(connection, SKP, pegawai_id=rekan) if s.tahun == kantor.hari.year - 1
        )
    assert atasan_penilai is not None
    menilai, sendiri = Pelaku.penilai(penilai), Pelaku.pegawai(saya)
    actions.daftarkan_penugasan(
        kantor, Pelaku.admin(admin), pegawai_id=saya, jabatan_id=jabatan, status=StatusPenugasan.PLH,
        mulai=kantor.hari, dasar="SK contoh nomor 1",
    )  # fmt: skip
    actions.tambah_periode(
        kantor, Pelaku.admin(admin), nama="Tahunan 2028", tahun=2028, tipe=TipePeriodik.TAHUNAN, angka=1,
        periode_awal=date(2028, 1, 1), periode_akhir=date(2028, 12, 31), batas_pengisian=date(2029, 1, 31),
    )  # fmt: skip
    with kantor.lihat() as connection:
        rhk = repository.whole_skp(connection, int(nomor["skp_id"])).daftar_rhk[0]
    actions.tambah_rencana_aksi(
        kantor, sendiri, int(nomor["skp_id"]), periode_id=TAHUNAN, rhk_id=rhk.rhk_id, target="1 Laporan",
        deskripsi="Rencana kedua untuk hasil kerja yang sama",
    )  # fmt: skip
    lepas = actions.simpan_dokumen(kantor, sendiri, nama="Lepas.pdf", jenis="Laporan", tanggal=kantor.hari)
    draft = int(nama["draft"].nomor["skp_id"])
    actions.tambah_lampiran(
        kantor, Pelaku.pegawai(nama["draft"].siapa[PEGAWAI]), draft, jenis=JenisLampiran.KONSEKUENSI, isi="Pujian"
    )
    actions.isi_ekspektasi(kantor, menilai, diajukan, nilai=NilaiBerAKHLAK.LOYAL, isi="Menjaga rahasia")
    for skp_id in (int(nomor["skp_id"]), skp_rekan.skp_id):
        actions.beri_umpan_balik(
            kantor, menilai, skp_id, periode_id=TAHUNAN, sasaran=SasaranUmpanBalik.UMUM, isi="Laporan lengkap."
        )
    actions.beri_rating(
        kantor, menilai, skp_rekan.skp_id, periode_id=TAHUNAN, rating_hasil=Rating.SESUAI, rating_perilaku=Rating.SESUAI
    )
    actions.beri_penjelasan(kantor, menilai, int(nomor["keberatan_id"]), isi="Bukti baru diterima sesudah batas.")
    return [
        Kunjungan(rekan, f"/skp/{skp_rekan.skp_id}/penilaian/{TAHUNAN}/hasil"),
        Kunjungan(atasan_penilai, f"/penilai/keberatan/{nomor['keberatan_id']}"),
        Kunjungan(penilai, f"/penilai/penilaian/{skp_rekan.skp_id}/{TAHUNAN}"),
        Kunjungan(penilai, "/tim-kerja"),
        Kunjungan(rekan, f"/rekan/{TAHUNAN}"),
        Kunjungan(saya, f"/drive/{lepas.dokumen_id}"),
    ]


class Kelas:
    """One browser that goes through the whole office, as whoever has to look."""

    def __init__(self, klien: Peramban, penuh: KantorPenuh) -> None:
        self.klien, self.penuh = klien, penuh
        self._siapa = TAMU

    def sebagai(self, siapa: int) -> None:
        """Play somebody, or log out."""
        if siapa == TAMU:
            self.klien.cookies.clear()
        elif siapa != self._siapa:
            self.klien.jadi(siapa)
        self._siapa = siapa

    def lupakan(self) -> None:
        """The session has ended: the next one logs in anew."""
        self._siapa = TAMU

    def siapkan(self) -> None:
        """What lies beside the office: a fault of somebody's account, a workbook that was sent in."""
        gangguan = "/latihan/gangguan"
        self.sebagai(self.penuh.admin)
        self.klien.kirim(f"{gangguan}/pasang", dari=gangguan, kode="F07", nip=self.penuh.terhalang, benih=1)
        self.sebagai(self.penuh.draft.siapa)
        self._unggah("Tersusunnya pedoman surveilans")
        masuk = next(f for f in formulir_di(self.klien.get("/impor/hasil").text) if f.tindakan == "/impor/simpan")
        self.klien.post(masuk.tindakan, data=masuk.tersembunyi)
        self._unggah("Tersusunnya laporan surveilans")

    def _unggah(self, rhk: str) -> None:
        """A draft with one RHK, on two sheets, is sent in to be checked."""
        skp = self.penuh.draft.alamat.rpartition("=")[2]
        buku = load_workbook(io.BytesIO(self.klien.get(f"/impor/{skp}/templat").content))
        lembar = buku["SKP"]
        for kolom, isi in zip("CDEF", (rhk, "Kuantitas", "Jumlah laporan", "12 Laporan"), strict=True):
            lembar[f"{kolom}12"] = isi
        buku.copy_worksheet(lembar).title = "SKP lain"
        keluar = io.BytesIO()
        buku.save(keluar)
        halaman = formulir_di(self.klien.get(self.penuh.draft.alamat).text)
        formulir = next(satu for satu in halaman if satu.tindakan == "/impor/periksa")
        berkas = {"berkas": ("Draft SKP.xlsx", keluar.getvalue())}
        self.klien.post(formulir.tindakan, data=formulir.tersembunyi | formulir.isi, files=berkas)

    def formulir(self) -> Iterator[tuple[Kunjungan, FormulirHalaman]]:
        """Every form that is sent, each kind once (addresses that differ by numbers are one kind)."""
        sudah: set[object] = set()
        for satu in self.kunjungan():
            for formulir in formulir_di(self.klien.get(satu.alamat).text):
                macam = (re.sub(r"\d+", "#", formulir.tindakan), tuple(b.nama for b in formulir.bidang))
                if formulir.cara == "post" and macam not in sudah:
                    sudah.add(macam)
                    yield satu, formulir

    def kunjungan(self) -> Iterator[Kunjungan]:
        """Every page, and every modal that is drawn only when asked for."""
        hasil = Kunjungan(self.penuh.draft.siapa, "/impor/hasil")
        admin = [
            Kunjungan(self.penuh.admin, alamat)
            for alamat in ("/latihan/gangguan?tampil=1", f"/admin/akun?nip={self.penuh.terhalang}")
        ]
        for satu in sorted([*self.penuh.kunjungan, hasil, *admin], key=lambda satu: satu.siapa):
            self.sebagai(satu.siapa)
            yield satu
            jendela = set(re.findall(r'href="(?:[^"]*\?|\?)buka=([^"&#]+)', self.klien.get(satu.alamat).text))
            for nama in sorted(jendela):
                self.sebagai(satu.siapa)
                yield Kunjungan(satu.siapa, f"{satu.alamat}{'&' if '?' in satu.alamat else '?'}buka={nama}")
