"""The mock drive: folders, documents, files, access, links, and the door that stays shut."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from simulator.domain.errors import DataTidakSah
from simulator.domain.pelaksanaan import Akses
from simulator.web import unggahan
from simulator.workflow import queries
from tests.web.conftest import _CSRF, Peramban

PEGAWAI, PENILAI, REKAN = 8, 3, 9
BUKTI, LEPAS = 8411, 8101  # one document is evidence, one is not
PDF = b"%PDF-1.7\n%contoh\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def _docx(*lain: str) -> bytes:
    kotak = io.BytesIO()
    with zipfile.ZipFile(kotak, "w") as arsip:
        for nama in ("[Content_Types].xml", "word/document.xml", *lain):
            arsip.writestr(nama, "<x/>")
    return kotak.getvalue()


def _isian(**lain: object) -> dict[str, str]:
    bawaan = {
        "nama": "laporan.pdf",
        "jenis": "Laporan",
        "tanggal": "2026-12-20",
        "folder": "2026/TW4",
        "akses": "penilai",
    }
    return {nama: str(nilai) for nama, nilai in (bawaan | lain).items()}


def _unggah(peramban: Peramban, berkas: str, isi: bytes, **lain: object):
    csrf = _CSRF.search(peramban.get("/drive").text)[1]
    return peramban.post(
        "/drive/simpan",
        data={"csrf": csrf, "kembali": "/drive", "sejak": "", **_isian(**lain)},
        files={"berkas": (berkas, isi, "application/octet-stream")},
    )


def _dokumen(peramban: Peramban, nama: str):
    semua = queries.daftar_dokumen(peramban.app.state.kantor, PEGAWAI)
    return next((satu for satu in semua if satu.nama == nama), None)


def test_folders_lead_to_their_documents(peramban: Peramban) -> None:
    atas = peramban.jadi(PEGAWAI).get("/drive").text
    assert 'href="/drive?folder=2026"' in atas
    assert "laporan" not in atas

    dalam = peramban.get("/drive?folder=2026/TW4/RHK-01").text
    assert "2026_TW4_RHK01_IKI-KN_rekap-cuti" in dalam
    assert "2 indikator" in dalam
    assert "TW1_RHK01_IKI-KN_rekap" not in dalam
    assert "Tidak ada dokumen" in peramban.get("/drive?cari=tidakada").text
    assert "sertifikat webinar.pdf" in peramban.get("/drive?cari=webinar").text


def test_a_document_without_a_file_is_kept_with_what_it_says(peramban: Peramban) -> None:
    halaman = peramban.jadi(PEGAWAI).kirim("/drive/simpan", dari="/drive", **_isian(isi_ringkas="Rekap <b>cuti</b>"))
    assert "disimpan" in halaman.text

    dokumen = _dokumen(peramban, "laporan.pdf")
    assert (dokumen.folder, dokumen.akses) == ("2026/TW4", Akses.PENILAI)
    assert "Rekap &lt;b&gt;cuti&lt;/b&gt;" in peramban.get(f"/drive/buka/{dokumen.dokumen_id}").text
    jawab = peramban.get(f"/drive/buka/{dokumen.dokumen_id}/unduh")
    assert jawab.status_code == 404
    assert "tidak punya berkas" in jawab.text


@pytest.mark.parametrize(
    ("isian", "kalimat"),
    [
        ({"folder": "../../etc"}, "Folder ditulis seperti"),
        ({"folder": "2026//TW4"}, "Folder ditulis seperti"),
        ({"folder": "C:\\Users"}, "Folder ditulis seperti"),
        ({"nama": "../rahasia.pdf"}, "tidak boleh memuat garis miring"),
        ({"nama": ""}, "masih kosong"),
        ({"tanggal": "2027-06-01"}, "belum tiba"),
        ({"akses": "semua"}, "dari daftarnya"),
    ],
)
def test_what_is_wrong_with_a_document_is_said_and_kept(peramban: Peramban, isian: dict, kalimat: str) -> None:
    banyak = len(queries.daftar_dokumen(peramban.app.state.kantor, PEGAWAI))
    halaman = peramban.jadi(PEGAWAI).kirim("/drive/simpan", dari="/drive", **_isian(**isian))

    assert kalimat in halaman.text
    assert "open data-terbuka" in halaman.text
    assert len(queries.daftar_dokumen(peramban.app.state.kantor, PEGAWAI)) == banyak


def test_a_file_goes_in_and_only_comes_out_as_a_download(peramban: Peramban) -> None:
    halaman = _unggah(peramban.jadi(PEGAWAI), "Laporan “akhir” ü.pdf", PDF, nama="")
    assert "disimpan" in halaman.text
    dokumen = _dokumen(peramban, "Laporan “akhir” ü.pdf")

    jawab = peramban.get(f"/drive/buka/{dokumen.dokumen_id}/unduh")

    assert jawab.content == PDF
    assert jawab.headers["content-type"] == "application/pdf"
    assert jawab.headers["content-disposition"].startswith("attachment; ")
    assert jawab.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in jawab.headers["content-security-policy"]


def test_two_files_of_the_same_kind_and_day_are_not_taken_for_one(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    for nama, isi in (("a.pdf", PDF), ("b.pdf", PDF + b"lain"), ("c.pdf", PDF)):
        _unggah(peramban, nama, isi, nama=nama)
    a, b, c = (_dokumen(peramban, nama).sidik for nama in ("a.pdf", "b.pdf", "c.pdf"))

    assert a != b
    assert a == c, "the same content is the same content"


@pytest.mark.parametrize(
    ("nama", "isi", "kode"),
    [
        ("gambar.pdf", PNG, "isi-berkas-tidak-sesuai"),
        ("halaman.txt", b"\0\1\2", "isi-berkas-tidak-sesuai"),
        ("arsip.docx", b"PK\x03\x04 hanya arsip", "isi-berkas-tidak-sesuai"),
        ("makro.docx", _docx("word/vbaProject.bin"), "isi-berkas-tidak-sesuai"),
        ("tabel.xlsx", _docx(), "isi-berkas-tidak-sesuai"),
        ("halaman.html", b"<script>", "jenis-berkas-ditolak"),
        ("tanpaakhiran", PDF, "jenis-berkas-ditolak"),
        ("foto\u202egpj.exe", PNG, "jenis-berkas-ditolak"),
        ("kosong.pdf", b"", "berkas-kosong"),
        ("../../etc/passwd.pdf", PDF, "nama-berkas-tidak-aman"),
        ("C:\\fakepath\\a.pdf", PDF, "nama-berkas-tidak-aman"),
        ("besar.pdf", PDF + b"0" * unggahan.TERBESAR, "berkas-terlalu-besar"),
    ],
)
def test_files_that_are_not_what_they_say_are_refused(nama: str, isi: bytes, kode: str) -> None:
    with pytest.raises(DataTidakSah) as galat:
        unggahan.periksa_berkas(nama, isi)
    assert galat.value.kode == kode


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("a.pdf", PDF),
        ("a.PNG", PNG),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.docx", _docx()),
        ("a.txt", "Catatan – ü\r\n".encode()),
    ],
)
def test_ordinary_files_are_taken(nama: str, isi: bytes) -> None:
    assert unggahan.periksa_berkas(nama, isi).isi == isi


def test_names_become_harmless() -> None:
    assert unggahan.nama_aman('a<b>"c".pdf') == "a_b__c_.pdf"
    assert unggahan.nama_aman("CON.pdf") == "_CON.pdf"
    assert len(unggahan.nama_aman("x" * 500 + ".pdf")) == unggahan.NAMA_MAKS
    assert "\n" not in unggahan.kepala_unduh('a"\r\nb.pdf')["Content-Disposition"]


def test_a_file_of_another_kind_than_the_name_says_is_refused_and_nothing_is_kept(peramban: Peramban) -> None:
    halaman = _unggah(peramban.jadi(PEGAWAI), "foto.png", PNG, nama="laporan.pdf")

    assert "Samakan akhirannya" in halaman.text
    assert _dokumen(peramban, "laporan.pdf") is None
    assert "2 MB" in _unggah(peramban, "besar.pdf", PDF + b"0" * unggahan.TERBESAR, nama="").text


def test_a_body_larger_than_any_form_is_not_even_read(peramban: Peramban) -> None:
    jawab = _unggah(peramban.jadi(PEGAWAI), "besar.pdf", PDF + b"0" * (9 * 1024 * 1024), nama="")

    assert jawab.status_code == 413
    assert "terlalu besar" in jawab.text


def test_files_have_a_limit_together_and_deleted_ones_make_room(peramban: Peramban, monkeypatch) -> None:
    monkeypatch.setattr(unggahan, "JATAH", 2 * len(PDF))
    peramban.jadi(PEGAWAI)
    for nama in ("a.pdf", "b.pdf"):
        _unggah(peramban, nama, PDF, nama=nama)
    assert "bersama-sama paling besar" in _unggah(peramban, "c.pdf", PDF, nama="c.pdf").text

    peramban.kirim(f"/drive/{_dokumen(peramban, 'a.pdf').dokumen_id}/hapus", dari="/drive")

    assert "disimpan" in _unggah(peramban, "c.pdf", PDF, nama="c.pdf").text
    assert peramban.get(f"/drive/buka/{_dokumen(peramban, 'b.pdf').dokumen_id}/unduh").content == PDF


def test_a_name_and_a_folder_change_but_the_link_does_not(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    sebelum = peramban.get(f"/drive/{BUKTI}").text
    halaman = peramban.kirim(
        f"/drive/{BUKTI}/nama", dari=f"/drive/{BUKTI}", nama="rekap.xlsx", folder="/2026/arsip/"
    ).text

    assert 'value="drive://dokumen/8411"' in sebelum
    assert 'value="drive://dokumen/8411"' in halaman
    assert _dokumen(peramban, "rekap.xlsx").folder == "2026/arsip"


def test_a_shut_document_meets_the_assessor_with_akses_ditolak(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI).kirim(f"/drive/{BUKTI}/akses", dari=f"/drive/{BUKTI}", akses="pribadi")
    dicoba = peramban.get(f"/drive/buka/{BUKTI}?sebagai=penilai")
    ditemui = peramban.jadi(PENILAI).get(f"/drive/buka/{BUKTI}")

    for jawab in (dicoba, ditemui):
        assert jawab.status_code == 403
        assert "<h1>Akses Ditolak</h1>" in jawab.text
        assert "Dibatasi (hanya pemilik)" in jawab.text
        assert "Unduh" not in jawab.text
    assert peramban.get(f"/drive/buka/{BUKTI}/unduh").status_code == 403

    peramban.jadi(PEGAWAI).kirim(f"/drive/{BUKTI}/akses", dari=f"/drive/{BUKTI}", akses="penilai")
    assert "Dapat dibuka. Beginilah Albert Tampubolon" in peramban.get(f"/drive/buka/{BUKTI}?sebagai=penilai").text
    assert peramban.jadi(PENILAI).get(f"/drive/buka/{BUKTI}").status_code == 200
    assert peramban.jadi(REKAN).get(f"/drive/buka/{BUKTI}").status_code == 403


def test_without_a_login_only_public_documents_open(peramban: Peramban) -> None:
    rahasia = _dokumen(peramban, "sertifikat webinar.pdf").nama
    ditolak = peramban.get(f"/drive/buka/{LEPAS}")
    assert ditolak.status_code == 403
    assert rahasia not in ditolak.text
    assert "Masuk dahulu" in ditolak.text
    assert peramban.get("/drive/buka/424242").status_code == 403, "nor is it told which documents exist"
    assert peramban.get(f"/drive/{LEPAS}", follow_redirects=False).status_code == 303

    peramban.jadi(PEGAWAI).kirim(f"/drive/{LEPAS}/akses", dari=f"/drive/{LEPAS}", akses="publik")
    peramban.kirim("/keluar", dari="/drive")

    assert rahasia in peramban.get(f"/drive/buka/{LEPAS}").text


def test_an_expired_session_opens_nothing_of_its_owner(peramban: Peramban, monkeypatch) -> None:
    peramban.jadi(PEGAWAI)
    monkeypatch.setattr("simulator.web.sesi.DIAM", -1.0)

    assert peramban.get(f"/drive/buka/{LEPAS}").status_code == 403


def test_another_persons_document_cannot_be_managed(peramban: Peramban) -> None:
    peramban.jadi(PENILAI)
    assert peramban.get(f"/drive/{BUKTI}").status_code == 403
    assert peramban.get(f"/drive/buka/{BUKTI}?sebagai=penilai").status_code == 403
    for akhiran, isian in (("nama", {"nama": "x.pdf"}), ("akses", {"akses": "publik"}), ("hapus", {})):
        jawab = peramban.kirim(f"/drive/{BUKTI}/{akhiran}", dari="/drive", **isian)
        assert "milik pegawai lain" in jawab.text or "drive pegawai lain" in jawab.text
    peramban.jadi(PEGAWAI)
    assert "2026_TW4_RHK01_IKI-KN_rekap-cuti" in peramban.get(f"/drive/{BUKTI}").text


def test_evidence_is_not_deleted_and_anything_else_comes_back(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    assert "Hapus Dokumen" not in peramban.get(f"/drive/{BUKTI}").text
    assert "masih menjadi bukti dukung" in peramban.kirim(f"/drive/{BUKTI}/hapus", dari=f"/drive/{BUKTI}").text

    _unggah(peramban, "sementara.pdf", PDF, nama="sementara.pdf")
    nomor_dokumen = _dokumen(peramban, "sementara.pdf").dokumen_id
    halaman = peramban.kirim(f"/drive/{nomor_dokumen}/hapus", dari=f"/drive/{nomor_dokumen}")
    assert _dokumen(peramban, "sementara.pdf") is None
    nomor, peran = re.search(r'name="nomor" value="(\d+)".*?name="peran" value="(\w+)"', halaman.text, re.S).groups()
    peramban.kirim("/urungkan", dari="/drive", nomor=nomor, peran=peran)

    assert peramban.get(f"/drive/buka/{nomor_dokumen}/unduh").content == PDF, "the file comes back with its document"
