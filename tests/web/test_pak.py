"""Angka kredit in the browser: what a functional official reads, what their assessor approves, what stands on paper."""

from __future__ import annotations

import re

from tests.web.conftest import Peramban
from tests.web.test_cetak import cetak, nama

#: PERENCANA is a functional official whom KASUBAG assesses; KEPALA assesses KASUBAG.
KEPALA, KASUBAG, ADMIN, PERENCANA = 1, 4, 7, 9
DRAFT, DISETUJUI, TERKIRIM = "Draft", "Disetujui penilai", "Terkirim ke SIASN"
BUKU = f"/angka-kredit/{PERENCANA}"
KERTAS = f"/cetak/penetapan/{PERENCANA}/2026"


def setujui(peramban: Peramban, langkah: str) -> str:
    return peramban.kirim(f"/penilai/pak/{PERENCANA}/2026/{langkah}", dari="/penilai/pak").text


def _menunggu(peramban: Peramban) -> int:
    """How many drafts the notifications say are waiting."""
    found = re.search(r"(\d+) draft PAK bawahan menunggu", peramban.get("/pemberitahuan").text)
    return int(found[1]) if found else 0


def test_the_assessor_approves_the_draft_and_sends_it_and_its_owner_reads_both(peramban: Peramban) -> None:
    peramban.jadi(PERENCANA)
    draft = cetak(peramban, KERTAS)
    sebelum = peramban.get("/angka-kredit").text
    peramban.jadi(KASUBAG)
    menunggu = _menunggu(peramban)
    disetujui = setujui(peramban, "setujui")
    terkirim = setujui(peramban, "sinkron")
    peramban.jadi(PERENCANA)
    sesudah = peramban.get("/angka-kredit").text
    kertas = cetak(peramban, KERTAS)
    kabar = peramban.get("/pemberitahuan").text

    assert "PAK 2026 Anda disetujui" in kabar
    assert _menunggu(peramban.jadi(KASUBAG)) == menunggu - 1
    assert "<span>Draft</span>" in sebelum
    assert "PAK ini masih draft" in draft
    assert "PAK 2026 disetujui" in disetujui
    assert "Sinkron AK SIASN" in disetujui
    assert "terkirim ke SIASN" in terkirim
    assert f"<span>{TERKIRIM}</span>" in sesudah
    assert "PENETAPAN ANGKA KREDIT (PAK)" in kertas
    assert f"Status: {TERKIRIM}" in kertas
    assert nama(peramban, KASUBAG) in kertas
    assert "AKUMULASI (I + II)" in kertas
    assert "masih draft" not in kertas


def test_the_admin_reads_in_the_log_what_was_sent(peramban: Peramban) -> None:
    peramban.jadi(KASUBAG)
    setujui(peramban, "setujui")
    setujui(peramban, "sinkron")
    log = peramban.jadi(ADMIN).get("/admin/log").text

    assert "Sinkron AK SIASN" in log
    assert "PAK 2026: " in log


def test_nobody_but_the_assessor_approves_and_a_stranger_does_not_read(peramban: Peramban) -> None:
    peramban.jadi(KEPALA)
    ditolak = setujui(peramban, "setujui")
    peramban.jadi(PERENCANA)
    sendiri = setujui(peramban, "setujui")
    rekan = next(
        orang
        for orang in range(20, 60)
        if peramban.jadi(orang).get(BUKU).status_code == 403 and orang not in (KEPALA, KASUBAG)
    )
    asing = peramban.jadi(rekan).get(KERTAS)

    assert "Setujui PAK" in ditolak
    assert "hanya dilakukan pejabat penilai" in ditolak
    assert "Ini data Anda sendiri" in sendiri
    assert asing.status_code == 403


def test_the_menu_offers_angka_kredit_to_functional_officials_only(peramban: Peramban) -> None:
    fungsional = peramban.jadi(PERENCANA).get("/skp").text
    struktural = peramban.jadi(KASUBAG).get("/skp").text
    tanpa = peramban.get("/angka-kredit").text

    assert 'href="/angka-kredit"' in fungsional
    assert 'href="/angka-kredit"' not in struktural
    assert "hanya untuk pejabat fungsional" in tanpa
