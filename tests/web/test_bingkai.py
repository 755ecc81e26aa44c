"""The frame around every page: what it remembers having seen, and what it costs."""

from __future__ import annotations

import re
from datetime import date

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


def test_a_small_page_asks_the_databases_little(peramban: Peramban) -> None:
    """Every page pays for its frame; a look more in there is a look more for everybody."""
    peramban.jadi(5)
    peramban.get("/skp")
    pernyataan: list[str] = []
    for engine in (peramban.app.state.kantor.engine, peramban.app.state.data.engine):
        event.listen(engine, "before_cursor_execute", lambda *isi: pernyataan.append(isi[2]))

    peramban.get("/skp")

    bertanya = [satu for satu in pernyataan if satu.startswith("SELECT")]
    assert len(bertanya) <= 12, bertanya


def test_a_refusal_leads_back_to_the_page_it_came_from(peramban: Peramban) -> None:
    peramban.jadi(5)
    asal = "http://testserver/monitoring/kurva?periode=1"

    assert 'href="/monitoring/kurva?periode=1">Kembali' in peramban.get("/tidak-ada", headers={"Referer": asal}).text
    for lain in ("", "http://lain.id/skp", "http://testserver/tidak-ada"):
        halaman = peramban.get("/tidak-ada", headers={"Referer": lain}).text
        assert "Kembali ke halaman sebelumnya" not in halaman
        assert "Ke Daftar SKP" in halaman
