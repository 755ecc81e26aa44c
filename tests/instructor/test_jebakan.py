"""Every trap that breaks or distorts a plain nbgrader class: told by name, costs nothing, stops nobody."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from kelas_uji import LATIHAN, PENUH, SEKARANG, TENGGAT, jalankan, kode, nilai, status

from exercises.kit.answers import ANSWER_FILE
from exercises.kit.submission import SENT_FOLDER
from instructor.course.collection import kumpulkan
from instructor.course.kelas import Kelas
from instructor.grading.executor import grade_kelas
from instructor.results.tables import (
    BELUM,
    BERMASALAH,
    MENUNGGU,
    TIDAK_TERBACA,
    read_tables,
)
from instructor.synthetic_class import mishaps

Serahkan = Callable[..., Path]


@pytest.mark.parametrize(
    ("celaka", "diharapkan"),
    [
        (mishaps.rename_zip, "nama-berkas-berubah"),
        (mishaps.rename_notebook, "notebook-tidak-ada"),
        (mishaps.duplicate_cells, "sel-ganda"),
        (mishaps.malicious_cell, "sel-tambahan"),
        (mishaps.tamper_answer, "berkas-berubah"),
        (mishaps.other_owner, "peserta-berbeda"),
    ],
)
def test_an_odd_submission_is_told_and_keeps_every_point(
    kelas: Kelas, serahkan: Serahkan, celaka: Callable[[Path], None], diharapkan: str
) -> None:
    celaka(serahkan("budi"))
    serahkan("dodi")
    _, laporan, tabel = jalankan(kelas)

    assert diharapkan in kode(tabel, "budi")
    assert nilai(tabel, "budi") == nilai(tabel, "dodi") == PENUH
    assert laporan.gagal == []
    assert kode(tabel, "dodi") == set()


def test_a_malicious_cell_is_never_run(kelas: Kelas, serahkan: Serahkan) -> None:
    mishaps.malicious_cell(serahkan("budi"))
    sebelum = kelas.gradebook.stat().st_ino
    jalankan(kelas)

    assert kelas.gradebook.stat().st_ino == sebelum
    assert "os._exit" not in (kelas.autograded("budi", LATIHAN) / f"{LATIHAN}.ipynb").read_text(encoding="utf-8")


def test_a_truncated_zip_is_a_broken_file_not_a_zero(kelas: Kelas, serahkan: Serahkan) -> None:
    mishaps.truncate(serahkan("budi"))
    serahkan("dodi")
    kumpul, laporan, tabel = jalankan(kelas)

    assert ("kiriman-rusak", "budi", True) in {(satu.kode, satu.peserta, satu.ditolak) for satu in kumpul.masalah}
    assert status(tabel, "budi") == BERMASALAH
    assert nilai(tabel, "budi") is None
    assert nilai(tabel, "dodi") == PENUH
    assert laporan.hitung("dinilai") == 1


def test_a_truncated_zip_is_rescued_from_the_participants_own_folder(kelas: Kelas, serahkan: Serahkan) -> None:
    mishaps.truncate(serahkan("budi", simpan_folder=True))
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "budi") == PENUH
    assert {"kiriman-rusak", "dari-folder"} <= kode(tabel, "budi")


def test_absent_is_not_zero(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani")
    _, _, tabel = jalankan(kelas)

    assert status(tabel, "budi") == BELUM
    assert nilai(tabel, "budi") is None
    assert tabel.rekap.set_index("id").loc["budi", "keterangan"] == "Belum mengumpulkan satu latihan pun"


def test_an_empty_answer_is_zero_and_is_told_so(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", ubah=lambda jawaban: {})
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "ani") == 0.0
    assert status(tabel, "ani") == MENUNGGU


@pytest.mark.parametrize("isi", [b"{", b"\xff\xfe\x00", b"[]", b'{"versi":1}', b"", b'{"versi":1,"soal":{"a":NaN}}'])
def test_an_unreadable_answer_file_is_returned_not_marked_wrong(kelas: Kelas, serahkan: Serahkan, isi: bytes) -> None:
    berkas = serahkan("budi")
    mishaps.rewrite_zip(berkas, lambda lama: {n: isi if n.endswith(ANSWER_FILE) else d for n, d in lama.items()})
    serahkan("dodi")
    _, laporan, tabel = jalankan(kelas)

    assert status(tabel, "budi") == TIDAK_TERBACA
    assert nilai(tabel, "budi") is None
    assert nilai(tabel, "dodi") == PENUH
    assert laporan.gagal == []


def test_a_huge_answer_is_refused_with_its_size(kelas: Kelas, serahkan: Serahkan) -> None:
    mishaps.huge_answer(serahkan("budi"))
    _, _, tabel = jalankan(kelas)

    assert "jawaban-terlalu-besar" in kode(tabel, "budi")
    assert nilai(tabel, "budi") is None


def test_a_wrong_type_costs_only_what_cannot_be_read(kelas: Kelas, serahkan: Serahkan) -> None:
    mishaps.wrong_types(serahkan("budi"))
    _, _, tabel = jalankan(kelas)
    soal = tabel.soal[tabel.soal["id"] == "budi"].set_index("soal")

    assert soal.loc["susun", "skor"] == 40.0
    assert soal.loc["pilah", "status"] == TIDAK_TERBACA
    assert "budi" in set(tabel.masalah["id"])


@pytest.mark.parametrize("target", [-5, 1e308, "tujuh puluh", True, None])
def test_numbers_that_make_no_sense_never_give_points(kelas: Kelas, serahkan: Serahkan, target: Any) -> None:
    serahkan("budi", ubah=lambda jawaban: jawaban | {"susun": jawaban["susun"] | {"target": target}})
    _, laporan, tabel = jalankan(kelas)
    soal = tabel.soal[tabel.soal["id"] == "budi"].set_index("soal")

    assert laporan.gagal == []
    assert 0.0 <= soal.loc["susun", "skor"] <= 40.0 - 20.0


def test_the_latest_counts_and_the_earlier_is_kept(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", ubah=lambda jawaban: {"pilah": jawaban["pilah"]}, jam=SEKARANG)
    jalankan(kelas)
    serahkan("ani", jam=SEKARANG + timedelta(minutes=5))
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "ani") == PENUH
    assert "kiriman-ganda" in kode(tabel, "ani")
    arsip = sorted((kelas.arsip / "ani" / LATIHAN).iterdir())
    assert len(arsip) == 1
    assert "susun" not in json.loads((arsip[0] / ANSWER_FILE).read_bytes())["soal"]


def test_an_older_file_that_arrives_later_does_not_replace_a_newer_one(kelas: Kelas, serahkan: Serahkan) -> None:
    lama = serahkan("ani", ubah=lambda jawaban: {"pilah": jawaban["pilah"]}, jam=SEKARANG)
    simpan = kelas.folder / "di-usb"
    simpan.mkdir()
    shutil.move(lama, simpan / lama.name)
    serahkan("ani", jam=SEKARANG + timedelta(minutes=5))
    jalankan(kelas)
    for berkas in kelas.kotak.iterdir():
        berkas.unlink()
    kumpulkan(kelas, dari=[simpan])
    grade_kelas(kelas, sekarang=SEKARANG)

    assert nilai(read_tables(kelas), "ani") == PENUH


def test_late_is_a_flag_and_not_a_penalty(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", jam=TENGGAT + timedelta(minutes=30))
    _, _, tabel = jalankan(kelas)
    baris = tabel.nilai.set_index("id").loc["ani"]

    assert baris["terlambat"] == 30
    assert baris["nilai"] == PENUH
    assert "terlambat" in tabel.rekap.set_index("id").loc["ani", "keterangan"]


def test_late_costs_points_only_when_the_class_says_so(kelas: Kelas, serahkan: Serahkan) -> None:
    from dataclasses import replace

    kelas = replace(kelas, potongan_terlambat=0.1)
    kelas.save()
    serahkan("ani", jam=TENGGAT + timedelta(minutes=30))
    serahkan("budi", jam=TENGGAT)
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "ani") == PENUH - 0.1 * PENUH
    assert nilai(tabel, "budi") == PENUH


def test_received_late_but_packed_in_time_is_left_to_a_person(kelas: Kelas, serahkan: Serahkan) -> None:
    berkas = serahkan("ani", jam=TENGGAT - timedelta(minutes=5))
    tiba = (TENGGAT + timedelta(hours=1)).timestamp()
    os.utime(berkas, (tiba, tiba))
    _, _, tabel = jalankan(kelas)

    assert "waktu-berbeda" in kode(tabel, "ani")


Isi = dict[str, bytes]


def _as_if_from(nama: str, **lain: Any) -> Callable[[Isi], Isi]:
    def ganti(isi: Isi) -> Isi:
        manifes = json.loads(isi["manifest.json"]) | {"peserta": nama} | lain
        return isi | {"manifest.json": json.dumps(manifes).encode()}

    return ganti


def _case_of(isi: Isi, kasus: bytes | None) -> Isi:
    tanpa = {nama: data for nama, data in isi.items() if not nama.endswith("kasus.json")}
    return tanpa if kasus is None else tanpa | {f"{LATIHAN}/kasus.json": kasus}


def _package_of(isi: Isi, **ubah: Any) -> Isi:
    return isi | {"paket.json": json.dumps(json.loads(isi["paket.json"]) | ubah).encode()}


PALSU: dict[str, Callable[[Isi], Isi]] = {
    "with one's own mark and case": lambda isi: isi,
    "with one's own mark, an empty case": lambda isi: _case_of(isi, b"{}"),
    "with one's own mark, without a case": lambda isi: _case_of(isi, None),
    "without a mark, an empty case": lambda isi: _package_of(
        _case_of(_as_if_from("ani", tanda="")(isi), b"{}"), tanda=""
    ),
    "without a mark and without a case": lambda isi: _package_of(
        _case_of(_as_if_from("ani", tanda=None)(isi), None), tanda=None
    ),
    "with a mark that is made up": lambda isi: _case_of(_as_if_from("ani", tanda="0" * 64)(isi), b"{}"),
    "with a mark of another kind": lambda isi: _package_of(
        _case_of(_as_if_from("ani", tanda=["é"])(isi), None), tanda={"a": 1}
    ),
    "with letters no mark has": lambda isi: _case_of(_as_if_from("ani", tanda="tandanya é")(isi), None),
    "with the package renamed as well": lambda isi: _package_of(
        _case_of(_as_if_from("ani", tanda="")(isi), None), peserta="ani"
    ),
    "as a folder zipped by hand": lambda isi: {
        nama: data
        for nama, data in _package_of(_case_of(isi, b"{}"), peserta="ani", tanda="").items()
        if nama != "manifest.json"
    },
}


@pytest.mark.parametrize("ubah", PALSU.values(), ids=PALSU.keys())
def test_nobody_can_hand_in_under_another_name(kelas: Kelas, serahkan: Serahkan, ubah: Callable[[Isi], Isi]) -> None:
    """The marks and the cases differ, so a package that claims to be somebody else's gives itself away."""
    serahkan("ani", jam=SEKARANG)
    palsu = serahkan("budi", ubah=lambda jawaban: {}, jam=SEKARANG + timedelta(minutes=5))
    mishaps.rewrite_zip(palsu, lambda isi: ubah(_as_if_from("ani")(isi)))
    kumpul, _, tabel = jalankan(kelas)
    kode_tolak = {satu.kode for satu in kumpul.masalah if satu.peserta == "ani" and satu.ditolak}

    assert kode_tolak & {"kasus-orang-lain", "tanda-berbeda", "tanpa-tanda"}
    assert nilai(tabel, "ani") == PENUH
    assert any(satu.pesan.count("Ani Contoh 01") for satu in kumpul.masalah if satu.ditolak), "told by name"
    assert list((kelas.arsip / "_karantina" / "ani" / LATIHAN).glob("*/jawaban.json")), "kept, not thrown away"


