"""The line to the office of a class: logging in, looking, acting; every failure is a sentence.

Scene: below the page *Kantor kelas*, and what a notebook of one's own imports. May import: domain.errors, the standard
library.
Facts: addresses and envelope of simulator/web/api. The token stays in memory: whoever opens this notebook later logs in
again. A school's or office's proxy knows nothing of a laptop in the same room, so local addresses are asked directly.
Add: nothing about one noun; tables are in tabel.py.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import os
import re
import urllib.error
import urllib.request
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode, urlsplit

from simulator.domain.errors import BimtekError, DataTidakSah

#: The environment variable that names the office of a class; the same one as of the tile *e-Kinerja (Simulasi)*.
KANTOR = "BIMTEK_KANTOR"
API = "/api/v1"
#: Seconds a class waits for an answer before it is told that there is none.
TUNGGU = 10.0
TERBESAR = 20_000_000
#: What the page cannot do without.
_RUANG = (("nama", str), ("hari", str), ("latihan", bool))
_HALAMAN = re.compile(r"/(?:masuk|portal|skp|pemeran|panduan)(?:/.*)?$")
_PERIKSA = "Periksa jaringan komputer ini, lalu coba lagi; bila tetap gagal, tanyakan alamatnya kepada instruktur."


class KantorTidakTersambung(BimtekError):
    """Nobody answers there, or somebody else does. What was to be sent may or may not have arrived."""

    kode_bawaan = "kantor-tidak-tersambung"


class DitolakKantor(BimtekError):
    """The office answered: no. ``kode`` and ``pesan`` are its own."""


class PerluMasuk(DitolakKantor):
    """The office does not know us (any more)."""


def alamat_dari_lingkungan() -> str:
    """The address in the environment; empty where there is none, or where it names a file or a database instead."""
    tertulis = os.environ.get(KANTOR, "").strip()
    return tertulis if tertulis.lower().startswith(("http://", "https://")) else ""


def alamat_kantor(teks: str) -> str:
    """The address as people write it or copy it from a browser → where the API lies below.

    Raises: DataTidakSah — this cannot be an address.
    """
    rapi = teks.strip()
    if not rapi:
        raise DataTidakSah(
            "Alamat kantor kelas belum diisi. Salin dari instruktur, misalnya http://192.168.1.10:8765.",
            kode="alamat-kantor-kosong",
        )
    if "://" not in rapi:
        rapi = f"http://{rapi}"
    try:
        bagian = urlsplit(rapi)
        sah = bagian.scheme in ("http", "https") and bool(bagian.hostname) and (bagian.port or 1) > 0
        # In http://192.168.1.10:8765@lain.id/ the office is lain.id; and a password would be kept with the drafts.
        sah = sah and "@" not in bagian.netloc
    except ValueError:
        sah = False
    if not sah or re.search(r"\s", rapi):
        raise DataTidakSah(
            f"“{teks.strip()[:80]}” bukan alamat kantor kelas. Tulis seperti yang diberikan instruktur, misalnya "
            "http://192.168.1.10:8765.",
            kode="alamat-kantor-tidak-sah",
        )
    return f"{bagian.scheme}://{bagian.netloc.lower()}{_HALAMAN.sub('', bagian.path).rstrip('/')}"


class KantorKelas:
    """One connection, one person. ``saya`` is None until somebody has logged in."""

    def __init__(self, alamat: str | None = None) -> None:
        self.alamat = alamat_kantor(alamat_dari_lingkungan() if alamat is None else alamat)
        self.saya: dict[str, Any] | None = None
        self._tanda = ""
        self._pembuka = _pembuka(urlsplit(self.alamat).hostname or "")

    # --- who -----------------------------------------------------------------------------------------------------

    def ruang(self) -> dict[str, Any]:
        """Which office this is: nama, hari, latihan, boleh_majukan_hari.

        Raises: KantorTidakTersambung — also where something answers that is no office of ours.
        """
        isi = self.lihat("/kantor")
        if not isinstance(isi, dict) or not all(isinstance(isi.get(nama), jenis) for nama, jenis in _RUANG):
            raise _bukan_kantor()
        return isi

    def pemeran(self, cari: str = "") -> list[dict[str, Any]]:
        """Whom one may play; only in teaching."""
        daftar: list[dict[str, Any]] = self.lihat("/pemeran", cari=cari)
        return daftar

    def masuk(self, nip: str, sandi: str, kode: str) -> dict[str, Any]:
        """Log in as oneself."""
        return self._kenal(self._kirim("/masuk", {"nip": nip, "sandi": sandi, "otp": kode}))

    def perankan(self, pegawai_id: int) -> dict[str, Any]:
        """Play somebody; only in teaching."""
        return self._kenal(self._kirim("/pemeran", {"pegawai_id": pegawai_id}))

    def keluar(self) -> None:
        """Forget who was logged in, here and there."""
        try:
            if self._tanda:
                self._kirim("/keluar", {})
        finally:
            self._tanda, self.saya = "", None

    def _kenal(self, jawaban: tuple[Any, str]) -> dict[str, Any]:
        self._tanda = jawaban[0]["tanda"]
        self.saya = self.lihat("/saya")
        return self.saya or {}

    @property
    def pegawai_id(self) -> int:
        """Who is logged in. Raises: PerluMasuk."""
        if self.saya is None or self.saya["pegawai_id"] is None:
            raise PerluMasuk("Masuk dahulu sebagai pegawai pada bagian Masuk.", kode="belum-masuk")
        return int(self.saya["pegawai_id"])

    # --- looking and acting --------------------------------------------------------------------------------------

    def lihat(self, jalan: str, **cari: Any) -> Any:
        """What ``GET /api/v1<jalan>`` answers."""
        return self.lihat_bernomor(jalan, **cari)[0]

    def lihat_bernomor(self, jalan: str, **cari: Any) -> tuple[Any, str]:
        """The same with the number of what was seen: given to ``tindakan``, nothing unseen is overwritten."""
        tanya = urlencode({nama: nilai for nama, nilai in cari.items() if nilai is not None})
        return self._kirim(f"{jalan}?{tanya}" if tanya else jalan)

    def tindakan(self, aksi: str, *, sejak: str = "", **isian: Any) -> Any:
        """Do what the button of that name does: ``tindakan("tambah_rhk", skp_id=…, teks_rhk=…)``."""
        return self._kirim(f"/tindakan/{aksi}", isian, sejak)[0]

    def majukan_hari(self, sampai: date, kunci: str = "") -> dict[str, Any]:
        """Move the day of the whole class; ``kunci``: the instructor's key, where the class has one."""
        jalan: dict[str, Any] = self._kirim("/hari/maju", {"sampai": sampai.isoformat(), "kunci": kunci})[0]
        return jalan

    def _kirim(self, jalan: str, isi: Mapping[str, Any] | None = None, sejak: str = "") -> tuple[Any, str]:
        kepala = {"Accept": "application/json"}
        if self._tanda:
            kepala["Authorization"] = f"Bearer {self._tanda}"
        if sejak:
            kepala["If-Match"] = sejak
        badan = None
        if isi is not None:
            kepala["Content-Type"] = "application/json"
            badan = json.dumps(isi, ensure_ascii=False, default=_json).encode()
        minta = urllib.request.Request(self.alamat + API + jalan, badan, kepala)
        try:
            with self._pembuka.open(minta, timeout=TUNGGU) as balasan:
                return _isi(balasan.read(TERBESAR), balasan.status), balasan.headers.get("ETag") or ""
        except urllib.error.HTTPError as galat:
            with galat:
                raise self._tolak(galat) from galat
        except (urllib.error.URLError, http.client.HTTPException, OSError) as galat:
            raise KantorTidakTersambung(f"Kantor kelas di {self.alamat} tidak menjawab. {_PERIKSA}") from galat

    def _tolak(self, galat: urllib.error.HTTPError) -> BimtekError:
        if 300 <= galat.code < 400:
            ke = galat.headers.get("Location", "")
            return KantorTidakTersambung(
                f"{self.alamat} mengalihkan ke {ke[:120] or 'alamat lain'}. Pakai alamat itu sebagai alamat kantor "
                "kelas, atau masuk dahulu ke jaringan (Wi-Fi) ini lewat peramban.",
                kode="kantor-mengalihkan",
            )
        try:
            _isi(galat.read(TERBESAR), galat.code)
        except BimtekError as ditolak:
            if isinstance(ditolak, PerluMasuk):
                self._tanda, self.saya = "", None
            return ditolak
        except (OSError, http.client.HTTPException):
            return KantorTidakTersambung(f"Jawaban kantor kelas di {self.alamat} terputus. {_PERIKSA}")
        return _bukan_kantor()


