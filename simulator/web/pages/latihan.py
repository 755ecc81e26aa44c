"""Hari dan Skenario: moving the simulated day, what the colleagues did meanwhile, and whom humans play.

Scene: class and self-study; only where the settings allow it. May import: simulator.web, workflow.
Facts: none (label simulasi). Add: another step of the day in ``_langkah``.
"""

from __future__ import annotations

import time
from datetime import date, timedelta

from sqlalchemy import Connection
from starlette.responses import HTMLResponse, Response

from simulator.domain.errors import BimtekError, StatusTidakSesuai, TidakBerwenang
from simulator.domain.kepegawaian import Instansi, Jabatan, Pegawai
from simulator.store import repository
from simulator.web import kunci
from simulator.web import sesi as ses
from simulator.web.jalan_hari import TERAKHIR, TERJAUH, JalanHari, belum_sampai, jalan_kini, minta_maju
from simulator.web.layar import JINJA, Layar, tanggal
from simulator.web.pemain import daftar_pemain, sedang_masuk, serahkan
from simulator.web.rute import Rute
from simulator.web.settings import Mode
from simulator.workflow import queries
from simulator.workflow.limits import angka
from simulator.workflow.menunggu import menunggu

rute = Rute("/latihan")
KEPALA_DAERAH_ID = 0


@rute.get("")
def halaman(layar: Layar) -> Response:
    jalan, terakhir = jalan_kini(layar.request.app.state), _terakhir(layar)
    return layar.tampil(
        "latihan.html", jalan=jalan if jalan is not None and (jalan.berjalan or jalan.galat) else None,
        langkah=_langkah(layar), terjauh=layar.hari + TERJAUH, besok=layar.hari + timedelta(days=1),
        terakhir=terakhir, belum_sampai=belum_sampai(layar.request.app.state), pemain=_pemain(layar),
        instansi=_instansi(layar),
        menunggu=menunggu(layar.kantor, layar.saya.pegawai_id), terbuka=_terbuka(layar),
    )  # fmt: skip


@rute.get("/jalan")
def jalan(layar: Layar) -> Response:
    """How far it is: the part of the page that is asked for again while the day moves."""
    kini = jalan_kini(layar.request.app.state)
    # Drawn alone: a whole page would use up lines that wait for the next one.
    jawab = HTMLResponse(JINJA.get_template("latihan_jalan.html").render(jalan=kini, u=layar.u))
    if kini is None or not kini.berjalan:
        jawab.headers["HX-Redirect"] = layar.u("/latihan")
        if kini is not None and not kini.galat:
            layar.pesan(_sampai(kini))
    return jawab


@rute.post("/maju")
def maju(layar: Layar) -> Response:
    """Move on by a named step, or to a day."""
    terbuka = _terbuka(layar)
    kunci.wajib_instruktur(layar.atur, terbuka=terbuka)
    pilihan = {nama: hari for nama, _, hari in _langkah(layar)}
    langkah = layar.isian.teks("langkah")
    sampai = pilihan[langkah] if langkah in pilihan else layar.isian.tanggal("sampai", "Majukan sampai")
    jalan = minta_maju(layar.request.app.state, sampai, layar.saya.pegawai_id, terbuka=terbuka)
    if not jalan.tunggu():
        layar.pesan(f"Hari sedang dimajukan sampai {tanggal(sampai)}; rekan-rekan Anda bekerja.", "info")
        return layar.pergi("/latihan")
    if jalan.galat:
        layar.pesan(jalan.galat, "galat")
        return layar.pergi("/latihan")
    return layar.pergi("/latihan", _sampai(jalan))


def _sampai(jalan: JalanHari) -> str:
    """What is said when the day has come."""
    count = 0 if jalan.ringkasan is None else jalan.ringkasan.jumlah
    rekan = f"melakukan {angka(count)} tindakan" if count else "tidak berbuat apa-apa"
    return f"Hari simulasi sekarang {tanggal(jalan.sampai)}. Rekan simulasi {rekan}."


@rute.post("/kunci")
def buka_kunci(layar: Layar) -> Response:
    """The instructor opens this browser."""
    try:
        kunci.wajib_cocok(layar.atur, layar.data, layar.sesi, layar.isian.asli.get("kunci", ""))
    except BimtekError as error:
        # Not through the kept form: it would keep the key.
        layar.pesan(error.pesan, "galat", kode=error.kode)
        return layar.kembali()
    kunci.buka(layar.atur, layar.data, layar.sesi)
    return layar.kembali("Terbuka untuk peramban ini, sampai pemerannya diganti, Anda keluar, atau menguncinya lagi.")


