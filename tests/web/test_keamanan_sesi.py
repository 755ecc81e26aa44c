"""Sessions and the door: fixation, reuse, expiry, what a login tells, and what only a whole login may do."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from simulator.domain.errors import BimtekError
from simulator.web import draf, pintu, sandi
from simulator.web import sesi as ses
from simulator.web.app import create_app
from simulator.web.data import sesi
from simulator.web.settings import Pengaturan
from tests.web.conftest import KUNCI, Peramban
from tests.web.test_login import _nip


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
    assert jawaban.count("masuk-salah") <= pintu.GAGAL_TERBANYAK + 8


def test_the_instructors_key_is_not_guessed_and_not_kept(kelas: Peramban) -> None:
    kelas.jadi(5)
    for nomor in range(pintu.GAGAL_TERBANYAK):
        assert "salah" in kelas.kirim("/latihan/kunci", dari="/latihan", kunci=f"tebakan-{nomor}").text

    assert "kuncinya tercetak di layar" in kelas.kirim("/latihan/kunci", dari="/latihan", kunci=KUNCI).text
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
