"""An instructor prepares an office before the class: which faults, for whom, from the command line or a file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from simulator.commands.app import main
from simulator.commands.instansi_gangguan import tampilkan_gangguan
from simulator.commands.web import _atur
from simulator.domain.errors import DataTidakSah
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web.app import create_app
from simulator.web.data import berkas_web
from simulator.web.gangguan import catat
from simulator.web.gangguan.naskah import Butir, baca_naskah
from simulator.web.settings import Mode, Pengaturan
from tests.web.cara_memperbaiki import PERBAIKAN, Latihan
from tests.web.conftest import KELAS, Peramban
from tests.workflow.server import alamat_server


def _perintah(capsys: pytest.CaptureFixture[str], *kata: str) -> tuple[int, dict[str, Any]]:
    try:
        main(["instansi", *kata, "--json"])
        kode = 0
    except SystemExit as berhenti:
        kode = int(berhenti.code or 0)
    return kode, json.loads(capsys.readouterr().out)


def test_no_fault_comes_into_an_exam_but_one_that_was_forgotten_goes_out(
    berkas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _perintah(capsys, "gangguan", str(berkas), "--pasang", "F25", "--benih", "3")[0] == 0
    with Peramban(create_app(berkas, Pengaturan(Mode.UJIAN))):
        kode, isi = _perintah(capsys, "gangguan", str(berkas), "--pasang", "F08")
        assert (kode, isi["galat"]["kode"]) == (1, "gangguan-dalam-ujian")
        kode, isi = _perintah(capsys, "gangguan", str(berkas), "--cabut")
        assert (kode, isi["terpasang"]) == (0, [])

    with Peramban(create_app(berkas, KELAS)):
        assert _perintah(capsys, "gangguan", str(berkas), "--pasang", "F08")[0] == 0, "the exam is over"


def test_chosen_faults_are_met_mended_and_reported_at_the_terminal(
    berkas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Peramban(create_app(berkas, KELAS)) as kelas, kelas.app.state.kantor.lihat() as connection:
        nip = repository.get(connection, Pegawai, 20).nip

    kode, isi = _perintah(capsys, "gangguan", str(berkas), "--pasang", f"F25,F08@{nip}", "--benih", "3")
    assert (kode, isi["tidak_terpasang"]) == (0, [])
    assert [satu["kode"] for satu in isi["terpasang"]] == ["F25", "F08"]
    assert isi["terpasang"][1]["nip"] == nip

    with Peramban(create_app(berkas, KELAS)) as kelas:
        with kelas.app.state.data.lihat() as web:
            (satu,) = catat.terpasang(web, "F25")
        latihan = Latihan(kelas, satu)
        assert latihan.terlihat()
        oleh = PERBAIKAN["F25"](latihan)

    kode, isi = _perintah(capsys, "gangguan", str(berkas))
    assert [satu["kode"] for satu in isi["terpasang"]] == ["F08"]
    assert [(satu["kode"], satu["oleh"], satu["hari_selesai"]) for satu in isi["diperbaiki"]] == [
        ("F25", oleh, "2027-01-22")
    ]

    kode, isi = _perintah(capsys, "gangguan", str(berkas), "--cabut")
    assert isi["terpasang"] == []


def test_a_session_begins_again_with_its_faults_from_a_copy_of_both_files(
    berkas: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the handbook has it done; the office alone comes back without a word on what had been planted in it."""
    _perintah(capsys, "gangguan", str(berkas), "--pasang", "F24,F41")
    pasangan = (berkas, berkas_web(berkas))
    simpanan = [Path(shutil.copy(satu, tmp_path / f"salinan-{satu.name}")) for satu in pasangan]
    with Peramban(create_app(berkas, KELAS)) as kelas:
        kelas.instruktur().kirim("/latihan/maju", dari="/latihan", langkah="hari")
    _perintah(capsys, "gangguan", str(berkas), "--cabut")
    for satu, asal in zip(pasangan, simpanan, strict=True):
        shutil.copy(asal, satu)

    _, isi = _perintah(capsys, "gangguan", str(berkas))
    assert [satu["kode"] for satu in isi["terpasang"]] == ["F24", "F41"]
    with Peramban(create_app(berkas, KELAS)) as kelas:
        assert kelas.app.state.kantor.hari.isoformat() == "2027-01-22"


