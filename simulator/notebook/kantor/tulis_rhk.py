"""Tulis RHK: one sentence with hints while it is typed, sent to the office of the class when it is ready.

Scene: the page *Kantor kelas*. May import: ipywidgets, simulator.notebook, this folder.
Facts: fields of the RHK form (CONFIRMED, ekinerja-app §2.4). What is typed lies in a file beside the notebook until the
office has it; an RHK that is there already is not sent again, because an answer can be lost where the RHK arrived.
Add: another field of the form, with its place in ``_nilai``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets

from simulator.domain.errors import BimtekError
from simulator.domain.skp import JenisRHK, StatusSKP
from simulator.notebook.fields import Teks
from simulator.notebook.kantor.bagian import aksi, berhasil, gagal, isian, kabar, kotak, tampilkan, terbungkus, tombol
from simulator.notebook.kantor.draf import Draf
from simulator.notebook.kantor.sambungan import KantorKelas, KantorTidakTersambung, PerluMasuk
from simulator.notebook.schedule import Later

_TANPA = ("— belum dipilih —", 0)


class TulisRHK:
    """The part; ``tersimpan`` is called after the office changed, ``perlu_masuk`` when it does not know us any more."""

    def __init__(self, draf: Draf, tersimpan: Callable[[], None], perlu_masuk: Callable[[str], None]) -> None:
        self._draf, self._tersimpan, self._perlu_masuk = draf, tersimpan, perlu_masuk
        self._kantor: KantorKelas | None = None
        self._skp: dict[str, Any] = {}
        #: Whose words are in the form, and who was here last.
        self._milik = self._orang = ""
        #: What was sent last, while it can be taken back.
        self._baru: int | None = None
        self._kata = ""
        self._diam = False
        self._nanti = Later(self._ketik)
        self._kabar, self._hasil = ipywidgets.HTML(), ipywidgets.HTML()
        self.atasan = isian(ipywidgets.Dropdown, "RHK Pimpinan yang Diintervensi", options=[_TANPA], value=0)
        self.jenis = isian(ipywidgets.Dropdown, "Jenis", options=[(satu.label, satu.value) for satu in JenisRHK])
        self._konteks: dict[str, str] = {"jenis_pernyataan": "rhk"}
        tanya = {
            "id": "teks", "jenis": "teks", "label": "Rencana Hasil Kerja", "petunjuk": "smart",
            "petunjuk_konteks": self._konteks, "bantuan": "Hasil yang Anda serahkan, bukan kegiatannya.",
            "contoh": "Misalnya: Tersedianya data kunjungan yang lengkap setiap bulan",
        }  # fmt: skip
        self.teks = Teks(tanya, "", {}, self._nanti.request)
        for satu in (self.atasan, self.jenis):
            satu.observe(lambda _: self._nanti.request(), names="value")
        self._buat = tombol("Tambah SKP", self.buat_skp, "plus")
        self._urungkan = tombol("Urungkan", self.urungkan, "undo")
        self._kirim = aksi(tombol("Simpan ke kantor kelas", self.kirim, "paper-plane"))
        self._isi = ipywidgets.VBox([terbungkus(self.atasan), terbungkus(self.jenis), self.teks.widget, self._kirim])
        self.widget = kotak(self._kabar, aksi(self._buat), self._isi, self._hasil, aksi(self._urungkan))
        self.segarkan(None)

    # --- what the page calls -----------------------------------------------------------------------------------------

    def segarkan(self, kantor: KantorKelas | None) -> None:
        """Somebody came in or went out, or the office may have changed. What is typed here stays its writer's.

        Raises: BimtekError — the office does not answer.
        """
        self._nanti.flush()
        self._kantor = kantor
        saya = _kunci(kantor)
        if kantor is None or not saya:
            self._skp = {}
            self._gambar("Masuk dahulu; sesudah itu RHK dapat ditulis di sini.")
            return
        if saya != self._orang:
            self._hasil.value, self._baru, self._orang = "", None, saya
        daftar = kantor.lihat(f"/pegawai/{kantor.pegawai_id}/skp")
        self._skp = next((skp for skp in daftar if skp["status"] == StatusSKP.DRAFT.value), {})
        if not self._skp:
            self._tanpa_draft(int(kantor.ruang()["hari"][:4]), {skp["tahun"] for skp in daftar})
            return
        self._isi_pilihan(kantor, saya)
        kosong = "" if len(self.atasan.options) > 1 else " RHK pimpinan belum dapat dipilih: ia belum membagikannya."
        self._gambar(
            f"{(kantor.saya or {}).get('nama')}, RHK ini masuk ke SKP {self._skp['tahun']} (Draft) Anda.{kosong}"
        )

    def buat_skp(self) -> None:
        """An SKP for the whole simulated year, as *Tambah SKP* offers it."""

        def kerja(kantor: KantorKelas) -> None:
            tahun = kantor.ruang()["hari"][:4]
            kantor.tindakan("buat_skp", periode_awal=f"{tahun}-01-01", periode_akhir=f"{tahun}-12-31")
            self._selesai(f"SKP {tahun} dibuat sebagai Draft.")

        self._dengan(kerja)

    def kirim(self) -> None:
        """Send the sentence; it leaves the form only when the office has it."""
        self._nanti.flush()
        teks = " ".join(self.teks.value().split())
        if not teks:
            self._hasil.value = gagal("Tulis dahulu Rencana Hasil Kerja, lalu tekan Simpan ke kantor kelas.")
            return
        self._dengan(lambda kantor: self._tambah(kantor, teks))

    def urungkan(self) -> None:
        """Take back the RHK that was just sent."""

        def kerja(kantor: KantorKelas) -> None:
            kantor.tindakan("hapus_rhk", rhk_id=self._baru)
            self._baru = None
            if not self.teks.value().strip():
                self.teks.isi(self._kata)
            self._selesai("RHK tadi dihapus lagi dari kantor kelas; kalimatnya kembali ke formulir ini.")

        self._dengan(kerja)

    # --- inside ------------------------------------------------------------------------------------------------------

    def _tambah(self, kantor: KantorKelas, teks: str) -> None:
        ada = {_seragam(satu["teks"]): satu["rhk_id"] for satu in
               kantor.lihat(f"/skp/{self._skp['skp_id']}")["daftar_rhk"]}  # fmt: skip
        if _seragam(teks) in ada:
            self._bersihkan()
            self._selesai(f"RHK ini sudah ada di SKP {self._skp['tahun']}, jadi tidak dikirim dua kali.")
            return
        nilai = self._nilai() | {"teks_rhk": teks}
        self._baru = kantor.tindakan("tambah_rhk", skp_id=self._skp["skp_id"], **nilai)["rhk_id"]
        self._kata = teks
        self._bersihkan()
        self._selesai("RHK tersimpan di kantor kelas. Lengkapi indikatornya di e-Kinerja (Simulasi).")

    def _nilai(self) -> dict[str, Any]:
        """The fields as the action takes them; no superior's RHK is nothing, not zero."""
        return {"jenis": self.jenis.value, "rhk_atasan_id": self.atasan.value or None}

    def _dengan(self, kerja: Callable[[KantorKelas], None]) -> None:
        """Do it, or say why not; what was typed stays where it is."""
        if self._kantor is None:
            self._perlu_masuk("Masuk dahulu. Yang Anda ketik tetap ada.")
            return
        try:
            kerja(self._kantor)
        except PerluMasuk as galat:
            self._hasil.value = gagal(galat.pesan, "Belum tersimpan.")
            self._perlu_masuk(galat.pesan)
        except KantorTidakTersambung as galat:
            disimpan = "Yang Anda ketik tetap ada di sini dan di komputer ini; tekan Simpan lagi setelah tersambung."
            self._hasil.value = gagal(f"{galat.pesan} {disimpan}", "Belum tersimpan.")
        except BimtekError as galat:
            self._hasil.value = gagal(galat.pesan, "Belum tersimpan.")

    def _selesai(self, teks: str) -> None:
        self._hasil.value = berhasil(teks)
        self._tersimpan()
        tampilkan(self._urungkan, self._baru is not None)

    def _tanpa_draft(self, tahun: int, punya: set[int]) -> None:
        if tahun in punya:
            cara = "Tunggu keputusan penilai, atau tekan Revisi SKP di e-Kinerja (Simulasi)."
        else:
            cara = f"Buat SKP {tahun} dahulu."
        self._buat.description = f"Tambah SKP {tahun}"
        self._gambar(f"Anda belum punya SKP berstatus Draft, jadi RHK belum dapat ditambah. {cara}")
        tampilkan(self._buat, tahun not in punya)

    def _isi_pilihan(self, kantor: KantorKelas, saya: str) -> None:
        """The choices of this SKP. The words in the form stay for the same person; another one gets their own."""
        pilihan = [(satu["teks"], satu["rhk_id"]) for satu in kantor.lihat(f"/skp/{self._skp['skp_id']}/rhk-pimpinan")]
        isi = self._nilai() | {"teks_rhk": self.teks.value()} if saya == self._milik else self._draf.baca(saya)
        self._diam = True
        try:
            self._milik = saya
            self.atasan.options = [_TANPA, *pilihan]
            self.atasan.value = _dikenal(isi.get("rhk_atasan_id"), [nomor for _, nomor in pilihan], 0)
            self.jenis.value = _dikenal(isi.get("jenis"), [satu.value for satu in JenisRHK], JenisRHK.UTAMA.value)
            self.teks.isi(str(isi.get("teks_rhk") or ""))
        finally:
            self._diam = False
        self._petunjuk()

    def _ketik(self) -> None:
        """A moment after the typing: first it is safe, then it is advised on."""
        if self._diam or not self._milik:
            return
        self._simpan_draf(self._nilai() | {"teks_rhk": self.teks.value()} if self.teks.value().strip() else {})
        self._petunjuk()

    def _simpan_draf(self, isi: dict[str, Any]) -> None:
        try:
            self._draf.simpan(self._milik, isi)
        except OSError as galat:
            self._hasil.value = gagal(
                f"Yang diketik tidak dapat dijaga di {self._draf.berkas} ({galat.strerror or galat}). Jangan tutup "
                "halaman ini sebelum tersimpan di kantor kelas."
            )

    def _petunjuk(self) -> None:
        atasan = {nomor: teks for teks, nomor in self.atasan.options if nomor}
        self._konteks["rhk_atasan"] = atasan.get(self.atasan.value, "")
        self._konteks["jabatan"] = (self._skp.get("identitas_pegawai") or {}).get("jabatan", "")
        self.teks.refresh_hint()

    def _bersihkan(self) -> None:
        self._diam = True
        try:
            self.teks.isi("")
        finally:
            self._diam = False
        self._simpan_draf({})

    def _gambar(self, teks: str) -> None:
        self._kabar.value = kabar(teks)
        tampilkan(self._isi, bool(self._skp))
        tampilkan(self._buat, False)
        tampilkan(self._urungkan, self._baru is not None)


def _kunci(kantor: KantorKelas | None) -> str:
    """Whose draft; empty while nobody is logged in."""
    if kantor is None or kantor.saya is None or kantor.saya["pegawai_id"] is None:
        return ""
    return f"{kantor.alamat}#{kantor.saya['pegawai_id']}"


def _dikenal(nilai: Any, pilihan: list[Any], bawaan: Any) -> Any:
    return nilai if nilai in pilihan else bawaan


def _seragam(teks: str) -> str:
    return " ".join(teks.split()).casefold().rstrip(".")
