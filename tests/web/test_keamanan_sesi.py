"""Sessions and the door: fixation, reuse, expiry, what a login tells, and what only a whole login may do."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from simulator.domain.errors import BimtekError, TidakBerwenang
from simulator.web import draf, pintu, sandi
from simulator.web import sesi as ses
from simulator.web.app import create_app
from simulator.web.data import sesi
from simulator.web.settings import HURUF, KUNCI_TERPENDEK, Mode, Pengaturan, kunci_baru
from tests.web.conftest import KUNCI, Peramban
from tests.web.test_login import _masuk_pertama, _nip, _sandi_pertama


def _tanda(peramban: Peramban) -> str:
    return peramban.cookies[ses.nama_kuki(peramban.app.state.kode_kantor)]


def test_every_step_of_the_login_has_a_token_of_its_own_and_the_old_one_opens_nothing(peramban: Peramban) -> None:
    peramban.get("/masuk")
    tamu = _tanda(peramban)
    peramban.jadi(5)
    masuk = _tanda(peramban)
    peramban.kirim("/keluar", dari="/skp")

    assert len({tamu, masuk, _tanda(peramban)}) == 3
    for lama in (tamu, masuk):
        peramban.cookies.clear()
        peramban.cookies.set(ses.nama_kuki(peramban.app.state.kode_kantor), lama)
        assert peramban.get("/skp", follow_redirects=False).status_code == 303


def test_the_cookie_is_for_the_server_only(peramban: Peramban) -> None:
    kuki = peramban.get("/masuk").headers["set-cookie"].lower()

    assert "httponly" in kuki
    assert "samesite=lax" in kuki


def test_behind_a_trusted_proxy_with_https_the_cookie_stays_on_https(berkas) -> None:
    https = {"X-Forwarded-Proto": "https"}
    with Peramban(create_app(berkas, Pengaturan(percaya_awalan=True))) as klien:
        assert "; secure" in klien.get("/masuk", headers=https).headers["set-cookie"].lower()
    with Peramban(create_app(berkas, Pengaturan())) as klien:
        assert "; secure" not in klien.get("/masuk", headers=https).headers["set-cookie"].lower()


@pytest.mark.parametrize(
    "alamat",
    ["/keluar", "/pemeran", "/masuk", "/skp/tambah", "/urungkan", "/draf/buang", "/drive/simpan", "/latihan/maju",
     "/pemberitahuan/dibaca", "/penilai/kepala-daerah", "/panduan/tur"],
)  # fmt: skip
def test_no_form_without_its_code(peramban: Peramban, alamat: str) -> None:
    peramban.jadi(5)
    for csrf in ("", "salah", "é", _tanda(peramban)):
        jawab = peramban.post(alamat, data={"csrf": csrf, "pegawai_id": "1", "langkah": "hari", "mulai": "1"})
        assert "kedaluwarsa" in jawab.text
    assert "data-orang" in peramban.get("/skp").text


def test_a_session_that_rested_too_long_shows_nothing_of_its_owner_anywhere(
    peramban: Peramban, monkeypatch: pytest.MonkeyPatch
) -> None:
    peramban.jadi(5)
    nama = re.search(r"<summary>([^<]+)</summary>", peramban.get("/skp").text)[1]
    monkeypatch.setattr("simulator.web.sesi.DIAM", -1.0)

    for alamat in ("/tidak-ada", "/masuk/langkah", "/drive/buka/999"):
        assert f"<summary>{nama}" not in peramban.get(alamat).text, alamat


def test_a_session_from_a_time_to_come_is_over(peramban: Peramban, monkeypatch: pytest.MonkeyPatch) -> None:
    """The computer's clock was ahead and has been put right: else the session would last until then and longer."""
    peramban.jadi(5)
    kini = time.time()
    monkeypatch.setattr("simulator.web.sesi.time", SimpleNamespace(time=lambda: kini - 24 * 3600.0))

    assert peramban.get("/skp", follow_redirects=False).headers["location"] == "/masuk?lanjut=/skp"


def test_a_password_alone_leaves_no_form_among_somebodys_drafts(peramban: Peramban) -> None:
    nip = _nip(peramban, 5)
    peramban.kirim("/masuk", dari="/masuk", nip=nip, sandi=f"Asn#{nip[:8]}")
    peramban.post("/skp/tambah", data={"periode_awal": "2027-01-01"})

    with peramban.app.state.data.lihat() as connection:
        assert draf.semua(connection, 5) == {}