def _isi(mentah: bytes, status: int) -> Any:
    """The data of an envelope. Raises: DitolakKantor, PerluMasuk, KantorTidakTersambung."""
    try:
        amplop = json.loads(mentah)
        if amplop["success"] is True:
            return amplop["data"]
        kode, pesan = str(amplop["galat"]["kode"]), str(amplop["galat"]["pesan"])
    except (ValueError, KeyError, TypeError) as galat:
        raise _bukan_kantor() from galat
    if status == 401:
        raise PerluMasuk(
            "Anda belum masuk, atau sudah lama tidak aktif. Masuk lagi; yang diketik tetap ada.", kode=kode
        )
    raise DitolakKantor(pesan, kode=kode)


def _bukan_kantor() -> KantorTidakTersambung:
    return KantorTidakTersambung(
        "Alamat itu menjawab, tetapi bukan kantor simulasi kelas. Periksa angka dan huruf alamatnya, juga apakah "
        "jaringan (Wi-Fi) ini meminta masuk lebih dahulu lewat peramban.",
        kode="bukan-kantor-kelas",
    )


def _json(nilai: object) -> str:
    """Choices by their code, days and times as the API writes them."""
    return str(nilai.isoformat()) if hasattr(nilai, "isoformat") else str(getattr(nilai, "value", nilai))


class _TanpaAlih(urllib.request.HTTPRedirectHandler):
    """Another address would get our token; it is told instead."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _pembuka(tuan_rumah: str) -> urllib.request.OpenerDirector:
    try:
        setempat = not ipaddress.ip_address(tuan_rumah).is_global
    except ValueError:
        setempat = "." not in tuan_rumah or tuan_rumah.endswith(".local")
    proksi = urllib.request.ProxyHandler({}) if setempat else urllib.request.ProxyHandler()
    return urllib.request.build_opener(_TanpaAlih, proksi)
