"""The list of participants: what offices send, row by row."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from instructor.course.daftar import DaftarPeserta, read_daftar
from instructor.course.roster import Peserta, read_roster, safe_id, write_roster
from simulator.domain.errors import BerkasRusak, DataTidakSah, TidakDitemukan

NIP = "198001012005012901"


def from_csv(tmp_path: Path, isi: str, encoding: str = "utf-8") -> DaftarPeserta:
    berkas = tmp_path / "daftar.csv"
    berkas.write_bytes(isi.encode(encoding))
    return read_daftar(berkas)


def from_xlsx(tmp_path: Path, baris: list[list[object]]) -> DaftarPeserta:
    buku = Workbook()
    for satu in baris:
        buku.active.append(satu)
    buku.save(tmp_path / "daftar.xlsx")
    return read_daftar(tmp_path / "daftar.xlsx")


def kode(daftar: DaftarPeserta) -> list[tuple[int, str]]:
    return [(satu.baris, satu.kode) for satu in daftar.masalah]


def test_names_keep_their_titles_and_commas(tmp_path: Path) -> None:
    daftar = from_csv(tmp_path, f'nama,nip,unit\n"dr. Siti Contoh 01, S.Ked., M.M.",{NIP},Puskesmas Kota\n')

    assert daftar.peserta == (Peserta("siti-contoh-01", "dr. Siti Contoh 01, S.Ked., M.M.", NIP, "Puskesmas Kota"),)
    assert daftar.masalah == ()


def test_unquoted_titles_in_a_comma_file_are_put_together_and_told(tmp_path: Path) -> None:
    daftar = from_csv(tmp_path, f"nama,nip,unit\nBudi Contoh 02, S.E., M.M.,{NIP},Sekretariat\n")

    assert daftar.peserta[0].nama == "Budi Contoh 02, S.E., M.M."
    assert daftar.peserta[0].nip == NIP
    assert kode(daftar) == [(2, "nama-berkoma")]


def test_unquoted_commas_that_cannot_be_placed_are_refused_with_the_row(tmp_path: Path) -> None:
    daftar = from_csv(tmp_path, "nama,unit\nBudi Contoh 02, S.E.,Sekretariat\n")

    assert kode(daftar) == [(2, "kolom-lebih")]
    assert daftar.galat


def test_extra_columns_of_the_office_are_ignored(tmp_path: Path) -> None:
    daftar = from_csv(tmp_path, f"No;Nama;NIP;Unit Kerja;Golongan\n1;Ani Contoh 03;{NIP};Sekretariat;III/a\n")

    assert daftar.peserta[0].unit == "Sekretariat"
    assert daftar.masalah == ()


@pytest.mark.parametrize("nilai", [1.98001012005012e17, "1,98E+17", "1.98001E+17", 198001012005012901])
def test_a_nip_read_as_a_number_is_found_with_its_row(tmp_path: Path, nilai: object) -> None:
    daftar = from_xlsx(tmp_path, [["Nama", "NIP", "Unit"], ["Ani Contoh 03", nilai, "Sekretariat"]])

    assert kode(daftar) == [(2, "nip-angka")]
    assert "Baris 2" in str(daftar.galat[0])
    assert "Teks" in str(daftar.galat[0])


def test_a_lost_nip_is_explained_without_the_number_of_the_spreadsheet(tmp_path: Path) -> None:
    daftar = from_xlsx(tmp_path, [["Nama", "NIP"], ["Ani Contoh 03", 1.98502e17]])

    assert "angka-angka terakhirnya" in str(daftar.galat[0])
    assert "E+" not in str(daftar.galat[0])


def test_a_unit_that_looks_like_a_formula_stays_as_it_was_typed_and_is_told(tmp_path: Path) -> None:
    daftar = from_xlsx(tmp_path, [["Nama", "NIP", "Unit"], ["Ani Contoh", NIP, "=1+1"], ["Budi", None, "Sekretariat"]])

    assert [satu.unit for satu in daftar.peserta] == ["=1+1", "Sekretariat"]
    assert kode(daftar) == [(2, "rumus")]
    assert "Unit" in str(daftar.masalah[0])
    assert not daftar.galat


def test_a_nip_with_spaces_is_tidied(tmp_path: Path) -> None:
    daftar = from_xlsx(tmp_path, [["Nama", "NIP"], ["Ani Contoh 03", "19800101 200501 2 901"]])

    assert daftar.peserta[0].nip == NIP
    assert kode(daftar) == [(2, "nip-dirapikan")]


def test_a_nip_of_the_wrong_length_is_refused(tmp_path: Path) -> None:
    assert kode(from_csv(tmp_path, f"nama;nip\nAni Contoh;{NIP[:-1]}\n")) == [(2, "nip-panjang")]


def test_doubles_are_found_by_nip_by_id_and_by_name(tmp_path: Path) -> None:
    daftar = from_csv(
        tmp_path,
        "nama;nip;id;unit\n"
        f"Ani Contoh;{NIP};;A\nAni Lagi;{NIP};;A\n"
        "Budi Contoh;;b1;A\nBudi Lain;;B1;A\n"
        "Cici Contoh;;;A\nCici Contoh;;;A\nCici Contoh;;;B\n",
    )

    assert kode(daftar) == [(3, "nip-ganda"), (5, "id-ganda"), (7, "nama-ganda")]
    assert [satu.id for satu in daftar.peserta] == ["ani-contoh", "b1", "cici-contoh", "cici-contoh-2"]


def test_empty_rows_and_title_rows_above_the_table_do_not_matter(tmp_path: Path) -> None:
    daftar = from_xlsx(
        tmp_path,
        [["DAFTAR PESERTA BIMTEK"], [], ["No", "Nama Lengkap", "NIP"], [1, "Ani Contoh", NIP], [], [2, "Budi", None]],
    )

    assert [satu.nama for satu in daftar.peserta] == ["Ani Contoh", "Budi"]
    assert kode(daftar) == [(5, "baris-kosong")]


@pytest.mark.parametrize(
    "judul",
    [
        ["Nama", "N I P", "Unit"],
        ["NAMA", "NIP.", "Perangkat Daerah"],
        ["Nama Peserta Bimtek", "NIP Baru", "SKPD"],
        ["Nama (dengan gelar) *", "NIP/NIPPPK", "OPD/Unit Kerja"],
        ["NAMA ASN :", "NIP (18 digit)", "Asal Instansi"],
    ],
)
def test_headings_are_read_as_offices_write_them(tmp_path: Path, judul: list[object]) -> None:
    daftar = from_xlsx(tmp_path, [judul, ["Ani Contoh 01", NIP, "Sekretariat"]])

    assert daftar.peserta == (Peserta("ani-contoh-01", "Ani Contoh 01", NIP, "Sekretariat"),)
    assert daftar.masalah == ()


def test_a_column_that_is_not_recognised_is_told_instead_of_lost(tmp_path: Path) -> None:
    daftar = from_xlsx(tmp_path, [["No", "Nama", "Identitas", "Tempat"], [1, "Ani Contoh 01", NIP, "Sekretariat"]])

    assert kode(daftar) == [(0, "tanpa-kolom-nip"), (0, "tanpa-kolom-unit")]
    assert "“Identitas”, “Tempat”" in str(daftar.masalah[0])


@pytest.mark.parametrize("nomor", [["1", "2", "3", "4"], [1, 2, 3, 4], ["(1)", "(2)", "(3)", "(4)"]])
def test_the_row_that_numbers_the_columns_is_no_participant(tmp_path: Path, nomor: list[object]) -> None:
    daftar = from_xlsx(tmp_path, [["No", "Nama", "NIP", "Unit Kerja"], nomor, [1, "Ani Contoh 01", NIP, "Sekretariat"]])

    assert [satu.nama for satu in daftar.peserta] == ["Ani Contoh 01"]


def test_headings_in_two_rows_are_read_together(tmp_path: Path) -> None:
    daftar = from_xlsx(
        tmp_path,
        [
            ["No", "Nama", "Kepegawaian", None],
            [None, None, "NIP", "Unit Kerja"],
            [1, "Ani Contoh 01", NIP, "Sekretariat"],
        ],
    )

    assert daftar.peserta == (Peserta("ani-contoh-01", "Ani Contoh 01", NIP, "Sekretariat"),)
    assert daftar.masalah == ()


def test_a_note_beside_the_table_of_a_workbook_does_not_spoil_its_row(tmp_path: Path) -> None:
    daftar = from_xlsx(tmp_path, [["Nama", "NIP"], ["Ani Contoh 01, S.E.", NIP, None, "lihat surat tugas"]])

    assert [satu.nama for satu in daftar.peserta] == ["Ani Contoh 01, S.E."]
    assert daftar.galat == ()


def test_thousands_of_empty_rows_below_the_table_say_nothing(tmp_path: Path) -> None:
    daftar = from_xlsx(tmp_path, [["Nama", "NIP"], ["Ani Contoh 01", NIP], *([[" "]] * 3000)])

    assert len(daftar.peserta) == 1
    assert daftar.masalah == ()


def test_the_sheet_with_the_list_is_found_and_other_lists_are_told(tmp_path: Path) -> None:
    buku = Workbook()
    buku.active.append(["Petunjuk pengisian"])
    for nama, orang in (("Arsip", "Lama 09"), ("Angkatan I", "Ani 01"), ("Angkatan II", "Budi 02")):
        lembar = buku.create_sheet(nama)
        lembar.append(["Nama", "NIP"])
        lembar.append([orang, NIP])
    buku["Arsip"].sheet_state = "hidden"
    buku.save(tmp_path / "daftar.xlsx")
    daftar = read_daftar(tmp_path / "daftar.xlsx")

    assert [satu.nama for satu in daftar.peserta] == ["Ani 01"]
    assert kode(daftar) == [(0, "lembar-lain")]
    assert "“Angkatan II”" in str(daftar.masalah[0])
    assert "Arsip" not in str(daftar.masalah[0])


def test_a_workbook_with_a_wrong_size_written_in_it_is_read_whole(tmp_path: Path) -> None:
    from_xlsx(tmp_path, [["Nama", "NIP"], ["Ani Contoh 01", NIP]])
    with zipfile.ZipFile(tmp_path / "daftar.xlsx") as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    lembar = "xl/worksheets/sheet1.xml"
    isi[lembar] = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', isi[lembar])
    with zipfile.ZipFile(tmp_path / "ekspor.xlsx", "w") as arsip:
        for nama, data in isi.items():
            arsip.writestr(nama, data)

    assert [satu.nip for satu in read_daftar(tmp_path / "ekspor.xlsx").peserta] == [NIP]


@pytest.mark.parametrize("nip", [f"NIP. {NIP}", f"\u200f{NIP}\u200b", f"'{NIP}"])
def test_a_nip_with_its_name_or_unseen_letters_is_a_nip(tmp_path: Path, nip: str) -> None:
    assert from_xlsx(tmp_path, [["Nama", "NIP"], ["Ani Contoh 01", nip]]).peserta[0].nip == NIP


def test_a_name_is_not_turned_around_by_letters_nobody_sees(tmp_path: Path) -> None:
    assert from_xlsx(tmp_path, [["Nama"], ["\u202eAni Contoh 01"]]).peserta[0].nama == "Ani Contoh 01"


def test_unicode_text_of_excel_is_read(tmp_path: Path) -> None:
    daftar = from_csv(tmp_path, f"Nama\tNIP\nAni Contoh 01, S.E.\t{NIP}\n", "utf-16")

    assert [(satu.nama, satu.nip) for satu in daftar.peserta] == [("Ani Contoh 01, S.E.", NIP)]


@pytest.mark.parametrize("panjang", [1, 200_000])
def test_a_quotation_mark_that_is_never_closed_swallows_nobody(tmp_path: Path, panjang: int) -> None:
    isi = f'Nama;NIP;Unit\nAni;{NIP};A\n"Budi;;B\nCici;;{"x" * panjang}\n'
    with pytest.raises(BerkasRusak, match="baris 3: tanda kutip"):
        from_csv(tmp_path, isi)


@pytest.mark.parametrize("nama", ["daftar.xls", "daftar.xlsx"])
def test_an_old_or_locked_workbook_says_how_to_save_it(tmp_path: Path, nama: str) -> None:
    (tmp_path / nama).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    with pytest.raises(BerkasRusak, match="simpan sebagai .xlsx"):
        read_daftar(tmp_path / nama)


def test_a_row_without_a_name_is_told(tmp_path: Path) -> None:
    assert kode(from_csv(tmp_path, f"nama;nip\n;{NIP}\n")) == [(2, "nama-kosong")]


def test_a_column_nip_may_hold_an_id(tmp_path: Path) -> None:
    daftar = from_xlsx(tmp_path, [["Nama", "NIP/Id"], ["Ani Contoh", "PTT-07"], ["Budi Contoh", 12]])

    assert [(satu.id, satu.nip) for satu in daftar.peserta] == [("ptt-07", ""), ("peserta-12", "")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_encodings_of_excel_are_read(tmp_path: Path, encoding: str) -> None:
    assert from_csv(tmp_path, "nama\tunit\nAné Contoh\tA\n", encoding).peserta[0].nama == "Ané Contoh"


def test_a_list_without_names_says_which_headings_it_needs(tmp_path: Path) -> None:
    with pytest.raises(DataTidakSah, match="Nama, NIP"):
        from_csv(tmp_path, "a;b\n1;2\n")


def test_a_damaged_workbook_is_told(tmp_path: Path) -> None:
    (tmp_path / "daftar.xlsx").write_bytes(b"PK\x03\x04 rusak")
    with pytest.raises(BerkasRusak, match="simpan ulang"):
        read_daftar(tmp_path / "daftar.xlsx")


def test_a_missing_list_is_told(tmp_path: Path) -> None:
    with pytest.raises(TidakDitemukan):
        read_daftar(tmp_path / "tidak-ada.csv")


@pytest.mark.parametrize(
    ("teks", "aman"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "peserta-con"),
        ("123", "peserta-123"),
        ("...", "peserta"),
        ("Ané  Ünal__x", "ane-unal-x"),
        ("Łukasz Ørsted Đoković", "lukasz-orsted-dokovic"),
        ("Straße Æsir", "strasse-aesir"),
        ("a" * 90, "a" * 40),
    ],
)
def test_ids_are_safe_for_folders_on_every_system(teks: str, aman: str) -> None:
    assert safe_id(teks) == aman


def test_people_keep_their_id_when_the_list_is_read_again_in_another_order(tmp_path: Path) -> None:
    lama = from_csv(tmp_path, "nama;unit\nSama Nama;A\nSama Nama;B\n").peserta
    berkas = tmp_path / "daftar.csv"
    berkas.write_text("nama;unit\nSama Nama;B\nSama Nama;A\nSama Nama;C\n", encoding="utf-8")
    baru = read_daftar(berkas, lama).peserta

    assert {satu.unit: satu.id for satu in baru} == {"A": "sama-nama", "B": "sama-nama-2", "C": "sama-nama-3"}


def test_the_roster_of_the_class_comes_back_as_it_was_written(tmp_path: Path) -> None:
    peserta = (Peserta("siti", 'Siti "Ti", S.E.; M.M.', NIP, "Unit; A"), Peserta("budi", "=1+1", "", ""))
    write_roster(tmp_path / "peserta.csv", peserta)

    assert read_roster(tmp_path / "peserta.csv") == peserta


def test_a_roster_with_an_unsafe_id_is_refused(tmp_path: Path) -> None:
    write_roster(tmp_path / "peserta.csv", [Peserta("../luar", "Ani", "", "")])
    with pytest.raises(BerkasRusak, match="tidak aman"):
        read_roster(tmp_path / "peserta.csv")


def test_a_roster_resaved_by_a_spreadsheet_is_told(tmp_path: Path) -> None:
    write_roster(tmp_path / "peserta.csv", [Peserta("ani", "Ani Contoh", "1,98001E+17", "")])
    with pytest.raises(BerkasRusak, match="Excel"):
        read_roster(tmp_path / "peserta.csv")


@given(st.text(max_size=80))
def test_whatever_is_typed_becomes_a_name_that_packages_accept(teks: str) -> None:
    from exercises.kit.package import safe_name

    aman = safe_id(teks)

    assert safe_name(aman, "Id") == aman
    assert safe_id(aman) == aman
    assert "__" not in aman
