"""The same thing edited twice: by two people, or by one person in two windows. The second is told and loses nothing."""

from __future__ import annotations

import re

import pytest

from simulator.domain.skp import RHK
from simulator.store import repository
from simulator.web.app import create_app
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from tests.web.conftest import Peramban
from tests.web.test_api import berdraft
from tests.web.test_drive import PDF, _unggah


class Jendela:
    """One window on one page: it sends its form as it was drawn, however much later."""

    def __init__(self, peramban: Peramban, halaman: str) -> None:
        self.peramban, self.halaman = peramban, halaman
        teks = peramban.get(halaman).text
        self.rahasia = {nama: re.search(f'name="{nama}" value="([^"]*)"', teks)[1] for nama in ("csrf", "sejak")}

    def kirim(self, alamat: str, **isian: object):
        isi = self.rahasia | {"kembali": self.halaman} | {k: str(v) for k, v in isian.items()}
        return self.peramban.post(alamat, data=isi)


@pytest.fixture
def draft(peramban: Peramban):
    """Somebody with an RHK in a Draft: (id of the person, address of the SKP, the RHK)."""
    pegawai_id, skp_id = berdraft(peramban)
    rhk = actions.tambah_rhk(
        peramban.app.state.kantor, Pelaku.pegawai(pegawai_id), skp_id, teks_rhk="Tersusunnya laporan"
    )
    peramban.jadi(pegawai_id)
    return pegawai_id, f"/skp/{skp_id}", rhk


def _teks(peramban: Peramban, rhk: RHK) -> str:
    with peramban.app.state.kantor.lihat() as connection:
        return repository.get(connection, RHK, rhk.rhk_id).teks


def _isi(teks: str) -> dict[str, str]:
    return {"teks_rhk": teks, "jenis": "utama", "klasifikasi": "organisasi"}


def test_one_person_in_two_tabs_is_told_and_decides(peramban: Peramban, draft) -> None:
    _, skp, rhk = draft
    ubah = f"{skp}/rhk/{rhk.rhk_id}/ubah"
    kiri, kanan = Jendela(peramban, skp), Jendela(peramban, skp)
    kiri.kirim(ubah, **_isi("Tersusunnya laporan bulanan"))

    halaman = kanan.kirim(ubah, **_isi("Tersusunnya laporan tahunan")).text

    assert _teks(peramban, rhk) == "Tersusunnya laporan bulanan"
    assert "Anda sendiri sudah mengubah data ini" in halaman
    assert "Isi yang baru: teks: “Tersusunnya laporan bulanan”." in halaman
    assert "Tersusunnya laporan tahunan</textarea>" in halaman, "the form stands open with what was typed"
    # The page now shows what stands there: saving it again is a decision.
    sejak = re.search(rf'action="{ubah}".*?name="sejak" value="(\d+)"', halaman, re.S)[1]
    kanan.kirim(ubah, **_isi("Tersusunnya laporan tahunan"), sejak=sejak)
    assert _teks(peramban, rhk) == "Tersusunnya laporan tahunan"


def test_one_person_in_two_browsers_is_told(peramban: Peramban, draft) -> None:
    pegawai_id, skp, rhk = draft
    lain = Peramban(peramban.app).jadi(pegawai_id)
    lama = Jendela(peramban, skp)
    Jendela(lain, skp).kirim(f"{skp}/rhk/{rhk.rhk_id}/ubah", **_isi("Dari peramban lain"))

    assert "Anda sendiri sudah" in lama.kirim(f"{skp}/rhk/{rhk.rhk_id}/ubah", **_isi("Dari sini")).text
    assert _teks(peramban, rhk) == "Dari peramban lain"


