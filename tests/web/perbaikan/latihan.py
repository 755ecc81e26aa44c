"""One fault that is on, as those who mend it meet it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from simulator.domain.kepegawaian import Pegawai
from simulator.domain.skp import SKP
from simulator.store import repository
from simulator.web.gangguan import catat
from simulator.workflow.gangguan.macam import ADMIN as SEMUA_ADMIN
from tests.web.adegan_penilai import teks as tanpa_tanda
from tests.web.conftest import Peramban

ADMIN = 7
SANDI = "Rahasia#2027"


#: Faults of the login show themselves to nobody who is logged in; masuk.py says how each is seen.
MASUK: dict[str, Callable[[Latihan], bool]] = {}


@dataclass
class Latihan:
    """One fault that is on in the office behind a browser."""

    peramban: Peramban
    satu: catat.Catatan
    #: What its owner believes the password to be, where that is not the first one.
    sandi: str = ""

    @property
    def kantor(self) -> Any:
        return self.peramban.app.state.kantor

    @property
    def isi(self) -> dict[str, Any]:
        return self.satu.terpasang.isi

    @property
    def saya(self) -> int:
        return self.satu.pegawai_id

    @property
    def teks(self) -> str:
        return self.satu.teks

    def ambil(self, kelas: type, key: int) -> Any:
        with self.kantor.lihat() as connection:
            return repository.get(connection, kelas, key)

    def cari(self, kelas: type, **where: Any) -> list[Any]:
        with self.kantor.lihat() as connection:
            return repository.find(connection, kelas, **where)

    def nama(self, pegawai_id: int | None = None) -> str:
        return self.ambil(Pegawai, self.saya if pegawai_id is None else pegawai_id).nama

    def nip(self) -> str:
        return self.ambil(Pegawai, self.saya).nip

    def atasan(self) -> int:
        return self.ambil(Pegawai, self.saya).atasan_id

    def skp_saya(self, **where: Any) -> SKP:
        found = self.cari(SKP, pegawai_id=self.saya, tahun=2027, **where)
        return max(found, key=lambda skp: skp.skp_id)

    def jadi(self, pegawai_id: int | None = None) -> Peramban:
        return self.peramban.jadi(self.saya if pegawai_id is None else pegawai_id)

    def kirim(self, alamat: str, dari: str, **isian: Any) -> Any:
        jawab = self.peramban.kirim(alamat, dari=dari, **isian)
        assert 'class="pesan galat" role="alert"' not in jawab.text, tanpa_tanda(jawab)[:1500]
        return jawab

    def terlihat(self) -> bool:
        """Is the text on its page, for one of those who meet it?"""
        if self.satu.kode in MASUK:
            return MASUK[self.satu.kode](self)
        for pembaca in self.satu.terpasang.pembaca:
            self.jadi(ADMIN if pembaca == SEMUA_ADMIN else pembaca)
            for alamat in _alamat(self.satu.terpasang.alamat):
                # Below stands the log of what was mended, with the same words.
                if self.teks in html.unescape(self.peramban.get(alamat).text.partition('class="log-perbaikan"')[0]):
                    return True
        return False


def _alamat(pola: str) -> list[str]:
    """The pages a pattern names: alternatives, with and without what is optional."""
    tanpa = [re.sub(r"\((?:[^()]|\([^()]*\)\??)*\)\?", "", satu) for satu in re.split(r"\|(?![^(]*\))", pola)]
    return tanpa