def test_kept_forms_are_only_so_many(peramban: Peramban) -> None:
    peramban.jadi(5)
    with peramban.app.state.data.ubah() as connection:
        for nomor in range(draf.TERBANYAK + 5):
            draf.simpan(connection, 5, f"/skp/{nomor}/rhk", {"teks_rhk": str(nomor)}, "", "")
            draf.simpan(connection, 6, "/skp/1/rhk", {"teks_rhk": "orang lain"}, "", "")

    with peramban.app.state.data.lihat() as connection:
        ada = draf.semua(connection, 5)
        assert draf.semua(connection, 6)
    assert len(ada) == draf.TERBANYAK
    assert f"/skp/{draf.TERBANYAK + 4}/rhk" in ada


def test_a_wrong_password_takes_as_much_work_whether_the_nip_exists_or_was_ever_used(
    peramban: Peramban, monkeypatch: pytest.MonkeyPatch
) -> None:
    kerja: list[str] = []

    class Pencatat:
        def hash(self, kata: str) -> str:
            kerja.append("hash")
            return asli.hash(kata)

        def verify(self, sidik: str, kata: str) -> bool:
            kerja.append("verify")
            return asli.verify(sidik, kata)

    asli = sandi._HASHER
    monkeypatch.setattr(sandi, "_HASHER", Pencatat())
    jawaban = []
    for nip in ("000000000000000000", _nip(peramban, 5), _nip(peramban, 5)):
        jawaban.append(peramban.kirim("/masuk", dari="/masuk", nip=nip, sandi="salah").text.replace(nip, ""))

    assert kerja == ["verify"] * 3
    csrf = re.compile(r'name="csrf" value="[^"]+"')
    assert len({csrf.sub("", satu) for satu in jawaban}) == 1


def test_an_account_nobody_ever_used_opens_with_the_first_password_only(peramban: Peramban) -> None:
    nip = _nip(peramban, 5)
    for salah in ("", "Asn#", f"Asn#{nip[:7]}", f"Asn#{_nip(peramban, 6)[:8]}x"):
        assert not sandi.cocok("", salah, sandi.sandi_awal(nip))
    assert not sandi.cocok("", "")
    assert not sandi.cocok(None, sandi.sandi_awal(nip), sandi.sandi_awal(nip))
    assert sandi.cocok("", sandi.sandi_awal(nip), sandi.sandi_awal(nip))


def test_guessing_from_many_browsers_at_once_soon_ends(peramban: Peramban) -> None:
    nip = _nip(peramban, 5)
    app = peramban.app.state

    def coba(nomor: int) -> str:
        try:
            pintu.periksa(app.kantor, app.data, nip, f"salah{nomor}", "10.0.0.1", latihan=True)
        except BimtekError as error:
            return error.kode
        return "masuk"

    with ThreadPoolExecutor(8) as pool:
        jawaban = list(pool.map(coba, range(40)))

    assert set(jawaban) == {"masuk-salah", "masuk-ditahan"}
    assert jawaban.count("masuk-salah") == pintu.GAGAL_TERBANYAK, "those that came together are counted one by one"