def test_two_tabs_may_work_side_by_side_on_different_rows(peramban: Peramban, draft) -> None:
    pegawai_id, skp, rhk = draft
    kedua = actions.tambah_rhk(
        peramban.app.state.kantor, Pelaku.pegawai(pegawai_id), rhk.skp_id, teks_rhk="Terlaksananya rapat"
    )
    kiri, kanan = Jendela(peramban, skp), Jendela(peramban, skp)
    kiri.kirim(f"{skp}/rhk/{rhk.rhk_id}/ubah", **_isi("Kiri"))
    kanan.kirim(f"{skp}/rhk/{kedua.rhk_id}/ubah", **_isi("Kanan"))

    assert (_teks(peramban, rhk), _teks(peramban, kedua)) == ("Kiri", "Kanan")


def test_sending_the_same_again_is_no_conflict(peramban: Peramban, draft) -> None:
    _, skp, rhk = draft
    jendela = Jendela(peramban, skp)
    for _ in range(2):
        assert "sudah mengubah" not in jendela.kirim(f"{skp}/rhk/{rhk.rhk_id}/ubah", **_isi("Sama")).text


def test_a_form_kept_when_the_session_ended_still_counts_as_written_on_its_old_page(
    peramban: Peramban, draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    pegawai_id, skp, rhk = draft
    ubah = f"{skp}/rhk/{rhk.rhk_id}/ubah"
    lama = Jendela(peramban, skp)
    with monkeypatch.context() as m:
        m.setattr("simulator.web.sesi.DIAM", -1.0)
        lama.kirim(ubah, **_isi("Yang saya ketik"))
    saya = Pelaku.pegawai(pegawai_id)
    actions.ubah_rhk(peramban.app.state.kantor, saya, rhk.rhk_id, teks_rhk="Ditulis sementara itu")
    halaman = peramban.jadi(pegawai_id).get(skp).text
    sejak = re.search(rf'action="{ubah}".*?name="sejak" value="(\d+)"', halaman, re.S)[1]
    assert "Yang saya ketik" in halaman

    assert "Anda sendiri sudah" in Jendela(peramban, skp).kirim(ubah, **_isi("Yang saya ketik"), sejak=sejak).text
    assert _teks(peramban, rhk) == "Ditulis sementara itu"


def test_what_was_typed_into_a_row_that_is_gone_still_stands_somewhere(peramban: Peramban, draft) -> None:
    _, skp, rhk = draft
    kiri, kanan = Jendela(peramban, skp), Jendela(peramban, skp)
    kiri.kirim(f"{skp}/rhk/{rhk.rhk_id}/hapus")

    halaman = kanan.kirim(f"{skp}/rhk/{rhk.rhk_id}/ubah", **_isi("Tulisan yang panjang")).text

    assert "Isian yang belum tersimpan (1)" in halaman
    tertahan = peramban.get("/draf").text
    assert "Tulisan yang panjang</textarea>" in tertahan
    dibuang = peramban.kirim("/draf/buang", dari="/draf", buang_tindakan=f"{skp}/rhk/{rhk.rhk_id}/ubah").text
    assert "Tulisan yang panjang" not in dibuang
    assert "Urungkan</button>" in dibuang
    kembali = peramban.kirim("/draf/kembalikan", dari="/draf").text
    assert "Tulisan yang panjang</textarea>" in kembali


def test_two_steps_of_one_request_do_not_surprise_each_other(
    peramban: Peramban, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file beyond the share: its document is taken back in the same request, by the same person."""
    monkeypatch.setattr("simulator.web.unggahan.JATAH", 1)
    monkeypatch.setattr("simulator.web.pages.drive.wajib_cukup_jatah", lambda *_: None)

    jawab = _unggah(peramban.jadi(5), "a.pdf", PDF, nama="a.pdf", sejak="1")

    assert "Semua berkas Anda bersama-sama" in jawab.text
    assert 'aria-label="a.pdf"' not in jawab.text
    assert "sudah mengubah" not in jawab.text


def test_an_office_opened_again_remembers_what_could_not_be_saved(berkas) -> None:
    with Peramban(create_app(berkas)) as satu:
        satu.jadi(5).kirim("/skp/tambah", dari="/skp", periode_awal="2028-01-01", periode_akhir="2026-01-01")
    with Peramban(create_app(berkas)) as dua:
        assert "2028-01-01" in dua.jadi(5).get("/draf").text
