"""Hari dan Skenario, and Pemberitahuan: the day moves, colleagues work, players are left alone and told of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from simulator.domain.skp import SKP, StatusSKP
from simulator.store import repository
from simulator.store.schema import jurnal
from simulator.web import catatan
from simulator.web.app import create_app
from simulator.web.jalan_hari import TUJUAN, JalanHari
from simulator.web.settings import Mode, Pengaturan
from simulator.workflow import actions
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from tests.web.conftest import KELAS, KUNCI, Peramban

#: The small office is generated up to this day.
AWAL = date(2027, 1, 22)
KADIS, STAF = 1, 20


def _kantor(peramban: Peramban):
    return peramban.app.state.kantor


def _skp(peramban: Peramban, **where: object) -> list[SKP]:
    with _kantor(peramban).lihat() as connection:
        return repository.find(connection, SKP, **where)


def _pelaku(peramban: Peramban) -> set[int | None]:
    with _kantor(peramban).lihat() as connection:
        return set(connection.execute(jurnal.select().with_only_columns(jurnal.c.pelaku_id)).scalars())


def test_the_next_day_comes_and_colleagues_work(peramban: Peramban) -> None:
    peramban.jadi(STAF)
    halaman = peramban.kirim("/latihan/maju", dari="/latihan", langkah="minggu")

    assert _kantor(peramban).hari == AWAL + timedelta(days=7)
    assert "Hari simulasi sekarang 29 Januari 2027" in halaman.text
    assert "Tambah SKP" in halaman.text, "the table of what colleagues did"
    assert len(_skp(peramban, tahun=2027)) > 20
    assert STAF not in _pelaku(peramban)
    assert _skp(peramban, tahun=2027, pegawai_id=STAF) == []


def test_it_goes_to_the_next_closing_day(peramban: Peramban) -> None:
    peramban.jadi(STAF)
    assert "Batas pengisian Tahunan 2026" in peramban.get("/latihan").text
    peramban.kirim("/latihan/maju", dari="/latihan", langkah="batas")

    assert _kantor(peramban).hari == date(2027, 1, 31)


@pytest.mark.parametrize(("sampai", "sebab"), [("2027-01-22", "hanya dapat maju"), ("2029-01-01", "Paling jauh")])
def test_neither_back_nor_far_away(peramban: Peramban, sampai: str, sebab: str) -> None:
    peramban.jadi(STAF)
    halaman = peramban.kirim("/latihan/maju", dari="/latihan", sampai=sampai)

    assert sebab in halaman.text
    assert f'value="{sampai}"' in halaman.text, "what was typed stays"
    assert _kantor(peramban).hari == AWAL


def test_in_a_class_only_the_instructor_moves_the_day(kelas: Peramban) -> None:
    kelas.jadi(STAF)
    halaman = kelas.get("/latihan").text
    assert "dimajukan oleh instruktur" in halaman
    assert 'action="/latihan/maju"' not in halaman
    ditolak = kelas.kirim("/latihan/maju", dari="/latihan", langkah="hari").text
    assert "hanya dimajukan oleh instruktur" in ditolak
    assert _kantor(kelas).hari == AWAL

    kelas.kirim("/latihan/kunci", dari="/latihan", kunci=KUNCI)
    kelas.kirim("/latihan/maju", dari="/latihan", langkah="hari")
    assert _kantor(kelas).hari == AWAL + timedelta(days=1)

    kelas.jadi(STAF + 1)
    assert "hanya dimajukan oleh instruktur" in kelas.kirim("/latihan/maju", dari="/latihan", langkah="hari").text

    kelas.kirim("/latihan/kunci", dari="/latihan", kunci=KUNCI)
    assert "terkunci lagi" in kelas.kirim("/latihan/kunci/tutup", dari="/latihan").text
    assert "hanya dimajukan oleh instruktur" in kelas.kirim("/latihan/maju", dari="/latihan", langkah="hari").text


def test_another_key_shuts_what_the_old_one_had_opened(kelas: Peramban) -> None:
    kelas.instruktur(STAF)
    assert "terbuka bagi instruktur" in kelas.get("/latihan").text

    kelas.app.state.atur = replace(KELAS, kunci_instruktur="kunci-kelas-2")

    assert "terbuka bagi instruktur" not in kelas.get("/latihan").text
    kelas.app.state.atur = replace(KELAS, kunci_instruktur="")
    assert "tanpa kunci instruktur" in kelas.get("/latihan").text
    assert "tidak ada kunci" in kelas.kirim("/latihan/kunci", dari="/latihan", kunci="").text


def test_who_was_played_stays_a_player_until_handed_back(peramban: Peramban) -> None:
    peramban.jadi(21).jadi(STAF)
    halaman = peramban.get("/latihan").text
    assert halaman.count("Serahkan kepada rekan simulasi") == 1

    peramban.kirim("/latihan/maju", dari="/latihan", sampai="2027-01-26")
    assert not {21, STAF} & _pelaku(peramban)
    peramban.kirim("/latihan/serahkan", dari="/latihan", pegawai_id=21)
    peramban.kirim("/latihan/maju", dari="/latihan", sampai="2027-01-28")

    assert 21 in _pelaku(peramban)
    assert STAF not in _pelaku(peramban)
    halaman = peramban.kirim("/latihan/serahkan", dari="/latihan", pegawai_id=STAF)
    assert "sedang dimainkan" in halaman.text


def test_in_a_class_only_the_instructor_hands_somebody_back(kelas: Peramban) -> None:
    kelas.jadi(21).jadi(STAF)
    assert "Serahkan kepada rekan simulasi" not in kelas.get("/latihan").text
    assert "hanya oleh instruktur" in kelas.kirim("/latihan/serahkan", dari="/latihan", pegawai_id=21).text
    assert "Diserahkan" not in kelas.get("/latihan").text

    kelas.instruktur(STAF)
    assert "Serahkan kepada rekan simulasi" in kelas.get("/latihan").text
    assert "Diserahkan" in kelas.kirim("/latihan/serahkan", dari="/latihan", pegawai_id=21).text


def test_who_went_home_still_logged_in_is_handed_back_by_the_instructor_and_sent_out(kelas: Peramban) -> None:
    kelas.jadi(21)
    with TestClient(kelas.app) as pulang:
        pulang.cookies.update(kelas.cookies)
        kelas.cookies.clear()
        kelas.instruktur(STAF)
        assert pulang.get("/profil").url.path == "/profil", "still logged in where they sat"
        assert "Masih masuk" in kelas.get("/latihan").text
        assert "Diserahkan" in kelas.kirim("/latihan/serahkan", dari="/latihan", pegawai_id=21).text

        assert pulang.get("/profil").url.path == "/masuk"
    kelas.kirim("/latihan/maju", dari="/latihan", sampai="2027-01-28")
    assert 21 in _pelaku(kelas), "the colleagues go on with the work"
    assert "sedang dimainkan" in kelas.kirim("/latihan/serahkan", dari="/latihan", pegawai_id=STAF).text


def test_the_head_of_the_region_waits_where_the_instructor_plays_them(peramban: Peramban) -> None:
    peramban.jadi(STAF)
    peramban.kirim("/penilai/kepala-daerah", dari="/penilai/kepala-daerah", mulai=1)
    assert "Kepala Daerah" in peramban.get("/latihan").text
    peramban.kirim("/latihan/maju", dari="/latihan", langkah="minggu")

    assert [skp.status for skp in _skp(peramban, tahun=2027, pegawai_id=KADIS)] == [StatusSKP.PENGAJUAN]


def test_only_one_move_at_a_time_and_the_page_shows_how_far_it_is(
    peramban: Peramban, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.web.jalan_hari.TUNGGU", 0.0)
    monkeypatch.setattr(JalanHari, "tunggu", lambda self: False)
    peramban.jadi(STAF)
    halaman = peramban.kirim("/latihan/maju", dari="/latihan", sampai="2027-01-27")
    jalan: JalanHari = peramban.app.state.jalan_hari
    if jalan.berjalan:
        assert "Hari sedang dimajukan" in halaman.text
    jalan._utas.join(60)

    assert (jalan.galat, jalan.persen) == ("", 100)
    assert peramban.get("/latihan/jalan").headers["hx-redirect"] == "/latihan"
    assert "Hari simulasi sekarang" in peramban.get("/latihan").text, "who waited for it is told"
    assert "22 Januari 2027 – 27 Januari 2027" in peramban.get("/latihan").text


def test_a_second_move_is_refused_while_one_runs(peramban: Peramban, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(JalanHari, "berjalan", property(lambda self: True))
    peramban.jadi(STAF)
    peramban.app.state.jalan_hari = JalanHari(_kantor(peramban), peramban.app.state.data, date(2027, 3, 1), STAF)
    halaman = peramban.kirim("/latihan/maju", dari="/pemberitahuan", langkah="hari")

    assert "Hari sedang dimajukan sampai 01-03-2027" in halaman.text
    assert "dari tujuan 1 Maret 2027" in peramban.get("/latihan/jalan").text
    assert _kantor(peramban).hari == AWAL


def test_a_move_that_the_end_of_the_server_cut_off_is_offered_again(berkas: Path) -> None:
    """What a killed server leaves: days that are whole, and the note where it was going to."""
    with Peramban(create_app(berkas, Pengaturan())) as peramban, peramban.app.state.data.ubah() as connection:
        catatan.simpan(connection, 0, TUJUAN, "2027-01-25")

    with Peramban(create_app(berkas, Pengaturan())) as peramban:
        halaman = peramban.jadi(STAF).get("/latihan").text
        assert "Perjalanan hari ke 25 Januari 2027 terhenti" in halaman
        assert 'name="sampai" value="2027-01-25"' in halaman
        peramban.kirim("/latihan/maju", dari="/latihan", sampai="2027-01-25")

        assert _kantor(peramban).hari == date(2027, 1, 25)
        assert "terhenti" not in peramban.get("/latihan").text


def test_who_logs_in_while_the_day_moves_is_left_alone_from_then_on(peramban: Peramban) -> None:
    jalan = JalanHari(_kantor(peramban), peramban.app.state.data, date(2027, 2, 1), STAF)
    assert jalan._bermain() == {STAF}
    peramban.jadi(21)

    assert jalan._bermain() == {STAF, 21}


def test_an_error_on_the_way_is_told(peramban: Peramban, monkeypatch: pytest.MonkeyPatch) -> None:
    def rusak(*_args: object) -> None:
        raise RuntimeError("tidak terduga")

    monkeypatch.setattr("simulator.web.jalan_hari.majukan", rusak)
    peramban.jadi(STAF)
    halaman = peramban.kirim("/latihan/maju", dari="/latihan", langkah="hari")

    assert "Hari berhenti di 22-01-2027" in halaman.text


def test_an_exam_hands_nobody_back(berkas: Path) -> None:
    with TestClient(create_app(berkas, Pengaturan(Mode.UJIAN))) as klien:
        assert klien.get("/latihan", follow_redirects=False).headers["location"].startswith("/masuk")


def _kembalikan(peramban: Peramban) -> int:
    """The head's plan of 2027, submitted and returned by the head of the region."""
    kantor, me = _kantor(peramban), Pelaku.pegawai(KADIS)
    skp = actions.buat_skp(kantor, me, periode_awal=date(2027, 1, 1), periode_akhir=date(2027, 12, 31))
    rhk = actions.tambah_rhk(kantor, me, skp.skp_id, teks_rhk="Meningkatnya mutu layanan", perspektif="proses_bisnis")  # type: ignore[arg-type]
    actions.tambah_iki(kantor, me, rhk.rhk_id, aspek="kuantitas", indikator="Jumlah laporan", target="4 Laporan")  # type: ignore[arg-type]
    for jenis in ("dukungan_sumber_daya", "skema_pertanggungjawaban", "konsekuensi"):
        actions.tambah_lampiran(kantor, me, skp.skp_id, jenis=jenis, isi="Tersedia")  # type: ignore[arg-type]
    actions.ajukan_skp(kantor, me, skp.skp_id)
    actions.kembalikan_skp(kantor, KEPALA_DAERAH, skp.skp_id, alasan="Tambahkan aspek kualitas.")
    return skp.skp_id


