"""An exam: first passwords that nobody guesses, from a list that only the instructor has; no help with words."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from openpyxl import load_workbook

from simulator.commands.app import main
from simulator.web import sandi_ujian
from simulator.web.app import create_app
from simulator.web.settings import Mode, Pengaturan
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from tests.web.conftest import Peramban
from tests.web.test_api import berdraft
from tests.web.test_login import _masuk_pertama, _nip, _sandi_pertama

UJIAN = Pengaturan(Mode.UJIAN)


def _perintah(*kata: str) -> None:
    """``bimtek instansi sandi …``, which succeeds."""
    with pytest.raises(SystemExit) as selesai:
        main(["instansi", "sandi", *kata])
    assert not selesai.value.code


def _daftar(berkas: Path, tmp_path: Path) -> dict[str, str]:
    """NIP → first password, as the instructor reads them from the printed list."""
    keluaran = tmp_path / "sandi.xlsx"
    _perintah(str(berkas), "--keluaran", str(keluaran), "--timpa")
    assert stat.S_IMODE(keluaran.stat().st_mode) == 0o600
    kepala, *baris = list(load_workbook(keluaran).active.iter_rows(min_row=2, values_only=True))
    assert kepala[3:6] == ("NIP", "Jabatan", "Kata sandi awal")
    return {satu[3]: satu[5] for satu in baris}


def test_only_the_password_of_the_list_opens_an_account(berkas: Path, tmp_path: Path) -> None:
    daftar = _daftar(berkas, tmp_path)
    assert len(set(daftar.values())) == len(daftar) > 50
    with Peramban(create_app(berkas, UJIAN)) as klien:
        nip, lain = _nip(klien, 5), _nip(klien, 6)
        for salah in (f"Asn#{nip[:8]}", daftar[lain], daftar[nip][:-1], ""):
            assert "salah" in klien.kirim("/masuk", dari="/masuk", nip=nip, sandi=salah).text
        jawab = klien.post("/api/v1/masuk", json={"nip": lain, "sandi": f"Asn#{lain[:8]}", "otp": "000000"})
        assert jawab.json()["galat"]["kode"] == "masuk-salah"

        dari_kertas = daftar[nip].upper().replace("-", " ")
        assert "Ganti kata sandi" in klien.kirim("/masuk", dari="/masuk", nip=nip, sandi=dari_kertas).text
    assert _daftar(berkas, tmp_path) == daftar, "while the exam runs it is the same list"


def test_every_exam_has_a_list_of_its_own_and_it_is_said_when_one_counts_no_more(
    berkas: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with Peramban(create_app(berkas, Pengaturan())):
        pass
    pertama = _daftar(berkas, tmp_path)
    with Peramban(create_app(berkas, Pengaturan())):
        pass
    assert _daftar(berkas, tmp_path) == pertama, "a class before the exam leaves the list as it is"
    for _ in range(2):
        with Peramban(create_app(berkas, UJIAN)):
            pass
    assert _daftar(berkas, tmp_path) == pertama
    assert not caplog.records
    assert "tidak berlaku lagi" not in capsys.readouterr().out
    with Peramban(create_app(berkas, Pengaturan())):
        assert "Ujian di kantor ini berakhir" in caplog.text
    kedua = _daftar(berkas, tmp_path)
    assert "Daftar dari ujian sebelumnya tidak berlaku lagi" in capsys.readouterr().out

    assert not set(pertama.values()) & set(kedua.values())
    with Peramban(create_app(berkas, UJIAN)) as klien:
        assert _sandi_pertama(klien, _nip(klien, 5)) == kedua[_nip(klien, 5)]


def test_a_password_set_in_the_class_opens_nothing_in_the_exam(berkas: Path) -> None:
    """In a class anybody may have been anybody, and have chosen the password of a neighbour."""
    with Peramban(create_app(berkas, Pengaturan())) as klien:
        nip = _nip(klien, 5)
        _masuk_pertama(klien, nip)
    with Peramban(create_app(berkas, UJIAN)) as klien:
        assert "salah" in klien.kirim("/masuk", dari="/masuk", nip=nip, sandi="Rahasia#2026").text
        _masuk_pertama(klien, nip)
    with Peramban(create_app(berkas, UJIAN)) as klien:
        masuk = klien.kirim("/masuk", dari="/masuk", nip=nip, sandi="Rahasia#2026").text
        assert "Kode OTP" in masuk, "a restart in the middle changes nothing"


def test_one_account_is_made_new_while_the_exam_runs(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Peramban(create_app(berkas, UJIAN)) as klien:
        nip = _nip(klien, 5)
        awal = _sandi_pertama(klien, nip)
        _masuk_pertama(klien, nip)
        _perintah(str(berkas), "--kembalikan", nip, "--json")
        assert json.loads(capsys.readouterr().out)["sandi"] == awal
        assert klien.get("/skp").url.path == "/masuk", "whoever still sat in it is out"
        assert "Ganti kata sandi" in klien.kirim("/masuk", dari="/masuk", nip=nip, sandi=awal).text
    with pytest.raises(SystemExit):
        main(["instansi", "sandi", str(berkas), "--kembalikan", "123"])
    assert "Tidak ada pegawai dengan NIP" in capsys.readouterr().err


def test_half_a_login_is_worth_nothing_once_the_account_was_made_new(berkas: Path) -> None:
    """The password was given, the code was not; then the instructor makes the account new, so that it has no secret."""
    with Peramban(create_app(berkas, UJIAN)) as klien:
        nip = _nip(klien, 5)
        _masuk_pertama(klien, nip)
        klien.kirim("/keluar", dari="/skp")
        assert "Kode OTP" in klien.kirim("/masuk", dari="/masuk", nip=nip, sandi="Rahasia#2026").text
        with klien.app.state.data.ubah() as connection:
            sandi_ujian.kembalikan(connection, 5)
        kode = "000000"  # an empty secret is refused, never computed with
        assert "Invalid Authenticator Code" in klien.kirim("/masuk/otp", dari="/masuk/langkah", kode=kode).text

        _perintah(str(berkas), "--kembalikan", nip)
        assert klien.get("/masuk/langkah").url.path == "/masuk"


def test_the_list_is_for_its_owner_alone_and_speaks_of_the_exam_only(berkas: Path, tmp_path: Path) -> None:
    keluaran = tmp_path / "sandi.xlsx"
    keluaran.write_bytes(b"")
    keluaran.chmod(0o644)
    with Peramban(create_app(berkas, Pengaturan())) as klien:
        _masuk_pertama(klien, _nip(klien, 5))
    _daftar(berkas, tmp_path)  # which looks at the rights of the file that was there

    keadaan = [satu[6] for satu in load_workbook(keluaran).active.iter_rows(min_row=3, values_only=True)]
    assert set(keadaan) == {"belum diganti"}, "what was changed in the class does not count in the exam"


def test_digits_are_on_the_screen_of_an_exam_only_where_the_instructor_said_so(berkas: Path) -> None:
    """A class without phones has its exam as well."""
    for atur, tampil in ((UJIAN, False), (Pengaturan(Mode.UJIAN, otp_di_layar=True), True)):
        with Peramban(create_app(berkas, atur)) as klien:
            nip = _nip(klien, 6 + tampil)
            _masuk_pertama(klien, nip)
            klien.kirim("/keluar", dari="/skp")
            halaman = klien.kirim("/masuk", dari="/masuk", nip=nip, sandi="Rahasia#2026").text
            assert ("Authenticator di layar" in halaman) is tampil


def test_a_list_is_not_overwritten_unasked(berkas: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _daftar(berkas, tmp_path)
    with pytest.raises(SystemExit):
        main(["instansi", "sandi", str(berkas), "--keluaran", str(tmp_path / "sandi.xlsx")])

    assert "tidak ditimpa" in capsys.readouterr().err


def test_first_passwords_follow_from_secret_and_nip_alone() -> None:
    satu, dua = "11" * 32, "22" * 32

    assert sandi_ujian.sandi_ujian(satu, "199001012020011901") == sandi_ujian.sandi_ujian(satu, "199001012020011901")
    assert sandi_ujian.sandi_ujian(satu, "199001012020011901") != sandi_ujian.sandi_ujian(dua, "199001012020011901")
    assert not set(sandi_ujian.sandi_ujian(satu, "x")) & set("il1o0"), "letters that are misread on paper"


def test_nothing_is_said_about_words_in_an_exam(berkas: Path) -> None:
    with Peramban(create_app(berkas, Pengaturan())) as klien:
        pegawai_id, skp_id = berdraft(klien)
        saya = Pelaku.pegawai(pegawai_id)
        actions.tambah_rhk(klien.app.state.kantor, saya, skp_id, teks_rhk="Melaksanakan rapat koordinasi rutin")
        halaman = klien.jadi(pegawai_id).get(f"/skp/{skp_id}").text
        isian = {"untuk": "rhk", "skp_id": skp_id, "teks_rhk": "Melaksanakan rapat koordinasi rutin"}
        assert "hx-post" in halaman
        banyak = halaman.count("Ke bagiannya")
        assert klien.post("/skp/kata", data=isian).status_code == 200

    with Peramban(create_app(berkas, UJIAN)) as klien:
        _masuk_pertama(klien, _nip(klien, pegawai_id))
        halaman = klien.get(f"/skp/{skp_id}").text
        assert "hx-post" not in halaman
        assert halaman.count("Ke bagiannya") < banyak
        assert klien.post("/skp/kata", data=isian).status_code == 204
