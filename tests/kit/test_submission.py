"""Submissions: complete, numbered, and nothing in a hostile zip does harm."""

from __future__ import annotations

import io
import json
import os
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exercises.kit.files import write_new, write_whole
from exercises.kit.incoming import read_incoming, read_submission
from exercises.kit.package import read_package
from exercises.kit.submission import last_submission, submission_name, submission_time, write_submission
from simulator.domain.errors import BelumLengkap, BerkasRusak, JawabanTidakTerbaca

JAM = datetime(2026, 3, 4, 15, 0, 2, tzinfo=UTC)


@pytest.fixture
def kiriman(paket_terisi: Path) -> Path:
    """A submission as a participant makes it."""
    return write_submission(paket_terisi, "01_contoh", sekarang=JAM).berkas


def _rezip(asal: Path, tujuan: Path, ubah: dict[str, bytes | None]) -> Path:
    """The same zip with entries replaced, added or (None) left out."""
    with zipfile.ZipFile(asal) as masuk, zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as keluar:
        for nama in masuk.namelist():
            if nama not in ubah:
                keluar.writestr(nama, masuk.read(nama))
        for nama, data in ubah.items():
            if data is not None:
                keluar.writestr(nama, data)
    return tujuan


def _manifest(asal: Path, **ubah: object) -> bytes:
    with zipfile.ZipFile(asal) as masuk:
        return json.dumps(json.loads(masuk.read("manifest.json")) | ubah).encode()


def test_a_submission_comes_back_as_it_was_sent(paket_terisi: Path, kiriman: Path) -> None:
    isi = read_submission(kiriman, peserta="p001", latihan="01_contoh")

    assert kiriman.name == "p001__01_contoh__001.zip"
    assert isi.jawaban == (paket_terisi / "01_contoh" / "jawaban.json").read_bytes()
    assert isi.kasus == (paket_terisi / "01_contoh" / "kasus.json").read_bytes()
    assert (isi.nomor, isi.dibuat, isi.catatan) == (1, "2026-03-04T15:00:02+00:00", ())


def test_submissions_are_numbered_on_and_never_overwritten(paket_terisi: Path, tmp_path: Path) -> None:
    kotak = tmp_path / "kotak"
    kotak.mkdir()
    (kotak / submission_name("p001", "01_contoh", 4)).write_bytes(b"lama")
    satu = write_submission(paket_terisi, "01_contoh", kotak, sekarang=JAM)
    dua = write_submission(paket_terisi, "01_contoh", kotak, sekarang=JAM)

    assert (satu.nomor, dua.nomor, satu.terkirim) == (5, 6, True)
    assert (kotak / satu.berkas.name).read_bytes() == satu.berkas.read_bytes()
    assert (kotak / "p001__01_contoh__004.zip").read_bytes() == b"lama"
    assert last_submission(kotak, "p001", "01_contoh") == (6, kotak / "p001__01_contoh__006.zip")


def test_an_inbox_out_of_reach_loses_nothing(paket_terisi: Path, tmp_path: Path) -> None:
    hasil = write_submission(paket_terisi, "01_contoh", tmp_path / "jaringan" / "putus", sekarang=JAM)

    assert hasil.terkirim is False
    assert read_submission(hasil.berkas).jawaban is not None
    assert "kirim berkas itu kepada instruktur" in hasil.pesan


def test_nothing_answered_and_broken_answers_cannot_be_handed_in(paket: Path) -> None:
    with pytest.raises(BelumLengkap):
        write_submission(paket, "01_contoh", sekarang=JAM)
    (paket / "01_contoh" / "jawaban.json").write_text("{rusak", encoding="utf-8")
    with pytest.raises(JawabanTidakTerbaca):
        write_submission(paket, "01_contoh", sekarang=JAM)


def test_a_lost_notebook_does_not_keep_the_answer_from_being_handed_in(paket_terisi: Path) -> None:
    (paket_terisi / "01_contoh" / "01_contoh.ipynb").rename(paket_terisi / "01_contoh" / "01_contoh (1).ipynb")
    isi = read_submission(write_submission(paket_terisi, "01_contoh", sekarang=JAM).berkas)

    assert isi.jawaban is not None
    assert [kode for kode, _ in isi.catatan] == ["notebook-tidak-ada"]


@pytest.mark.parametrize("potong", [0, 1, 30, 400, -1, -30])
def test_a_truncated_zip_is_told(kiriman: Path, tmp_path: Path, potong: int) -> None:
    rusak = tmp_path / kiriman.name
    rusak.write_bytes(kiriman.read_bytes()[:potong])
    with pytest.raises(BerkasRusak) as galat:
        read_submission(rusak)

    assert galat.value.kode == "kiriman-rusak"
    assert kiriman.name in galat.value.pesan


