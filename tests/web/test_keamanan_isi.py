"""What one person wrote, met by others: markup stays text, links do no harm, and nobody takes part unasked."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from simulator.domain.errors import BimtekError
from simulator.domain.jurnal import EntriJurnal
from simulator.domain.pelaksanaan import BuktiDukung, Dokumen
from simulator.domain.skp import SKP
from simulator.store import repository
from simulator.web import unggahan
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from tests.web.conftest import Peramban
from tests.web.test_drive import PDF, _unggah
from tests.web.test_pelaksanaan import IKI, LEMBAR, ORANG_LAIN, PEGAWAI, PENILAI, RHK, _isi, _progres, _rencana

JAHAT = "\"'><img src=x onerror=alert(1)>{{7*7}}<script>alert(2)</script>"
TAUTAN = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "\tjavascript:alert(1)", "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:x", "//jahat.test/a", "http://jahat.test/a", "file:///etc",
    "drive://dokumen/../../skp", "drive://dokumen/1\nx", "drive://dokumen/8411?x", "DRIVE://dokumen/8411", "https:a",
]  # fmt: skip


def _semua(peramban: Peramban, kelas, **di):
    with peramban.app.state.kantor.lihat() as connection:
        return repository.find(connection, kelas, **di)


def _bersih(html: str) -> None:
    assert "<img src=x" not in html
    assert "<script>alert" not in html
    assert re.search(r"<[^>]*\son\w+=", re.sub(r'"[^"]*"', '""', html)) is None
    assert re.search(r'(href|src|action)="\s*(javascript|vbscript|data:text|//)', html, re.I) is None


def test_markup_stays_text_wherever_it_is_met(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    rencana = _rencana(peramban)
    eviden, progres = f"{LEMBAR}/eviden", f"{LEMBAR}/progres"
    for alamat, dari, isian in (
        (f"{LEMBAR}/rencana_aksi/{RHK}/tambah", f"{LEMBAR}/rencana_aksi", {"deskripsi": JAHAT, "target": JAHAT}),
        (f"{eviden}/{IKI}/bukti", eviden, {"eviden": JAHAT, "bukti_eviden": 'https://a.test/"onmouseover="alert(1)'}),
        (f"{eviden}/{IKI}/realisasi", eviden, {"realisasi": JAHAT, "sumber_data": JAHAT}),
        (f"{progres}/tambah", progres, _progres(rencana_id=rencana, kegiatan=JAHAT, satuan="<b>")),
        ("/skp/tambah", "/skp", {"periode_awal": JAHAT, "periode_akhir": JAHAT, "pendekatan": JAHAT}),
    ):
        _bersih(peramban.kirim(alamat, dari=dari, **isian).text)
    _unggah(peramban, "a<svg onload=alert(1)>.pdf", PDF, nama="", jenis="<i>", folder="<b>x", isi_ringkas=JAHAT)
    dokumen = max(satu.dokumen_id for satu in _semua(peramban, Dokumen, pemilik_id=PEGAWAI))
    actions.atur_akses(peramban.app.state.kantor, Pelaku.pegawai(PEGAWAI), dokumen, akses="instansi")
    bukti = _isi(peramban).daftar_bukti[-1]
    assert bukti.nama_eviden == JAHAT

    milik = ["/drive", "/drive?cari=svg", "/drive?folder=%3Cb%3Ex", f"/drive/{dokumen}", "/skp"]
    bersama = [f"/drive/buka/{dokumen}", LEMBAR, eviden, progres, f"{LEMBAR}/rencana_aksi", f"{LEMBAR}/hasil"]
    penilai = ["/penilai/penilaian/8/5", f"/penilai/penilaian/8/5/bukti/{bukti.bukti_id}"]
    for siapa, alamat in ((PEGAWAI, milik + bersama), (PENILAI, bersama + penilai), (7, bersama)):
        peramban.jadi(siapa)
        for satu in alamat:
            jawab = peramban.get(satu)
            assert jawab.status_code == 200, (siapa, satu)
            _bersih(jawab.text)
    _bersih(peramban.get("/masuk", params={"lanjut": JAHAT}).text)
    for nama in ("cari", "folder", "buka", "periode", "unit", "halaman"):
        for satu in ("/drive", "/admin/pegawai", "/cetak", "/pemeran", "/monitoring/kurva", "/panduan"):
            _bersih(peramban.get(satu, params={nama: JAHAT}).text)


def test_a_link_that_runs_something_or_leads_around_is_never_kept(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    rencana = _rencana(peramban)
    banyak = len(_isi(peramban).daftar_bukti), len(_isi(peramban).daftar_progres)
    for tautan in TAUTAN:
        peramban.kirim(f"{LEMBAR}/eviden/{IKI}/bukti", dari=f"{LEMBAR}/eviden", eviden="Bukti", bukti_eviden=tautan)
        peramban.kirim(
            f"{LEMBAR}/progres/tambah", dari=f"{LEMBAR}/progres",
            **_progres(rencana_id=rencana, bukti_eviden=tautan),
        )  # fmt: skip

    disimpan = [satu.tautan for satu in (*_isi(peramban).daftar_bukti, *_isi(peramban).daftar_progres)]
    assert not set(disimpan) & set(TAUTAN)
    assert (len(_isi(peramban).daftar_bukti), len(_isi(peramban).daftar_progres)) == banyak


def test_a_shut_document_does_not_even_tell_its_name(peramban: Peramban) -> None:
    dokumen = _semua(peramban, Dokumen, akses="pribadi")[0]
    assert dokumen.pemilik_id != ORANG_LAIN

    jawab = peramban.jadi(ORANG_LAIN).get(f"/drive/buka/{dokumen.dokumen_id}")

    assert jawab.status_code == 403
    assert dokumen.nama not in jawab.text
    with pytest.raises(BimtekError) as galat:
        actions.buka_dokumen(peramban.app.state.kantor, Pelaku.pegawai(ORANG_LAIN), dokumen.dokumen_id)
    assert dokumen.nama not in galat.value.pesan


def test_nobody_undoes_what_another_person_deleted(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    rencana = _rencana(peramban)
    _rencana(peramban)
    halaman = peramban.kirim(f"{LEMBAR}/rencana_aksi/{rencana}/hapus", dari=f"{LEMBAR}/rencana_aksi").text
    nomor = re.search(r'name="nomor" value="(\d+)"', halaman)[1]

    for siapa in (ORANG_LAIN, PENILAI, 7, 1):
        peramban.jadi(siapa)
        for peran in ("pegawai", "penilai", "admin", "pimpinan"):
            peramban.kirim("/urungkan", dari="/skp", nomor=nomor, peran=peran)
        assert rencana not in [satu.rencana_id for satu in _isi(peramban).daftar_rencana], siapa
    peramban.jadi(PEGAWAI).kirim("/urungkan", dari="/skp", nomor=nomor, peran="pegawai")
    assert rencana in [satu.rencana_id for satu in _isi(peramban).daftar_rencana]


def test_a_form_sent_twice_at_once_is_saved_once_and_one_sent_again_is_told(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    _rencana(peramban)
    eviden = f"{LEMBAR}/eviden"
    csrf = re.search(r'name="csrf" value="([^"]+)"', peramban.get(eviden).text)[1]
    isi = {"csrf": csrf, "kembali": eviden, "sejak": "", "eviden": "Bukti", "bukti_eviden": "https://a.test/sekali"}

    with ThreadPoolExecutor(6) as pool:
        kirim = pool.map(
            lambda _: peramban.post(f"{eviden}/{IKI}/bukti", data=isi, follow_redirects=False).status_code, range(6)
        )
        assert set(kirim) == {303}

    assert len(_semua(peramban, BuktiDukung, tautan="https://a.test/sekali")) == 1


def test_files_that_arrive_at_once_do_not_pass_the_limit_together(
    peramban: Peramban, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unggahan, "JATAH", 2 * len(PDF))
    monkeypatch.setattr("simulator.web.pages.drive.wajib_cukup_jatah", lambda *_: None)  # all have passed it already
    peramban.jadi(PEGAWAI)
    for nomor in range(4):
        _unggah(peramban, f"{nomor}.pdf", PDF, nama=f"{nomor}.pdf")

    ada = {satu.nama for satu in _semua(peramban, Dokumen, pemilik_id=PEGAWAI)}
    assert {"0.pdf", "1.pdf"} <= ada
    assert not {"2.pdf", "3.pdf"} & ada


def test_a_form_of_the_former_persona_is_not_saved_in_the_new_ones_name(peramban: Peramban) -> None:
    lama = re.search(r'name="csrf" value="([^"]+)"', peramban.jadi(PEGAWAI).get("/skp").text)[1]
    peramban.jadi(ORANG_LAIN)
    banyak = len(_semua(peramban, SKP)), len(_semua(peramban, EntriJurnal))

    peramban.post(
        "/skp/tambah",
        data={"csrf": lama, "periode_awal": "2027-01-01", "periode_akhir": "2027-12-31", "pendekatan": "kuantitatif"},
    )

    assert (len(_semua(peramban, SKP)), len(_semua(peramban, EntriJurnal))) == banyak
