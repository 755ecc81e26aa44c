"""Documents as PDF: what stands on them, who may have them, and texts that would rather be commands."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import emoji
import pypdf
import pytest

from simulator.domain.kepegawaian import Pegawai
from simulator.domain.penilaian import Evaluasi, Keberatan, PredikatOrganisasi
from simulator.domain.skp import IKI, SKP, Aspek, JenisRHK, Pendekatan, StatusSKP
from simulator.store import repository
from simulator.web.cetak import hasil, lembar, mesin
from simulator.web.cetak.kurva import kurva_pola
from simulator.web.cetak.teks import bersih
from simulator.workflow import actions
from simulator.workflow import cetak as naskah
from simulator.workflow.actor import Pelaku
from simulator.workflow.pak import bulan_terhitung
from tests.web.conftest import Peramban

KEPALA, KASUBAG, ADMIN, PERENCANA, SEBAGIAN = 1, 4, 7, 9, 13
TW4, TAHUNAN = 4, 5
TANDA = "SIMULASI PELATIHAN"


def teks_pdf(isi: bytes) -> str:
    """The text of every page; each must carry the watermark above what its foot says."""
    halaman = [satu.extract_text() for satu in pypdf.PdfReader(io.BytesIO(isi)).pages]
    assert all(satu.count(TANDA) >= 2 for satu in halaman), "every page carries the watermark and its foot"
    return " ".join(" ".join(halaman).replace("\u200b", "").split())


def cetak(peramban: Peramban, alamat: str) -> str:
    """The text of a PDF that this person may have."""
    jawab = peramban.get(alamat)
    assert jawab.status_code == 200, jawab.text[:2000]
    assert jawab.headers["content-type"] == "application/pdf"
    return teks_pdf(jawab.content)


def nama(peramban: Peramban, pegawai_id: int) -> str:
    with peramban.app.state.kantor.lihat() as connection:
        return repository.get(connection, Pegawai, pegawai_id).nama


def test_the_skp_of_a_functional_official_has_the_columns_of_ja_and_jf(peramban: Peramban) -> None:
    teks = cetak(peramban.jadi(PERENCANA), f"/cetak/skp/{PERENCANA}")

    assert nama(peramban, PERENCANA) in teks
    assert nama(peramban, KASUBAG) in teks
    for judul in ("SASARAN KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF", "YANG DIINTERVENSI", "ASPEK"):
        assert judul in teks
    assert "(6)" in teks
    assert "(7)" not in teks
    assert "A. UTAMA" in teks
    assert "B. TAMBAHAN" in teks
    assert "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026" in teks
    assert "Memegang teguh ideologi Pancasila" in teks
    assert "Anchor Tag" in teks


def test_the_skp_of_a_leader_has_perspektif_instead(peramban: Peramban) -> None:
    teks = cetak(peramban.jadi(KEPALA), f"/cetak/skp/{KEPALA}")

    assert "PERSPEKTIF" in teks
    assert "Penerima Layanan" in teks
    assert "DIINTERVENSI" not in teks
    assert "ASPEK" not in teks


def test_lampiran_and_matriks_show_what_they_hold(peramban: Peramban) -> None:
    peramban.jadi(KEPALA)
    lampiran = cetak(peramban, f"/cetak/lampiran/{KEPALA}")
    matriks = cetak(peramban, f"/cetak/matriks/{KEPALA}")

    for judul in ("DUKUNGAN SUMBER DAYA", "SKEMA PERTANGGUNGJAWABAN", "KONSEKUENSI"):
        assert judul in lampiran
    assert "Laporan khusus disampaikan saat ada kendala besar" in lampiran
    assert "Bagian 2 dari 2" in matriks, "seven RHK do not fit one page"
    for anggota in (2, 14, 46):
        assert nama(peramban, anggota) in matriks


def test_without_a_matrix_there_is_a_sentence(peramban: Peramban) -> None:
    jawab = peramban.jadi(PERENCANA).get(f"/cetak/matriks/{PERENCANA}")

    assert jawab.status_code == 409
    assert "Matriks Peran Hasil untuk SKP ini belum ada" in jawab.text


def test_the_evaluation_shows_realisasi_feedback_and_predikat(peramban: Peramban) -> None:
    teks = cetak(peramban.jadi(PERENCANA), f"/cetak/evaluasi/{PERENCANA}/{TW4}")

    assert "CAPAIAN KINERJA ORGANISASI: BAIK" in teks
    assert "Unit: Sekretariat" in teks, "a subbagian has no capaian of its own"
    assert "Frekuensi Pegawai" in teks
    assert "REALISASI BERDASARKAN" in teks
    assert "sumber data:" in teks
    assert "Pimpinan: " in teks
    assert "RATING HASIL KERJA: " in teks
    with peramban.app.state.kantor.lihat() as connection:
        rated = repository.find_one(connection, Evaluasi, skp_id=PERENCANA, periode_id=TW4)
    assert f"PREDIKAT KINERJA PEGAWAI: {rated.predikat.label.upper()}" in teks
    assert "Blok tanda tangan belum tampil" not in teks


def test_the_document_has_its_eight_sections_with_the_objection(peramban: Peramban) -> None:
    teks = cetak(peramban.jadi(SEBAGIAN), f"/cetak/dokumen/{SEBAGIAN}/{TAHUNAN}")

    for nomor, judul in enumerate(
        ("PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA", "ATASAN PEJABAT PENILAI KINERJA", "EVALUASI KINERJA",
         "CATATAN/REKOMENDASI", "KEBERATAN", "PENJELASAN", "KEPUTUSAN"), start=1,
    ):  # fmt: skip
        assert f"{nomor} {judul}" in teks
    assert "RATING" not in teks, "section 4 holds the organisation's result and the predikat only"
    assert nama(peramban, 2) in teks, "the assessor's superior"
    with peramban.app.state.kantor.lihat() as connection:
        rated = repository.find_one(connection, Evaluasi, skp_id=SEBAGIAN, periode_id=TAHUNAN)
        keberatan = repository.find_one(connection, Keberatan, evaluasi_id=rated.evaluasi_id)
    assert keberatan.alasan in teks
    assert "Belum diputus." in teks


def test_a_pak_converts_the_predikat_of_the_year(peramban: Peramban) -> None:
    teks = cetak(peramban.jadi(PERENCANA), f"/cetak/pak/{PERENCANA}")

    assert "12 ÷ 12 × 150% × 25,00 = 37,50" in teks, "Ahli Muda, Sangat Baik (Peraturan BKN 3/2023)"
    assert "Angka kredit kumulatif untuk kenaikan pangkat 100,00" in teks


def test_a_pak_is_for_functional_posts_only(peramban: Peramban) -> None:
    jawab = peramban.jadi(KASUBAG).get(f"/cetak/pak/{KASUBAG}")

    assert jawab.status_code == 409
    assert "Angka kredit hanya untuk pejabat fungsional" in jawab.text
    assert f"/cetak/pak/{KASUBAG}" not in peramban.get("/cetak").text


def test_months_are_counted_once_where_two_skp_meet() -> None:
    satu = bulan_terhitung(date(2026, 1, 1), date(2026, 3, 14))
    dua = bulan_terhitung(date(2026, 3, 15), date(2026, 12, 31))

    assert (satu, dua) == (2, 10)
    assert bulan_terhitung(date(2026, 3, 1), date(2026, 3, 14)) == 0


@pytest.mark.parametrize(
    "alamat",
    ["/cetak/9", "/cetak/skp/9", "/cetak/lampiran/9", "/cetak/matriks/1", "/cetak/evaluasi/9/4", "/cetak/dokumen/9/5",
     "/cetak/pak/9"],
)  # fmt: skip
def test_a_colleague_gets_nothing(peramban: Peramban, alamat: str) -> None:
    jawab = peramban.jadi(5).get(alamat)

    assert jawab.status_code == 403
    assert "milik pegawai lain" in jawab.text


def test_assessor_and_admin_may_print_and_find_it(peramban: Peramban) -> None:
    assert f'href="/cetak/{PERENCANA}"' in peramban.jadi(KASUBAG).get("/cetak").text
    assert "SASARAN KINERJA" in cetak(peramban, f"/cetak/skp/{PERENCANA}")

    milik = nama(peramban.jadi(ADMIN), PERENCANA)
    assert f'href="/cetak/{PERENCANA}"' in peramban.get("/cetak", params={"cari": milik.upper()}).text
    assert "Tidak ada SKP milik" in peramban.get("/cetak", params={"cari": "%"}).text
    assert f"/cetak/evaluasi/{PERENCANA}/{TAHUNAN}" in peramban.get(f"/cetak/{PERENCANA}").text


def test_search_is_for_admin_and_leadership_only(peramban: Peramban) -> None:
    halaman = peramban.jadi(KASUBAG).get("/cetak", params={"cari": nama(peramban, 31)}).text

    assert 'name="cari"' not in halaman
    assert 'href="/cetak/31"' not in halaman


def test_what_does_not_exist_is_told_in_words(peramban: Peramban) -> None:
    peramban.jadi(PERENCANA)

    assert peramban.get("/cetak/skp/99999999999999999999999").status_code == 404
    assert peramban.get(f"/cetak/evaluasi/{PERENCANA}/777").status_code == 404


def draf_baru(peramban: Peramban, pegawai_id: int, pendekatan: str = "kuantitatif") -> int:
    """A new Draft for the coming year; its number."""
    halaman = peramban.jadi(pegawai_id).kirim(
        "/skp/tambah", dari="/skp", periode_awal="2027-01-01", periode_akhir="2027-12-31", pendekatan=pendekatan
    )
    with peramban.app.state.kantor.lihat() as connection:
        ada = repository.find(connection, SKP, pegawai_id=pegawai_id, tahun=2027)
    assert len(ada) == 1, halaman.text[:2000]
    return ada[0].skp_id


def test_an_empty_draft_prints_without_signatures_and_without_evaluation(peramban: Peramban) -> None:
    skp_id = draf_baru(peramban, PERENCANA)

    for lembar_kosong in ("skp", "lampiran"):
        teks = cetak(peramban, f"/cetak/{lembar_kosong}/{skp_id}")
        assert "Blok tanda tangan belum tampil karena SKP masih Draft" in teks
        assert "Anchor Tag" not in teks
    jawab = peramban.get(f"/cetak/evaluasi/{skp_id}/{TW4}")
    assert jawab.status_code == 409
    assert "SKP ini masih Draft" in jawab.text
    assert "dicetak tanpa blok tanda tangan" in peramban.get("/cetak").text


def test_a_period_outside_the_skp_is_refused(peramban: Peramban) -> None:
    kantor = peramban.app.state.kantor
    periode = actions.tambah_periode(
        kantor, Pelaku.admin(ADMIN), nama="Triwulan I 2027", tahun=2027, tipe="triwulanan", angka=1,
        periode_awal=date(2027, 1, 1), periode_akhir=date(2027, 3, 31), batas_pengisian=date(2027, 4, 10),
    )  # fmt: skip

    jawab = peramban.jadi(PERENCANA).get(f"/cetak/evaluasi/{PERENCANA}/{periode.periode_id}")

    assert jawab.status_code == 409
    assert "di luar masa SKP ini" in jawab.text


def test_kualitatif_merges_indicator_and_target(peramban: Peramban) -> None:
    skp_id = draf_baru(peramban, KEPALA, "kualitatif")
    kantor, saya = peramban.app.state.kantor, Pelaku.pegawai(KEPALA)
    rhk = actions.tambah_rhk(kantor, saya, skp_id, teks_rhk="Membaiknya mutu layanan", perspektif="proses_bisnis")
    actions.tambah_iki(
        kantor, saya, rhk.rhk_id, aspek="kualitas", indikator="Warga menilai layanan lebih cepat", target="90 Persen"
    )

    teks = cetak(peramban, f"/cetak/skp/{skp_id}")

    assert "PENDEKATAN HASIL KERJA KUALITATIF" in teks
    assert "Ukuran keberhasilan/Indikator Kinerja Individu, Target, dan Perspektif" in teks
    assert "Warga menilai layanan lebih cepat – 90 Persen" in teks
    assert "(perspektif: Proses Bisnis)" in teks


JAHAT = (
    '#panic("x") #read("/etc/passwd") #sys.inputs $ \\ ` * _ <a> @b = /* // ]] ) " \' #import "@preview/x:1.0.0"',
    '"}, {"a": 1',
    "😀👨‍👩‍👧 🇮🇩 العربية 汉字 नमस्ते é̴̗͓",
    "nul\x00 lonceng\x07 lolos\x1b[31m \ud800 \u202eterbalik \ufeff\u2028\u2029",
    "baris\nbaris\r\n\n\n\tbaris",
    "A" * 1_000,
    "",
    "   ",
)


@pytest.mark.parametrize("pendekatan", list(Pendekatan))
@pytest.mark.parametrize("jahat", JAHAT, ids=range(len(JAHAT)))
def test_typed_text_is_never_markup(peramban: Peramban, jahat: str, pendekatan: Pendekatan) -> None:
    asli = naskah.naskah_evaluasi(peramban.app.state.kantor, Pelaku.pegawai(PERENCANA), PERENCANA, TW4)
    buruk = _racun(asli, jahat, pendekatan)

    for pola, isi in (
        ("skp", hasil.isi_skp(buruk.naskah)), ("lampiran", lembar.isi_lampiran(buruk.naskah)),
        ("evaluasi", hasil.isi_evaluasi(buruk)), ("dokumen", lembar.isi_dokumen(buruk)),
    ):  # fmt: skip
        lembar_jadi = mesin.pdf(pola, isi)
        assert len(pypdf.PdfReader(io.BytesIO(lembar_jadi)).pages) >= 1
        if jahat == JAHAT[0]:
            teks = teks_pdf(lembar_jadi)
            assert '#panic("x") #read("/etc/passwd")' in teks, "shown as it was typed"
            assert "root:" not in teks


def _racun(asli: naskah.NaskahEvaluasi, jahat: str, pendekatan: Pendekatan) -> naskah.NaskahEvaluasi:
    """The same evaluation with every typed text replaced."""
    skp, isi = asli.naskah.skp, asli.isi
    rhk = [
        replace(satu, teks=jahat, penugasan_dari=jahat,
                daftar_iki=tuple(replace(iki, indikator=jahat, target=jahat) for iki in satu.daftar_iki))
        for satu in skp.daftar_rhk
    ]  # fmt: skip
    rhk.append(replace(rhk[0], jenis=JenisRHK.TAMBAHAN, daftar_iki=()))
    skp = replace(
        skp, pendekatan=pendekatan, daftar_rhk=tuple(rhk),
        daftar_lampiran=tuple(replace(satu, teks=jahat) for satu in skp.daftar_lampiran),
        daftar_ekspektasi=tuple(replace(satu, teks=jahat) for satu in skp.daftar_ekspektasi),
        identitas_pegawai=replace(skp.identitas_pegawai, nama=jahat, jabatan=jahat, unit=jahat, pangkat=jahat),
    )  # fmt: skip
    return replace(
        asli, naskah=replace(asli.naskah, skp=skp, rhk_pimpinan=dict.fromkeys(asli.naskah.rhk_pimpinan, jahat)),
        pemberi=dict.fromkeys(asli.pemberi, jahat),
        isi=replace(
            isi, daftar_realisasi=tuple(replace(r, realisasi=jahat, sumber_data=jahat) for r in isi.daftar_realisasi),
            daftar_bukti=tuple(replace(b, nama_eviden=jahat) for b in isi.daftar_bukti),
            daftar_umpan=tuple(replace(u, teks=jahat) for u in isi.daftar_umpan),
            evaluasi=replace(isi.evaluasi, catatan=jahat),
        ),
    )  # fmt: skip


@pytest.mark.parametrize("pendekatan", list(Pendekatan))
def test_fifty_kilobytes_in_one_field_are_printed_to_the_end(peramban: Peramban, pendekatan: Pendekatan) -> None:
    asli = naskah.naskah_skp(peramban.app.state.kantor, Pelaku.pegawai(PERENCANA), PERENCANA)
    panjang = "kata " * 10_000 + "SELESAI"
    iki = IKI(1, 1, Aspek.KUANTITAS, panjang, "TARGETNYA")
    rhk = replace(asli.skp.daftar_rhk[0], teks=panjang, daftar_iki=(iki, iki))
    skp = replace(asli.skp, pendekatan=pendekatan, daftar_rhk=(rhk,))

    isi = mesin.pdf("skp", hasil.isi_skp(replace(asli, skp=skp)))

    teks = teks_pdf(isi)
    assert teks.count("SELESAI") == 3
    assert "TARGETNYA" in teks


def test_an_old_version_says_so(peramban: Peramban) -> None:
    asli = naskah.naskah_skp(peramban.app.state.kantor, Pelaku.pegawai(PERENCANA), PERENCANA)

    isi = hasil.isi_skp(replace(asli, skp=replace(asli.skp, status=StatusSKP.DIGANTI)))

    assert "tidak berlaku lagi" in isi["catatan"]


@pytest.mark.parametrize("organisasi", list(PredikatOrganisasi))
def test_the_curve_is_highest_where_the_pattern_says(organisasi: PredikatOrganisasi) -> None:
    kurva = kurva_pola(organisasi)
    puncak = kurva["tinggi"].index(max(kurva["tinggi"])) / (len(kurva["tinggi"]) - 1) * len(kurva["label"])

    assert int(puncak) == list(PredikatOrganisasi).index(organisasi), "both scales run from lowest to highest"


def test_a_long_word_may_break_and_a_hidden_sign_goes() -> None:
    assert bersih("https://contoh.go.id/" + "a" * 40).count("\u200b") == 61 // 8
    assert bersih("a\u202eb\x00c") == "abc"
    assert bersih("a\r\nb\tc") == "a\nb c"


def test_an_emoji_is_printed_as_its_name_where_the_fonts_have_no_picture() -> None:
    assert bersih("Bagus 👍🏽 sekali ✅ 🇮🇩 ❤️ ⭐") == (
        "Bagus [jempol ke atas warna kulit sedang] sekali [tanda centang putih tebal] [bendera indonesia] ❤ ⭐"
    )
    assert bersih("10 °C, 5 × 3 – 2 ≥ 1 → selesai") == "10 °C, 5 × 3 – 2 ≥ 1 → selesai"


def test_no_emoji_leaves_an_empty_box_on_paper(peramban: Peramban) -> None:
    """Glyph 0 of a font is the box that stands for what it lacks."""
    peramban.jadi(PERENCANA)
    isi = lembar.isi_lampiran(naskah.naskah_skp(peramban.app.state.kantor, Pelaku.pegawai(PERENCANA), PERENCANA))
    isi["daftar"] = [{"judul": "GAMBAR", "butir": [*emoji.EMOJI_DATA]}]
    halaman = pypdf.PdfReader(io.BytesIO(mesin.pdf("lampiran", isi))).pages
    tulisan = b"".join(satu.get_contents().get_data() for satu in halaman)

    assert len(halaman) > 10
    assert b"(\\000\\000" not in tulisan
