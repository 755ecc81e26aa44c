"""What leaves the class: the workbook, the overview, the feedback."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from kelas_uji import LATIHAN, SEKARANG, TENGGAT
from openpyxl import load_workbook

from instructor.course.collection import kumpulkan
from instructor.course.kelas import Kelas
from instructor.feedback.pages import write_feedback
from instructor.grading.executor import grade_kelas
from instructor.grading.opening import buka_buku_nilai
from instructor.results.dasbor import render, write_dasbor
from instructor.results.rekap import write_rekap
from instructor.results.statistics import (
    discrimination,
    item_statistics,
    mastery,
    needs_help,
    shares,
    usual_mistakes,
)
from instructor.results.tables import criterion_name, read_tables

Serahkan = Callable[..., Path]


def _half(jawaban: dict[str, Any]) -> dict[str, Any]:
    salah = {baris: {"macam": "outcome"} for baris in ("p1", "p2")}
    return jawaban | {"pilah": {"jenis": jawaban["pilah"]["jenis"] | salah}}


@pytest.fixture
def selesai(kelas: Kelas, serahkan: Serahkan) -> Kelas:
    """ani and cici (a name like a formula) are done, budi waits for a person and was late, dodi is absent."""
    serahkan("ani")
    serahkan("budi", ubah=_half, jam=TENGGAT + timedelta(minutes=10))
    serahkan("cici", ubah=_half)
    kumpulkan(kelas)
    grade_kelas(kelas, sekarang=SEKARANG)
    with buka_buku_nilai(kelas.gradebook) as buku:
        buku.write_manual("ani", LATIHAN, "manual-alasan", 15.0, "Rapi <b>sekali</b>")
        buku.write_manual("cici", LATIHAN, "manual-alasan", 0.0, None)
    return kelas


class _Tags(HTMLParser):
    """Collects what a page would fetch or run, and whether its tags are closed."""

    KOSONG = ("meta", "br", "img", "input", "hr", "link", "path", "use", "rect", "line")

    def __init__(self) -> None:
        super().__init__()
        self.tag: list[str] = []
        self.luar: list[str] = []
        self.terbuka: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag.append(tag)
        self.luar += [f"{tag} {nama}={isi}" for nama, isi in attrs if nama in ("src", "href") and _fetches(isi)]
        self.luar += [f"{tag} {nama}" for nama, _ in attrs if nama.startswith("on")]
        if tag not in self.KOSONG:
            self.terbuka.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.luar += [f"{tag} {nama}={isi}" for nama, isi in attrs if nama in ("src", "href") and _fetches(isi)]

    def handle_endtag(self, tag: str) -> None:
        if self.terbuka and self.terbuka[-1] == tag:
            self.terbuka.pop()


def _fetches(isi: str | None) -> bool:
    return bool(isi) and not str(isi).startswith("#")


def periksa_mandiri(isi: str) -> None:
    """The page fetches nothing, runs nothing, and is closed properly."""
    tags = _Tags()
    tags.feed(isi)

    assert tags.luar == []
    assert "script" not in tags.tag
    assert "link" not in tags.tag
    assert tags.terbuka == []
    assert not re.search(r"url\((?!#)", isi)
    assert "@import" not in isi
    assert '<html lang="id">' in isi


def sel(kertas: Any) -> Iterator[dict[str, Any]]:
    baris = list(kertas.iter_rows(min_row=4, values_only=True))
    for isi in baris[1:]:
        yield dict(zip(baris[0], isi, strict=True))


def test_the_workbook_keeps_nip_names_and_absence_as_they_are(selesai: Kelas, tmp_path: Path) -> None:
    buku = load_workbook(write_rekap(read_tables(selesai), tmp_path / "rekap.xlsx"))
    ani, budi, cici, dodi = sel(buku["Rekap"])
    nilai = "01 Latihan contoh: memilah dan menyusun"

    assert buku.sheetnames == ["Rekap", "Per soal", "Per kriteria", "Temuan", "Catatan masalah"]
    assert ani["NIP / Id"] == "198001012005012901"
    assert ani["Nama"] == "dr. Ani Contoh 01, S.Ked., M.M."
    assert ani["Unit"] == "Puskesmas, Kota"
    assert (ani[nilai], ani["Nilai akhir"], ani["Keterangan"]) == (95, 95, "Lulus")
    assert budi[nilai] == 40 - 2 * 10 + 40
    assert budi["Nilai akhir"] is None
    assert budi["Keterangan"] == "Menunggu instruktur: latihan 01; terlambat: latihan 01"
    assert cici["NIP / Id"] == "cici"
    assert cici["Keterangan"] == "Belum mencapai batas lulus"
    assert (dodi[nilai], dodi["Jumlah"], dodi["Nilai akhir"]) == ("belum mengumpulkan", None, None)


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(selesai: Kelas, tmp_path: Path) -> None:
    buku = load_workbook(write_rekap(read_tables(selesai), tmp_path / "rekap.xlsx"))
    (cici,) = [baris for baris in buku["Rekap"].iter_rows(min_row=5) if baris[1].value == "cici"]

    assert cici[2].value == '=HYPERLINK("http://contoh")'
    assert cici[2].data_type == "s"
    for kertas in buku:
        for baris in kertas.iter_rows():
            assert all(satu.data_type != "f" and satu.hyperlink is None for satu in baris)


def test_the_workbook_is_ready_to_use(selesai: Kelas, tmp_path: Path) -> None:
    buku = load_workbook(write_rekap(read_tables(selesai), tmp_path / "rekap.xlsx"))
    rekap = buku["Rekap"]

    assert rekap.freeze_panes == "D5"
    assert rekap.auto_filter.ref.startswith("A4:")
    assert rekap["B5"].number_format == "@"
    assert rekap["E5"].number_format == "0.00"
    assert rekap["E6"].number_format == '0.00"*"'
    assert {baris["Kode"] for baris in sel(buku["Catatan masalah"])} == set()
    assert [baris["Keadaan"] for baris in sel(buku["Per soal"]) if baris["Nama"] == "Dodi Contoh 04"] == [
        "belum mengumpulkan"
    ] * 3


def test_the_same_class_gives_the_same_bytes(selesai: Kelas, tmp_path: Path) -> None:
    tabel = read_tables(selesai)
    satu = write_rekap(tabel, tmp_path / "satu.xlsx").read_bytes()

    assert write_rekap(read_tables(selesai), tmp_path / "dua.xlsx").read_bytes() == satu
    assert render(read_tables(selesai)) == render(tabel)


def test_the_overview_stands_alone_and_says_who_needs_help(selesai: Kelas, tmp_path: Path) -> None:
    isi = write_dasbor(read_tables(selesai), tmp_path / "dasbor.html").read_text(encoding="utf-8")
    periksa_mandiri(isi)

    assert "SIMULASI PELATIHAN" in isi
    assert isi.count('role="img"') == isi.count("<svg")
    assert "Sebaran nilai Latihan contoh: memilah dan menyusun. 60–70: 1, 90–100: 1." in isi
    for judul in ("Siapa yang perlu bantuan", "Penguasaan per soal", "Penguasaan per kriteria", "Kekeliruan"):
        assert judul in isi
    assert "=HYPERLINK(&#34;http://contoh&#34;)" in isi


def test_a_class_in_which_nobody_did_anything_has_an_overview(kelas: Kelas, tmp_path: Path) -> None:
    tabel = read_tables(kelas)
    periksa_mandiri(render(tabel))
    write_rekap(tabel, tmp_path / "rekap.xlsx")

    assert "Belum ada nilai" in render(tabel)
    assert list(tabel.rekap["nilai_akhir"].isna()) == [True] * 4


def test_who_needs_help_most_is_named_first_and_who_is_absent_last(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", ubah=lambda jawaban: {"pilah": jawaban["pilah"]})
    serahkan("budi", ubah=lambda jawaban: {"pilah": _half(jawaban)["pilah"]})
    kumpulkan(kelas)
    grade_kelas(kelas, sekarang=SEKARANG)
    urut = [satu.id for satu in needs_help(read_tables(kelas))]

    assert urut.index("budi") < urut.index("ani") < urut.index("dodi")


def test_who_needs_help_is_told_with_the_weakest_question(selesai: Kelas) -> None:
    bantuan = {satu.id: satu for satu in needs_help(read_tables(selesai))}

    assert bantuan["cici"].soal == ("01: Alasan Anda", "01: Pilah pernyataan")
    assert bantuan["dodi"].alasan == "Belum mengumpulkan"
    assert "ani" not in bantuan


def test_statistics_of_questions_and_criteria(selesai: Kelas) -> None:
    tabel = read_tables(selesai)
    butir = item_statistics(tabel).set_index("soal")
    kriteria = mastery(tabel).set_index("kriteria")
    keliru = usual_mistakes(tabel)

    assert butir.loc["pilah", "rata_rata"] == pytest.approx((40 + 20 + 20) / (3 * 40))
    assert butir.loc["pilah", "banyak"] == 3
    assert butir.loc["pilah", "saran"] == "Belum cukup data"
    assert kriteria.loc["Jenis pernyataan", "bagian"] == pytest.approx(80 / 120)
    assert list(keliru.loc[0, ["kriteria", "peserta", "hilang"]]) == ["Jenis pernyataan", 2, 40.0]


def test_discrimination_is_the_correlation_with_the_other_questions() -> None:
    bagian = pd.DataFrame({"a": [0, 0.1, 0.3, 0.4, 0.6, 0.7, 0.9, 1], "b": [0, 0, 0.5, 0.5, 0.5, 1, 1, 1]})

    assert discrimination(bagian, "a") == pytest.approx(bagian["a"].corr(bagian["b"]))
    assert math.isnan(discrimination(bagian.head(5), "a"))
    assert math.isnan(discrimination(bagian.assign(a=0.5), "a"))


def test_absent_people_are_not_in_any_average(selesai: Kelas) -> None:
    assert shares(read_tables(selesai)).loc["dodi"].isna().all()


@pytest.mark.parametrize(
    ("panjang", "pendek"),
    [
        ("IKI 2: Aspek", "Aspek"),
        ("IKI 1: S — Spesifik", "S — Spesifik"),
        ("Pernyataan 9", "Pernyataan"),
        ("Bentuk nama, dokumen 3", "Bentuk nama"),
        ("Target", "Target"),
        ("Bukti: sah", "Bukti: sah"),
        ("7", "7"),
    ],
)
def test_a_criterion_is_counted_once_for_all_its_items(panjang: str, pendek: str) -> None:
    assert criterion_name(panjang) == pendek


def test_criteria_that_name_ones_own_people_are_counted_under_their_rule() -> None:
    from instructor.results.tables import KRITERIA_TERBANYAK, _criterion_groups

    baris = [("a", "x", f"Rating Pegawai {huruf}", "kuadran.predikat") for huruf in "ABCDEFGHIJ"]
    baris += [("a", "y", "Target", "kuadran.predikat")]
    tabel = pd.DataFrame(baris, columns=["latihan", "soal", "kriteria", "aturan"])
    kelompok = _criterion_groups(tabel, {})

    assert len(baris) - 1 > KRITERIA_TERBANYAK
    assert len(set(kelompok[:-1])) == 1
    assert kelompok[0].startswith("Predikat")
    assert kelompok[-1] == "Target"


def test_feedback_explains_and_stands_alone(selesai: Kelas) -> None:
    halaman = {
        berkas.parts[-3]: berkas.read_text(encoding="utf-8") for berkas in write_feedback(selesai, sekarang=SEKARANG)
    }
    for isi in halaman.values():
        periksa_mandiri(isi)

    assert set(halaman) == {"ani", "budi", "cici"}
    assert "dr. Ani Contoh 01, S.Ked., M.M." in halaman["ani"]
    assert "95 <small>dari 100</small>" in halaman["ani"]
    assert "Rapi &lt;b&gt;sekali&lt;/b&gt;" in halaman["ani"]
    assert "Karena hasil kerja lebih penting daripada kegiatan." in halaman["ani"]
    assert "Baca kembali: apakah ini kegiatan atau hasil?" in halaman["budi"]
    assert "<q>Menyusun laporan bulanan</q>" in halaman["budi"]
    assert "sementara" in halaman["budi"]
    assert "nilai Anda tidak dipotong" in halaman["budi"]
    assert "Modul Contoh, bagian 1" in halaman["budi"]
    assert "Menunggu penilaian instruktur" in halaman["budi"]


def test_feedback_lands_in_the_participants_own_folder(selesai: Kelas) -> None:
    write_feedback(selesai, sekarang=SEKARANG, peserta=["budi"])
    milik_budi = selesai.paket("budi") / "umpan_balik" / f"{LATIHAN}.html"

    assert milik_budi.read_bytes() == selesai.feedback("budi", LATIHAN).read_bytes()
    assert not (selesai.paket("ani") / "umpan_balik").exists()


def test_feedback_shows_no_key_and_no_code(selesai: Kelas) -> None:
    """The key of the sample is the target number and the class of every statement."""
    berkas = selesai.kunci("budi", LATIHAN)
    kunci = json.loads(berkas.read_bytes())
    kunci["kunci"]["rahasia"] = "SANDI-KUNCI-YANG-TIDAK-BOLEH-TAMPAK"
    berkas.write_text(json.dumps(kunci), encoding="utf-8")
    grade_kelas(selesai, sekarang=SEKARANG, ulang=True)
    write_feedback(selesai, sekarang=SEKARANG)
    isi = selesai.feedback("budi", LATIHAN).read_text(encoding="utf-8")

    assert "SANDI-KUNCI" not in isi
    assert "aktivitas" not in isi.lower(), "the right class of a lost statement is not given away"
    assert "score(" not in isi
    assert "import " not in isi


def test_what_a_participant_writes_is_shown_and_never_run(kelas: Kelas, serahkan: Serahkan) -> None:
    jahat = "</div><script>alert(1)</script><img src=x onerror=alert(2)> dan seterusnya dan seterusnya"
    serahkan("ani", ubah=lambda jawaban: jawaban | {"alasan": {"teks": jahat}})
    kumpulkan(kelas)
    grade_kelas(kelas, sekarang=SEKARANG)
    (halaman,) = write_feedback(kelas, sekarang=SEKARANG)
    isi = halaman.read_text(encoding="utf-8")
    periksa_mandiri(isi)

    assert "&lt;script&gt;" in isi
    buku = (kelas.autograded("ani", LATIHAN) / f"{LATIHAN}.ipynb").read_text(encoding="utf-8")
    assert "<script>" not in buku


def test_one_sentence_about_several_criteria_is_said_once_with_all_its_points() -> None:
    from instructor.feedback.content import Butir, _together

    def butir(judul: str, kriteria: str, pesan: str, poin: float = 0.0) -> Butir:
        return Butir(judul, kriteria, poin, 2.0, pesan, "kutipan", "", 1, poin == 2.0, False)

    salin = "Menyalin IKI yang cacat."
    satu, dua, tiga = _together(
        [
            butir("IKI 1", "S — Spesifik", salin),
            butir("IKI 1", "M — Terukur", salin, 0.5),
            butir("IKI 1", "T — Berbatas waktu", "Belum ada tenggat."),
            butir("IKI 2", "S — Spesifik", salin),
        ]
    )

    assert (satu.kriteria, satu.poin, satu.maks) == ("S — Spesifik; M — Terukur", 0.5, 4.0)
    assert (dua.pesan, tiga.judul) == ("Belum ada tenggat.", "IKI 2")


def test_a_sum_without_all_exercises_is_starred(selesai: Kelas, tmp_path: Path) -> None:
    kertas = load_workbook(write_rekap(read_tables(selesai), tmp_path / "rekap.xlsx"))["Rekap"]
    kepala = [sel.value for sel in kertas[4]]
    jumlah = {baris[2].value: baris[kepala.index("Jumlah")] for baris in kertas.iter_rows(min_row=5)}
    (ani,) = [sel for nama, sel in jumlah.items() if nama.startswith("dr. Ani")]

    assert "*" not in ani.number_format
    assert "*" in jumlah["Budi Contoh 02"].number_format
    assert jumlah["Dodi Contoh 04"].value is None


def test_feedback_cites_the_rule_with_its_source() -> None:
    from instructor.feedback.content import rujukan
    from simulator.rules.registry import daftar_aturan

    aturan = daftar_aturan()[0]
    satu = rujukan(aturan.id)

    assert satu is not None
    assert satu.judul == aturan.judul
    assert aturan.cites[0].title in satu.sumber
    assert rujukan("tidak.ada") is None
    assert rujukan("") is None
