"""Masuk: which office, and as whom.

Scene: first part of the page *Kantor kelas*. May import: ipywidgets, this folder.
Facts: NIP, kata sandi, kode autentikator (CONFIRMED, ekinerja-app §1.1); playing somebody is for teaching only (label
simulasi). The password is never kept: its field is emptied when it is sent, also when it was wrong.
Add: nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets

from simulator.domain.errors import BimtekError
from simulator.notebook.kantor.bagian import aksi, gagal, isian, kotak, tampilkan, terbungkus, tombol
from simulator.notebook.kantor.sambungan import KantorKelas, PerluMasuk
from simulator.notebook.kantor.tabel import hari
from simulator.notebook.markup import esc


class Masuk:
    """The part; ``ganti`` is called with the connection whenever somebody came in or went out."""

    def __init__(self, alamat: str, ganti: Callable[[KantorKelas | None], None]) -> None:
        self._ganti = ganti
        self.kantor: KantorKelas | None = None
        self._kabar = ipywidgets.HTML()
        self._galat = ipywidgets.HTML()
        self.alamat = isian(
            ipywidgets.Text, "Alamat kantor kelas", value=alamat, placeholder="http://192.168.1.10:8765"
        )
        self._letak = ipywidgets.VBox([terbungkus(self.alamat), aksi(tombol("Sambungkan", self.sambungkan, "plug"))])
        self.cari = isian(ipywidgets.Text, "Cari nama, NIP, atau jabatan")
        self.pemeran = isian(ipywidgets.Dropdown, "Siapa yang diperankan", options=[("— pilih —", 0)])
        self._peran = ipywidgets.VBox([
            terbungkus(self.cari), aksi(tombol("Cari", self.cari_pemeran, "search")), terbungkus(self.pemeran),
            aksi(tombol("Perankan", self.perankan, "user")),
        ])  # fmt: skip
        self.nip = isian(ipywidgets.Text, "NIP (18 angka)")
        self.sandi = isian(ipywidgets.Password, "Kata sandi")
        self.kode = isian(ipywidgets.Text, "Kode autentikator (6 angka)")
        sendiri = [terbungkus(satu) for satu in (self.nip, self.sandi, self.kode)]
        self._sendiri = ipywidgets.VBox([*sendiri, aksi(tombol("Masuk", self.masuk, "sign-in"))])
        self._atau = ipywidgets.HTML('<p class="bk-redup">Punya akun sendiri di kelas ini? Masuk dengan NIP:</p>')
        pergi = (
            tombol("Muat ulang", self.muat_ulang, "refresh"),
            tombol("Ganti orang atau keluar", self.keluar, "sign-out"),
        )
        self._keluar = ipywidgets.VBox([aksi(*pergi)])
        self.widget = kotak(self._kabar, self._galat, self._letak, self._peran, self._atau, self._sendiri, self._keluar)
        self._gambar(None)
        if alamat:
            self.sambungkan()

    # --- steps -----------------------------------------------------------------------------------------------------

    def sambungkan(self) -> None:
        """Ask the address which office it is."""
        self.kantor = None
        try:
            kantor = KantorKelas(self.alamat.value)
            ruang = kantor.ruang()
            self.kantor = kantor
            if ruang["latihan"]:
                self._isi_pemeran(kantor.pemeran())
        except BimtekError as galat:
            self._gambar(None, galat.pesan)
        else:
            self._gambar(ruang)
        self._ganti(None)

    def cari_pemeran(self) -> None:
        """Fill the list with whoever fits."""
        self._dengan(lambda kantor: self._isi_pemeran(kantor.pemeran(self.cari.value.strip()[:60])))

    def perankan(self) -> None:
        """Become the chosen one."""
        if not self.pemeran.value:
            self._galat.value = gagal("Pilih dahulu siapa yang diperankan, lalu tekan Perankan.")
            return
        self._dengan(lambda kantor: self._selesai(kantor, kantor.perankan(self.pemeran.value)))

    def masuk(self) -> None:
        """Log in with what was typed."""
        kurang = [nama for nama, satu in (("NIP", self.nip), ("kata sandi", self.sandi), ("kode", self.kode))
                  if not satu.value.strip()]  # fmt: skip
        if kurang:
            self._galat.value = gagal(f"Isi dahulu {', '.join(kurang)}, lalu tekan Masuk.")
            return
        nip, sandi, kode = self.nip.value, self.sandi.value, self.kode.value.strip()
        self.sandi.value = self.kode.value = ""
        self._dengan(lambda kantor: self._selesai(kantor, kantor.masuk(nip, sandi, kode)))

    def muat_ulang(self) -> None:
        """Look again: others work in the same office, and its day moves on."""
        self._dengan(lambda kantor: self._selesai(kantor, kantor.saya or {}))

    def keluar(self) -> None:
        """Out, so that somebody else may come in here."""
        if self.kantor is not None:
            try:
                self.kantor.keluar()
            except BimtekError:
                # Forgotten on this side either way; there it ends by itself after a while.
                self.kantor.saya = None
        self.sambungkan()

    def perlu_masuk(self, pesan: str) -> None:
        """Another part heard that nobody is logged in any more."""
        self.sambungkan()
        if self.kantor is not None:
            self._galat.value = gagal(pesan)

    # --- inside ----------------------------------------------------------------------------------------------------

    def _dengan(self, kerja: Callable[[KantorKelas], None]) -> None:
        self._galat.value = ""
        if self.kantor is None:
            self._galat.value = gagal("Sambungkan dahulu ke alamat kantor kelas.")
            return
        try:
            kerja(self.kantor)
        except PerluMasuk as galat:
            self.perlu_masuk(galat.pesan)
        except BimtekError as galat:
            self._galat.value = gagal(galat.pesan)

    def _selesai(self, kantor: KantorKelas, saya: dict[str, Any]) -> None:
        self._gambar(kantor.ruang(), saya=saya)
        self._ganti(kantor)

    def _isi_pemeran(self, daftar: list[dict[str, Any]]) -> None:
        pilihan = [(f"{satu['nama']} – {satu['sebutan']}", satu["pegawai_id"]) for satu in daftar]
        kosong = "— pilih —" if pilihan else "— tidak ada yang cocok —"
        self.pemeran.options = [(kosong, 0), *pilihan]
        self.pemeran.value = pilihan[0][1] if len(pilihan) == 1 else 0

    def _gambar(self, ruang: dict[str, Any] | None, galat: str = "", saya: dict[str, Any] | None = None) -> None:
        """Show what can be done now."""
        latihan, di_dalam = bool(ruang and ruang["latihan"]), saya is not None
        tampilkan(self._letak, ruang is None)
        tampilkan(self._peran, latihan and not di_dalam)
        tampilkan(self._atau, latihan and not di_dalam)
        tampilkan(self._sendiri, ruang is not None and not di_dalam)
        tampilkan(self._keluar, di_dalam)
        self._galat.value = gagal(galat) if galat else ""
        if ruang is None:
            self._kabar.value = "<p>Belum tersambung ke kantor kelas.</p>"
            return
        kantor = f"<strong>{esc(ruang['nama'])}</strong> (rekaan), hari simulasi {esc(hari(ruang['hari']))}"
        if saya is not None:
            kata = f"Anda <strong>{esc(saya.get('nama', ''))}</strong> di {kantor}."
        else:
            kata = f"Tersambung ke {kantor}.{'' if latihan else ' Ujian: masuk dengan akun Anda sendiri.'}"
        self._kabar.value = f'<p class="bk-konteks" role="status">{kata}</p>'
