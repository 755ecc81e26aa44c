"""The way from a notebook into the office of a class: its address, who answers there, logging in."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pyotp
import pytest
from kantor_uji import Halaman, kantor_dilayani, melayani
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from simulator.domain.errors import BimtekError
from simulator.domain.kepegawaian import Pegawai
from simulator.notebook.kantor import tabel
from simulator.notebook.kantor.draf import BERKAS
from simulator.notebook.kantor.sambungan import KANTOR, KantorKelas, KantorTidakTersambung, PerluMasuk, alamat_kantor
from simulator.store import repository
from simulator.web import otp, sandi
from simulator.web.data import buka_data, kredensial
from simulator.web.settings import Mode, Pengaturan
from simulator.workflow.office import open_office
from tests.workflow.kantor_kecil import PERAWAT

HASIL, SANDI = "Tersedianya data kunjungan yang lengkap setiap bulan", "Rahasia#2026"
#: The clock of the authenticators here, in the middle of a code.
SAAT = 1_800_000_015
JAHAT = "<img src=x onerror=alert(1)>"


def test_a_session_that_ended_asks_to_log_in_again_and_keeps_the_words(alamat: str, tmp_path: Path) -> None:
    halaman = Halaman(alamat, tmp_path / "satu").jadi(PERAWAT).tulis(HASIL)
    assert halaman.ruang.kantor is not None
    halaman.ruang.kantor._tanda = "sudah-lama"

    halaman.rhk.kirim()

    assert "Masuk lagi" in halaman.teks()
    assert "Perankan" in halaman.teks()
    assert halaman.jadi(PERAWAT).rhk.teks.value() == HASIL


def test_in_an_exam_one_logs_in_and_the_password_is_kept_nowhere(
    berkas: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(otp, "time", SimpleNamespace(time=lambda: float(SAAT)))
    with kantor_dilayani(berkas, Pengaturan(Mode.UJIAN)) as alamat:
        halaman = Halaman(alamat, tmp_path / "satu")
        nip, rahasia = _akun(berkas)  # once the exam has begun: what the class had counts no more
        assert "akun Anda sendiri" in halaman.teks()
        assert "Perankan" not in halaman.teks()
        halaman.masuk.masuk()
        assert "Isi dahulu NIP, kata sandi, kode" in halaman.teks()
        for kata in ("salah", SANDI):
            halaman.masuk.nip.value, halaman.masuk.sandi.value = nip, kata
            halaman.masuk.kode.value = pyotp.TOTP(rahasia).at(SAAT)
            halaman.masuk.masuk()
            assert halaman.masuk.sandi.value == halaman.masuk.kode.value == "", (
                "emptied when it is sent, right or wrong"
            )
            assert ("salah" in halaman.masuk._galat.value) is (kata != SANDI)

        assert "Anda <strong>" in halaman.teks()
        halaman.tulis(HASIL)
        assert SANDI not in (tmp_path / "satu" / BERKAS).read_text(encoding="utf-8")


def _akun(berkas: Path) -> tuple[str, str]:
    """The nurse has logged in before: (NIP, secret of the authenticator), the password is ``SANDI``."""
    with open_office(berkas) as kantor, kantor.lihat() as connection:
        nip = repository.get(connection, Pegawai, PERAWAT).nip
    data, rahasia = buka_data(berkas), otp.rahasia_baru()
    with data.ubah() as connection:
        sandi.baca(connection, PERAWAT, nip)
        sandi.ganti(connection, PERAWAT, nip, SANDI)
        connection.execute(kredensial.update().where(kredensial.c.pegawai_id == PERAWAT).values(rahasia_otp=rahasia))
    data.tutup()
    return nip, rahasia


# --- the address -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ditulis", "dibaca"),
    [
        ("192.168.1.10:8765", "http://192.168.1.10:8765"),
        (" http://kelas.local:8765/ ", "http://kelas.local:8765"),
        ("HTTP://Kelas.LOCAL:8765//", "http://kelas.local:8765"),
        ("http://10.0.0.5:8765/masuk?lanjut=/skp", "http://10.0.0.5:8765"),
        ("http://10.0.0.5:8765/skp/12", "http://10.0.0.5:8765"),
        ("https://kelas.contoh.invalid/bimtek/portal", "https://kelas.contoh.invalid/bimtek"),
    ],
)
def test_an_address_is_taken_as_people_copy_it(ditulis: str, dibaca: str) -> None:
    assert alamat_kantor(ditulis) == dibaca


@pytest.mark.parametrize(
    "ditulis",
    [
        "",
        "ftp://kelas",
        "http://",
        "http://a b",
        "http://kelas:99999",
        "http://10.0.0.5:8765@lain.invalid",
        "C:\\kantor.ekin.db",
    ],
)
def test_what_cannot_be_an_address_is_said_so(ditulis: str) -> None:
    with pytest.raises(BimtekError) as ditolak:
        alamat_kantor(ditulis)

    assert "http://192.168.1.10:8765" in ditolak.value.pesan


def test_somebody_else_who_answers_is_told_apart_from_nobody(tmp_path: Path) -> None:
    with (
        melayani(HTMLResponse("<h1>Selamat datang di Wi-Fi</h1>")) as alamat,
        pytest.raises(KantorTidakTersambung) as lain,
    ):
        KantorKelas(alamat).ruang()
    assert lain.value.kode == "bukan-kantor-kelas"
    for data in (None, [], {"nama": "Kantor"}, {"nama": "Kantor", "hari": 3, "latihan": True}):
        with melayani(JSONResponse({"success": True, "data": data})) as alamat:
            assert "bukan kantor simulasi kelas" in Halaman(alamat, tmp_path / "lain").teks()

    with melayani(RedirectResponse("http://masuk.invalid/")) as alamat:
        with pytest.raises(KantorTidakTersambung) as alih:
            KantorKelas(alamat).ruang()
        assert "http://masuk.invalid/" in Halaman(alamat, tmp_path / "satu").teks()
    assert alih.value.kode == "kantor-mengalihkan"

    with pytest.raises(KantorTidakTersambung) as sunyi:
        KantorKelas(alamat).ruang()
    assert sunyi.value.kode == "kantor-tidak-tersambung"


def test_a_file_or_database_in_the_environment_is_never_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(KANTOR, "postgresql://kelas:rahasia@server/kantor")

    halaman = Halaman(None, tmp_path / "satu")  # type: ignore[arg-type]

    assert "rahasia" not in halaman.teks() + halaman.masuk.alamat.value
    assert "Belum tersambung" in halaman.teks()


def test_without_a_login_an_action_says_what_to_do_first(alamat: str) -> None:
    kantor = KantorKelas(alamat)

    with pytest.raises(PerluMasuk):
        tabel.skp_saya(kantor)
    with pytest.raises(PerluMasuk) as perlu:
        kantor.tindakan("sinkronkan_profil")
    assert "Masuk lagi" in perlu.value.pesan


def test_what_an_office_answers_is_text_on_the_page_and_never_markup(tmp_path: Path) -> None:
    """Whoever serves an office under an address that somebody believed writes nothing into the notebook."""
    skp = {
        "skp_id": 1, "tahun": 2026, "versi": JAHAT, "periode_awal": JAHAT, "periode_akhir": JAHAT, "status": "draft",
        "pendekatan": "kuantitatif", "identitas_penilai": {"nama": JAHAT}, "identitas_pegawai": {"jabatan": JAHAT},
        "daftar_rhk": [{"rhk_id": 1, "jenis": "utama", "rhk_atasan_id": 1, "teks": JAHAT, "daftar_iki": [
            {"iki_id": 1, "aspek": "kuantitas", "indikator": JAHAT, "target": JAHAT}]}],
    }  # fmt: skip
    isi = {
        "/kantor": {"nama": JAHAT, "hari": f"2026-01-{JAHAT}", "latihan": True},
        "/pemeran": [{"nama": JAHAT, "sebutan": JAHAT, "pegawai_id": 7}],
        "/saya": {"pegawai_id": 7, "nama": JAHAT},
        "/pegawai/7/skp": [skp], "/skp/1": skp, "/skp/1/rhk-pimpinan": [{"rhk_id": 1, "teks": JAHAT}],
        "/skp/1/penilaian": {"baris": []}, "/pegawai/7/skp-bawahan": [],
        "/pegawai/7/bawahan": [{"pegawai_id": 8, "nama": JAHAT, "nip": JAHAT}],
    }  # fmt: skip

    async def jawab(request: Request) -> Response:
        jalan = request.url.path.removeprefix("/api/v1")
        if request.method == "POST":
            ditolak = {"success": False, "galat": {"kode": JAHAT, "pesan": JAHAT}}
            diterima = {"success": True, "data": {"tanda": "t"}}
            return JSONResponse(diterima) if jalan == "/pemeran" else JSONResponse(ditolak, 409)
        return JSONResponse({"success": True, "data": isi[jalan]}, headers={"ETag": JAHAT})

    app = Starlette(routes=[Route("/{jalan:path}", jawab, methods=["GET", "POST"])])
    with melayani(app) as alamat:
        halaman = Halaman(alamat, tmp_path / "satu").jadi(7).tulis("Tersedianya data")
        halaman.rhk.kirim()
        kata = halaman.teks()

    assert kata.count("&lt;img src=x") > 10, "it is there, as text"
    assert "<img" not in kata
