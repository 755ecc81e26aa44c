"""Is this SKP complete and consistent?

Scene: before *Ajukan SKP*, and again when the assessor reads it. Pure: imports simulator.domain and the registry.
Facts: columns and lists of the forms in PermenPANRB 6/2022 Lampiran (CONFIRMED); annual period and the refusal of
overlapping periods as the application shows them.
Add: a rule here and in _PEMERIKSA, its cases in tests/rules/perencanaan.yaml. Wording rules that need no text engine
stand in pernyataan.py.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from simulator.domain.kepegawaian import JenisJabatan
from simulator.domain.skp import RHK, SKP, Aspek, JenisLampiran, JenisRHK, Pendekatan, StatusSKP
from simulator.rules.citation import Status
from simulator.rules.pernyataan import bahasa_hasil, smart_lengkap
from simulator.rules.registry import rule
from simulator.rules.sumber import (
    FORMULIR_6_2022,
    FORMULIR_SKP_BKN,
    KURSUS,
    PANDUAN_EKINERJA,
    PERMENPANRB_6_2022,
)
from simulator.rules.target import urai_target
from simulator.rules.temuan import Temuan

__all__ = ["KonteksSKP", "bahasa_hasil", "periksa_skp", "smart_lengkap"]


@dataclass(frozen=True, slots=True)
class KonteksSKP:
    """What must be known around an SKP to judge it.

    ``puncak``: the top of the institution, which intervenes nobody. ``rhk_atasan``: ids of the assessor's RHK, or None
    when they are not known (then only presence is checked). ``skp_lain``: the other SKP of the same person.
    """

    jenis_jabatan: JenisJabatan
    puncak: bool = False
    rhk_atasan: Collection[int] | None = None
    skp_lain: Sequence[SKP] = ()


def _ringkas(rhk: RHK) -> str:
    teks = rhk.teks.strip()
    return f"RHK “{teks[:60]}…”" if len(teks) > 60 else f"RHK “{teks}”" if teks else "RHK tanpa teks"


@rule(
    id="perencanaan.rhk_utama",
    judul="SKP memuat sekurang-kurangnya satu RHK utama, dan setiap RHK berisi teks",
    cites=[FORMULIR_SKP_BKN.pada("bagian A. Utama dan kolom Rencana Hasil Kerja")],
    assumes="Jumlah RHK tidak dibatasi; formulir hanya menuntut bagian Utama terisi.",
)
def rhk_utama(skp: SKP, konteks: KonteksSKP) -> Iterator[Temuan]:
    """At least one main RHK; no empty RHK text."""
    if not any(rhk.jenis is JenisRHK.UTAMA for rhk in skp.daftar_rhk):
        yield Temuan(
            "skp-tanpa-rhk",
            "SKP belum memuat RHK utama. Buka Detail SKP, bagian Hasil Kerja Utama, lalu tambah RHK.",
            "perencanaan.rhk_utama",
            "skp",
            skp.skp_id,
        )
    for rhk in skp.daftar_rhk:
        if not rhk.teks.strip():
            yield Temuan(
                "rhk-kosong",
                "Ada RHK yang belum berisi teks. Tulis hasil yang akan dicapai, atau hapus barisnya.",
                "perencanaan.rhk_utama",
                "rhk",
                rhk.rhk_id,
            )


@rule(
    id="perencanaan.iki_lengkap",
    judul="Setiap RHK punya indikator; indikator dan targetnya terisi",
    cites=[FORMULIR_SKP_BKN.pada("kolom (4) Aspek, (5) Indikator Kinerja Individu, dan (6) Target")],
    assumes="Pada pendekatan kualitatif ukuran, target, dan ekspektasi menyatu dalam satu uraian, sehingga hanya "
    "uraian indikator yang wajib terisi.",
)
def iki_lengkap(skp: SKP, konteks: KonteksSKP) -> Iterator[Temuan]:
    """Every RHK has at least one IKI; each IKI has its text and (quantitative approach) its target."""
    for rhk in skp.daftar_rhk:
        if not rhk.daftar_iki:
            yield Temuan(
                "rhk-tanpa-iki",
                f"{_ringkas(rhk)} belum punya indikator. Tambahkan IKI dengan aspek, indikator, dan target.",
                "perencanaan.iki_lengkap",
                "rhk",
                rhk.rhk_id,
            )
        for iki in rhk.daftar_iki:
            if not iki.indikator.strip():
                pesan = f"{_ringkas(rhk)}: indikator {iki.aspek.label} belum berisi teks. Tulis ukuran keberhasilannya."
                yield Temuan("iki-tanpa-indikator", pesan, "perencanaan.iki_lengkap", "iki", iki.iki_id)
            if skp.pendekatan is Pendekatan.KUANTITATIF and not iki.target.strip():
                pesan = f"{_ringkas(rhk)}: indikator {iki.aspek.label} belum punya target. Isi angka dan satuannya."
                yield Temuan("iki-tanpa-target", pesan, "perencanaan.iki_lengkap", "iki", iki.iki_id)


@rule(
    id="perencanaan.target_terukur",
    judul="Target pendekatan kuantitatif memuat angka dan satuan",
    cites=[
        FORMULIR_SKP_BKN.pada("kolom (6) Target"),
        PERMENPANRB_6_2022.pada(
            "pendekatan hasil kerja kuantitatif", url="https://medan.bkn.go.id/aplikasi-e-kinerja-bkn/"
        ),
    ],
)
def target_terukur(skp: SKP, konteks: KonteksSKP) -> Iterator[Temuan]:
    """A quantitative target has a number and a unit."""
    if skp.pendekatan is not Pendekatan.KUANTITATIF:
        return
    for rhk in skp.daftar_rhk:
        for iki in rhk.daftar_iki:
            if iki.target.strip() and urai_target(iki.target) is None:
                yield Temuan(
                    "target-tidak-terukur",
                    f"{_ringkas(rhk)}: target “{iki.target}” belum memuat angka dan satuan, misalnya 1 dokumen.",
                    "perencanaan.target_terukur",
                    "iki",
                    iki.iki_id,
                )


@rule(
    id="perencanaan.aspek",
    judul="Tiap RHK memuat aspek kuantitas, kualitas, dan waktu",
    cites=[PANDUAN_EKINERJA.pada("aspek indikator (praktik pengisian)", Status.UNCERTAIN)],
    assumes="Panduan dan praktik mengisi tiga aspek; pasal yang mewajibkannya tidak ditemukan. Hanya menjadi saran.",
    gradable=False,
)
def tiga_aspek(skp: SKP, konteks: KonteksSKP) -> Iterator[Temuan]:
    """Advice: the three usual aspects are all there."""
    if skp.pendekatan is not Pendekatan.KUANTITATIF:
        return
    for rhk in skp.daftar_rhk:
        ada = {iki.aspek for iki in rhk.daftar_iki}
        kurang = [aspek.label for aspek in (Aspek.KUANTITAS, Aspek.KUALITAS, Aspek.WAKTU) if aspek not in ada]
        if rhk.daftar_iki and kurang:
            pesan = f"{_ringkas(rhk)} belum memuat aspek {', '.join(kurang)}. Biasanya ketiganya diisi."
            yield Temuan("aspek-belum-lengkap", pesan, "perencanaan.aspek", "rhk", rhk.rhk_id, wajib=False)


@rule(
    id="perencanaan.intervensi",
    judul="RHK utama JA dan JF menyebut RHK pimpinan yang diintervensi",
    cites=[FORMULIR_SKP_BKN.pada("kolom (2) RHK pimpinan yang diintervensi")],
    assumes="Tidak berlaku bagi JPT dan bagi puncak instansi, yang menurunkan RHK dari perjanjian kinerja.",
)
def intervensi(skp: SKP, konteks: KonteksSKP) -> Iterator[Temuan]:
    """Below the top every main RHK supports one RHK of the superior."""
    if konteks.puncak or konteks.jenis_jabatan is JenisJabatan.JPT:
        return
    for rhk in skp.daftar_rhk:
        if rhk.jenis is not JenisRHK.UTAMA:
            continue
        if rhk.rhk_atasan_id is None:
            yield Temuan(
                "rhk-tidak-terhubung",
                f"{_ringkas(rhk)} belum memilih RHK pimpinan yang diintervensi. Pilih dari daftar RHK pimpinan; bila "
                "kosong, minta pimpinan menekan Sinkronisasi SKP Bawahan.",
                "perencanaan.intervensi",
                "rhk",
                rhk.rhk_id,
            )
        elif konteks.rhk_atasan is not None and rhk.rhk_atasan_id not in konteks.rhk_atasan:
            yield Temuan(
                "rhk-atasan-tidak-dikenal",
                f"{_ringkas(rhk)} mengintervensi RHK yang bukan milik pejabat penilai. Periksa nama pejabat penilai "
                "dan pilih ulang RHK-nya.",
                "perencanaan.intervensi",
                "rhk",
                rhk.rhk_id,
            )


@rule(
    id="perencanaan.perspektif",
    judul="RHK JPT memakai perspektif; RHK jabatan lain tidak",
    cites=[FORMULIR_6_2022.pada("kolom (5) Perspektif pada formulir JPT")],
    assumes="Yang dituntut adalah perspektif pada RHK utama; keempat perspektif tidak harus semuanya ada.",
)
def perspektif(skp: SKP, konteks: KonteksSKP) -> Iterator[Temuan]:
    """The Perspektif column exists on the JPT form only."""
    jpt = konteks.jenis_jabatan is JenisJabatan.JPT
    for rhk in skp.daftar_rhk:
        if jpt and rhk.jenis is JenisRHK.UTAMA and rhk.perspektif is None:
            kode = "rhk-jpt-tanpa-perspektif"
            pesan = f"{_ringkas(rhk)} belum punya perspektif. Pilih salah satu dari empat perspektif JPT."
        elif not jpt and rhk.perspektif is not None:
            kode = "perspektif-bukan-jpt"
            pesan = f"{_ringkas(rhk)} memakai perspektif, padahal kolom itu hanya ada pada formulir JPT. Kosongkan."
        else:
            continue
        yield Temuan(kode, pesan, "perencanaan.perspektif", "rhk", rhk.rhk_id)


@rule(
    id="perencanaan.lampiran",
    judul="Ketiga daftar Lampiran SKP terisi",
    cites=[
        FORMULIR_6_2022.pada("Lampiran SKP: dukungan sumber daya, skema pertanggungjawaban, konsekuensi"),
        KURSUS.pada("Lampiran SKP: paling sedikit satu butir per daftar", Status.KEBIJAKAN_KURSUS),
    ],
    assumes="Jumlah butir tidak ditentukan sumber; kelas menuntut paling sedikit satu pada tiap daftar.",
)
def lampiran(skp: SKP, konteks: KonteksSKP) -> Iterator[Temuan]:
    """Each of the three lists has at least one line with text."""
    ada = {butir.jenis for butir in skp.daftar_lampiran if butir.teks.strip()}
    for jenis in JenisLampiran:
        if jenis not in ada:
            pesan = f"Lampiran SKP, daftar {jenis.label}, masih kosong. Isi paling sedikit satu butir."
            yield Temuan(f"lampiran-{jenis.value.replace('_', '-')}", pesan, "perencanaan.lampiran", "skp", skp.skp_id)


@rule(
    id="perencanaan.periode",
    judul="Periode SKP berada dalam satu tahun dan tidak terbalik",
    cites=[FORMULIR_6_2022.pada("kepala formulir: periode penilaian Januari s.d. Desember tahun yang sama")],
    assumes="Periode boleh mulai sesudah 1 Januari atau berakhir sebelum 31 Desember bila pegawai berpindah jabatan.",
)
def periode(skp: SKP, konteks: KonteksSKP) -> Iterator[Temuan]:
    """The two dates are in order and in the SKP's own year."""
    if skp.periode_akhir < skp.periode_awal:
        pesan = "Periode akhir SKP mendahului periode awal. Tukar atau perbaiki kedua tanggal."
        yield Temuan("periode-terbalik", pesan, "perencanaan.periode", "skp", skp.skp_id)
    if {skp.periode_awal.year, skp.periode_akhir.year} != {skp.tahun}:
        pesan = f"Periode awal dan akhir SKP harus pada tahun {skp.tahun}. Perbaiki tanggal yang tahunnya berbeda."
        yield Temuan("periode-beda-tahun", pesan, "perencanaan.periode", "skp", skp.skp_id)


