"""The simulated year: targets that add up, work that shows the rating, calibrations that meet their shares."""

from __future__ import annotations

import re

import numpy as np
import pytest

from simulator.domain.errors import DataTidakSah
from simulator.domain.penilaian import Rating
from simulator.domain.skp import JenisRHK
from simulator.institution import Institution, generate
from simulator.institution.ratings import PREDIKAT
from simulator.rules.rating_hasil import HasilRHK, rating_keseluruhan

NASIONAL = {
    "pns": {
        "sangat_baik": 0.1127,
        "baik": 0.8846,
        "butuh_perbaikan": 0.0011,
        "kurang": 0.0006,
        "sangat_kurang": 0.0010,
    },
    "pppk": {
        "sangat_baik": 0.0901,
        "baik": 0.9077,
        "butuh_perbaikan": 0.0010,
        "kurang": 0.0006,
        "sangat_kurang": 0.0006,
    },
}


@pytest.fixture(scope="module")
def inst() -> Institution:
    return generate("dinas_kesehatan", 6, 60)


def _number(text: str) -> int:
    return int(re.findall(r"\d[\d.]*", text)[0].replace(".", ""))


@pytest.mark.parametrize("size", [60, 68, 73, 74, 75])
def test_slices_add_up_to_the_result_of_the_leader(size: int) -> None:
    inst = generate("dinas_kesehatan", 2, size)
    quantity = {row["rhk_id"]: _number(row["target"]) for row in inst.rows("iki") if row["aspek"] == "kuantitas"}
    sums: dict[int, int] = {}
    for row in inst.rows("peran_hasil"):
        if row["cascading"] == "langsung":
            # The cell of the matrix and the member's RHK carry the same number.
            sums[row["rhk_pimpinan_id"]] = sums.get(row["rhk_pimpinan_id"], 0) + quantity[row["peran_id"]]

    assert len(sums) >= 11
    assert {parent: quantity[parent] for parent in sums} == sums


def test_the_quarters_add_up_to_the_year(inst: Institution) -> None:
    attained = inst.world.attainment
    counted = attained.plan.iki_is("sifat", "hitungan")

    assert (attained.sasaran[counted].sum(axis=1) == attained.plan.target[counted]).all()
    assert (attained.setahun[counted] == attained.nilai[counted].sum(axis=1)).all()


def test_a_safety_target_of_a_hundred_percent_is_always_met(inst: Institution) -> None:
    attained = generate("dinas_kesehatan", 6, 600).world.attainment
    safety = attained.plan.iki_is("satuan", "Persen") & (attained.plan.target == 100)

    assert safety.sum() > 20
    assert (attained.nilai[safety] == 100).all()
    assert (attained.nada[safety] == 1).all()


def test_reading_the_numbers_leads_to_the_deserved_rating() -> None:
    """A reader who counts the RHK above, at and below their targets finds what the hidden truth says, mostly."""
    inst = generate("dinas_kesehatan", 3, 600)
    attained, plan = inst.world.attainment, inst.world.plan
    tones = attained.nada.reshape(-1, 3, 4)
    right = total = 0
    for position in range(inst.size):
        mine = np.flatnonzero(plan.pemilik == position)
        for quarter in range(4):
            results = []
            for rhk in mine:
                worst, best = tones[rhk, :, quarter].min(), tones[rhk, :, quarter].max()
                level = (
                    Rating.DI_BAWAH
                    if (tones[rhk, :, quarter] == 0).sum() >= 2
                    else Rating.DI_ATAS
                    if worst >= 1 and best == 2
                    else Rating.SESUAI
                )
                results.append(HasilRHK(JenisRHK.UTAMA, level))
            hidden = inst.truth.rating_jujur[(position + 1) * 10 + quarter + 1][0]
            right += rating_keseluruhan(results) is hidden
            total += 1

    assert right / total > 0.93


