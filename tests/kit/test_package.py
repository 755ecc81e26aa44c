"""A participant's package: complete, without a key, and never written over what was answered."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from exercises.kit.build import participant_notebook
from exercises.kit.package import bahan, read_package, safe_name, write_package
from simulator.domain.errors import BerkasRusak, DataTidakSah, TidakDitemukan


def test_a_package_lists_its_exercises_and_holds_no_key(paket: Path, contoh, kasus) -> None:
    info = read_package(paket)

    assert (info.kelas, info.peserta, info.nama) == ("Kelas Uji", "p001", "Peserta Uji, S.E., M.M.")
    assert [(satu.id, satu.poin, satu.tenggat) for satu in info.latihan] == [
        ("01_contoh", 100.0, "2026-03-05T17:00:00+07:00")
    ]
    assert sorted(str(berkas.relative_to(paket)) for berkas in paket.rglob("*.*")) == [
        os.path.join("01_contoh", "01_contoh.ipynb"),
        os.path.join("01_contoh", "kasus.json"),
        "paket.json",
    ]
    assert "kunci" not in json.loads((paket / "01_contoh" / "kasus.json").read_text(encoding="utf-8"))


def test_writing_a_package_again_keeps_answers_and_office(paket_terisi: Path, contoh, kasus) -> None:
    jawaban = (paket_terisi / "01_contoh" / "jawaban.json").read_bytes()
    dibuat: list[Path] = []

    def kantor(berkas: Path) -> None:
        dibuat.append(berkas)
        berkas.write_bytes(b"kantor")

    isi = [bahan(contoh, kasus, participant_notebook(contoh))]
    for _ in range(2):
        write_package(paket_terisi, kelas="K", peserta="p001", nama="N", isi=isi, tulis_kantor=kantor)

    assert (paket_terisi / "01_contoh" / "jawaban.json").read_bytes() == jawaban
    assert [berkas.name for berkas in dibuat] == ["kantor.ekin.db"]


@pytest.mark.parametrize("isi", [b"", b"{", b"[]", b'{"versi": 2}', b'{"versi": 1, "latihan": [{}]}', b"\xff"])
def test_a_broken_package_file_is_told(tmp_path: Path, isi: bytes) -> None:
    (tmp_path / "paket.json").write_bytes(isi)
    with pytest.raises(BerkasRusak) as galat:
        read_package(tmp_path)

    assert galat.value.kode == "paket-rusak"


def test_a_folder_that_is_no_package_is_told(tmp_path: Path) -> None:
    with pytest.raises(TidakDitemukan, match=r"paket\.json"):
        read_package(tmp_path)


@pytest.mark.parametrize("nama", ["", "a/b", "..", "a:b", "a__b", "con", "NUL.txt", "a ", "a.", "x" * 61, "é", "a\\b"])
def test_names_that_are_no_file_name_somewhere_are_refused(nama: str) -> None:
    with pytest.raises(DataTidakSah):
        safe_name(nama, "Id peserta")
