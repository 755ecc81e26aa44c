"""Who assesses whom.

Scene: setting up the SKP and handing over evaluations. Pure: imports simulator.domain and the rule registry.
Facts: the direct superior assesses (CONFIRMED, PermenPANRB 1/2023 Pasal 36 ayat (5), SE MenPANRB 3/2023); the ladder
by kind of post is SINGLE (a regional deck); how PLT and PLH assess is UNCERTAIN.
Add: another ladder (ministry, village) is a second function; cases in tests/rules/penilai.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from simulator.domain.kepegawaian import JenisJabatan, Jenjang, Penugasan, StatusPenugasan
from simulator.rules.citation import Status
from simulator.rules.registry import rule
from simulator.rules.sumber import (
    KURSUS,
    PAPARAN_PENILAI_DAERAH,
    PERMENPANRB_1_2023,
    PLT_EKINERJA,
    SE_MENPANRB_3_2023,
    URL_SE_3_2023_TAHAP,
)
from simulator.rules.temuan import Temuan

_ADM, _JPT, _PENGAWAS = JenisJabatan.ADMINISTRATOR, JenisJabatan.JPT, JenisJabatan.PENGAWAS
_STRUKTURAL: dict[JenisJabatan, tuple[JenisJabatan, ...]] = {
    JenisJabatan.JPT: (),  # the head of the region, outside the simulated institution
    JenisJabatan.ADMINISTRATOR: (_JPT,),
    JenisJabatan.PENGAWAS: (_ADM,),
    JenisJabatan.PELAKSANA: (_PENGAWAS,),
}
_FUNGSIONAL: dict[Jenjang, tuple[JenisJabatan, ...]] = {
    Jenjang.AHLI_UTAMA: (_JPT,),
    Jenjang.AHLI_MADYA: (_JPT,),
    Jenjang.AHLI_MUDA: (_ADM, _JPT),
    Jenjang.AHLI_PERTAMA: (_PENGAWAS, _ADM, _JPT),
    Jenjang.PENYELIA: (_PENGAWAS, _ADM, _JPT),
    Jenjang.MAHIR: (_PENGAWAS, _ADM, _JPT),
    Jenjang.TERAMPIL: (_PENGAWAS, _ADM, _JPT),
    Jenjang.PEMULA: (_PENGAWAS, _ADM, _JPT),
}


@rule(
    id="penilai.tangga",
    judul="Jenis jabatan pejabat penilai menurut jenis jabatan yang dinilai",
    cites=[PAPARAN_PENILAI_DAERAH.pada("tabel pejabat penilai dan atasan pejabat penilai", Status.SINGLE)],
    assumes="Tangga ini untuk instansi daerah. Bila tingkat pengawas tidak ada di unit, administrator atau JPT di "
    "atasnya menggantikan.",
)
def penilai_menurut_jabatan(jenis: JenisJabatan, jenjang: Jenjang | None = None) -> tuple[JenisJabatan, ...]:
    """Kinds of post that may assess this post, nearest first; empty: an official outside the institution."""
    if jenis is JenisJabatan.JF:
        return _FUNGSIONAL[jenjang] if jenjang is not None else (_PENGAWAS, _ADM, _JPT)
    return _STRUKTURAL[jenis]


@rule(
    id="penilai.atasan_langsung",
    judul="Pejabat penilai adalah atasan langsung pegawai",
    cites=[
        PERMENPANRB_1_2023.pada("Pasal 36 ayat (5): predikat ditetapkan pejabat penilai kinerja"),
        SE_MENPANRB_3_2023.pada("tahap ketiga: pejabat penilai menetapkan rating", url=URL_SE_3_2023_TAHAP),
    ],
    assumes="Ketua tim yang bukan atasan langsung memberi umpan balik, tidak menetapkan predikat.",
)
def periksa_penilai(pegawai_id: int, atasan_id: int | None, penilai_id: int | None) -> tuple[Temuan, ...]:
    """The assessor of a person is that person's direct superior."""
    if penilai_id is not None and penilai_id == pegawai_id:
        pesan = "Pegawai menilai dirinya sendiri. Ganti pejabat penilai dengan atasan langsung."
        return (Temuan("menilai-diri-sendiri", pesan, "penilai.atasan_langsung", "pegawai", pegawai_id),)
    if atasan_id is None or penilai_id == atasan_id:
        return ()
    if penilai_id is None:
        pesan = "Pejabat penilai belum ada, padahal pegawai punya atasan langsung. Lengkapi kartu pejabat penilai."
        return (Temuan("penilai-kosong", pesan, "penilai.atasan_langsung", "pegawai", pegawai_id),)
    pesan = "Pejabat penilai bukan atasan langsung. Periksa data atasan, lalu sinkronkan profil dari SIASN."
    return (Temuan("penilai-bukan-atasan", pesan, "penilai.atasan_langsung", "pegawai", pegawai_id),)


def _berlaku(penugasan: Penugasan, hari: date) -> bool:
    return penugasan.mulai <= hari and (penugasan.selesai is None or hari <= penugasan.selesai)


@rule(
    id="penilai.plt_plh",
    judul="Bila jabatan atasan kosong, PLT menilai; PLH tidak mengubah penilai",
    cites=[
        PLT_EKINERJA.pada("pegawai yang merangkap PLT", Status.UNCERTAIN),
        KURSUS.pada("Penilai pada jabatan yang dipegang PLT/PLH", Status.KEBIJAKAN_KURSUS),
    ],
    assumes="Kewenangan menilai PLT dan PLH tidak terbaca pada sumber. Kelas memilih: PLT bertindak sebagai penilai "
    "selama jabatan kosong; PLH hanya mewakili sehari-hari, penilaian menunggu pejabat definitif.",
    gradable=False,
)
def pemangku_penilai(
    jabatan_id: int, pemangku_id: int | None, daftar_penugasan: Iterable[Penugasan], hari: date
) -> int | None:
    """Who acts as assessor from that post on that day: its definitive holder, else the PLT, else nobody."""
    if pemangku_id is not None:
        return pemangku_id
    calon = [
        penugasan
        for penugasan in daftar_penugasan
        if penugasan.jabatan_id == jabatan_id and penugasan.status is StatusPenugasan.PLT and _berlaku(penugasan, hari)
    ]
    return max(calon, key=lambda penugasan: (penugasan.mulai, penugasan.penugasan_id)).pegawai_id if calon else None


@rule(
    id="penilai.skp_plt",
    judul="SKP PLT/PLH/PJB hanya dibuat pegawai yang sedang bertugas sebagai PLT atau PLH",
    cites=[PLT_EKINERJA.pada("centang SKP PLT/PLH/PJB", Status.SINGLE)],
)
def boleh_skp_plt(pegawai_id: int, daftar_penugasan: Iterable[Penugasan], awal: date, akhir: date) -> bool:
    """The person holds an acting appointment somewhere inside the SKP period."""
    return any(
        penugasan.pegawai_id == pegawai_id
        and penugasan.status is not StatusPenugasan.DEFINITIF
        and penugasan.mulai <= akhir
        and (penugasan.selesai is None or penugasan.selesai >= awal)
        for penugasan in daftar_penugasan
    )
