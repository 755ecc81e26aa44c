"""After deciding one of many: the confirmation leads to the next one that waits, and to the list after the last."""

from __future__ import annotations

import re
from datetime import date

from simulator.domain.penilaian import Rating
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from tests.web.adegan_penilai import KABID, STAF, diajukan_pula, kantor, skp_diajukan
from tests.web.conftest import Peramban
from tests.web.test_pak import KASUBAG, setujui

_LANJUT = re.compile(r'<a class="tombol biru" href="([^"]+)" autofocus aria-describedby="(pesan-1)">([^<]+)</a>')


def _lanjut(jawab: str) -> tuple[str, str]:
    """What the link that has the focus says, and where it leads; its words stand below the confirmation."""
    alamat, pesan, kata = _LANJUT.findall(jawab)[0]
    assert f'<p id="{pesan}">' in jawab
    return kata, alamat


def _rekan(peramban: Peramban, banyak: int) -> list[tuple[int, str]]:
    """So many other subordinates of KABID: number and name."""
    semua = sorted(queries.bawahan(kantor(peramban), KABID), key=lambda satu: satu.nama)
    return [(satu.pegawai_id, satu.nama) for satu in semua if satu.pegawai_id != STAF][:banyak]


def test_one_plan_after_another_and_one_rating_after_another(peramban: Peramban) -> None:
    tiga = [skp_diajukan(kantor(peramban))]
    dua = _rekan(peramban, 2)
    tiga += [diajukan_pula(kantor(peramban), tiga[0], pegawai_id) for pegawai_id, _ in dua]
    (_, satu_nama), (_, dua_nama) = dua
    peramban.jadi(KABID)
    setuju = [peramban.kirim(f"/penilai/skp/{n}/setujui", dari=f"/penilai/skp/{n}").text for n in (tiga[0], tiga[1])]
    alamat = f"/penilai/skp/{tiga[2]}"
    kembali = peramban.kirim(f"{alamat}/kembalikan", dari=alamat, alasan="Indikator kedua belum terukur.").text

    assert _lanjut(setuju[0]) == (f"Berikutnya: {satu_nama} (2 lagi)", f"/penilai/skp/{tiga[1]}")
    assert _lanjut(setuju[1]) == (f"Berikutnya: {dua_nama}", alamat)
    assert _lanjut(kembali) == ("Kembali ke SKP Bawahan", "/penilai/skp")
    assert "autofocus" not in peramban.get(alamat).text, "said once"

    periode = actions.tambah_periode(
        kantor(peramban), Pelaku.admin(7), nama="Triwulan I 2027", tahun=2027, tipe="triwulanan", angka=1,
        periode_awal=date(2027, 1, 1), periode_akhir=date(2027, 3, 31), batas_pengisian=date(2027, 4, 10),
    ).periode_id  # fmt: skip
    kantor(peramban).maju_ke(date(2027, 4, 1))
    for skp_id in tiga[:2]:
        actions.beri_umpan_balik(
            kantor(peramban), Pelaku.penilai(KABID), skp_id, periode_id=periode, sasaran="umum", isi="Laporan tepat."
        )
    halaman = [f"/penilai/penilaian/{skp_id}/{periode}" for skp_id in tiga[:2]]
    rating = {"rating_perilaku": Rating.SESUAI.value, "catatan": ""}
    pertama = peramban.kirim(f"{halaman[1]}/rating", dari=halaman[1], rating_hasil=Rating.SESUAI.value, **rating).text
    rendah = peramban.kirim(f"{halaman[0]}/rating", dari=halaman[0], rating_hasil=Rating.DI_BAWAH.value, **rating).text
    nama = queries.skp_lengkap(kantor(peramban), tiga[0]).identitas_pegawai.nama

    assert _lanjut(pertama) == (f"Berikutnya: {nama}", halaman[0])
    assert _lanjut(rendah) == ("Ke pembinaan kinerja", f"{halaman[0]}#pembinaan")
    assert 'id="pembinaan"' in rendah
    assert f'href="/penilai/penilaian?periode={periode}">Kembali ke Penilaian Bawahan</a>' in rendah


def test_an_approved_pak_leads_to_the_next_row_and_then_to_what_is_to_be_sent(peramban: Peramban) -> None:
    peramban.jadi(KASUBAG)
    kata, alamat = _lanjut(setujui(peramban, "setujui"))
    baris = alamat.removeprefix("/penilai/pak#")

    assert kata.startswith("Berikutnya: Setujui PAK ")
    assert f'<tr id="{baris}">' in peramban.get("/penilai/pak").text
    assert _lanjut(setujui(peramban, "sinkron"))[0].startswith("Berikutnya: Setujui PAK ")