@pytest.mark.parametrize("ubah", list(PALSU.values())[3:5])
def test_a_forged_zip_that_comes_first_gives_way_to_the_real_one(
    kelas: Kelas, serahkan: Serahkan, ubah: Callable[[Isi], Isi]
) -> None:
    palsu = serahkan("budi", ubah=lambda jawaban: {}, jam=SEKARANG)
    mishaps.rewrite_zip(palsu, lambda isi: ubah(_as_if_from("ani")(isi)))
    _, _, tabel = jalankan(kelas)
    assert nilai(tabel, "ani") == 0.0
    assert "tanpa-tanda" in kode(tabel, "ani")

    serahkan("ani", jam=SEKARANG - timedelta(minutes=5))
    _, _, tabel = jalankan(kelas)
    assert nilai(tabel, "ani") == PENUH
    palsu.touch()
    _, _, tabel = jalankan(kelas)
    assert nilai(tabel, "ani") == PENUH


def test_a_forged_zip_does_not_hide_the_work_in_the_participants_own_folder(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", simpan_folder=True).unlink()
    palsu = serahkan("budi", ubah=lambda jawaban: {}, jam=SEKARANG + timedelta(minutes=5))
    mishaps.rewrite_zip(palsu, lambda isi: _case_of(_as_if_from("ani", tanda="")(isi), None))
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "ani") == PENUH


