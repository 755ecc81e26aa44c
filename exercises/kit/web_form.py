"""The exercises in the web office: pages that draw any exercise by the kinds of its fields.

Scene: the web application asks for this file by name where an instance file lies in a participant's folder.
May import: kit, simulator.web. Facts: the words of Periksa and Kumpulkan are those of the notebook's page.
Add: a page of the exercises here; a field kind in web_fields.py.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from pathlib import Path

from markupsafe import Markup
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute

from exercises.kit import web_reading as baca
from exercises.kit.package import PaketLatihan
from exercises.kit.session import clock_text
from exercises.kit.submission import SENT_FOLDER, submission_name
from exercises.kit.three_ways import JawabanSudahBerubah
from exercises.kit.web_desk import Desk, Package
from exercises.kit.web_fields import hints, parts
from exercises.kit.web_windows import DASAR, JENDELA
from exercises.kit.wib import dalam_wib, jam_wib
from simulator.domain.errors import BimtekError, TidakDitemukan
from simulator.notebook.markup import simple_markdown
from simulator.web.layar import Layar
from simulator.web.menu import Butir
from simulator.web.rute import Rute

rute = Rute("/soal")
OTOMATIS = "X-Otomatis"
_LAIN = ". Sebagian isinya diubah di jendela lain dan tetap tersimpan; muat ulang halaman untuk melihatnya."


def routes() -> list[BaseRoute]:
    """The pages."""
    return [*baca.rute.daftar, *rute.daftar]


def open_package(folder: Path) -> Package:
    """What the application keeps while it runs."""
    return Package(folder)


def menu_of(paket: Package) -> list[Butir]:
    """One entry for each exercise; one for all when the package cannot be read, and its page says why."""
    try:
        daftar = paket.exercises()
    except BimtekError:
        return [Butir("Latihan bernilai", "/soal", "latihan dari paket instruktur")]
    return [Butir(satu.judul, f"/soal/{satu.id}", satu.ringkas) for satu in daftar]


@rute.get("")
def daftar(layar: Layar) -> Response:
    """All exercises of the package."""
    paket = _paket(layar)
    kartu = []
    for satu in paket.exercises():
        _, meja = paket.desk(satu.id)
        meja.open()
        kartu.append((satu, meja, meja.progress(), meja.handed_in(), baca.feedback_of(paket, satu) is not None))
    return layar.tampil("soal_daftar.html", info=paket.info(), kartu=kartu, waktu=jam_wib, tenggat=tenggat)


@rute.get("/{latihan}")
def satu_latihan(layar: Layar, latihan: str) -> Response:
    """One exercise: its questions, how far each is, what comes next."""
    baris, meja = _meja(layar, latihan)
    soal = [(nomor, kunci, isi["judul"], meja.progress_of(kunci)) for nomor, kunci, isi in meja.questions()]
    lanjut = next((kunci for _, kunci, _, k in soal if k["terisi"] < k["total"]), None)
    paket = _paket(layar)
    umpan = baca.feedback_of(paket, baris)
    return layar.tampil(
        "soal_latihan.html", baris=baris, meja=meja, soal=soal, lanjut=lanjut, kemajuan=meja.progress(),
        terkumpul=meja.handed_in(), waktu=jam_wib, tenggat=tenggat, lewat=lewat(baris, meja),
        pengantar=Markup(simple_markdown(meja.guidance().get("", ""))), bacaan=baca.lesson_of(paket, baris) is not None,
        umpan=jam_wib(baca.given_at(umpan)) if umpan else "",
    )  # fmt: skip


@rute.get("/{latihan}/isi/{soal}")
def formulir(layar: Layar, latihan: str, soal: str) -> Response:
    """One *soal* as a form."""
    baris, meja = _meja(layar, latihan)
    isi, nilai = meja.soal(soal), meja.values(soal)
    # What could not be saved before (a session that ended, a full disk) is drawn again; it counts as changed.
    dasar = meja.base(soal)
    tertahan = layar.daftar_draf.get(f"/soal/{latihan}/isi/{soal}")
    if tertahan is not None:
        nilai, dasar = meja.merged(soal, tertahan.isian, told=tertahan.kode == JawabanSudahBerubah.kode_bawaan)
    catatan: dict[str, list[str]] = {}
    if layar.request.query_params.get("periksa"):
        for satu in meja.remarks():
            if satu.soal == soal:
                catatan.setdefault(satu.isian, []).append(satu.pesan)
    urut = meja.questions()
    tempat = next(nomor for nomor, kunci, _ in urut if kunci == soal)
    tuntunan = Markup(simple_markdown(meja.guidance().get(soal, "")) + simple_markdown(isi.get("pengantar", "")))
    return layar.tampil(
        "soal_isi.html", baris=baris, meja=meja, kunci=soal, soal=isi, nomor=tempat, urut=urut, dasar=dasar,
        bagian=parts(isi, nilai), tuntunan=tuntunan, catatan=catatan, kemajuan=meja.progress(), nama_dasar=DASAR,
        nama_jendela=JENDELA, jendela=secrets.token_hex(4),
        jam=clock_text(meja.answer.disimpan), tujuan=f"/soal/{latihan}/isi/{soal}",
    )  # fmt: skip


@rute.post("/{latihan}/isi/{soal}")
def simpan(layar: Layar, latihan: str, soal: str) -> Response:
    """Save what was sent; then what the pressed button asks for."""
    _, meja = _paket(layar).desk(latihan)
    if layar.request.headers.get(OTOMATIS):
        return _simpan_sendiri(layar, meja, soal)
    meja.save(soal, layar.isian.asli)
    apa, _, rinci = layar.isian.asli.get("lakukan", "").partition(":")
    sini = f"/soal/{latihan}/isi/{soal}"
    if apa in ("periksa", "kumpulkan"):
        return layar.pergi(f"/soal/{latihan}/{apa}")
    if apa == "ke":
        meja.soal(rinci)
        return layar.pergi(f"/soal/{latihan}/isi/{rinci}")
    if apa == "daftar":
        return layar.pergi(f"/soal/{latihan}")
    isian, _, baris = rinci.partition(":")
    if apa in ("tambah", "hapus", "urungkan"):
        if apa == "tambah":
            meja.add_row(soal, isian)
        elif apa == "hapus":
            meja.remove_row(soal, isian, baris)
        else:
            meja.undo(soal, isian)
        return layar.pergi(f"{sini}#isian-{soal}-{isian}")
    return layar.pergi(sini, f"Jawaban tersimpan pukul {_jam(meja)}.")


def _simpan_sendiri(layar: Layar, meja: Desk, soal: str) -> Response:
    """The page saves by itself while one types: the answer is data for its script."""
    try:
        hasil = meja.save(soal, layar.isian.asli)
    except BimtekError as error:
        berhenti = isinstance(error, JawabanSudahBerubah)  # trying again would only say the same
        return JSONResponse({"gagal": error.pesan, "berhenti": berhenti}, headers={OTOMATIS: "ya"})
    bagian = parts(meja.soal(soal), meja.values(soal)) if hasil.berubah else []
    return JSONResponse(
        {
            "dasar": hasil.dasar,
            "tersimpan": f"Tersimpan pukul {_jam(meja)}{_LAIN if hasil.ada_lain else ''}" if hasil.disimpan else "",
            "kemajuan": kalimat_kemajuan(hasil.kemajuan),
            "petunjuk": hints(bagian, hasil.berubah),
            "berubah": list(hasil.berubah),
        },
        headers={OTOMATIS: "ya"},
    )


@rute.get("/{latihan}/periksa")
def periksa(layar: Layar, latihan: str) -> Response:
    """What can still be improved, question by question; never a mark."""
    baris, meja = _meja(layar, latihan)
    semua = meja.remarks()
    per_soal = [
        (nomor, k, isi["judul"], [satu for satu in semua if satu.soal == k]) for nomor, k, isi in meja.questions()
    ]
    return layar.tampil("soal_periksa.html", baris=baris, banyak=len(semua), per_soal=per_soal)


@rute.get("/{latihan}/kumpulkan")
def tanya_kumpul(layar: Layar, latihan: str) -> Response:
    """Ask before handing in, with what is still empty; after it, the receipt."""
    baris, meja = _meja(layar, latihan)
    terkumpul = meja.handed_in()
    return layar.tampil(
        "soal_kumpul.html", baris=baris, kosong=meja.unfilled(), terkumpul=terkumpul, waktu=jam_wib, tenggat=tenggat,
        berubah=terkumpul is not None and meja.changed_since(terkumpul[2]), lewat=lewat(baris, meja),
    )  # fmt: skip


@rute.post("/{latihan}/kumpulkan")
def kumpulkan(layar: Layar, latihan: str) -> Response:
    """Hand in, as the notebook's button does."""
    _, meja = _meja(layar, latihan)
    kiriman = meja.hand_in()
    layar.pesan(kiriman.pesan, "galat" if kiriman.terkirim is False else "berhasil")
    return layar.pergi(f"/soal/{latihan}/kumpulkan")


