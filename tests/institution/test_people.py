"""Pegawai: NIP, age, golongan, names, and the peta jabatan they stand in."""

from __future__ import annotations

from collections import Counter
from datetime import date

import numpy as np
import pytest

from simulator.institution import Institution, generate

CODES_AFTER_12 = "21"


@pytest.fixture(scope="module")
def inst() -> Institution:
    return generate("dinas_kesehatan", 4, 600)


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def test_nip_says_what_the_columns_say(inst: Institution) -> None:
    for row in inst.rows("pegawai"):
        nip = row["nip"]
        assert len(nip) == 18
        assert nip[:8] == f"{row['tanggal_lahir']:%Y%m%d}"
        assert nip[8:12] == f"{row['tmt']:%Y}"
        assert nip[12:14] == (CODES_AFTER_12 if row["jenis_pegawai"] == "pppk" else f"{row['tmt']:%m}")
        assert nip[14] == row["jenis_kelamin"]
        assert 900 <= int(nip[15:]) <= 999


def test_no_nip_is_given_twice_even_among_a_hundred_thousand() -> None:
    nips = generate("dinas_kesehatan", 1, 100_000).columns("pegawai")["nip"]

    assert len(np.unique(nips)) == 100_000


def test_everybody_is_grown_up_and_nobody_past_retirement(inst: Institution) -> None:
    limits = {row["jabatan"]: int(row["bup"]) for row in inst.world.pack.peran}
    jobs = {row["jabatan_id"]: row["nama"] for row in inst.rows("jabatan")}
    for row in inst.rows("pegawai"):
        assert _age(row["tanggal_lahir"], row["tmt"]) >= 18
        assert _age(row["tanggal_lahir"], date(2026, 12, 31)) < limits[jobs[row["jabatan_id"]]]
        assert row["tmt"] < date(2026, 1, 1)


def test_golongan_fits_the_kind_of_employee_and_the_jenjang(inst: Institution) -> None:
    ladder = {row["golongan"]: row["pangkat"] for row in inst.world.pack.golongan}
    jobs = {row["jabatan_id"]: row for row in inst.rows("jabatan")}
    allowed = {"ahli_pertama": {"III/a", "III/b"}, "ahli_muda": {"III/c", "III/d"}}
    for row in inst.rows("pegawai"):
        if row["jenis_pegawai"] == "pns":
            assert row["pangkat"] == ladder[row["golongan"]]
            assert row["golongan"] in allowed.get(jobs[row["jabatan_id"]]["jenjang"], ladder)
        else:
            assert (row["pangkat"], "/" in row["golongan"]) == ("", False)


def test_titles_belong_to_the_profession(inst: Institution) -> None:
    jobs = {row["jabatan_id"]: row["nama"] for row in inst.rows("jabatan")}
    for row in inst.rows("pegawai"):
        job, name = jobs[row["jabatan_id"]], row["nama"]
        if job.startswith("Dokter Gigi"):
            assert name.startswith("drg. ")
        elif job.startswith("Dokter"):
            assert name.startswith("dr. ")
        elif job.startswith("Bidan"):
            assert row["jenis_kelamin"] == "2"
            assert any(title in name for title in ("Keb.", "Bd."))
        elif job.startswith("Pengadministrasi"):
            assert "," not in name


def test_names_are_varied_and_fit_the_sex(inst: Institution) -> None:
    names = [row["nama"] for row in inst.rows("pegawai")]
    assert len(set(names)) > 0.97 * len(names)
    women = {row["kata"] for row in inst.world.pack.nama if row["kelamin"] == "P"}
    men = {row["kata"] for row in inst.world.pack.nama if row["kelamin"] == "L"}
    for row in inst.rows("pegawai"):
        words = {word for word in row["nama"].split(",")[0].split() if not word.endswith(".") and len(word) > 2}
        others = men - women if row["jenis_kelamin"] == "2" else women - men
        assert not words & others, row["nama"]


def test_everybody_but_the_head_has_a_superior_in_their_own_line(inst: Institution) -> None:
    people = {row["pegawai_id"]: row for row in inst.rows("pegawai")}
    parents = {row["unit_id"]: row["induk_id"] for row in inst.rows("unit_kerja")}
    assert [row["pegawai_id"] for row in people.values() if row["atasan_id"] is None] == [1]
    for row in people.values():
        if row["atasan_id"] is None:
            continue
        line, unit = set(), row["unit_id"]
        while unit is not None:
            line.add(unit)
            unit = parents[unit]
        assert people[row["atasan_id"]]["unit_id"] in line
        seen, current = set(), row["pegawai_id"]
        while current is not None:
            assert current not in seen
            seen.add(current)
            current = people[current]["atasan_id"]


def test_posts_are_not_overfilled_and_heads_hold_the_first_post_of_their_unit(inst: Institution) -> None:
    jobs = {row["jabatan_id"]: row for row in inst.rows("jabatan")}
    filled = Counter(row["jabatan_id"] for row in inst.rows("pegawai"))
    assert all(count <= jobs[job]["kebutuhan"] for job, count in filled.items())
    people = {row["pegawai_id"]: row for row in inst.rows("pegawai")}
    for unit in inst.rows("unit_kerja"):
        head = people[unit["pimpinan_id"]]
        assert (head["unit_id"], jobs[head["jabatan_id"]]["pimpinan_unit"]) == (unit["unit_id"], True)


def test_the_head_of_the_office_is_a_jpt_and_one_person_is_admin(inst: Institution) -> None:
    jobs = {row["jabatan_id"]: row for row in inst.rows("jabatan")}
    first = inst.rows("pegawai")[0]
    assert jobs[first["jabatan_id"]]["jenis"] == "jpt"
    roles = [row["peran"].split(",") for row in inst.rows("akun")]
    assert sum("admin" in entry for entry in roles) == 1
    assert sum("pimpinan" in entry for entry in roles) == 1


def test_profiles_and_identity_cards_repeat_the_master_data(inst: Institution) -> None:
    people = {row["pegawai_id"]: row for row in inst.rows("pegawai")}
    jobs = {row["jabatan_id"]: row["nama"] for row in inst.rows("jabatan")}
    for profile in inst.rows("profil"):
        person = people[profile["pegawai_id"]]
        for column in ("nama", "unit_id", "golongan", "atasan_id"):
            assert profile[column] == person[column]
        assert profile["jabatan_nama"] == jobs[person["jabatan_id"]]
    for skp in inst.rows("skp"):
        person = people[skp["pegawai_id"]]
        assert (skp["pegawai_nip"], skp["pegawai_nama"]) == (person["nip"], person["nama"])
        assert skp["penilai_id"] == person["atasan_id"]
        if skp["penilai_id"]:
            assert skp["penilai_nip"] == people[skp["penilai_id"]]["nip"]