class Jam:
    """The clock of the door, moved by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kini = 1_800_000_000.0
        monkeypatch.setattr(pintu, "time", SimpleNamespace(time=lambda: self.kini))


def test_every_failure_more_costs_a_longer_pause_and_the_right_password_opens_after_it(
    peramban: Peramban, monkeypatch: pytest.MonkeyPatch
) -> None:
    jam, nip, app = Jam(monkeypatch), _nip(peramban, 5), peramban.app.state

    def coba(kata: str) -> str:
        try:
            pintu.periksa(app.kantor, app.data, nip, kata, "10.0.0.1", latihan=True)
        except BimtekError as error:
            return error.kode
        return "masuk"

    assert [coba("salah") for _ in range(5)] == ["masuk-salah"] * 5
    for jeda in (5, 10, 20, 40, 60, 60):
        jam.kini += jeda - 1
        assert coba(f"Asn#{nip[:8]}") == "masuk-ditahan", jeda
        jam.kini += 1
        assert coba("salah") == "masuk-salah", jeda
    jam.kini += 60
    assert coba(f"Asn#{nip[:8]}") == "masuk"
    assert [coba("salah") for _ in range(5)] == ["masuk-salah"] * 5, "what failed before it counts no more"


def test_nobody_keeps_a_neighbour_or_the_class_out_of_an_exam(berkas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All come from one address, as behind one router, and everybody's NIP can be read."""
    Jam(monkeypatch)
    with Peramban(create_app(berkas, Pengaturan(Mode.UJIAN))) as klien:
        nip, kedua, app = _nip(klien, 5), _nip(klien, 6), klien.app.state
        for korban, alamat in ((nip, "testclient"), (kedua, "10.0.0.9")):
            for _ in range(pintu.GAGAL_TERBANYAK):
                with pytest.raises(BimtekError):
                    pintu.periksa(app.kantor, app.data, korban, "salah", alamat, latihan=False)

        sandi_awal = _sandi_pertama(klien, nip)
        assert "Tunggu 5 detik" in klien.kirim("/masuk", dari="/masuk", nip=nip, sandi=sandi_awal[:-1]).text
        # The first password opens all the same; one of one's own, where nobody guessed from this very address.
        _masuk_pertama(klien, nip)
        klien.kirim("/keluar", dari="/skp")
        _masuk_pertama(klien, kedua)
        klien.kirim("/keluar", dari="/skp")
        assert "Kode OTP" in klien.kirim("/masuk", dari="/masuk", nip=kedua, sandi="Rahasia#2026").text


def test_who_knows_the_password_does_not_guess_the_code_within_an_hour(
    peramban: Peramban, monkeypatch: pytest.MonkeyPatch
) -> None:
    jam, nip, app = Jam(monkeypatch), _nip(peramban, 5), peramban.app.state
    tebakan = 0
    for menit in range(0, 60, 10):
        # Giving the password anew, from anywhere, begins no new count.
        pintu.periksa(app.kantor, app.data, nip, f"Asn#{nip[:8]}", f"10.0.0.{menit}", latihan=True)
        for detik in range(0, 600, 5):
            jam.kini = 1_800_000_000.0 + menit * 60 + detik
            with suppress(TidakBerwenang):
                pintu.coba_otp(app.data, nip)
                tebakan += 1

    assert tebakan * 2 / 10**6 < 1 / 20_000, "two codes of a million fit at any time"


def test_five_wrong_keys_anywhere_else_do_not_keep_the_instructor_out(
    kelas: Peramban, monkeypatch: pytest.MonkeyPatch
) -> None:
    jam, tetangga = Jam(monkeypatch), Peramban(kelas.app)
    tetangga.jadi(6)
    for nomor in range(pintu.GAGAL_TERBANYAK):
        assert "salah" in tetangga.kirim("/latihan/kunci", dari="/latihan", kunci=f"tebakan-{nomor}").text
    assert "kuncinya tercetak di layar" in tetangga.kirim("/latihan/kunci", dari="/latihan", kunci=KUNCI).text

    assert 'action="/latihan/maju"' in kelas.instruktur(5).get("/latihan").text
    jam.kini += 5
    assert "Terbuka untuk peramban ini" in tetangga.kirim("/latihan/kunci", dari="/latihan", kunci=KUNCI).text


def test_a_key_is_too_long_to_be_guessed_and_is_not_kept(kelas: Peramban) -> None:
    huruf = kunci_baru().replace("-", "")
    assert len(set(HURUF)) ** len(huruf) > 10**10 * 1_000 * 8 * 3_600, "a thousand a second for a working day"
    assert len(huruf) >= KUNCI_TERPENDEK

    kelas.jadi(5)
    kelas.post("/latihan/kunci", data={"csrf": "salah", "kunci": KUNCI})
    with kelas.app.state.data.lihat() as connection:
        assert all(KUNCI not in str(satu) for satu in draf.semua(connection, 5).values())


def test_sessions_of_guests_do_not_pile_up(peramban: Peramban, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        peramban.cookies.clear()
        peramban.get("/masuk")
    peramban.jadi(5)
    monkeypatch.setattr("simulator.web.sesi.UMUR", -1.0)
    with peramban.app.state.data.ubah() as connection:
        ses.akhiri(connection, "siapa pun")
        sisa = connection.execute(select(sesi.c.tahap)).scalars().all()

    assert sisa == [ses.Tahap.MASUK]
