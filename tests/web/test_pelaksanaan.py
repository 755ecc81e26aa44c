"""An employee's own work in one period: plan, daily log, evidence, realisation, result, objection."""

from __future__ import annotations

import re
from datetime import date

import pytest

from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.menunggu import menunggu
from tests.web.conftest import Peramban

#: One employee with an approved SKP, its assessor, a stranger; the year is open, the fourth quarter is locked.
PEGAWAI, SKP, PENILAI, ORANG_LAIN, ADMIN = 8, 8, 3, 9, 7
TAHUNAN, TW4 = 5, 4
RHK, IKI, DOKUMEN = 81, 811, 8411
LEMBAR = f"/skp/{SKP}/penilaian/{TAHUNAN}"
TERKUNCI = f"/skp/{SKP}/penilaian/{TW4}"


def _isi(peramban: Peramban, periode_id: int = TAHUNAN) -> queries.IsiPeriode:
    return queries.isi_periode(peramban.app.state.kantor, SKP, periode_id)


def _rencana(peramban: Peramban) -> int:
    """A rencana aksi for the first RHK, written through the page."""
    halaman = peramban.kirim(
        f"{LEMBAR}/rencana_aksi/{RHK}/tambah", dari=f"{LEMBAR}/rencana_aksi", deskripsi="Merekap cuti", target="1 Rekap"
    )
    assert "Rencana aksi ditambahkan." in halaman.text
    return _isi(peramban).daftar_rencana[-1].rencana_id


def _progres(**lain: object) -> dict[str, object]:
    return {
        "tanggal": "2026-12-10",
        "jam_mulai": "08:00",
        "jam_selesai": "09:30",
        "kegiatan": "Memeriksa surat cuti",
        "realisasi_activity": 3,
        "satuan": "Berkas",
        "bukti_eviden": "",
    } | lain


def test_the_list_says_which_period_is_open_and_which_result_is_there(peramban: Peramban) -> None:
    halaman = peramban.jadi(PEGAWAI).get(f"/skp/{SKP}/penilaian").text

    baris = dict(re.findall(r"<strong>([^<]+)</strong></a>(.*?)</tr>", halaman, re.S))
    assert list(baris) == [
        "Triwulan I 2026",
        "Triwulan II 2026",
        "Triwulan III 2026",
        "Triwulan IV 2026",
        "Tahunan 2026",
    ]
    assert ">Terkunci<" in baris["Triwulan IV 2026"]
    assert "10 Januari 2027" in baris["Triwulan IV 2026"]
    assert ">Terbuka<" in baris["Tahunan 2026"]
    assert "31 Januari 2027" in baris["Tahunan 2026"]
    assert all("Sudah Dinilai" in satu for satu in baris.values())


def test_a_draft_has_no_penilaian_yet(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI).kirim(
        "/skp/tambah", dari="/skp", periode_awal="2027-01-01", periode_akhir="2027-12-31", pendekatan="kuantitatif"
    )
    baru = queries.daftar_skp(peramban.app.state.kantor, PEGAWAI)[0].skp_id

    assert "terbuka sesudah SKP ini disetujui" in peramban.get(f"/skp/{baru}/penilaian").text
    assert peramban.get(f"/skp/{baru}/penilaian/{TAHUNAN}").status_code == 409


@pytest.mark.parametrize("bagian", ["", "/rencana_aksi", "/progres", "/eviden", "/hasil"])
def test_a_stranger_sees_nothing_of_it_and_the_assessor_only_reads(peramban: Peramban, bagian: str) -> None:
    ditolak = peramban.jadi(ORANG_LAIN).get(LEMBAR + bagian)
    dibaca = peramban.jadi(PENILAI).get(LEMBAR + bagian)

    assert ditolak.status_code == 403
    assert "milik pegawai lain" in ditolak.text
    assert dibaca.status_code == 200
    assert "yang dapat mengisinya hanya pemiliknya" in dibaca.text
    assert f'action="{LEMBAR}' not in dibaca.text, "no form of the owner"


def test_a_period_of_another_year_is_not_part_of_this_skp(peramban: Peramban) -> None:
    assert peramban.jadi(PEGAWAI).get(f"/skp/{SKP}/penilaian/99").status_code == 404