def test_in_the_class_calibration_all_predikat_occur_near_62_15_23() -> None:
    counts = np.zeros(5)
    for seed in range(40):
        columns = generate("dinas_kesehatan", seed, 60).columns("evaluasi")
        counts += np.bincount(columns["predikat"][columns["periode_id"] == 5], minlength=5)
    shares = counts / counts.sum()

    assert (counts > 0).all()
    assert shares[3] == pytest.approx(0.62, abs=0.03)
    assert shares[4] == pytest.approx(0.15, abs=0.03)
    assert shares[:3].sum() == pytest.approx(0.23, abs=0.03)


@pytest.mark.parametrize("kind", ["pns", "pppk"])
def test_in_the_realistic_calibration_the_published_shares_come_out(kind: str) -> None:
    inst = generate("dinas_kesehatan", 1, 100_000, calibration="realistis")
    columns = inst.columns("evaluasi")
    annual = columns["predikat"][columns["periode_id"] == 5]
    here = inst.columns("pegawai")["pppk"] == (kind == "pppk")
    counts = np.bincount(annual[here], minlength=5)
    total = int(here.sum())
    for index, predikat in enumerate(PREDIKAT):
        share = NASIONAL[kind][predikat.value]
        # Four standard deviations of a draw of this size.
        assert abs(counts[index] / total - share) < 4 * (share * (1 - share) / total) ** 0.5


def test_in_the_realistic_calibration_the_work_is_as_varied_as_in_class() -> None:
    inst = generate("dinas_kesehatan", 1, 3_000, calibration="realistis")
    columns = inst.columns("evaluasi")
    given = columns["predikat"][columns["periode_id"] == 5]
    deserved = inst.world.ratings.predikat_jujur[:, 4]

    assert (given < 3).mean() < 0.01
    assert (deserved < 3).mean() > 0.15


def test_evidence_spreads_over_quarters_and_the_drive_holds_more_than_what_is_attached(inst: Institution) -> None:
    documents = inst.rows("dokumen")
    attached = {row["dokumen_id"] for row in inst.rows("bukti_dukung")}
    assert {row["folder"][5:8] for row in documents} == {"TW1", "TW2", "TW3", "TW4"}
    loose = [row for row in documents if row["dokumen_id"] not in attached]
    assert len(loose) > inst.size
    assert any(row["akses"] == "pribadi" for row in loose)
    assert any(not row["bertanda_tangan"] for row in loose)
    standard = re.compile(r"2026_TW[1-4]_RHK\d\d_IKI-(KN|KL)_[a-z0-9-]+\.[a-z]+")
    named = sum(bool(standard.fullmatch(row["nama"])) for row in documents if row["dokumen_id"] in attached)
    assert 0.5 < named / len(attached) < 0.9


@pytest.mark.parametrize("year", [2026, 2027])
def test_what_is_assessed_is_on_file_before_anybody_assesses_it(year: int) -> None:
    inst = generate("dinas_kesehatan", 6, 200, year=year)
    given = {(row["skp_id"], row["periode_id"]): row["dinilai_pada"] for row in inst.rows("evaluasi")}
    spoken = dict(given)
    for row in inst.rows("umpan_balik"):
        key = row["skp_id"], row["periode_id"]
        spoken[key] = min(spoken[key], row["diberikan_pada"])
    uploaded = {row["dokumen_id"]: row["diunggah_pada"] for row in inst.rows("dokumen")}
    set_on = {(row["unit_id"], row["periode_id"]): row["ditetapkan_pada"] for row in inst.rows("capaian_organisasi")}
    unit = {row["skp_id"]: row["unit_id"] for row in inst.rows("skp")}

    for row in inst.rows("realisasi"):
        assert row["dicatat_pada"] <= spoken[row["skp_id"], row["periode_id"]], row
    for row in inst.rows("bukti_dukung"):
        assert uploaded[row["dokumen_id"]] <= row["dicatat_pada"] <= given[row["skp_id"], row["periode_id"]], row
    for (skp_id, period), day in given.items():
        assert set_on.get((unit[skp_id], period), day) <= day