def test_a_returned_plan_is_told_with_its_reason_until_it_was_read(peramban: Peramban) -> None:
    skp_id = _kembalikan(peramban)
    halaman = peramban.jadi(KADIS).get("/pemberitahuan").text

    assert "SKP 2027 Anda dikembalikan oleh Kepala Daerah" in halaman
    assert "Tambahkan aspek kualitas." in halaman
    assert f"/skp/{skp_id}" in halaman
    assert re.search(r'lencana">1<span class="tersembunyi"> belum dibaca', halaman)
    assert "SKP 2027 Anda masih Draft" in halaman

    nomor = re.search(r'name="sampai" value="(\d+)"', halaman)
    assert nomor
    halaman = peramban.kirim("/pemberitahuan/dibaca", dari="/pemberitahuan", sampai=nomor[1]).text
    assert "belum dibaca" not in halaman
    assert "Tambahkan aspek kualitas." in halaman, "it stays, only no longer new"
    assert "belum dibaca" not in peramban.get("/skp").text


def test_news_are_only_for_those_they_concern(peramban: Peramban) -> None:
    _kembalikan(peramban)
    halaman = peramban.jadi(STAF).get("/pemberitahuan").text

    assert "Tambahkan aspek kualitas." not in halaman
    assert "Belum ada pemberitahuan" in halaman
    assert "SKP 2027 Anda belum dibuat." in halaman


