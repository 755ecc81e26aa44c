"""Moving the day in the background: a year of sixty people takes longer than a browser waits.

Scene: started by /latihan and by the API, one at a time for an office. May import: simulator.domain, web.data,
gangguan, kunci and pemain, workflow.rekan.
Facts: none. Every day is saved whole, so a program that is closed in between leaves the office at the end of a day.
Add: nothing.
"""

from __future__ import annotations

import json
import logging
import threading
from datetime import date, timedelta
from typing import Any

from simulator.domain.errors import BimtekError, DataTidakSah, StatusTidakSesuai
from simulator.web import catatan
from simulator.web.data import DataWeb
from simulator.web.gangguan import catat
from simulator.web.gangguan.periksa import periksa_semua
from simulator.web.gangguan.tempat import DiTerminal
from simulator.web.kunci import wajib_instruktur
from simulator.web.pemain import daftar_pemain
from simulator.workflow.office import Kantor
from simulator.workflow.rekan import Ringkasan, majukan

#: Under this key what happened last is remembered for everybody.
TERAKHIR = "latihan-terakhir"
#: ... and under this one the day that is being moved to, until it is reached.
TUJUAN = "latihan-tujuan"
#: A short step is over before the page comes back.
TUNGGU = 6.0
#: Friday.
AKHIR_PEKAN = 4
#: Nobody plans further than this at once.
TERJAUH = timedelta(days=366)
log = logging.getLogger("bimtek.web")
_KUNCI = threading.Lock()


class JalanHari:
    """One move of the day, running or over."""

    def __init__(self, kantor: Kantor, data: DataWeb, sampai: date, pemain: int) -> None:
        self.dari = self.hari = kantor.hari
        self.sampai = sampai
        self.galat = ""
        self.ringkasan: Ringkasan | None = None
        self._kantor, self._data, self._pemain = kantor, data, pemain
        self._utas = threading.Thread(target=self._jalan, name="jalan-hari", daemon=True)

    @property
    def berjalan(self) -> bool:
        """Is it still running?"""
        return self._utas.is_alive()

    @property
    def persen(self) -> int:
        """How much of the way is behind."""
        whole = max(1, (self.sampai - self.dari).days)
        return min(100, 100 * (self.hari - self.dari).days // whole)

    def mulai(self) -> JalanHari:
        """Go."""
        self._utas.start()
        return self

    def tunggu(self, detik: float = TUNGGU) -> bool:
        """Wait a little; is it over?"""
        self._utas.join(detik)
        return not self.berjalan

    def _jalan(self) -> None:
        try:
            with self._data.ubah() as connection:
                catatan.simpan(connection, 0, TUJUAN, self.sampai.isoformat())
            self.ringkasan = majukan(self._kantor, self.sampai, self._bermain, self._maju)
            with self._data.ubah() as connection:
                catatan.simpan(connection, 0, TERAKHIR, json.dumps(_isi(self.ringkasan)))
                catatan.buang(connection, 0, TUJUAN)
        except BimtekError as error:
            self.galat = error.pesan
        except Exception as error:
            log.error("hari tidak dapat dimajukan", exc_info=error)
            self.galat = (
                f"Hari berhenti di {self.hari:%d-%m-%Y} karena hal yang tidak terduga; hari-hari sebelumnya tersimpan. "
                "Ulangi; bila tetap terjadi, sampaikan kepada instruktur."
            )

    def _bermain(self) -> frozenset[int]:
        """Whom humans play today, also who logged in since the move began; and who carries a fault.

        A fault is there to be met and mended by a human: a colleague would have done it by the next morning.
        """
        with self._data.lihat() as connection:
            berganggu = {siapa for satu in catat.terpasang(connection) for siapa in satu.diam}
            return daftar_pemain(connection) | berganggu | {self._pemain}

    def _maju(self, hari: date) -> None:
        self.hari = hari
        if hari == self.sampai or hari.weekday() == AKHIR_PEKAN:
            # What became of them is noted week by week: who mended one is then found among few entries.
            periksa_semua(DiTerminal(self._kantor, self._data))


def _isi(ringkasan: Ringkasan) -> dict[str, Any]:
    return {
        "dari": ringkasan.dari.isoformat(),
        "sampai": ringkasan.sampai.isoformat(),
        "hari_kerja": ringkasan.hari_kerja,
        "jumlah": ringkasan.jumlah,
        "baris": ringkasan.baris(),
    }


def minta_maju(keadaan: Any, sampai: date, pegawai_id: int | None, *, terbuka: bool) -> JalanHari:
    """Move on to a day for somebody who asks (None: the head of the region) and for whom no colleague acts.

    ``terbuka``: they showed that they may (simulator.web.kunci). Raises: TidakBerwenang — the day is the instructor's;
    StatusTidakSesuai — that day is not ahead, or one move still runs; DataTidakSah — too far.
    """
    wajib_instruktur(keadaan.atur, terbuka=terbuka)
    hari = keadaan.kantor.hari
    if sampai <= hari:
        raise StatusTidakSesuai(
            f"Hari simulasi sudah {hari:%d-%m-%Y}; waktu hanya dapat maju. Pilih hari sesudahnya.", kode="hari-mundur"
        )
    if sampai > hari + TERJAUH:
        raise DataTidakSah(
            f"Paling jauh setahun sekali maju, sampai {hari + TERJAUH:%d-%m-%Y}. Pilih hari yang lebih dekat.",
            kode="hari-terlalu-jauh",
        )
    return _mulai_jalan(keadaan, sampai, pegawai_id or 0)


def _mulai_jalan(keadaan: Any, sampai: date, pemain: int) -> JalanHari:
    """Start one for this application. Raises: StatusTidakSesuai — one is running."""
    with _KUNCI:
        now = jalan_kini(keadaan)
        if now is not None and now.berjalan:
            raise StatusTidakSesuai(
                f"Hari sedang dimajukan sampai {now.sampai:%d-%m-%Y}. Tunggu sampai selesai, lalu majukan lagi.",
                kode="hari-sedang-dimajukan",
            )
        keadaan.jalan_hari = JalanHari(keadaan.kantor, keadaan.data, sampai, pemain).mulai()
        return keadaan.jalan_hari


def jalan_kini(keadaan: Any) -> JalanHari | None:
    """The last one of this application, running or over."""
    return getattr(keadaan, "jalan_hari", None)


def belum_sampai(keadaan: Any) -> date | None:
    """The day that a move was on its way to when the server ended or something stopped it; None: all arrived."""
    kini = jalan_kini(keadaan)
    if kini is not None and kini.berjalan:
        return None
    with keadaan.data.lihat() as connection:
        tujuan = catatan.baca(connection, 0, TUJUAN)
    sampai = None if tujuan is None else date.fromisoformat(tujuan)
    return sampai if sampai is not None and sampai > keadaan.kantor.hari else None