def test_any_damaged_byte_is_told_or_harmless(kiriman: Path, tmp_path: Path) -> None:
    utuh = kiriman.read_bytes()
    jawaban = read_submission(kiriman).jawaban
    rusak = tmp_path / kiriman.name
    for tempat in range(0, len(utuh), 37):
        data = bytearray(utuh)
        data[tempat] ^= 0xFF
        rusak.write_bytes(data)
        try:
            isi = read_submission(rusak)
        except BerkasRusak:
            continue

        assert isi.jawaban in (jawaban, None)


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("../jahat.txt", "kiriman-jalur"),
        ("01_contoh/../../jahat.txt", "kiriman-jalur"),
        ("/etc/jahat", "kiriman-jalur"),
        ("C:/jahat.txt", "kiriman-jalur"),
        ("01_contoh\\..\\jahat.txt", "kiriman-jalur"),
        ("PAKET.json", "kiriman-nama-kembar"),
    ],
)
def test_names_that_leave_their_folder_are_refused(kiriman: Path, tmp_path: Path, nama: str, kode: str) -> None:
    with pytest.raises(BerkasRusak) as galat:
        read_submission(_rezip(kiriman, tmp_path / kiriman.name, {nama: b"x"}))

    assert galat.value.kode == kode


def test_the_same_name_twice_is_refused(kiriman: Path, tmp_path: Path) -> None:
    kembar = tmp_path / kiriman.name
    kembar.write_bytes(kiriman.read_bytes())
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(kembar, "a") as arsip:
        arsip.writestr("01_contoh/jawaban.json", "{}")
    with pytest.raises(BerkasRusak) as galat:
        read_submission(kembar)

    assert galat.value.kode == "kiriman-nama-kembar"


def test_a_link_is_refused(kiriman: Path, tmp_path: Path) -> None:
    tautan = tmp_path / kiriman.name
    tautan.write_bytes(kiriman.read_bytes())
    with zipfile.ZipFile(tautan, "a") as arsip:
        tanda = zipfile.ZipInfo("tautan")
        tanda.external_attr = (stat.S_IFLNK | 0o777) << 16
        arsip.writestr(tanda, "/etc/passwd")
    with pytest.raises(BerkasRusak) as galat:
        read_submission(tautan)

    assert galat.value.kode == "kiriman-tautan"


def test_a_zip_bomb_is_refused_before_it_unfolds(kiriman: Path, tmp_path: Path) -> None:
    bom = _rezip(kiriman, tmp_path / kiriman.name, {"01_contoh/jawaban.json": b"0" * (40 * 1024 * 1024)})
    assert bom.stat().st_size < 200_000
    with pytest.raises(BerkasRusak) as galat:
        read_submission(bom)

    assert galat.value.kode == "kiriman-terlalu-besar"


def test_many_files_are_refused(kiriman: Path, tmp_path: Path) -> None:
    with pytest.raises(BerkasRusak) as galat:
        read_submission(_rezip(kiriman, tmp_path / kiriman.name, {f"f{nomor}": b"" for nomor in range(60)}))

    assert galat.value.kode == "kiriman-terlalu-besar"


@pytest.mark.parametrize(
    "ubah",
    [
        {"versi": 9},
        {"peserta": 5},
        {"peserta": "../x"},
        {"latihan": None},
        {"nomor": 0},
        {"nomor": True},
        {"berkas": []},
        {"dibuat": 3},
    ],
)
def test_a_manifest_that_cannot_be_is_refused(kiriman: Path, tmp_path: Path, ubah: dict) -> None:
    palsu = _rezip(kiriman, tmp_path / kiriman.name, {"manifest.json": _manifest(kiriman, **ubah)})
    with pytest.raises(BerkasRusak) as galat:
        read_submission(palsu)

    assert galat.value.kode == "kiriman-manifes"


@pytest.mark.parametrize("isi", [None, b"", b"[]", b"{", b"[" * 50_000])
def test_a_missing_or_unreadable_manifest_is_refused(kiriman: Path, tmp_path: Path, isi: bytes | None) -> None:
    with pytest.raises(BerkasRusak) as galat:
        read_submission(_rezip(kiriman, tmp_path / kiriman.name, {"manifest.json": isi}))

    assert galat.value.kode == "kiriman-manifes"


def _zip_folder(folder: Path, tujuan: Path, awal: str = "") -> Path:
    with zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as arsip:
        for berkas in sorted(folder.rglob("*")):
            arsip.write(berkas, awal + berkas.relative_to(folder).as_posix())
    return tujuan


@pytest.mark.parametrize("awal", ["", "p001/", "Desktop/salinan p001/"])
def test_a_zip_somebody_made_of_the_whole_folder_is_read_for_what_it_holds(
    paket_terisi: Path, tmp_path: Path, awal: str
) -> None:
    write_submission(paket_terisi, "01_contoh", sekarang=JAM)  # an earlier one lies in kumpulan/ and travels along
    (paket_terisi / "kantor.ekin.db").write_bytes(os.urandom(9 * 1024 * 1024))
    (satu,) = read_incoming(_zip_folder(paket_terisi, tmp_path / "tugas saya.zip", awal))

    assert (satu.peserta, satu.latihan, satu.nomor) == ("p001", "01_contoh", 0)
    assert satu.jawaban == (paket_terisi / "01_contoh" / "jawaban.json").read_bytes()
    assert satu.kasus == (paket_terisi / "01_contoh" / "kasus.json").read_bytes()
    assert satu.dibuat == "2026-03-02T10:32:05+00:00"
    assert [kode for kode, _ in satu.catatan] == ["kiriman-tangan"]


