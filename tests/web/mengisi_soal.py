"""Somebody who fills in an exercise: on the pages of the office, and in the notebook's widgets."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path

from exercises.kit import screen, session
from exercises.kit.answers import read_answer
from exercises.kit.build import participant_notebook
from exercises.kit.catalog import Exercise
from exercises.kit.package import bahan, write_package
from tests.web.conftest import Peramban

PEGAWAI = 5


class Formulir(HTMLParser):
    """The first form for answers on a page: what a browser without script would send, and the labels it shows."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.isi: dict[str, str] = {}
        self.nama: set[str] = set()
        self._di_dalam, self._pilihan, self._teks = False, "", ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        a = dict(attrs)
        if tag == "form":
            self._di_dalam = "form-soal" in (a.get("class") or "")
        if not self._di_dalam:
            return
        nama = a.get("name") or ""
        if tag in ("input", "select", "textarea"):
            self.nama.add(nama)
        if tag == "input" and (a.get("type") not in ("checkbox", "radio") or "checked" in a):
            self.isi[nama] = a.get("value") or ""
        if tag == "select":
            self._pilihan = nama
            self.isi[nama] = ""
        if tag == "option" and self._pilihan and "selected" in a:
            self.isi[self._pilihan] = a.get("value") or ""
        if tag == "textarea":
            self._teks, self.isi[nama] = nama, ""

    def handle_data(self, data: str) -> None:
        if self._teks:
            self.isi[self._teks] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.isi[self._teks] = self.isi[self._teks].removeprefix("\n").replace("\n", "\r\n")
            self._teks = ""
        if tag == "select":
            self._pilihan = ""
        if tag == "form":
            self._di_dalam = False


class Kantor:
    """A browser at the office of a participant's folder."""

    def __init__(self, peramban: Peramban, paket: Path, latihan: str) -> None:
        self.peramban, self.paket, self.latihan = peramban, paket, latihan
        self.folder = paket / latihan

    def alamat(self, soal: str) -> str:
        return f"/soal/{self.latihan}/isi/{soal}"

    def buka(self, soal: str, tambahan: str = "") -> Formulir:
        jawab = self.peramban.get(self.alamat(soal) + tambahan)
        assert jawab.status_code == 200, jawab.text
        return Formulir(jawab.text)

    def kirim(self, soal: str, formulir: Formulir, *, lakukan: str = "", kepala: dict | None = None, **ubah: object):
        data = {k: v for k, v in (formulir.isi | ubah).items() if v is not None}
        if lakukan:
            data["lakukan"] = lakukan
        return self.peramban.post(self.alamat(soal), data=data, headers=kepala)

    @property
    def jawaban(self) -> dict:
        return read_answer(self.folder, keep_aside=False).soal


def nama_isian(isian: dict, nilai: object) -> dict[str, object]:
    """A value under the names that the page's controls carry; None for a box that is not ticked."""
    if isian["jenis"] == "banyak":
        return {f"{isian['id']}:{o['kode']}": "1" if o["kode"] in nilai else None for o in isian["opsi"]}
    if isian["jenis"] == "tabel":
        hasil: dict[str, object] = {}
        for baris, sel in nilai.items():
            for kolom in (satu for satu in isian["kolom"] if satu["id"] in sel):
                bernama = {**kolom, "id": f"{isian['id']}:{baris}:{kolom['id']}"}
                hasil |= nama_isian(bernama, sel[kolom["id"]])
        return hasil
    return {isian["id"]: str(nilai).replace(".", ",") if isinstance(nilai, float) else ("" if nilai is None else nilai)}


def isi_lewat_web(kantor: Kantor, tampilan: dict, jawaban: dict) -> None:
    for soal, isi in ((soal, isi) for soal, isi in tampilan["soal"].items() if soal in jawaban):
        formulir = kantor.buka(soal)
        for isian in isi["isian"]:
            if isian.get("id") in jawaban[soal]:
                nama = nama_isian(isian, jawaban[soal][isian["id"]])
                assert set(nama) <= formulir.nama, "every control stands on the page"
                formulir.isi |= nama
        assert "Jawaban tersimpan pukul" in kantor.kirim(soal, formulir).text


def buka_notebook(folder: Path, latihan: str, monkeypatch) -> None:
    """Open the exercise as its notebook does, drawing nothing."""
    monkeypatch.setattr(screen, "show", lambda *_: None)
    monkeypatch.setattr(screen, "show_widget", lambda _: None)
    monkeypatch.setattr(session, "_session", None)
    monkeypatch.chdir(folder)
    session.mulai_latihan(latihan)


def isi_lewat_notebook(folder: Path, latihan: str, tampilan: dict, jawaban: dict, monkeypatch) -> None:
    """As a person fills in the widgets, one control after the other."""
    buka_notebook(folder, latihan, monkeypatch)
    for soal in tampilan["soal"]:
        session.form(soal)
        for isian, field in session._session.forms[soal].fields.items():
            if isian not in jawaban[soal]:
                continue
            nilai = jawaban[soal][isian]
            sel = (
                [(f, nilai[b][k]) for b, row in field.rows().items() for k, f in row.fields.items()]
                if hasattr(field, "rows")
                else [(field, nilai)]
            )
            for satu, isi in sel:
                if hasattr(satu, "_kotak"):
                    for kode, kotak in satu._kotak:
                        kotak.value = kode in isi
                elif isi is not None:
                    satu._control.value = str(isi) if isinstance(isi, (int, float)) else isi
        assert session._session.flush()


def tulis_paket(folder: Path, exercise: Exercise, kasus, kantor: Path) -> Path:
    isi = [bahan(exercise, kasus, participant_notebook(exercise), "2026-03-05T17:00:00+07:00")]
    write_package(
        folder, kelas="Kelas Uji", peserta="p001", nama="Peserta Uji", isi=isi,
        tulis_kantor=lambda tujuan: shutil.copy(kantor, tujuan),
    )  # fmt: skip
    return folder