def test_nobody_is_at_their_desk_on_a_weekend_or_a_holiday_with_a_date_of_its_own(inst: Institution) -> None:
    at_work = {
        "rencana_aksi": "dibuat_pada",
        "progres_harian": "tanggal",
        "realisasi": "dicatat_pada",
        "umpan_balik": "diberikan_pada",
        "evaluasi": "dinilai_pada",
        "capaian_organisasi": "ditetapkan_pada",
    }
    holidays = {(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)}
    for table, column in at_work.items():
        for row in inst.rows(table):
            assert row[column].weekday() < 5, (table, row)
            assert (row[column].month, row[column].day) not in holidays, (table, row)


def test_the_actions_of_the_year_carry_the_target_of_the_year(inst: Institution) -> None:
    planned: dict[int, int] = {}
    for row in inst.rows("rencana_aksi"):
        if row["target"] != "1 Kegiatan":
            planned[row["rhk_id"]] = planned.get(row["rhk_id"], 0) + _number(row["target"])
    plan = inst.world.plan
    counted = np.flatnonzero(plan.iki_is("sifat", "hitungan"))

    assert len(counted) > 100
    for iki in counted.tolist():
        assert planned[int(plan.rhk_id[plan.rhk_dari_iki[iki]])] == plan.target[iki]


def test_an_action_that_only_prepares_does_not_carry_the_target(inst: Institution) -> None:
    prepares = re.compile(r"(Menyusun (jadwal|kerangka|kebutuhan)|Memetakan|Menghitung kebutuhan|Menyiapkan petugas)")
    found = {row["target"] for row in inst.rows("rencana_aksi") if prepares.match(row["deskripsi"])}

    assert found == {"1 Kegiatan"}


def test_relevance_is_known_for_attached_and_loose_documents(inst: Institution) -> None:
    relevant = inst.truth.dokumen_relevan
    for row in inst.rows("bukti_dukung"):
        assert relevant(row["dokumen_id"], row["iki_id"])
        assert relevant[row["dokumen_id"], row["iki_id"]]
    loose = next(row for row in inst.rows("dokumen") if "/RHK-" not in row["folder"])
    assert not relevant(loose["dokumen_id"], loose["pemilik_id"] * 100 + 11)
    assert len(relevant) == len({(row["dokumen_id"], row["iki_id"]) for row in inst.rows("bukti_dukung")})


def test_the_hidden_truth_is_in_no_row(inst: Institution) -> None:
    words = {column for table in inst.tables for row in inst.rows(table)[:1] for column in row}

    assert not {"rating_jujur", "mutu", "rajin", "tertib", "relevan", "sah"} & words


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"size": 59}, "ukuran-di-luar-batas"),
        ({"size": 100_001}, "ukuran-di-luar-batas"),
        ({"calibration": "murah"}, "kalibrasi-tidak-ada"),
        ({"year": 1999}, "tahun-tidak-ada"),
        ({"seed": -1}, "benih-di-luar-batas"),
        ({"seed": 1 << 63}, "benih-di-luar-batas"),
    ],
)
def test_arguments_out_of_range_are_refused_with_a_reason(arguments: dict[str, object], code: str) -> None:
    with pytest.raises(DataTidakSah) as refused:
        generate("dinas_kesehatan", **{"seed": 1, **arguments})  # type: ignore[arg-type]
    assert refused.value.kode == code


def test_another_year_moves_the_calendar() -> None:
    inst = generate("dinas_kesehatan", 1, 60, year=2027)

    assert {row["tahun"] for row in inst.rows("skp")} == {2027}
    assert all(row["tanggal"].year in (2026, 2027) for row in inst.rows("dokumen"))
    assert inst.rows("instansi")[0]["hari_simulasi"].year == 2028
