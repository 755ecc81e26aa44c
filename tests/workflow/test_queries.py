"""What the screens show, on the small office and on a generated one with every kind of fault in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from simulator.domain.kepegawaian import Pegawai
from simulator.domain.pelaksanaan import SasaranUmpanBalik
from simulator.domain.penilaian import Predikat, Rating, StatusEvaluasi
from simulator.domain.skp import SKP, StatusSKP
from simulator.institution import generate
from simulator.institution.faults.catalogue import FAULTS
from simulator.store import repository
from simulator.store.rows import KELAS
from simulator.workflow import actions as a
from simulator.workflow import queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.founding import found_office
from simulator.workflow.office import Kantor, open_office
from tests.workflow.adegan import TAHUNAN, TW1, TW2, Adegan
from tests.workflow.formulir import ATASAN, SAYA
from tests.workflow.kantor_kecil import KASI, PENGELOLA, PERAWAT


def test_a_period_goes_from_empty_to_rated(adegan: Adegan) -> None:
    kantor, skp_id = adegan.berantai().kantor, adegan.skp[PERAWAT]
    seen = [queries.status_evaluasi(kantor, skp_id, TW1)]
    adegan.rencana()
    seen.append(queries.status_evaluasi(kantor, skp_id, TW1))
    adegan.bukti()
    seen.append(queries.status_evaluasi(kantor, skp_id, TW1))
    a.isi_realisasi(
        kantor, SAYA, skp_id, periode_id=TW1, iki_id=adegan.iki[PERAWAT], realisasi="1 laporan", sumber_data="Rekap"
    )
    seen.append(queries.status_evaluasi(kantor, skp_id, TW1))
    adegan.dinilai()
    seen.append(queries.status_evaluasi(kantor, skp_id, TW1))
    kantor.maju_ke(date(2026, 7, 11))
    seen.append(queries.status_evaluasi(kantor, skp_id, TW2))

    assert seen == [
        StatusEvaluasi.RENCANA_AKSI_KOSONG,
        StatusEvaluasi.RENCANA_AKSI_TERISI,
        StatusEvaluasi.BUKTI_TERISI,
        StatusEvaluasi.BELUM_DINILAI,
        StatusEvaluasi.SUDAH_DINILAI,
        StatusEvaluasi.TERKUNCI,
    ]


def test_monitoring_shows_everybody_also_those_without_an_skp(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    adegan.rencana()
    adegan.bukti()
    adegan.umpan()
    lines = {line.pegawai.pegawai_id: line for line in queries.monitoring_pengisian(kantor, TW1)}

    assert len(lines) == 9
    assert lines[PENGELOLA].skp is None
    assert lines[PENGELOLA].status is None
    assert lines[KASI].status is StatusEvaluasi.RENCANA_AKSI_KOSONG
    assert lines[PERAWAT].isian == queries.Isian(rencana=1, bukti=1, realisasi=0, umpan_balik=1)
    assert [line.pegawai.pegawai_id for line in queries.monitoring_pengisian(kantor, TW1, unit_id=4)] == [4, 5, 6]


def test_the_recap_writes_a_dash_for_those_not_yet_rated(adegan: Adegan) -> None:
    adegan.berantai()
    adegan.dinilai()
    recap = [line.sel() for line in queries.rekap_penilaian(adegan.kantor, TW1)]

    assert [line[2] for line in recap] == ["Contoh Satu", "Contoh Tiga", "Contoh Empat", "Contoh Lima"]
    assert [line[0] for line in recap] == [1, 2, 3, 4]
    assert recap[0][4:] == ("-", "-", "-")
    assert recap[3][4:] == ("Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik")
    assert len(queries.KOLOM_REKAP) == len(recap[0])


def test_a_replaced_version_keeps_its_line_in_the_periods_it_was_rated_in(adegan: Adegan) -> None:
    old = adegan.berantai().skp[PERAWAT]
    adegan.dinilai()
    new = a.revisi_skp(adegan.kantor, SAYA, old, alasan="Anggaran berubah").skp_id
    a.ajukan_skp(adegan.kantor, SAYA, new)
    a.setujui_skp(adegan.kantor, ATASAN, new)

    def lines(periode_id: int) -> list[int]:
        recap = queries.rekap_penilaian(adegan.kantor, periode_id, unit_id=4)
        return [line.skp.skp_id for line in recap if line.skp.pegawai_id == PERAWAT]

    assert lines(TW1) == [old]
    assert lines(TW2) == [new]


def test_lists_of_people_documents_and_traces(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    second, first = adegan.dokumen(nama="b.pdf"), adegan.dokumen(nama="a.pdf")

    assert [p.pegawai_id for p in queries.bawahan(kantor, KASI)] == [PERAWAT, PENGELOLA]
    assert [s.pegawai_id for s in queries.skp_bawahan(kantor, KASI)] == [PERAWAT]
    assert [d.dokumen_id for d in queries.daftar_dokumen(kantor, PERAWAT)] == [first, second]
    assert [e.aksi for e in queries.jejak(kantor, "skp", adegan.skp[PERAWAT])] == [
        "buat_skp",
        "ajukan_skp",
        "setujui_skp",
    ]
    assert [p.periode_id for p in queries.periode_terbuka(kantor)] == [TW1, TAHUNAN]
    assert queries.keberatan_menunggu(kantor) == []


@pytest.fixture(scope="module")
def kantor_besar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty people, a whole year, every kind of fault."""
    path = tmp_path_factory.mktemp("besar") / "kantor.ekin.db"
    found_office(generate("dinas_kesehatan", seed=7, size=60, faults=tuple(FAULTS)), path)
    return path