def test_rencana_aksi_is_planned_changed_deleted_and_put_back(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    rencana_id = _rencana(peramban)
    ubah = f"{LEMBAR}/rencana_aksi/{rencana_id}"

    assert 'value="1 Rekap"' in peramban.get(f"{LEMBAR}/rencana_aksi?buka=ubah-{rencana_id}").text
    halaman = peramban.kirim(f"{ubah}/ubah", dari=f"{LEMBAR}/rencana_aksi", deskripsi="Merekap cuti", target="2 Rekap")
    assert "2 Rekap" in halaman.text

    halaman = peramban.kirim(f"{ubah}/hapus", dari=f"{LEMBAR}/rencana_aksi")
    assert "satu-satunya rencana aksi" in halaman.text, "a realisation of this RHK rests on it"
    _rencana(peramban)
    halaman = peramban.kirim(f"{ubah}/hapus", dari=f"{LEMBAR}/rencana_aksi")
    assert "2 Rekap" not in halaman.text
    nomor, peran = re.search(r'name="nomor" value="(\d+)".*?name="peran" value="(\w+)"', halaman.text, re.S).groups()
    halaman = peramban.kirim("/urungkan", dari=f"{LEMBAR}/rencana_aksi", nomor=nomor, peran=peran)
    assert "2 Rekap" in halaman.text


def test_what_cannot_be_saved_stays_in_its_modal(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    halaman = peramban.kirim(
        f"{LEMBAR}/rencana_aksi/{RHK}/tambah", dari=f"{LEMBAR}/rencana_aksi", deskripsi="Merekap cuti", target=" "
    )

    assert "Isian Target masih kosong" in halaman.text
    assert re.search(r'id="tambah-81"[^>]* open data-terbuka', halaman.text)
    assert ">Merekap cuti</textarea>" in halaman.text
    assert _isi(peramban).daftar_rencana == ()


def test_a_locked_period_shows_no_buttons_and_takes_nothing(peramban: Peramban) -> None:
    halaman = peramban.jadi(PEGAWAI).get(f"{TERKUNCI}/rencana_aksi")
    sebelum = _isi(peramban, TW4)

    assert "sudah terkunci (batas pengisian 10-01-2027)" in halaman.text
    assert "/tambah" not in halaman.text
    assert ">Hapus" not in halaman.text
    for alamat, isian in (
        (f"rencana_aksi/{RHK}/tambah", {"deskripsi": "Terlambat", "target": "1 Laporan"}),
        ("progres/tambah", _progres(rencana_id=sebelum.daftar_rencana[0].rencana_id)),
        (f"eviden/{IKI}/bukti", {"eviden": "Terlambat", "dokumen_id": 8412}),
        (f"eviden/{IKI}/realisasi", {"realisasi": "Terlambat", "sumber_data": "-x"}),
        (f"eviden/bukti/{sebelum.daftar_bukti[0].bukti_id}/hapus", {}),
    ):
        jawab = peramban.kirim(f"{TERKUNCI}/{alamat}", dari=f"{TERKUNCI}/eviden", **isian)
        assert "sudah ditutup pada batas pengisian 10-01-2027" in jawab.text, alamat
    assert _isi(peramban, TW4) == sebelum


def test_somebody_else_cannot_fill_it_in(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    _rencana(peramban)
    sebelum = _isi(peramban)
    peramban.jadi(PENILAI)
    for alamat, isian in (
        (f"rencana_aksi/{RHK}/tambah", {"deskripsi": "Bukan saya", "target": "1 Laporan"}),
        ("progres/tambah", _progres(rencana_id=sebelum.daftar_rencana[0].rencana_id)),
        (f"eviden/{IKI}/bukti", {"eviden": "Bukan saya", "bukti_eviden": "https://contoh.test/a.pdf"}),
        (f"eviden/{IKI}/realisasi", {"realisasi": "Bukan saya", "sumber_data": "x"}),
        ("hasil/keberatan", {"alasan": "Bukan saya"}),
    ):
        jawab = peramban.kirim(f"{LEMBAR}/{alamat}", dari=f"{LEMBAR}/eviden", **isian)
        assert "hanya untuk data Anda sendiri" in jawab.text, alamat
    assert _isi(peramban) == sebelum


def test_progress_needs_a_rencana_aksi_and_keeps_its_rules(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    assert "Isi Rencana Aksi dahulu" in peramban.get(f"{LEMBAR}/progres").text
    rencana_id = _rencana(peramban)
    tambah = f"{LEMBAR}/progres/tambah"

    halaman = peramban.kirim(tambah, dari=f"{LEMBAR}/progres", rencana_id=rencana_id, **_progres(jam_selesai="07:00"))
    assert "tidak sesudah jam mulai" in halaman.text
    assert 'value="Memeriksa surat cuti"' in halaman.text
    halaman = peramban.kirim(
        tambah, dari=f"{LEMBAR}/progres", rencana_id=rencana_id, **_progres(realisasi_activity="--3")
    )
    assert "harus bilangan bulat" in halaman.text
    halaman = peramban.kirim(
        tambah, dari=f"{LEMBAR}/progres", rencana_id=rencana_id, **_progres(jam_mulai="08:00+07:00")
    )
    assert "bukan jam" in halaman.text
    halaman = peramban.kirim(tambah, dari=f"{LEMBAR}/progres", rencana_id=rencana_id, **_progres(tanggal="2027-01-05"))
    assert "di luar 01-01-2026 s.d. 31-12-2026" in halaman.text
    assert _isi(peramban).daftar_progres == ()

    halaman = peramban.kirim(tambah, dari=f"{LEMBAR}/progres", rencana_id=rencana_id, **_progres())
    assert "10 Desember 2026" in halaman.text
    assert 'class="angka">3</td>' in halaman.text
    assert '<td data-label="Satuan">Berkas</td>' in halaman.text
    progres = _isi(peramban).daftar_progres[0]
    halaman = peramban.kirim(
        f"{LEMBAR}/progres/{progres.progres_id}/ubah", dari=f"{LEMBAR}/progres",
        **_progres(bukti_eviden="drive://dokumen/8411"),
    )  # fmt: skip
    assert 'href="/drive/buka/8411"' in halaman.text
    halaman = peramban.kirim(f"{LEMBAR}/progres/{progres.progres_id}/hapus", dari=f"{LEMBAR}/progres")
    assert "Urungkan" in halaman.text
    assert _isi(peramban).daftar_progres == ()


def test_evidence_waits_for_the_rencana_aksi(peramban: Peramban) -> None:
    kantor = peramban.app.state.kantor
    actions.perpanjang_periode(kantor, Pelaku.admin(ADMIN), TW4, batas_baru=date(2027, 1, 31), alasan="Libur bersama")
    milik = Pelaku.pegawai(PEGAWAI)
    for satu in _isi(peramban, TW4).daftar_bukti:
        actions.hapus_bukti(kantor, milik, satu.bukti_id)
    for satu in _isi(peramban, TW4).daftar_realisasi:
        actions.hapus_realisasi(kantor, milik, satu.realisasi_id)
    for satu in _isi(peramban, TW4).daftar_rencana:
        actions.hapus_rencana_aksi(kantor, milik, satu.rencana_id)
    peramban.jadi(PEGAWAI)
    dari = f"{TERKUNCI}/eviden"
    halaman = peramban.get(dari).text
    assert "Rencana aksi RHK ini belum ada" in halaman
    assert "tambah-bukti-" not in halaman

    jawab = peramban.kirim(f"{dari}/{IKI}/bukti", dari=dari, eviden="Rekap", dokumen_id=DOKUMEN)

    assert "Isi Rencana Aksi dahulu, baru bukti dukung" in jawab.text
    assert _isi(peramban, TW4).daftar_bukti == ()


def test_the_year_sums_up_and_asks_for_no_plan_of_its_own(peramban: Peramban) -> None:
    """Monitoring says so as well; the plans lie in the quarters."""
    dari = f"{LEMBAR}/eviden"
    assert _isi(peramban).daftar_rencana == ()
    halaman = peramban.jadi(PEGAWAI).get(dari).text
    assert "Isi Rencana Aksi dahulu" not in halaman
    assert "Periode tahunan merangkum" in peramban.get(f"{LEMBAR}/rencana_aksi").text

    halaman = peramban.kirim(f"{dari}/{IKI}/realisasi", dari=dari, realisasi="4 Rekap", sumber_data="Register").text

    assert "4 Rekap" in halaman
    assert not any("rencana aksi" in satu.kalimat for satu in menunggu(peramban.app.state.kantor, PEGAWAI))


def test_evidence_is_a_document_of_the_drive_or_a_link_and_not_both(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    _rencana(peramban)
    dari, ke = f"{LEMBAR}/eviden", f"{LEMBAR}/eviden/{IKI}/bukti"
    assert 'value="8411"' in peramban.get(f"{dari}?buka=tambah-bukti-{IKI}").text

    halaman = peramban.kirim(ke, dari=dari, eviden="Dua", dokumen_id=DOKUMEN, bukti_eviden="https://contoh.test/a.pdf")
    assert "Pilih satu saja" in halaman.text
    assert re.search(r'value="8411" selected', halaman.text)
    halaman = peramban.kirim(
        ke, dari=dari, eviden="Folder", dokumen_id="", bukti_eviden="https://contoh.test/folders/1"
    )
    assert "Tautan menuju folder" in halaman.text
    halaman = peramban.kirim(ke, dari=dari, eviden="Naskah", dokumen_id="", bukti_eviden="javascript:alert(1)")
    assert "harus diawali https://" in halaman.text
    assert 'href="javascript' not in halaman.text

    halaman = peramban.kirim(ke, dari=dari, eviden="Rekap cuti", dokumen_id=DOKUMEN, bukti_eviden="")
    assert re.search(r'href="/drive/buka/8411">Rekap cuti', halaman.text)
    halaman = peramban.kirim(ke, dari=dari, eviden="Dari luar", dokumen_id="", bukti_eviden="https://contoh.test/a.pdf")
    assert re.search(
        r'href="https://contoh.test/a.pdf" target="_blank" rel="noopener noreferrer">Dari luar', halaman.text
    )

    bukti = _isi(peramban).daftar_bukti[0]
    halaman = peramban.kirim(
        f"{dari}/bukti/{bukti.bukti_id}/ubah", dari=dari, eviden="Rekap cuti akhir", dokumen_id=8412, bukti_eviden=""
    )
    assert re.search(r'href="/drive/buka/8412">Rekap cuti akhir', halaman.text)
    halaman = peramban.kirim(f"{dari}/bukti/{bukti.bukti_id}/hapus", dari=dari)
    assert "Urungkan" in halaman.text
    assert "/drive/buka/8412" not in halaman.text


def test_realisasi_is_written_and_replaced(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    _rencana(peramban)
    dari = f"{LEMBAR}/eviden"
    for teks in ("1 Rekap berdasarkan Bukti Dukung rekap", "2 Rekap berdasarkan Bukti Dukung rekap"):
        halaman = peramban.kirim(f"{dari}/{IKI}/realisasi", dari=dari, realisasi=teks, sumber_data="Buku register")
        assert teks in halaman.text
        assert "Sumber data: Buku register" in halaman.text
    milik = [satu for satu in _isi(peramban).daftar_realisasi if satu.iki_id == IKI]
    assert [satu.realisasi for satu in milik] == ["2 Rekap berdasarkan Bukti Dukung rekap"]


def test_the_overview_names_the_next_step(peramban: Peramban) -> None:
    from simulator.domain.penilaian import Evaluasi
    from simulator.store import repository

    peramban.jadi(PEGAWAI)
    with peramban.app.state.kantor.lihat() as connection:
        dinilai = repository.find_one(connection, Evaluasi, skp_id=SKP, periode_id=TAHUNAN)
    halaman = peramban.get(LEMBAR).text

    assert dinilai.predikat.label in halaman
    assert "0 dari 3 RHK" in halaman
    assert "Baca umpan balik dan hasilnya" in halaman
    assert f'href="{LEMBAR}/hasil"' in halaman


def test_feedback_and_result_are_shown_with_their_giver(peramban: Peramban) -> None:
    halaman = peramban.jadi(PEGAWAI).get(f"{TERKUNCI}/hasil").text
    isi = _isi(peramban, TW4)

    assert isi.daftar_umpan
    for umpan in isi.daftar_umpan:
        assert umpan.teks in halaman.replace("&#39;", "'")
    assert "8 Januari 2027 oleh Albert Tampubolon" in halaman
    assert "Berorientasi Pelayanan" in halaman


def test_an_objection_goes_to_the_assessors_superior_once_and_in_time(peramban: Peramban) -> None:
    halaman = peramban.jadi(PEGAWAI).get(f"{LEMBAR}/hasil").text
    assert "Batas mengajukan: <strong>1 Februari 2027</strong>" in halaman
    assert "Anik Utami" in halaman, "the assessor's superior decides"

    ke = f"{LEMBAR}/hasil/keberatan"
    assert "masih kosong" in peramban.kirim(ke, dari=f"{LEMBAR}/hasil", alasan=" ").text
    halaman = peramban.kirim(ke, dari=f"{LEMBAR}/hasil", alasan="Realisasi indikator kedua belum dihitung.").text
    assert "Keberatan diajukan." in halaman
    assert "Menunggu keputusan Anik Utami" in halaman
    assert "sudah pernah diajukan" in peramban.kirim(ke, dari=f"{LEMBAR}/hasil", alasan="Sekali lagi, tolong.").text


def test_after_fourteen_days_there_is_no_objection_any_more(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    peramban.app.state.kantor.maju_ke(date(2027, 2, 1))
    assert "Ajukan Keberatan" in peramban.get(f"{LEMBAR}/hasil").text, "the last day counts"

    peramban.app.state.kantor.maju_ke(date(2027, 2, 2))

    halaman = peramban.get(f"{LEMBAR}/hasil").text
    assert "<strong>1 Februari 2027</strong>, sudah lewat." in halaman
    assert "ajukan-keberatan" not in halaman
    jawab = peramban.kirim(f"{LEMBAR}/hasil/keberatan", dari=f"{LEMBAR}/hasil", alasan="Terlambat sehari.")
    assert "Batas mengajukan keberatan" in jawab.text
    assert _isi(peramban).keberatan is None
