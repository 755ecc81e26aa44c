"""Findings: which criterion, which words, what is wrong, how to mend it.

Scene: turns the judgements of one statement into findings; the sentences are in lexicon/pesan.tsv.
Facts: none of its own.
Add: a code in pesan.tsv, a few lines in the generator of its criterion, cases on both sides in tests/wording/kasus.
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.wording import leksikon
from simulator.wording.bahan import Bahan, kutip_bagian, temuan
from simulator.wording.cocok import aspek_seharusnya, dua_ukuran, satuan_tidak_cocok
from simulator.wording.kepala import UKURAN, benda, kepala
from simulator.wording.pernyataan import Temuan
from simulator.wording.relevan import akar, kemiripan
from simulator.wording.teks import Teks

SALINAN = 0.9
KATA_TERLALU_PANJANG = 60
_LEMAH = frozenset(("terlaksananya", "terselenggaranya", "terlaksana", "terselenggara"))


def cari_temuan(b: Bahan) -> tuple[Temuan, ...]:
    """All findings of one statement, in the order orientasi, S, M, A, R, T, bahasa."""
    if kepala(b.teks) >= len(b.teks.kata):
        return (temuan("teks-kosong", b.teks.asli),)
    return tuple(t for pemeriksa in PEMERIKSA for t in pemeriksa(b))


def _orientasi(b: Bahan) -> Iterator[Temuan]:
    sebab, kutip = b.putusan.sebab, b.kutipan_kepala
    kata = b.teks.kata[b.putusan.awal]
    if b.putusan.label == "aktivitas" and b.pernyataan.jenis_pernyataan != "rencana_aksi":
        if sebab in ("kegiatan-dihitung", "keikutsertaan"):
            berbagi = b.teks.gol[b.putusan.awal] in ("ukuran-persen", "ukuran-tingkat")
            yield temuan("persentase-kegiatan" if berbagi else "kegiatan-dihitung", kutip)
        else:
            bentuk = "kata kerja" if b.teks.gol[b.putusan.awal] in ("verba", "verba-ubah") else "nama kegiatan"
            yield temuan("aktivitas", kutip, x=bentuk)
    elif sebab == "selesai" and kata in _LEMAH:
        yield temuan("hasil-lemah", kutip)


def _spesifik(b: Bahan) -> Iterator[Temuan]:
    if b.lingkup.payung and not b.lingkup.spesifik:
        yield temuan("objek-serba-ada", kutip_bagian(b.teks, b.lingkup.payung))
    elif not b.lingkup.spesifik:
        yield temuan("objek-umum", b.teks.asli)
    if (kata := dua_ukuran(b.teks)) is not None:
        yield temuan("dua-ukuran", b.teks.kutip(*kata))


def _terukur(b: Bahan) -> Iterator[Temuan]:
    u, t = b.ukuran, b.target
    if u is None:
        return
    if u.samar and not u.kuat:
        angka_lain = f" Angka “{t.teks}” menghitung hal lain." if t.nilai is not None else ""
        yield temuan("derajat-samar", kutip_bagian(b.teks, u.samar), x=angka_lain)
    elif not u.kuat:
        yield temuan("tanpa-ukuran", b.teks.asli)
    if t.bentuk == "kosong":
        yield temuan("tanpa-target", "")
    elif t.bentuk in ("angka", "rentang") and not t.satuan and not _satuan_jelas(b.teks):
        yield temuan("tanpa-satuan", t.teks, t=t.teks)
    if (salah := satuan_tidak_cocok(b)) is not None:
        yield temuan("satuan-tidak-cocok", salah[0], x=salah[1])
    if _indikator_menyalin(b):
        yield temuan("indikator-menyalin-rhk", b.teks.asli)


def _satuan_jelas(teks: Teks) -> bool:
    """Index and share heads carry their unit with them."""
    i = kepala(teks)
    return i < len(teks.kata) and teks.gol[i] in ("ukuran-persen", "ukuran-indeks")


def _indikator_menyalin(b: Bahan) -> bool:
    if b.pernyataan.jenis_pernyataan != "iki" or b.rhk is None:
        return False
    i = kepala(b.teks)
    if i >= len(b.teks.kata):
        return False
    if b.teks.gol[i] not in UKURAN:
        return _salinan(b.teks, b.rhk)
    # "Persentase tersusunnya laporan aset": a measure before the RHK's own words still does not say what is counted.
    sisa, asal = b.teks.kata[benda(b.teks) :], b.rhk.kata[kepala(b.rhk) :]
    return bool(sisa) and sisa[0].endswith("nya") and sisa[: len(asal)] == asal


def _tercapai(b: Bahan) -> Iterator[Temuan]:
    j, t = b.jangkauan, b.target
    if j is None:
        return
    if j.wajar is False:
        yield temuan(j.sebab, t.teks, t=t.teks, d=j.dasar)
    elif (t.kelas_satuan == "persen" and t.nilai == 100 and b.putusan.label == "outcome") or _mutlak(b):
        yield temuan("target-mutlak", t.teks, t=t.teks)


def _mutlak(b: Bahan) -> bool:
    kata = leksikon.kelompok("derajat", "mutlak")
    return b.target.bentuk == "teks" and any(k in kata for k in b.target_kecil.split())


def _relevan(b: Bahan) -> Iterator[Temuan]:
    h = b.hubungan
    if h is not None and h.relevan is False:
        if h.sebab == "rhk-tidak-mendukung-atasan":
            yield temuan(h.sebab, (b.rhk or b.teks).asli, d=b.atasan.asli if b.atasan else "")
        else:
            yield temuan("tidak-mengukur-rhk", b.teks.asli, d=b.rhk.asli if b.rhk else "")
    if b.pernyataan.jenis_pernyataan == "rhk" and b.atasan is not None and _salinan(b.teks, b.atasan):
        yield temuan("salinan-atasan", b.teks.asli)
    if aspek := aspek_seharusnya(b):
        yield temuan("aspek-keliru", b.teks.kutip(kepala(b.teks)), d=b.aspek, x=aspek)


def _salinan(satu: Teks, dua: Teks) -> bool:
    if satu.kecil == dua.kecil:
        return True
    return len(akar(satu)) > 1 and kemiripan(satu, dua) >= SALINAN


def _waktu(b: Bahan) -> Iterator[Temuan]:
    if b.waktu == "tidak":
        yield temuan("tanpa-waktu", b.teks.asli)
    elif b.waktu == "tersirat":
        yield temuan("waktu-tersirat", kutip_bagian(b.teks, b.kata_waktu) if b.kata_waktu else f"aspek {b.aspek}")


def _bahasa(b: Bahan) -> Iterator[Temuan]:
    teks = b.teks
    for awal, akhir, baku, kelas in teks.ejaan[:5]:
        kutip = teks.kutip_mentah(awal, akhir)
        if kutip.lower() != baku:
            yield temuan("ejaan" if kelas == "ejaan" else "singkatan", kutip, x=baku)
    if len(teks.asli) > 20 and teks.asli.isupper():
        yield temuan("huruf-kapital", teks.asli)
    if len(teks.kata) > KATA_TERLALU_PANJANG:
        yield temuan("terlalu-panjang", teks.asli)
    if teks.asli[:1] == "=" and len(teks.asli) > 2:
        yield temuan("rumus", teks.asli)


PEMERIKSA = (_orientasi, _spesifik, _terukur, _tercapai, _relevan, _waktu, _bahasa)