@rute.post("/kunci/tutup")
def tutup_kunci(layar: Layar) -> Response:
    """... and shuts it again."""
    kunci.tutup(layar.atur, layar.data, layar.sesi)
    return layar.kembali("Peramban ini terkunci lagi: hari dan gangguan hanya untuk pemegang kunci.")


@rute.post("/serahkan")
def kembali_ke_rekan(layar: Layar) -> Response:
    """Hand a person back to the simulated colleagues."""
    if not layar.atur.boleh_ganti_pemeran:
        raise TidakBerwenang("Dalam ujian setiap orang memainkan dirinya sendiri.", kode="pemeran-dalam-ujian")
    if not _terbuka(layar):
        # A neighbour who went to lunch must not find their work done by colleagues.
        raise TidakBerwenang(
            "Di kelas ini peran diserahkan kepada rekan simulasi hanya oleh instruktur, dengan kuncinya.",
            kode="peran-bukan-hak-anda",
        )
    pegawai_id = layar.isian.bilangan("pegawai_id", "pegawai")
    with layar.data.ubah() as connection:
        if pegawai_id == layar.saya.pegawai_id or (_milik_sendiri(layar) and pegawai_id in _masuk(connection)):
            raise StatusTidakSesuai(
                "Orang itu sedang dimainkan di sebuah peramban. Keluar atau ganti pemeran di sana dahulu.",
                kode="pemain-sedang-masuk",
            )
        # Whoever closed the lid and left is still logged in there; coming back, they choose again and play again.
        ses.akhiri_semua(connection, pegawai_id)
        serahkan(connection, pegawai_id)
    return layar.kembali("Diserahkan: mulai hari berikutnya rekan simulasi yang bekerja untuk orang itu.")


def _terbuka(layar: Layar) -> bool:
    return kunci.terbuka(layar.atur, layar.data, layar.sesi)


def _milik_sendiri(layar: Layar) -> bool:
    """One's own sandbox: every browser in it is at hand, so nobody has to be sent out of one."""
    return layar.atur.mode is Mode.PRIBADI


def _masuk(connection: Connection) -> frozenset[int]:
    return sedang_masuk(connection, time.time() - ses.DIAM)


def _langkah(layar: Layar) -> list[tuple[str, str, date]]:
    """(key, label, day) of every button."""
    steps = [
        ("hari", "Hari berikutnya", layar.hari + timedelta(days=1)),
        ("minggu", "Minggu berikutnya", layar.hari + timedelta(days=7)),
    ]
    ends = {periode.batas_pengisian: periode.nama for periode in reversed(queries.daftar_periode(layar.kantor))}
    ahead = [day for day in ends if day > layar.hari]
    if ahead:
        steps.append(("batas", f"Batas pengisian {ends[min(ahead)]}", min(ahead)))
    return [step for step in steps if step[2] <= layar.hari + TERJAUH]


def _terakhir(layar: Layar) -> dict[str, object] | None:
    last = layar.ingatan(TERAKHIR, semua=True)
    if last is None:
        return None
    days = {name: date.fromisoformat(last[name]) for name in ("dari", "sampai")}
    return last | days | {"jumlah": angka(last["jumlah"])}


def _pemain(layar: Layar) -> list[tuple[int, str, str, str]]:
    """(number, name, post, what may be done) of everybody a human decides for.

    ``bebas``: to be handed back; ``masuk``: as well, but a browser is open; ``tetap``: not here, not now.
    """
    with layar.data.lihat() as connection:
        marked = daftar_pemain(connection) | {layar.saya.pegawai_id}
        here = _masuk(connection)
    with layar.lihat() as connection:
        people = repository.find(connection, Pegawai, pegawai_id=marked)
        posts = {
            post.jabatan_id: post.nama
            for post in repository.find(connection, Jabatan, jabatan_id={person.jabatan_id for person in people})
        }

    def keadaan(pegawai_id: int) -> str:
        if pegawai_id == layar.saya.pegawai_id:
            return "tetap"
        if pegawai_id not in here:
            return "bebas"
        return "tetap" if _milik_sendiri(layar) else "masuk"

    rows = [
        (person.pegawai_id, person.nama, posts.get(person.jabatan_id, ""), keadaan(person.pegawai_id))
        for person in people
    ]
    if KEPALA_DAERAH_ID in marked:
        rows.append((KEPALA_DAERAH_ID, "Kepala Daerah", "penilai pimpinan instansi (diperankan instruktur)", "tetap"))
    return rows


def _instansi(layar: Layar) -> Instansi:
    with layar.lihat() as connection:
        return repository.find(connection, Instansi)[0]