def test_every_row_of_a_faulty_office_can_be_read_as_its_object(kantor_besar: Path) -> None:
    with open_office(kantor_besar) as kantor, kantor.lihat() as connection:
        counts = {kelas.__name__: len(repository.find(connection, kelas)) for kelas in KELAS}

    assert {name for name, number in counts.items() if number == 0} <= {
        "Penugasan",
        "UmpanRekan",
        "TimKerja",
        "AnggotaTim",
        "PAK",
    }


def test_the_screens_of_a_generated_office_are_quick_and_complete(kantor_besar: Path) -> None:
    with open_office(kantor_besar) as kantor:
        monitoring = queries.monitoring_pengisian(kantor, TW1)
        recap = queries.rekap_penilaian(kantor, TAHUNAN)
        with kantor.lihat() as connection:
            active = {orang.pegawai_id for orang in repository.find(connection, Pegawai, aktif=True)}
        unrated = [line for line in recap if line.evaluasi is None or line.evaluasi.predikat is None]

        assert {line.pegawai.pegawai_id for line in monitoring} == active
        assert len(active) >= 55
        assert len(recap) >= 55
        assert len(unrated) < 10
        assert kantor.verifikasi().ok


def _somebody_to_rate(kantor: Kantor, periode_id: int) -> tuple[int, SKP]:
    """An approved SKP whose annual result has not been objected to, and who assesses it."""
    for line in queries.rekap_penilaian(kantor, periode_id):
        isi = queries.isi_periode(kantor, line.skp.skp_id, periode_id)
        if line.skp.status is StatusSKP.PERSETUJUAN and line.skp.penilai_id is not None and isi.keberatan is None:
            return line.skp.penilai_id, line.skp
    raise LookupError("nobody to rate in this office")


def test_people_go_on_working_in_a_generated_office(kantor_besar: Path) -> None:
    """January: the quarters are closed, the annual period is open until its closing day."""
    with open_office(kantor_besar) as kantor:
        open_now = queries.periode_terbuka(kantor)
        leader, skp = _somebody_to_rate(kantor, open_now[0].periode_id)
        before = queries.isi_periode(kantor, skp.skp_id, open_now[0].periode_id)
        a.beri_umpan_balik(
            kantor,
            Pelaku.penilai(leader),
            skp.skp_id,
            periode_id=open_now[0].periode_id,
            sasaran=SasaranUmpanBalik.UMUM,
            isi="Capaian tahunan tercapai; siapkan rencana tahun depan.",
        )
        rated = a.beri_rating(
            kantor,
            Pelaku.penilai(leader),
            skp.skp_id,
            periode_id=open_now[0].periode_id,
            rating_hasil=Rating.DI_ATAS,
            rating_perilaku=Rating.DI_ATAS,
        )

        assert [periode.nama for periode in open_now] == ["Tahunan 2026"]
        assert before.evaluasi is not None
        assert rated.evaluasi_id == before.evaluasi.evaluasi_id
        assert kantor.verifikasi().ok


def test_the_recap_sheet_has_its_heads_on_row_five(adegan: Adegan) -> None:
    adegan.berantai()
    adegan.dinilai()
    sheet = queries.halaman_rekap(adegan.kantor, TW1, unit_id=4)

    assert sheet[0] == (f"{adegan.kantor.instansi.kode} – {adegan.kantor.instansi.nama}",)
    assert sheet[2] == ("Triwulan 1 Tahun 2026 (01-01-2026 s.d. 31-03-2026)",)
    assert sheet[3] == ()
    assert sheet[4] == queries.KOLOM_REKAP
    assert [line[2] for line in sheet[5:]] == ["Contoh Empat", "Contoh Lima"]
    assert sheet[6][4:] == ("Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik")


def test_a_curve_waits_until_everybody_is_rated_and_the_organisation_too(adegan: Adegan) -> None:
    adegan.berantai()
    before = queries.kurva(adegan.kantor, TW1, unit_id=4)
    adegan.dinilai()
    after = queries.kurva(adegan.kantor, TW1, unit_id=4)
    whole = queries.kurva(adegan.kantor, TW1)

    assert (before.belum_dinilai, sum(before.jumlah.values()), before.total) == (1, 0, 1)
    assert (after.belum_dinilai, after.jumlah[Predikat.BAIK], after.total) == (0, 1, 1)
    assert list(after.jumlah) == list(Predikat)
    assert (after.organisasi, after.batas, after.pelanggaran) == (None, None, ())
    assert (whole.belum_dinilai, whole.jumlah[Predikat.BAIK], whole.total) == (3, 1, 4)


@pytest.fixture(scope="module")
def kantor_menyimpang(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[int]]:
    """A generated office in which some units were rated against their pattern; which ones stands in the key."""
    path = tmp_path_factory.mktemp("pola") / "kantor.ekin.db"
    inst = generate("dinas_kesehatan", seed=3, size=60, faults=("R02",))
    found_office(inst, path)
    return path, {int(entry.objek[1]) for entry in inst.answer_key if not entry.bukan_salah}


def test_the_curve_leaves_its_pattern_exactly_where_the_fault_was_planted(
    kantor_menyimpang: tuple[Path, set[int]],
) -> None:
    path, planted = kantor_menyimpang
    with open_office(path) as kantor:
        curves = [
            queries.kurva(kantor, TAHUNAN, reached.unit_id) for reached in queries.capaian_organisasi(kantor, TAHUNAN)
        ]

    assert len(curves) > 3
    assert all(curve.batas is not None and curve.belum_dinilai == 0 for curve in curves)
    assert planted
    assert {curve.unit_id for curve in curves if curve.pelanggaran} == planted