@rule(
    id="perencanaan.tumpang_tindih",
    judul="Dua SKP seorang pegawai pada jabatan yang sama jenisnya tidak bertindihan waktu",
    cites=[PANDUAN_EKINERJA.pada("membuat SKP: Setting Periode SKP", Status.SINGLE)],
    assumes="SKP definitif dan SKP PLT/PLH boleh berjalan bersamaan; versi lama dan draft tidak dihitung.",
)
def tumpang_tindih(skp: SKP, konteks: KonteksSKP) -> Iterator[Temuan]:
    """No overlap with another SKP of the same person that was submitted or approved."""
    hidup = (StatusSKP.PENGAJUAN, StatusSKP.PERSETUJUAN, StatusSKP.SELESAI)
    for lain in konteks.skp_lain:
        if lain.skp_id == skp.skp_id or lain.status not in hidup or lain.plt_plh_pjb != skp.plt_plh_pjb:
            continue
        if lain.periode_awal <= skp.periode_akhir and skp.periode_awal <= lain.periode_akhir:
            pesan = (
                f"Periode {lain.periode_awal:%d-%m-%Y} s.d. {lain.periode_akhir:%d-%m-%Y} sudah dipakai SKP lain. "
                "Pilih tanggal di luar itu, atau perpendek SKP lama."
            )
            yield Temuan("periode-bertindihan", pesan, "perencanaan.tumpang_tindih", "skp", lain.skp_id)


