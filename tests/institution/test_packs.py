"""Every installed pack is sound, and the linter really sees what it should see."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest

from simulator.institution.linter import lint
from simulator.institution.pack import Pack, load_pack, pack_names


@pytest.mark.parametrize("name", pack_names())
def test_a_pack_has_no_problem(name: str) -> None:
    assert lint(load_pack(name)) == []


def _changed(table: str, index: int, column: str, value: str) -> Pack:
    pack = load_pack("dinas_kesehatan")
    tables = copy.deepcopy(pack.tabel)
    tables[table][index][column] = value
    return replace(pack, tabel=tables)


@pytest.mark.parametrize(
    ("table", "index", "column", "value", "said"),
    [
        ("aksi", 0, "sumber", "", "sumber"),
        ("aksi", 0, "sumber", "KATANYA", "KATANYA"),
        ("kalibrasi", 0, "bobot", "1", "bukan 10000"),
        ("pola", 3, "baik", "4", "jumlah orang"),
        ("pos", 4, "atasan_slot", "99", "atasan_slot 99"),
        ("peran", 0, "usia_sampai", "63", "BUP"),
        ("peran", 12, "gol_dari", "II/a", "di luar jenjang"),
        ("rhk", 10, "induk", "KP1", "bukan RHK atasan"),
        ("rhk", 10, "teks", "Melaksanakan rapat", "bahasa hasil"),
        ("iki", 0, "satuan", "Orang", "tidak cocok"),
        ("iki", 0, "langkah", "3", "tidak habis dibagi"),
        ("iki", 4, "sampai", "120", "lebih dari 100"),
        ("iki", 0, "bukti", "LAP", "dua kode"),
        ("umpan", 0, "teks", "Bagus", "lima varian"),
        ("progres", 0, "teks", "Menulis {judul}", "slot"),
        ("bobot", 0, "kunci", "pegawai.datang", "pegawai.masuk tidak ada"),
        ("bobot", 0, "kunci", "pegawai.datang", "pegawai.datang tidak dikenal"),
        ("bobot", 1, "kunci", "pegawai.masuk", "tertulis 2 kali"),
        ("bobot", 0, "satuan", "hari", "seharusnya “tahun”"),
        ("bobot", 0, "arti", "", "arti kosong"),
        ("bobot", 2, "nilai", "sering", "bukan bilangan bulat"),
        ("bobot", 2, "nilai", "2001", "di luar batas"),
        ("bobot", 0, "nilai", "0", "di luar batas"),
        ("nomenklatur_lama", 0, "pengganti", "Juru Tulis", "harus nama lama"),
        ("aksi", 0, "bagian", "penunjang", "dokumen/1/pokok tidak ada"),
        ("iki", 2, "indikator", "Waktu penyampaian rencana sebelum batas", "dihitung maju"),
        ("bobot", 21, "nilai", "30", "progres.jam_dari melebihi progres.jam_sampai"),
    ],
)
def test_the_linter_names_a_mistake(table: str, index: int, column: str, value: str, said: str) -> None:
    problems = lint(_changed(table, index, column, value))

    assert any(said in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("code", "serves"),
    [
        ("SK3", "akuntabilitas"),
        ("PM2", "perencanaan"),
        ("PP2", "perencanaan"),
        ("PA3", "arsip"),
        ("EP3", "penyakit yang dapat dicegah"),
        ("PW3", "kesehatan keluarga"),
        ("BD2", "ibu dan anak"),
        ("EK2", "ibu dan anak"),
        ("AT1", "pelayanan klinis"),
    ],
)
def test_a_result_supports_the_result_of_the_leader_that_it_serves(code: str, serves: str) -> None:
    """Whoever completes the matrix of a unit by its meaning comes to the links of the pack."""
    pack = load_pack("dinas_kesehatan")
    above = pack.rhk[pack.indeks_rhk[pack.rhk[pack.indeks_rhk[code]]["induk"]]]

    assert serves in above["teks"]


def test_the_generator_asks_for_every_number_of_the_list_and_for_no_other() -> None:
    import re
    from pathlib import Path

    from simulator.institution.weights import SATUAN

    folder = Path(__file__).resolve().parents[2] / "simulator" / "institution"
    code = "".join(path.read_text(encoding="utf-8") for path in [*folder.glob("*.py"), *folder.glob("tables/*.py")])
    asked = set(re.findall(r'(?:bilangan|weight|number)\("([a-z_.]+)"\)', code))
    # Three levels of results share one line of code.
    asked |= {f"realisasi.{level}_{end}" for level in ("bawah", "sesuai", "atas") for end in ("dari", "sampai")}

    assert asked == set(SATUAN)


def test_an_unknown_scenario_is_refused_with_the_names_that_exist() -> None:
    from simulator.domain.errors import TidakDitemukan
    from simulator.institution import generate

    with pytest.raises(TidakDitemukan, match="dinas_kesehatan") as refused:
        generate("dinas_perikanan", 1)
    assert refused.value.kode == "skenario-tidak-ada"


def test_every_scenario_and_every_fault_stands_on_its_page() -> None:
    from pathlib import Path

    from simulator.institution.faults.catalogue import FAULTS

    folder = Path(__file__).resolve().parents[2] / "simulator" / "institution"
    scenarios = (folder / "packs" / "README.md").read_text(encoding="utf-8")
    faults = (folder / "faults" / "README.md").read_text(encoding="utf-8")

    assert all(f"| `{name}` |" in scenarios for name in pack_names())
    for code, kind in FAULTS.items():
        assert f"| {code} | {kind.judul} | {kind.kesulitan} | {kind.per_60} |" in faults


@pytest.mark.parametrize("name", pack_names())
def test_every_wording_of_a_pack_names_a_result_that_can_be_measured(name: str) -> None:
    from simulator.wording import Pernyataan, periksa_banyak

    pack = load_pack(name)
    rhk = {row["kode"]: row["teks"].split(" / ") for row in pack.rhk}
    plans = [Pernyataan(text, "rhk") for texts in rhk.values() for text in texts]
    measures = [
        Pernyataan(row["indikator"], "iki", rhk[row["rhk"]][0], aspek=row["aspek"], target=f"9 {row['satuan']}")
        for row in pack.iki
    ]
    for statement, judged in zip([*plans, *measures], periksa_banyak([*plans, *measures]), strict=True):
        assert judged.orientasi != "aktivitas", statement.teks
        weak = {found.kode for found in judged.temuan} & {"hasil-lemah", "objek-umum", "kegiatan-dihitung"}
        assert not weak, statement.teks
        if statement.jenis_pernyataan == "iki":
            assert judged.M is not False, statement.teks
