"""The frame around every page: what it remembers having seen, and what it costs."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.seen import nomor_terakhir
from tests.web.conftest import Peramban


def test_what_changes_while_a_page_is_made_does_not_count_as_seen(
    peramban: Peramban, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantor = peramban.app.state.kantor
    peramban.jadi(5)
    semula = queries.daftar_skp

    def disela(*args: object) -> object:
        hasil = semula(*args)
        actions.simpan_dokumen(kantor, Pelaku.pegawai(6), nama="a.pdf", jenis="Laporan", tanggal=date(2026, 1, 5))
        return hasil

    monkeypatch.setattr(queries, "daftar_skp", disela)
    with kantor.lihat() as connection:
        sebelum = nomor_terakhir(connection)

    halaman = peramban.get("/skp").text

    assert re.findall(r'name="sejak" value="(\d+)"', halaman)[0] == str(sebelum)


@pytest.fixture
def pernyataan(peramban: Peramban) -> list[str]:
    """What the two databases are asked."""
    semua: list[str] = []
    for engine in (peramban.app.state.kantor.engine, peramban.app.state.data.engine):
        event.listen(engine, "before_cursor_execute", lambda *isi: semua.append(isi[2]))
    return semua


def test_a_small_page_asks_the_databases_little(peramban: Peramban, pernyataan: list[str]) -> None:
    """Every page pays for its frame; a look more in there is a look more for everybody."""
    peramban.jadi(5)
    peramban.get("/skp")
    pernyataan.clear()

    peramban.get("/portal")
    bingkai = [satu for satu in pernyataan if satu.startswith("SELECT")]
    pernyataan.clear()
    peramban.get("/skp")

    assert len(bingkai) == 2, "one of each database"
    assert len([satu for satu in pernyataan if satu.startswith("SELECT")]) == 3, pernyataan


def test_notifications_are_not_counted_again_while_others_only_fill_in(
    peramban: Peramban, pernyataan: list[str]
) -> None:
    """The journal of a class grows all day; reading all of it for every page would slow everybody down."""
    kantor = peramban.app.state.kantor
    peramban.jadi(5).get("/portal")
    actions.simpan_dokumen(kantor, Pelaku.pegawai(6), nama="a.pdf", jenis="Laporan", tanggal=date(2026, 1, 5))
    pernyataan.clear()
    peramban.get("/portal")
    assert not [satu for satu in pernyataan if "count(" in satu]

    pernyataan.clear()
    kantor.maju_ke(kantor.hari + timedelta(days=1))
    peramban.get("/portal")
    assert len([satu for satu in pernyataan if "count(" in satu]) == 1


def test_a_refusal_leads_back_to_the_page_it_came_from(peramban: Peramban) -> None:
    peramban.jadi(5)
    asal = "http://testserver/monitoring/kurva?periode=1"

    assert 'href="/monitoring/kurva?periode=1">Kembali' in peramban.get("/tidak-ada", headers={"Referer": asal}).text
    for lain in ("", "http://lain.id/skp", "http://testserver/tidak-ada"):
        halaman = peramban.get("/tidak-ada", headers={"Referer": lain}).text
        assert "Kembali ke halaman sebelumnya" not in halaman
        assert "Ke Daftar SKP" in halaman
