"""Who asks: the bearer of a token, under one hat.

Scene: every address but the login. May import: FastAPI, simulator.web, workflow.
Facts: Bearer token (CONFIRMED, ekinerja-app §2.12). A token is a session like that of a browser (sesi.py), so it rests
and ends like one; the cookie of a browser opens nothing here, which is why no CSRF code is asked for.
Add: nothing about one noun.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Header, Query, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.datastructures import State

from simulator.domain.akun import Peran
from simulator.domain.errors import DataTidakSah
from simulator.web import sesi as ses
from simulator.web.api.galat import INDUK, BelumMasuk
from simulator.web.data import DataWeb
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.permissions import IZIN

_MASUK = "Kirim kepala Authorization: Bearer TANDA; tanda itu dari /api/v1/masuk."
_pembawa = HTTPBearer(auto_error=False, description=_MASUK, bearerFormat="tanda dari /masuk")


@dataclass(frozen=True, slots=True)
class Surat:
    """What came with a request; nothing of it is checked before the work begins in its own thread."""

    request: Request
    tanda: str
    peran: Peran | None
    sejak: str

    @property
    def keadaan(self) -> State:
        """What the application keeps."""
        keadaan: State = self.request.scope[INDUK].state
        return keadaan

    @property
    def kantor(self) -> Kantor:
        """The office."""
        kantor: Kantor = self.keadaan.kantor
        return kantor

    @property
    def data(self) -> DataWeb:
        """What lies beside it."""
        data: DataWeb = self.keadaan.data
        return data

    def sesi(self) -> ses.Sesi:
        """The session of the token. Raises: BelumMasuk."""
        with self.data.lihat() as connection:
            sesi = ses.baca(connection, self.tanda)
        if sesi is None or sesi.tahap not in (ses.Tahap.MASUK, ses.Tahap.KEPALA_DAERAH):
            raise BelumMasuk(f"Permintaan ini belum dikenali. {_MASUK}")
        if sesi.lewat:
            raise BelumMasuk("Tanda masuk ini sudah lama tidak dipakai. Masuk lagi.", kode="sesi-berakhir")
        if abs(time.time() - sesi.dipakai) > ses.CATAT_TIAP:
            with self.data.ubah() as connection:
                ses.sentuh(connection, sesi)
        return sesi

    def pelaku(self, aksi: str = "") -> Pelaku:
        """Who acts: the hat that was named, or the first one the permission table gives this action."""
        sesi = self.sesi()
        if sesi.tahap is ses.Tahap.KEPALA_DAERAH:
            return KEPALA_DAERAH if self.peran is None else Pelaku(None, self.peran)
        return Pelaku(sesi.pegawai_id, self.peran or _topi(aksi))

    def nomor_dilihat(self) -> int | None:
        """The journal number of ``If-Match``. Raises: DataTidakSah."""
        if self.sejak in ("", "*"):
            return None
        cocok = re.fullmatch(r'(?:W/)?"?(\d{1,17})"?', self.sejak.strip(), re.ASCII)
        if cocok is None:
            raise DataTidakSah(
                'Kepala If-Match harus ETag dari jawaban yang Anda baca, misalnya "120".', kode="if-match-tidak-sah"
            )
        return int(cocok[1])


def _topi(aksi: str) -> Peran:
    izin = IZIN.get(aksi)
    return next((peran for peran in Peran if izin is not None and izin.kaitan(peran) is not None), Peran.PEGAWAI)


async def _surat(
    request: Request,
    pembawa: Annotated[HTTPAuthorizationCredentials | None, Depends(_pembawa)],
    peran: Annotated[
        Peran | None,
        Query(description="topi yang dipakai; bila tidak disebut, topi pertama yang berwenang untuk tindakan itu"),
    ] = None,
    if_match: Annotated[
        str,
        Header(description="ETag jawaban yang menjadi dasar tindakan: bila orang lain sudah mengubahnya, ditolak"),
    ] = "",
) -> Surat:
    return Surat(request, "" if pembawa is None else pembawa.credentials, peran, if_match)


Pengirim = Annotated[Surat, Depends(_surat)]