def test_a_hand_made_zip_without_answers_or_without_a_package_is_told(paket: Path, tmp_path: Path) -> None:
    with pytest.raises(BerkasRusak, match="belum memuat satu jawaban"):
        read_incoming(_zip_folder(paket, tmp_path / "a.zip"))
    (paket / "paket.json").unlink()
    with pytest.raises(BerkasRusak, match="tombol Kumpulkan"):
        read_incoming(_zip_folder(paket, tmp_path / "b.zip"))


def test_the_mark_of_the_package_travels_in_the_manifest(paket_terisi: Path, tmp_path: Path) -> None:
    berkas = paket_terisi / "paket.json"
    berkas.write_text(json.dumps(json.loads(berkas.read_bytes()) | {"tanda": "ab12"}), encoding="utf-8")
    kiriman = write_submission(paket_terisi, "01_contoh", sekarang=JAM).berkas

    assert read_package(paket_terisi).tanda == "ab12"
    assert json.loads(_manifest(kiriman))["tanda"] == "ab12"
    assert read_submission(kiriman).tanda == "ab12"
    lama = _rezip(kiriman, tmp_path / kiriman.name, {"manifest.json": _manifest(kiriman, tanda=None)})
    assert read_submission(lama).tanda == "ab12", "the package inside says it as well"
    (satu,) = read_incoming(_zip_folder(paket_terisi, tmp_path / "tangan.zip"))
    assert satu.tanda == "ab12"


def test_a_submission_knows_when_it_was_packed_whatever_its_file_time(kiriman: Path, tmp_path: Path) -> None:
    os.utime(kiriman, (0, 0))

    assert submission_time(kiriman) == JAM
    (tmp_path / "rusak.zip").write_bytes(b"bukan zip")
    assert submission_time(tmp_path / "rusak.zip") is None


@pytest.mark.parametrize("isi", [b"", b"bukan zip", b"PK\x05\x06"])
def test_reasons_are_told_in_words_of_people_not_of_the_program(tmp_path: Path, isi: bytes) -> None:
    berkas = tmp_path / "p001__01_contoh__001.zip"
    berkas.write_bytes(isi)
    with pytest.raises(BerkasRusak) as galat:
        read_submission(berkas)

    assert "zip file" not in galat.value.pesan
    assert "(" not in galat.value.pesan


def test_a_submission_of_somebody_else_is_refused_when_asked_for(kiriman: Path) -> None:
    with pytest.raises(BerkasRusak, match="milik peserta “p001”"):
        read_submission(kiriman, peserta="p002")
    with pytest.raises(BerkasRusak, match="untuk latihan “01_contoh”"):
        read_submission(kiriman, latihan="02_lain")


def test_a_changed_answer_is_read_and_remarked(kiriman: Path, tmp_path: Path) -> None:
    isi = read_submission(_rezip(kiriman, tmp_path / kiriman.name, {"01_contoh/jawaban.json": b"{}"}))

    assert isi.jawaban == b"{}"
    assert [kode for kode, _ in isi.catatan] == ["berkas-berubah"]


def test_a_renamed_submission_is_known_by_its_manifest(kiriman: Path) -> None:
    ganti = kiriman.rename(kiriman.with_name("unduhan (1).zip"))
    isi = read_submission(ganti)

    assert (isi.peserta, isi.nomor) == ("p001", 1)
    assert [kode for kode, _ in isi.catatan] == ["nama-berkas-berubah"]


def test_a_package_of_somebody_else_inside_is_remarked(kiriman: Path, tmp_path: Path) -> None:
    isi = read_submission(_rezip(kiriman, tmp_path / kiriman.name, {"paket.json": b'{"peserta": "p999"}'}))

    assert [kode for kode, _ in isi.catatan] == ["berkas-berubah", "peserta-berbeda"]


def test_a_zip_made_by_hand_with_folders_and_line_ends_of_windows_is_read(kiriman: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(kiriman) as arsip:
        jawaban = arsip.read("01_contoh/jawaban.json").replace(b"\n", b"\r\n")
    tangan = _rezip(kiriman, tmp_path / kiriman.name, {"01_contoh/": b"", "01_contoh/jawaban.json": jawaban})

    assert read_submission(tangan).jawaban == jawaban


def test_what_is_not_a_zip_is_told(tmp_path: Path) -> None:
    for isi in (b"", b"bukan zip", io.BytesIO(b"PK\x03\x04" + b"\x00" * 60).getvalue()):
        berkas = tmp_path / "p001__01_contoh__001.zip"
        berkas.write_bytes(isi)
        with pytest.raises(BerkasRusak):
            read_submission(berkas)


def test_a_new_file_never_replaces_an_old_one(tmp_path: Path) -> None:
    write_new(tmp_path / "a", b"1")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", b"2")
    write_whole(tmp_path / "b", b"3")

    assert sorted((berkas.name, berkas.read_bytes()) for berkas in tmp_path.iterdir()) == [("a", b"1"), ("b", b"3")]
