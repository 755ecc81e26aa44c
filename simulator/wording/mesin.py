"""The engine: one statement in, one judgement out; a batch goes through the same function.

Scene: called by exercise 1, the notebook hints, the SKP import and ``bimtek iki periksa``. Pure; imports this package.
Facts: none of its own; every criterion has its file.
Add: a criterion in its own file, then a line here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.wording import tercapai
from simulator.wording.arah import arah_turun
from simulator.wording.bahan import Bahan
from simulator.wording.kepala import Putusan, mengukur_waktu
from simulator.wording.orientasi import putuskan
from simulator.wording.pernyataan import BERUKURAN, Hasil, Konteks, Pernyataan, Target
from simulator.wording.relevan import Hubungan, dukungan, hubungan
from simulator.wording.spesifik import Cakupan, cakupan
from simulator.wording.target import urai_target
from simulator.wording.teks import Teks, bersihkan
from simulator.wording.temuan import cari_temuan
from simulator.wording.terukur import Ukuran, ukur
from simulator.wording.usulan import usulkan
from simulator.wording.waktu import cari_waktu

_ingatan: dict[str, Teks] = {}


def _teks(isi: str | None) -> Teks | None:
    """RHK texts come back for every IKI below them, so the last few hundred are remembered."""
    if not isi:
        return None
    teks = _ingatan.get(isi)
    if teks is None:
        if len(_ingatan) > 512:
            _ingatan.clear()
        teks = _ingatan[isi] = Teks(isi)
    return teks


def periksa(p: Pernyataan) -> Hasil:
    """Judge one statement (see Hasil). Never raises for any text."""
    return nilai_dengan_teks(p)[0]


def nilai_dengan_teks(p: Pernyataan) -> tuple[Hasil, Teks]:
    """The judgement together with the words it was made from, for those who compare statements afterwards."""
    teks, rhk, atasan = Teks(p.teks), _teks(p.rhk), _teks(p.rhk_atasan)
    jenis = p.jenis_pernyataan
    aspek = (p.aspek or "").strip().lower()
    target = urai_target(p.target, p.satuan) if p.target or p.satuan else Target()
    target_kecil = bersihkan(p.target).lower() if p.target else ""
    putusan = putuskan(teks, jenis, aspek)
    lingkup = cakupan(teks, rhk if jenis in ("iki", "rencana_aksi") else None)
    bahan = Bahan(p, teks, rhk, atasan, aspek, target, target_kecil, putusan, lingkup)
    if jenis in BERUKURAN:
        _ukur_indikator(bahan, p)
    elif atasan is not None:
        bahan.hubungan = dukungan(teks, atasan)
    return _susun(bahan), teks


def _ukur_indikator(b: Bahan, p: Pernyataan) -> None:
    b.ukuran = ukur(b.teks, b.target, b.target_kecil, b.aspek)
    b.waktu, b.kata_waktu = _waktu(b.teks, b.target_kecil, p.satuan)
    if b.waktu == "tidak" and (b.aspek == "waktu" or mengukur_waktu(b.teks)):
        b.waktu = "tersirat"
    umum = not b.lingkup.spesifik and b.rhk is not None and cakupan(b.rhk).spesifik
    b.hubungan = hubungan(b.teks, b.rhk, b.atasan, b.lingkup.payung, umum)
    b.jangkauan = tercapai.jangkauan(
        b.target, b.teks.kecil, arah_turun(b.teks), Konteks.dari(p.konteks),
        tercapai.samar(b.target_kecil) if b.target.bentuk == "teks" else False,
    )  # fmt: skip


def _waktu(teks: Teks, target_kecil: str, satuan: str | None) -> tuple[str, str]:
    """The time in the statement itself, else in its target and unit."""
    sendiri = teks.waktu or cari_waktu(teks.kecil)
    target = f"{target_kecil} {bersihkan(satuan).lower()}".strip() if satuan else target_kecil
    if sendiri[0] == "eksplisit" or not target:
        return sendiri
    bersama = cari_waktu(teks.kecil, target)
    return bersama if bersama[0] != "tidak" else sendiri


def _susun(b: Bahan) -> Hasil:
    u, indikator = b.ukuran, b.ukuran is not None
    ragu = tuple(
        nama
        for nama, tidak_yakin in (
            ("orientasi", b.putusan.yakin == 0),
            ("S", not b.lingkup.yakin),
            ("M", u is not None and not u.yakin),
            ("A", b.jangkauan is not None and not b.jangkauan.yakin),
            ("R", b.hubungan is not None and not b.hubungan.yakin),
            ("T", indikator and b.waktu == "tersirat"),
        )
        if tidak_yakin
    )
    return Hasil(
        orientasi=b.putusan.label,
        spesifik="ya" if b.lingkup.spesifik else "tidak",
        terukur="na" if u is None else "ya" if u.terukur else "tidak",
        waktu=b.waktu if indikator else "na",
        ragu=bool(ragu),
        S=b.lingkup.spesifik,
        M=None if u is None else u.kuat,
        A=None if b.jangkauan is None else b.jangkauan.wajar,
        R=None if b.hubungan is None else b.hubungan.relevan,
        T=b.waktu == "eksplisit" if indikator else None,
        target=b.target,
        temuan=cari_temuan(b),
        usulan=usulkan(b),
        id=b.pernyataan.id,
        ragu_pada=ragu,
    )


def periksa_banyak(pernyataan: Iterable[Pernyataan]) -> Iterator[Hasil]:
    """Judge many statements, one after the other, in input order."""
    for p in pernyataan:
        yield periksa(p)


__all__ = ["Cakupan", "Hubungan", "Putusan", "Ukuran", "periksa", "periksa_banyak"]