@rule(
    id="perencanaan.penilai",
    judul="SKP menyebut pejabat penilai, dan penilai bukan pegawai itu sendiri",
    cites=[FORMULIR_6_2022.pada("kepala formulir: pegawai yang dinilai dan pejabat penilai kinerja")],
    assumes="Puncak instansi dinilai oleh pejabat di luar instansi simulasi, sehingga penilainya boleh kosong.",
)
def penilai(skp: SKP, konteks: KonteksSKP) -> Iterator[Temuan]:
    """The assessor is named and is somebody else."""
    if skp.penilai_id is None and not konteks.puncak:
        pesan = "Pejabat penilai belum ada. Perbaiki kartu pejabat penilai, atau minta admin memeriksa data atasan."
        yield Temuan("skp-tanpa-penilai", pesan, "perencanaan.penilai", "skp", skp.skp_id)
    if skp.penilai_id is not None and skp.penilai_id == skp.pegawai_id:
        pesan = "Pejabat penilai sama dengan pegawai yang dinilai. Pilih atasan langsung sebagai penilai."
        yield Temuan("penilai-diri-sendiri", pesan, "perencanaan.penilai", "skp", skp.skp_id)


_PEMERIKSA: tuple[Callable[[SKP, KonteksSKP], Iterator[Temuan]], ...] = (
    rhk_utama,
    iki_lengkap,
    target_terukur,
    intervensi,
    perspektif,
    lampiran,
    periode,
    tumpang_tindih,
    penilai,
    tiga_aspek,
)


def periksa_skp(skp: SKP, konteks: KonteksSKP, *, dengan_saran: bool = False) -> tuple[Temuan, ...]:
    """Everything that keeps an SKP from being submitted; with ``dengan_saran`` also advice (``wajib`` False)."""
    semua = (temuan for periksa in _PEMERIKSA for temuan in periksa(skp, konteks))
    return tuple(temuan for temuan in semua if temuan.wajib or dengan_saran)