@rute.get("/{latihan}/kumpulan/{nomor:int}")
def unduh(layar: Layar, latihan: str, nomor: int) -> Response:
    """A submission of one's own, to be carried to the instructor."""
    paket = _paket(layar)
    _, meja = paket.desk(latihan)
    berkas = paket.folder / SENT_FOLDER / submission_name(paket.info().peserta, latihan, nomor)
    if not berkas.is_file():
        raise TidakDitemukan(f"Kiriman ke-{nomor} latihan ini tidak ada.", kode="kiriman")
    return FileResponse(berkas, filename=berkas.name, media_type="application/zip")


# --- small things ---


def _paket(layar: Layar) -> Package:
    paket = layar.request.app.state.latihan_paket.paket
    assert isinstance(paket, Package)
    return paket


def _meja(layar: Layar, latihan: str) -> tuple[PaketLatihan, Desk]:
    """The exercise, read anew; a broken answer file was put aside and is told once."""
    baris, meja = _paket(layar).desk(latihan)
    rusak = meja.open().jawaban.rusak
    if rusak:
        layar.pesan(
            f"Berkas jawaban sebelumnya rusak. Isinya disimpan sebagai {rusak} di folder latihan ini. Formulir dimulai "
            "dari awal; tunjukkan berkas itu kepada instruktur bila isinya masih diperlukan.",
            "galat",
        )
    return baris, meja


def _jam(meja: Desk) -> str:
    return clock_text(meja.answer.disimpan)


def kalimat_kemajuan(kemajuan: dict[str, int]) -> str:
    """As the form of the notebook says it."""
    return f"{kemajuan['terisi']} dari {kemajuan['total']} isian terisi di latihan ini"


def tenggat(satu: PaketLatihan) -> str:
    """The deadline as it reads, "" for none or one that cannot be read."""
    kapan = _batas(satu)
    return jam_wib(kapan) if kapan is not None else ""


def lewat(satu: PaketLatihan, meja: Desk) -> bool:
    """Has the deadline passed before everything was handed in?"""
    kapan = _batas(satu)
    terkumpul = meja.handed_in()
    return kapan is not None and kini() > kapan and (terkumpul is None or meja.changed_since(terkumpul[2]))


def _batas(satu: PaketLatihan) -> datetime | None:
    try:
        return dalam_wib(datetime.fromisoformat(satu.tenggat)) if satu.tenggat else None
    except ValueError:
        return None


def kini() -> datetime:
    """The clock of this computer, by which a deadline passes."""
    return datetime.now().astimezone()
