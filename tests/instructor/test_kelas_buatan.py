"""The synthetic class: unmistakably invented, the same for the same seed, and every accident survived."""

from __future__ import annotations

import json
import random
from collections import Counter
from datetime import date
from pathlib import Path

from kelas_uji import LATIHAN, SEKARANG

from exercises.kit import catalog
from exercises.kit.case import Case
from exercises.kit.grading import grade_answer
from instructor.course import distribution
from instructor.course.collection import kumpulkan
from instructor.course.kelas import Kelas
from instructor.course.making import make_kelas
from instructor.course.roster import Peserta
from instructor.grading.executor import grade_kelas
from instructor.results.tables import read_tables
from instructor.synthetic_class.answers import _mix, answer_of
from instructor.synthetic_class.marking import mark_narratives
from instructor.synthetic_class.mishaps import KECELAKAAN
from instructor.synthetic_class.people import Orang, make_people
from instructor.synthetic_class.playing import _plan, play


def orang_berkecakapan(kecakapan: float) -> list[Orang]:
    return [Orang(Peserta(f"orang-{nomor}", f"Orang {nomor}", "", ""), kecakapan) for nomor in range(30)]


def test_people_are_invented_and_the_same_for_the_same_seed() -> None:
    tigapuluh = make_people(30, 1)

    assert make_people(10, 1) == tigapuluh[:10]
    assert make_people(10, 2) != tigapuluh[:10]
    assert len({satu.peserta.id for satu in tigapuluh}) == len({satu.peserta.nip for satu in tigapuluh}) == 30
    for nomor, satu in enumerate(tigapuluh, 1):
        nip = satu.peserta.nip
        assert len(nip) == 18
        assert 900 <= int(nip[-3:]) <= 999
        assert int(nip[8:12]) - date.fromisoformat(f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}").year >= 22
        assert f" {nomor:02d}" in satu.peserta.nama
    assert any("," in satu.peserta.nama for satu in tigapuluh)


def test_able_people_score_higher_and_everybody_is_graded_without_trouble() -> None:
    exercise = catalog.load_folder(Path(__file__).parents[1] / "kit" / "contoh" / LATIHAN)
    rata = {}
    for kecakapan in (-2.0, 0.0, 2.0):
        nilai = []
        for nomor, orang in enumerate(orang_berkecakapan(kecakapan)):
            case = exercise.checks.make_case(nomor)
            isi = {"versi": 1, "latihan": LATIHAN, "soal": answer_of(orang, exercise, case, 1).jawaban}
            hasil = grade_answer(exercise, case, json.dumps(isi).encode())
            assert not hasil.galat
            assert not [satu for satu in hasil.problems if satu.menunda]
            nilai.append(hasil.skor)
        rata[kecakapan] = sum(nilai) / len(nilai)

    assert rata[-2.0] < rata[0.0] < rata[2.0]


def test_a_mistake_may_happen_halfway() -> None:
    acuan = {"tabel": {f"b{n}": {"x": "benar"} for n in range(100)}, "lain": 1}
    salah = {"tabel": {f"b{n}": {"x": "salah"} for n in range(100)}, "lain": 1}
    hasil = Counter(baris["x"] for baris in _mix(acuan, acuan, salah, 0.3, random.Random(1))["tabel"].values())

    assert 15 < hasil["salah"] < 45
    assert acuan["tabel"]["b0"]["x"] == "benar"


def test_accidents_happen_to_different_people_and_every_kind_happens(kelas: Kelas) -> None:
    rencana = _plan(kelas, make_people(120, 1), 1)
    celaka = {kunci: apa for kunci, apa in rencana.items() if apa in {satu.kode for satu in KECELAKAAN}}

    assert set(celaka.values()) == {satu.kode for satu in KECELAKAAN}
    assert len({kunci[0] for kunci in celaka}) == len(celaka)
    assert {"absen", "terlambat", "dua_kali"} <= set(rencana.values())


def test_a_class_with_every_accident_is_graded_to_the_end(kelas: Kelas) -> None:
    from instructor.synthetic_class import playing

    orang = make_people(14, 3)
    kelas = make_kelas(kelas, [satu.peserta for satu in orang])
    distribution.bagikan(kelas)
    kejadian = [satu.kode for satu in KECELAKAAN] + ["absen", "terlambat", "dua_kali", "hadir", "hadir"]
    rencana = {(satu.peserta.id, LATIHAN): apa for satu, apa in zip(orang, kejadian, strict=True)}
    peristiwa = []
    for satu in orang:
        exercise = catalog.load(LATIHAN)
        apa = rencana[(satu.peserta.id, LATIHAN)]
        peristiwa.append(playing._work(kelas, satu, exercise, apa, 3, SEKARANG))
    kumpulkan(kelas)
    laporan = grade_kelas(kelas, sekarang=SEKARANG)
    banyak = mark_narratives(kelas, peristiwa, benih=3)
    tabel = read_tables(kelas)
    kode = {
        kejadian[nomor]: set(tabel.masalah[tabel.masalah["id"] == satu.peserta.id]["kode"])
        for nomor, satu in enumerate(orang)
    }

    assert laporan.gagal == []
    assert laporan.hitung("dinilai") == 13
    assert banyak >= 10
    assert {nama: isi for nama, isi in kode.items() if nama in ("hadir", "absen", "terlambat")} == {
        "hadir": set(),
        "absen": set(),
        "terlambat": set(),
    }
    for satu in KECELAKAAN:
        assert kode[satu.kode], f"{satu.kode} should have been told"


def test_playing_is_the_same_for_the_same_seed(kelas: Kelas) -> None:
    orang = make_people(6, 5)
    kelas = make_kelas(kelas, [satu.peserta for satu in orang])
    distribution.bagikan(kelas)
    satu = play(kelas, orang, benih=5, mulai=SEKARANG)
    kirim = {berkas.name: berkas.stat().st_mtime for berkas in kelas.kotak.iterdir()}
    jawaban = {berkas: berkas.read_bytes() for berkas in kelas.folder.glob("peserta/*/*/jawaban.json")}
    for berkas in [*kelas.kotak.iterdir(), *kelas.folder.glob("peserta/*/*/*.zip"), *jawaban]:
        berkas.unlink(missing_ok=True)
    for berkas in kelas.folder.glob("peserta/*/kumpulan/*"):
        berkas.unlink()

    assert play(kelas, orang, benih=5, mulai=SEKARANG) == satu
    assert {berkas.name: berkas.stat().st_mtime for berkas in kelas.kotak.iterdir()} == kirim
    assert {berkas: berkas.read_bytes() for berkas in kelas.folder.glob("peserta/*/*/jawaban.json")} == jawaban
    assert Case.read(kelas.kunci(orang[0].peserta.id, LATIHAN)).latihan == LATIHAN


def test_titles_belong_to_one_profession() -> None:
    nama = [satu.peserta.nama for satu in make_people(300, 1)]
    tanpa_pasangan = [
        satu
        for satu in nama
        if (satu.startswith(("dr.", "drg.", "apt.", "Ns.")) and ("S.E." in satu or "S.Sos." in satu or "A.Md" in satu))
        or (satu.startswith("apt.") and "S.Farm." not in satu)
        or (satu.startswith("Ns.") and "S.Kep." not in satu)
    ]

    assert tanpa_pasangan == []
    assert len({satu.split(" ", 1)[0] for satu in nama if "." in satu.split(" ", 1)[0]}) >= 5
