"""One screen: who looks, at which office, and how a page is drawn.

Scene: given to every handler. May import: Starlette, Jinja2, simulator.workflow, simulator.web.
Facts: the simulated day and the banner SIMULASI PELATIHAN are on every page. Add: what every page needs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape
from sqlalchemy import Connection
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from simulator.domain.akun import Peran
from simulator.domain.errors import TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.domain.label import Berlabel
from simulator.web import catatan, draf
from simulator.web import sesi as ses
from simulator.web.alamat_kita import halaman_kita
from simulator.web.bingkai import DIBACA, Bingkai
from simulator.web.data import DataWeb
from simulator.web.formulir import Formulir
from simulator.web.menu import Butir, menu_untuk
from simulator.web.panduan import noun_untuk
from simulator.web.settings import Pengaturan
from simulator.web.statis import alamat_statis
from simulator.web.tur import Tur, baca_tur, belum_ditawari, langkah_tur
from simulator.workflow.actor import Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.pembuka import Hitungan, Pembuka, pembuka
from simulator.workflow.removal import Terhapus

_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip


#: Links below a line: what each says, and the page of ours it leads to.
Langkah = Sequence[tuple[str, str]]


def tanggal(hari: date | None) -> str:
    """31 Maret 2026; a dash where there is none."""
    return "–" if hari is None else f"{hari.day} {_BULAN[hari.month - 1]} {hari.year}"


def label(nilai: object) -> str:
    """What a choice is called; a dash for nothing."""
    if nilai is None or nilai == "":
        return "–"
    return nilai.label if isinstance(nilai, Berlabel) else str(nilai)


def patah(nama: str) -> Markup:
    """A file name that may go on in the next line after an underscore."""
    return Markup("_<wbr>").join(escape(satu) for satu in nama.split("_"))


def _lingkungan() -> Environment:
    env = Environment(
        loader=PackageLoader("simulator.web"), autoescape=select_autoescape(default=True), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    env.filters |= {"tanggal": tanggal, "label": label, "patah": patah, "statis": alamat_statis}
    return env


JINJA = _lingkungan()


class Layar:
    """Everything a handler may use."""

    def __init__(
        self,
        request: Request,
        kantor: Kantor,
        data: DataWeb,
        atur: Pengaturan,
        sesi: ses.Sesi,
        peran: Peran,
        bingkai: Bingkai,
    ) -> None:
        self.request = request
        self.kantor = kantor
        self.data = data
        self.atur = atur
        self.sesi = sesi
        self.peran = peran
        self.isian = Formulir({})
        self.berkas: UploadFile | None = None
        self._bingkai = bingkai
        self._siapa = sesi.pegawai_id
        self._ingatan: dict[tuple[bool, str], str | None] = {
            (False, kunci): isi for kunci, isi in bingkai.ingatan.items() if self.masuk
        }
        self.awalan: str = request.scope.get("root_path", "")

    # --- who ---------------------------------------------------------------------------------------------------

    @cached_property
    def pembuka(self) -> Pembuka:
        """The frame of this page, read once and before the page itself."""
        if not self.masuk or self.sesi.pegawai_id is None:
            return pembuka(self.kantor, None)
        # Asked before it is known whether the person still exists, so not through ``saya``.
        dibaca = self._ingat_satu(False, self.sesi.pegawai_id, DIBACA)
        hitungan: Hitungan = self.request.app.state.hitungan
        return pembuka(self.kantor, self.sesi.pegawai_id, int(dibaca or 0), hitungan)

    @property
    def orang(self) -> str:
        """Whose typing this browser keeps a copy of: one person of one office."""
        return f"{self.request.app.state.kode_kantor}-{self.sesi.pegawai_id}"

    @property
    def masuk(self) -> bool:
        """Is somebody logged in? A session that has rested too long shows nothing of its owner any more."""
        return self.sesi.tahap is ses.Tahap.MASUK and not self.sesi.lewat

    @property
    def saya(self) -> Pegawai:
        """Who is logged in. Raises: TidakBerwenang."""
        if self.pembuka.saya is None:
            raise TidakBerwenang("Anda belum masuk.", kode="belum-masuk")
        return self.pembuka.saya

    @property
    def peran_tambahan(self) -> frozenset[Peran]:
        """The administrative hats of who is logged in."""
        return self.pembuka.peran

    @property
    def punya_bawahan(self) -> bool:
        """Does anybody have this person as superior?"""
        return self.pembuka.punya_bawahan

    @property
    def belum_dibaca(self) -> int:
        """How many notifications are new, for the menu."""
        return self.pembuka.belum_dibaca

    @property
    def pelaku(self) -> Pelaku:
        """Who acts, under the hat of this page."""
        return Pelaku(self.saya.pegawai_id, self.peran)

    @property
    def alamat_pengirim(self) -> str:
        """From where the request came."""
        return self.request.client.host if self.request.client else "?"

    @property
    def hari(self) -> date:
        """The simulated day."""
        return self.pembuka.hari

    @contextmanager
    def lihat(self) -> Iterator[Connection]:
        """One consistent look into the office."""
        with self.kantor.lihat() as connection:
            yield connection

    # --- drawing -----------------------------------------------------------------------------------------------

    def u(self, alamat: str) -> str:
        """An address of ours as this browser must ask for it."""
        return self.awalan + alamat

    @property
    def dari(self) -> str:
        """The page of ours whose link or button led here; nothing where the browser does not say."""
        dari = urlsplit(self.request.headers.get("referer", ""))
        sini = self.request.url.path
        if (
            dari.netloc != self.request.headers.get("host")
            or dari.path == sini
            or not dari.path.startswith(self.u("/"))
        ):
            return ""
        return dari.path.removeprefix(self.awalan) + (f"?{dari.query}" if dari.query else "")

    @cached_property
    def tertahan(self) -> dict[str, draf.Draf]:
        """Everything this person sent that was refused, also a button with nothing typed."""
        if self.sesi.pegawai_id is None or not self.masuk:
            return {}
        if self.sesi.pegawai_id == self._siapa:
            return self._bingkai.draf
        with self.data.lihat() as connection:
            return draf.semua(connection, self.sesi.pegawai_id)

    @cached_property
    def daftar_draf(self) -> dict[str, draf.Draf]:
        """Forms of this person that hold something typed and could not be saved."""
        return {tindakan: satu for tindakan, satu in self.tertahan.items() if satu.diketik}

    @property
    def menu(self) -> list[tuple[str, list[Butir]]]:
        """The sidebar; the exercises of a participant's folder stand in its group *Latihan*."""
        latihan = self.atur.boleh_ganti_pemeran
        daftar = menu_untuk(self.peran_tambahan, self.punya_bawahan, self.pembuka.fungsional, latihan=latihan)
        paket = self.request.app.state.latihan_paket
        if paket is None:
            return daftar
        return [(grup, [*butir, *paket.menu] if grup == "Latihan" else butir) for grup, butir in daftar]

    @property
    def noun_bantuan(self) -> str:
        """Where in the guide the help for this page stands."""
        return noun_untuk(self.request.url.path.removeprefix(self.awalan))

    @cached_property
    def tur(self) -> Tur | None:
        """Where this person's Tur singkat stands."""
        return baca_tur(self)

    @property
    def tawarkan_tur(self) -> bool:
        """Is the tour to be offered? Never in an exam."""
        return self.atur.boleh_ganti_pemeran and belum_ditawari(self)

    @property
    def banyak_langkah_tur(self) -> int:
        """How many steps the tour has."""
        return len(langkah_tur())

    def tampil(self, nama: str, *, status: int = 200, **isi: Any) -> Response:
        """Draw a page. Lines waiting to be shown are shown once."""
        pesan, self.sesi.pesan = self.sesi.pesan, []
        html = JINJA.get_template(nama).render(
            layar=self, u=self.u, sesi=self.sesi, csrf=ses.samarkan(self.sesi.csrf), pesan=pesan, masuk=self.masuk,
            sejak=self.pembuka.nomor, draf=self.daftar_draf, hari=self.hari, atur=self.atur,
            sini=self.request.url.path.removeprefix(self.awalan), asal_ini=self._asal_ini,
            buka=self.request.query_params.get("buka", ""), **isi,
        )  # fmt: skip
        if pesan:
            with self.data.ubah() as connection:
                ses.simpan_pesan(connection, self.sesi)
        return HTMLResponse(html, status_code=status)

    @property
    def _asal_ini(self) -> str:
        """This page with what it was asked for, so that a form that fails leads back to the very same."""
        sini = self.request.url.path.removeprefix(self.awalan)
        tanya = urlencode([satu for satu in self.request.query_params.multi_items() if satu[0] != "buka"])
        return f"{sini}?{tanya}" if tanya else sini

    def pesan(self, teks: str, macam: str = "berhasil", **tambahan: Any) -> None:
        """A line for the next page; ``macam`` berhasil | galat | info."""
        # A name that ends in a title (S.H.) brings the full stop of the sentence with it.
        teks = re.sub(r"(?<!\.)\.\.(?!\.)", ".", teks)
        self.sesi.pesan.append(
            {
                "teks": teks,
                "macam": macam,
                "kode": "",
                "urungkan": 0,
                "urungkan_ke": "",
                "peran": "",
                "lanjut": [],
                **tambahan,
            }  # fmt: skip
        )
        with self.data.ubah() as connection:
            ses.simpan_pesan(connection, self.sesi)

    def pergi(
        self, alamat: str, teks: str = "", *, hapus: Terhapus | None = None, topi: str = "", lanjut: Langkah = ()
    ) -> Response:
        """Go on to another page of ours with a line; ``hapus`` offers to put back what was deleted.

        ``topi``: the hat under which it was deleted, where that is not the one of this page.
        ``lanjut``: links below the line; the first has the focus, unless ``alamat`` leads to a place on its page.
        """
        if hapus is not None:
            self.pesan(teks or f"{hapus.sebutan} dihapus.", urungkan=hapus.nomor, peran=topi or self.peran.value)
        elif teks:
            self.pesan(teks, lanjut=list(lanjut))
        return RedirectResponse(self.u(alamat), status_code=303)

    @property
    def asal(self) -> str:
        """The page whose form was sent; only ever one of ours."""
        return halaman_kita(self.isian.asli.get("kembali", ""))

    def kembali(
        self, teks: str = "", *, hapus: Terhapus | None = None, topi: str = "", lanjut: Langkah = ()
    ) -> Response:
        """Back to the page whose form was sent."""
        return self.pergi(self.asal, teks, hapus=hapus, topi=topi, lanjut=lanjut)

    @cached_property
    def gangguan(self) -> list[Any]:
        """Faults that are on (simulator.web.gangguan.catat.Catatan), read once: every page asks. None in an exam."""
        if not self.atur.boleh_ganti_pemeran or not self._bingkai.ada_gangguan:
            return []
        from simulator.web.gangguan import catat

        with self.data.lihat() as connection:
            return catat.terpasang(connection)

    @property
    def gejala(self) -> list[Any]:
        """What a fault that is on shows above this page (simulator.web.gangguan.gejala.Gejala)."""
        from simulator.web.gangguan.gejala import gejala

        return gejala(self, self.request.url.path.removeprefix(self.awalan))

    @property
    def sudah_diperbaiki(self) -> list[Any]:
        """Faults that were mended, where this page is the log of them."""
        from simulator.web.gangguan.gejala import sudah_diperbaiki

        return sudah_diperbaiki(self, self.request.url.path.removeprefix(self.awalan))

    # --- small things that are remembered ------------------------------------------------------------------------

    def ingat(self, kunci: str, isi: object, *, semua: bool = False) -> None:
        """Remember something for this person, or for everybody."""
        with self.data.ubah() as connection:
            catatan.simpan(connection, 0 if semua else self.saya.pegawai_id, kunci, json.dumps(isi))
        self._ingatan.pop((semua, kunci), None)

    def ingatan(self, kunci: str, bawaan: Any = None, *, semua: bool = False) -> Any:
        """What was remembered."""
        isi = self._ingat_satu(semua, 0 if semua else self.saya.pegawai_id, kunci)
        return bawaan if isi is None else json.loads(isi)

    def _ingat_satu(self, semua: bool, pegawai_id: int, kunci: str) -> str | None:
        if (semua, kunci) not in self._ingatan:
            with self.data.lihat() as connection:
                self._ingatan[semua, kunci] = catatan.baca(connection, pegawai_id, kunci)
        return self._ingatan[semua, kunci]
