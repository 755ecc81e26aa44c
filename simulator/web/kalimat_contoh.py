"""Short sentences an assessor may tick: expectations per BerAKHLAK value, feedback per indicator and per behaviour.

Scene: Tambah/Edit Ekspektasi, Umpan Balik; the hints below Lampiran SKP. May import: simulator.domain, wording.
Facts: that templates exist beside free text is CONFIRMED as an idea, the application's own texts are not public; every
sentence here is REKAAN penyusun (label simulasi). Feedback sentences carry the facts of the row they are ticked on, so
that two people never get the same words by accident.
Add: another sentence at the end of its list (drafts remember sentences by their place).
"""

from __future__ import annotations

from collections.abc import Sequence

from simulator.domain.errors import DataTidakSah
from simulator.domain.skp import JenisLampiran, NilaiBerAKHLAK
from simulator.web.formulir import Formulir
from simulator.wording.terpenuhi import terpenuhi

#: What a list of the Lampiran SKP is for, with one example (label simulasi).
LAMPIRAN: dict[JenisLampiran, str] = {
    JenisLampiran.DUKUNGAN_SUMBER_DAYA: "Yang Anda perlukan untuk mencapai target: orang, anggaran, alat, data. "
    "Misalnya: Alat pemeriksaan dikalibrasi sesuai jadwal. Satu hal per butir.",
    JenisLampiran.SKEMA_PERTANGGUNGJAWABAN: "Kapan, kepada siapa, dan bagaimana hasilnya dilaporkan. Misalnya: Laporan "
    "tertulis kepada pimpinan setiap triwulan.",
    JenisLampiran.KONSEKUENSI: "Akibat yang disepakati bila target tercapai atau tidak. Misalnya: Target yang tidak "
    "tercapai dibahas dalam dialog kinerja untuk rencana perbaikan.",
}

N = NilaiBerAKHLAK
EKSPEKTASI: dict[NilaiBerAKHLAK, tuple[str, ...]] = {
    N.BERORIENTASI_PELAYANAN: (
        "Menjawab pertanyaan pengguna layanan paling lama satu hari kerja.",
        "Mengusulkan satu perbaikan layanan setiap triwulan berdasarkan keluhan yang masuk.",
    ),
    N.AKUNTABEL: (
        "Menyimpan bukti setiap hasil kerja sehingga dapat ditelusuri siapa pun yang berhak.",
        "Melaporkan kendala dan keterlambatan sebelum ditanya.",
    ),
    N.KOMPETEN: (
        "Mempelajari satu keterampilan baru yang dipakai dalam RHK tahun ini.",
        "Membagikan yang dipelajari kepada rekan satu unit.",
    ),
    N.HARMONIS: (
        "Mendengarkan pendapat rekan sebelum memutuskan cara kerja bersama.",
        "Membantu rekan yang bebannya menumpuk tanpa menunggu diminta.",
    ),
    N.LOYAL: (
        "Menjaga kerahasiaan data dan nama baik instansi di dalam dan di luar jam kerja.",
        "Menjalankan keputusan bersama secara utuh sesudah ditetapkan.",
    ),
    N.ADAPTIF: (
        "Menyesuaikan cara kerja ketika prosedur atau sistem berubah.",
        "Mencoba cara yang lebih sederhana dan melaporkan hasilnya.",
    ),
    N.KOLABORATIF: (
        "Melibatkan unit terkait sejak awal pekerjaan, bukan pada akhirnya.",
        "Memberi kesempatan setiap anggota tim menyampaikan gagasan.",
    ),
}


def contoh_indikator(indikator: str, target: str, realisasi: str) -> tuple[str, ...]:
    """Sentences about one indicator, with its own target and realisation in them; "" for one that does not fit them.

    Where the two do not tell whether the target is reached, that is what can be said about them.
    """
    hal, tuju, ada = _pendek(indikator), _pendek(target), _pendek(realisasi)
    tercapai = terpenuhi(indikator, target, realisasi) if realisasi else False
    return (
        f"{hal}: realisasi “{ada}” sesuai dengan target “{tuju}” dan terbaca pada bukti dukung." if tercapai else "",
        f"{hal}: bukti dukungnya belum dapat saya baca atau belum cukup. Perbaiki aksesnya dan lengkapi sebelum batas "
        "pengisian.",
        f"{hal}: target “{tuju}” belum tercapai. Apa kendalanya, dan langkah apa yang Saudara pilih untuk periode "
        "berikutnya?"
        if tercapai is False
        else "",
        f"{hal}: tuliskan realisasinya supaya dapat dibaca terhadap target “{tuju}”." if not realisasi else "",
        f"{hal}: realisasi “{ada}” dari target “{tuju}” terbaca pada bukti dukung. Lanjutkan sampai target tercapai."
        if realisasi and tercapai is False
        else "",
        f"{hal}: realisasi “{ada}” belum dapat dibaca terhadap target “{tuju}”. Jelaskan yang sudah tercapai dalam "
        "satuan yang sama."
        if tercapai is None
        else "",
    )


def contoh_perilaku(nilai: NilaiBerAKHLAK) -> tuple[str, ...]:
    """Sentences about one BerAKHLAK value."""
    return (
        f"Perilaku {nilai.label} konsisten pada periode ini, dan rekan kerja ikut terbantu.",
        f"Perilaku {nilai.label} sudah tampak. Menurut Saudara, dukungan apa yang membuatnya lebih kuat?",
        f"Perilaku {nilai.label} belum konsisten. Mari bicarakan satu contoh dan satu langkah perbaikannya.",
    )


def gabung(isian: Formulir, contoh: Sequence[str], nama: str = "isi") -> str:
    """The ticked sentences and then the own words, one per line. Raises: DataTidakSah — one of them fits no more."""
    baris = [kalimat for nomor, kalimat in enumerate(contoh) if isian.centang(f"contoh-{nomor}")]
    if "" in baris:
        raise DataTidakSah(
            "Kalimat contoh yang Anda centang tidak cocok lagi: realisasinya berubah sesudah formulir ini dibuka. "
            "Bacalah realisasinya sekarang, lalu pilih lagi.",
            kode="kalimat-tidak-cocok",
        )
    return "\n".join([*baris, *filter(None, [isian.teks(nama)])])


def pisah(teks: str, contoh: Sequence[str]) -> tuple[frozenset[int], str]:
    """The other way round: which sentences a text was made of, and what remains of it."""
    baris = teks.split("\n")
    dicentang = frozenset(nomor for nomor, kalimat in enumerate(contoh) if kalimat in baris)
    return dicentang, "\n".join(satu for satu in baris if satu not in {contoh[nomor] for nomor in dicentang})


def _pendek(teks: str, maks: int = 140) -> str:
    rapi = " ".join(teks.split())
    return rapi if len(rapi) <= maks else rapi[: maks - 1].rstrip() + "…"