def test_reading_cannot_run_ahead_of_what_happened(peramban: Peramban) -> None:
    peramban.jadi(KADIS)
    peramban.kirim("/pemberitahuan/dibaca", dari="/skp", sampai=999_999)
    _kembalikan(peramban)

    assert "belum dibaca" in peramban.get("/skp").text


def test_a_leader_is_told_what_waits_and_who_objected(peramban: Peramban) -> None:
    """In the generated year some objections are decided; one more is filed now."""
    from simulator.domain.penilaian import Evaluasi, Keberatan

    kantor = _kantor(peramban)
    with kantor.lihat() as connection:
        objected = {row.evaluasi_id for row in repository.find(connection, Keberatan)}
        evaluasi = next(
            row
            for row in repository.find(connection, Evaluasi, periode_id=5)
            if row.penilai_id not in (None, KADIS) and row.evaluasi_id not in objected
            and row.dinilai_pada is not None and row.dinilai_pada >= AWAL - timedelta(days=10)
        )  # fmt: skip
    filed = actions.ajukan_keberatan(
        kantor, Pelaku.pegawai(evaluasi.pegawai_id), evaluasi.evaluasi_id, alasan="Laporan sudah lengkap."
    )
    halaman = peramban.jadi(evaluasi.penilai_id or 0).get("/pemberitahuan").text

    assert "mengajukan keberatan atas Tahunan 2026" in halaman
    assert "Keberatan atas Tahunan 2026 menunggu dijelaskan." in halaman
    assert f"/penilai/keberatan/{filed.keberatan_id}" in halaman