def test_one_office_holds_the_whole_catalogue_and_no_fault_undoes_another(
    berkas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kode, isi = _perintah(capsys, "gangguan", str(berkas), "--pasang", "A,D,W,C,E,R,G")

    assert isi["diperbaiki"] == []
    assert {satu["kode"] for satu in isi["terpasang"]} == set(PERBAIKAN)
    assert (kode, isi["tidak_terpasang"]) == (0, [])


def test_what_does_not_fit_is_said_and_the_rest_is_in_place(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode, isi = _perintah(capsys, "gangguan", str(berkas), "--pasang", "F08,F25@123,F16")

    assert kode == 1
    assert [satu["kode"] for satu in isi["terpasang"]] == ["F08"]
    assert "NIP “123”" in isi["tidak_terpasang"][0]
    assert "hanya pada guru" in isi["tidak_terpasang"][1]


def test_an_office_is_founded_with_its_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas = tmp_path / "kelas.ekin.db"
    naskah = tmp_path / "hari-kedua.txt"
    naskah.write_text("# Sesudah istirahat\nF23  # daftar RHK kosong\nF29, F41\nacak:2\n", encoding="utf-8")
    kode, isi = _perintah(
        capsys, "buat", "--skenario", "dinas_kesehatan", "--benih", "7", "--keluaran", str(berkas),
        "--gangguan", str(naskah),
    )  # fmt: skip

    assert kode == 0
    terpasang = [satu["kode"] for satu in isi["gangguan"]["terpasang"]]
    assert terpasang[:3] == ["F23", "F29", "F41"]
    assert len(set(terpasang)) == 5


@pytest.mark.postgres
def test_a_class_on_a_server_is_founded_with_its_faults(capsys: pytest.CaptureFixture[str]) -> None:
    alamat = alamat_server()
    kode, isi = _perintah(
        capsys, "buat", "--skenario", "dinas_kesehatan", "--benih", "7", "--keluaran", alamat, "--timpa",
        "--gangguan", "F07,F15,F41",
    )  # fmt: skip

    assert (kode, isi["gangguan"]["tidak_terpasang"]) == (0, [])
    with Peramban(create_app(alamat, KELAS)) as kelas:
        halaman = kelas.instruktur().get("/latihan/gangguan").text
    assert all(f"<strong>{satu['kode']}</strong>" in halaman for satu in isi["gangguan"]["terpasang"])


@pytest.mark.parametrize(
    ("tulisan", "butir"),
    [
        ("F25", [Butir("F25")]),
        (" f25@198001012005012905 , acak:3", [Butir("F25", "198001012005012905"), Butir(banyak=3)]),
        ("c", [Butir("F37"), Butir("F38"), Butir("F39"), Butir("F40")]),
    ],
)
def test_a_scenario_is_read(tulisan: str, butir: list[Butir]) -> None:
    assert baca_naskah(tulisan) == butir


@pytest.mark.parametrize(
    ("tulisan", "kode"),
    [("F99", "naskah-tidak-dikenal"), ("acak:0", "naskah-tidak-dikenal"), ("A@1", "naskah-tidak-dikenal"),
     (" , ", "naskah-kosong"), ("tidak-ada.txt", "naskah-tidak-terbaca")],
)  # fmt: skip
def test_a_scenario_that_says_nothing_is_refused(tulisan: str, kode: str) -> None:
    with pytest.raises(DataTidakSah) as tolak:
        baca_naskah(tulisan)

    assert tolak.value.kode == kode


@pytest.mark.parametrize(
    ("ujian", "bersama", "kunci", "mode"),
    [(False, False, None, Mode.PRIBADI), (False, True, None, Mode.LATIHAN), (True, True, None, Mode.UJIAN),
     (False, True, "kunci-kelas-saya", Mode.LATIHAN)],
)  # fmt: skip
def test_whose_office_it_is(ujian: bool, bersama: bool, kunci: str | None, mode: Mode) -> None:
    atur = _atur(ujian, bersama, kunci, False)

    assert atur.mode is mode
    assert atur.dengan_kunci == (mode is Mode.LATIHAN)
    assert kunci is None or atur.kunci_instruktur == kunci
    assert atur.kunci_instruktur not in repr(atur) or not atur.kunci_instruktur


def test_a_key_that_anybody_guesses_is_refused() -> None:
    with pytest.raises(DataTidakSah, match="sedikitnya 12"):
        _atur(False, True, "123", False)


def test_what_people_wrote_is_printed_as_they_wrote_it(capsys: pytest.CaptureFixture[str]) -> None:
    satu = {"kode": "F37", "nama": "Ani [red]", "nip": "1", "terlihat": "RHK “[/x] selesai”", "perbaikan": "-"}
    selesai = satu | {"oleh": "Budi [/]", "dengan": "Ubah", "hari_selesai": "2027-01-22"}
    isi = {"terpasang": [satu], "diperbaiki": [selesai], "tidak_terpasang": ["[/y]"]}

    tampilkan_gangguan(isi, sebagai_json=False)

    dicetak = capsys.readouterr().out
    assert all(teks in dicetak for teks in ("Ani [red]", "[/x]", "Budi [/]", "[/y]"))