def test_an_older_package_without_a_mark_is_taken_with_a_remark(kelas: Kelas, serahkan: Serahkan) -> None:
    berkas = serahkan("ani")
    mishaps.rewrite_zip(berkas, lambda isi: _package_of(_as_if_from("ani", tanda="")(isi), tanda=""))
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "ani") == PENUH
    assert "tanpa-tanda" in kode(tabel, "ani")


def test_the_instructor_can_vouch_for_a_file_without_a_mark(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", ubah=lambda jawaban: {"pilah": jawaban["pilah"]}, jam=SEKARANG)
    kedua = serahkan("ani", jam=SEKARANG + timedelta(minutes=5))
    mishaps.rewrite_zip(kedua, lambda isi: _case_of(_package_of(_as_if_from("ani", tanda="")(isi), tanda=""), None))
    _, _, tabel = jalankan(kelas)
    assert nilai(tabel, "ani") == 40.0

    kumpulkan(kelas, terima=[kedua.name])
    grade_kelas(kelas, sekarang=SEKARANG)
    assert nilai(read_tables(kelas), "ani") == PENUH
    kumpulkan(kelas)
    assert nilai(read_tables(kelas), "ani") == PENUH, "collecting again does not take it back"


def test_a_folder_zipped_by_hand_is_taken_with_a_remark(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", simpan_folder=True).unlink()
    arsip = kelas.kotak / "tugas ani.zip"
    with zipfile.ZipFile(arsip, "w") as isi:
        for berkas in sorted(kelas.paket("ani").rglob("*")):
            isi.write(berkas, f"ani/{berkas.relative_to(kelas.paket('ani')).as_posix()}")
    shutil.rmtree(kelas.paket("ani"))
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "ani") == PENUH
    assert "kiriman-tangan" in kode(tabel, "ani")
    assert "tanpa-tanda" not in kode(tabel, "ani"), "its package carries the mark"


@pytest.mark.parametrize("nama", [ANSWER_FILE, "kasus.json", f"{LATIHAN}.ipynb"])
@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_in_a_participants_folder_is_never_followed(kelas: Kelas, serahkan: Serahkan, nama: str) -> None:
    serahkan("budi", simpan_folder=True).unlink()
    serahkan("ani", simpan_folder=True).unlink()
    tujuan = kelas.paket("ani") / LATIHAN / nama
    tautan = kelas.paket("budi") / LATIHAN / nama
    tautan.unlink()
    tautan.symlink_to(tujuan)
    kumpul, _, tabel = jalankan(kelas)

    assert ("tautan", "budi", True) in {(satu.kode, satu.peserta, satu.ditolak) for satu in kumpul.masalah}
    assert nilai(tabel, "budi") == (None if nama == ANSWER_FILE else PENUH)
    assert nilai(tabel, "ani") == PENUH


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_linked_exercise_folder_and_a_linked_zip_are_never_followed(kelas: Kelas, serahkan: Serahkan) -> None:
    berkas = serahkan("ani", simpan_folder=True)
    shutil.rmtree(kelas.paket("budi") / LATIHAN)
    (kelas.paket("budi") / LATIHAN).symlink_to(kelas.paket("ani") / LATIHAN)
    (kelas.kotak / f"dodi__{LATIHAN}__001.zip").symlink_to(berkas)
    kumpul, _, tabel = jalankan(kelas)

    assert {satu.peserta for satu in kumpul.masalah if satu.kode == "tautan"} == {"budi", "dodi"}
    assert (nilai(tabel, "ani"), nilai(tabel, "budi"), nilai(tabel, "dodi")) == (PENUH, None, None)


def test_a_copied_folder_was_handed_in_when_it_says_not_when_it_was_copied(kelas: Kelas, serahkan: Serahkan) -> None:
    """Copying to a USB drive gives every file a new time; that alone makes nobody late."""
    for orang in ("ani", "budi"):
        serahkan(orang, simpan_folder=True, jam=TENGGAT - timedelta(minutes=5)).unlink()
    shutil.rmtree(kelas.paket("budi") / SENT_FOLDER)  # budi never pressed Kumpulkan
    usb = kelas.folder / "usb"
    for orang in ("ani", "budi"):
        shutil.move(kelas.paket(orang), usb / orang)
    tiba = (TENGGAT + timedelta(hours=5)).timestamp()
    for berkas in usb.rglob("*"):
        os.utime(berkas, (tiba, tiba))
    kumpulkan(kelas, dari=[usb])
    grade_kelas(kelas, sekarang=SEKARANG)
    tabel = read_tables(kelas).nilai.set_index("id")

    assert list(tabel.loc[["ani", "budi"], "terlambat"]) == [0, 0]
    assert list(tabel.loc[["ani", "budi"], "nilai"]) == [PENUH, PENUH]


def test_a_time_beyond_belief_is_not_believed(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", simpan_folder=True, jam=SEKARANG + timedelta(days=4000)).unlink()
    kumpul = kumpulkan(kelas)

    assert kumpul.serahan[("ani", LATIHAN)].saat < SEKARANG + timedelta(days=3000)


def test_a_swapped_package_in_a_participants_folder_is_not_taken(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", simpan_folder=True).unlink()
    shutil.rmtree(kelas.paket("budi"))
    shutil.copytree(kelas.paket("ani"), kelas.paket("budi"))
    kumpul, _, tabel = jalankan(kelas)

    assert "paket-tertukar" in {satu.kode for satu in kumpul.masalah if satu.peserta == "budi"}
    assert status(tabel, "budi") == BERMASALAH
    assert nilai(tabel, "ani") == PENUH


def test_an_edited_case_is_remarked_and_graded_against_the_trusted_one(kelas: Kelas, serahkan: Serahkan) -> None:
    berkas = serahkan("ani")
    mishaps.rewrite_zip(
        berkas, lambda isi: {nama: b"{}" if nama.endswith("kasus.json") else data for nama, data in isi.items()}
    )
    _, _, tabel = jalankan(kelas)

    assert "kasus-berubah" in kode(tabel, "ani")
    assert nilai(tabel, "ani") == PENUH


def test_a_stranger_and_a_stray_file_are_told(kelas: Kelas, serahkan: Serahkan) -> None:
    berkas = serahkan("ani")
    asing = berkas.with_name(f"orang-luar__{LATIHAN}__001.zip")
    shutil.copy(berkas, asing)

    mishaps.rewrite_zip(asing, _as_if_from("orang-luar"))
    (kelas.kotak / "budi tugas.docx").write_bytes(b"docx")
    kumpul, laporan, tabel = jalankan(kelas)

    assert {"bukan-peserta", "bukan-kiriman"} <= {satu.kode for satu in kumpul.masalah}
    assert laporan.hitung("dinilai") == 1
    assert status(tabel, "budi") == BERMASALAH


@pytest.mark.parametrize("nama", ["../../kabur.txt", "/tmp/kabur.txt", f"{LATIHAN}/../../kabur"])
def test_a_zip_cannot_write_outside_its_folder(kelas: Kelas, serahkan: Serahkan, nama: str) -> None:
    berkas = serahkan("ani")
    with zipfile.ZipFile(berkas, "a") as arsip:
        arsip.writestr(nama, b"x")
    sebelum = {satu for satu in kelas.folder.rglob("*") if "kabur" in satu.name}
    kumpul = kumpulkan(kelas)

    assert {satu.kode for satu in kumpul.masalah if satu.ditolak} == {"kiriman-jalur"}
    assert {satu for satu in kelas.folder.rglob("*") if "kabur" in satu.name} == sebelum


def test_a_copied_participant_folder_in_the_inbox_is_read(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", simpan_folder=True).unlink()
    shutil.copytree(kelas.paket("ani"), kelas.kotak / "salinan ani")
    shutil.rmtree(kelas.paket("ani"))
    shutil.rmtree(kelas.kotak / "salinan ani" / SENT_FOLDER)
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "ani") == PENUH


def test_unsent_work_does_not_replace_what_was_handed_in(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", simpan_folder=True)
    berkas = kelas.paket("ani") / LATIHAN / ANSWER_FILE
    isi = json.loads(berkas.read_bytes())
    isi["soal"] = {}
    berkas.write_text(json.dumps(isi), encoding="utf-8")
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "ani") == PENUH


def test_the_master_copy_never_overwrites_an_answer(kelas: Kelas, serahkan: Serahkan) -> None:
    """nbgrader copies files of the source folder over submitted ones of the same name (trap 1)."""
    (kelas.folder / "source" / LATIHAN / ANSWER_FILE).write_text('{"versi":1,"soal":{}}', encoding="utf-8")
    serahkan("ani")
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "ani") == PENUH
    assert f"'{LATIHAN}': ['jawaban.json'" in (kelas.folder / "nbgrader_config.py").read_text(encoding="utf-8")
