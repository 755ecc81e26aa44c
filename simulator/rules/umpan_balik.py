"""Is the feedback there, is it meant for this person, and does it agree with the rating?

Scene: continuous feedback during a period. Pure: imports simulator.domain and the rule registry.
Facts: feedback stands on evidence and is attributed (CONFIRMED, evaluation form); what makes it good follows Format
B.1.8 (CONFIRMED text) and is applied here as an aturan kelas.
Add: a check here, its cases in tests/rules/umpan_balik.yaml.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from simulator.domain.errors import DataTidakSah
from simulator.domain.label import Berlabel
from simulator.domain.pelaksanaan import Ikon, UmpanBalik
from simulator.domain.penilaian import Rating
from simulator.rules.citation import Status
from simulator.rules.registry import rule
from simulator.rules.sumber import FORMULIR_6_2022, KURSUS, PEDOMAN_BIMBINGAN
from simulator.rules.temuan import Temuan


class KriteriaUmpanBalik(Berlabel):
    """Five questions about one piece of feedback."""

    BERBASIS_DATA = "berbasis_data", "Berdasarkan data atau fakta"
    SPESIFIK = "spesifik", "Menyebut RHK atau perilaku tertentu"
    POSITIF = "positif", "Bernada membangun"
    BERTANYA = "bertanya", "Mengajak berdialog, tidak menggurui"
    TINDAK_LANJUT = "tindak_lanjut", "Memuat langkah berikutnya"


def bentuk_dasar(teks: str) -> str:
    """The words of a text without case, punctuation, or spacing: equal forms are copies."""
    return " ".join("".join(huruf if huruf.isalnum() else " " for huruf in teks.casefold()).split())


@rule(
    id="umpan_balik.terisi",
    judul="Umpan balik berisi kalimat, bukan hanya ikon",
    cites=[
        FORMULIR_6_2022.pada("kolom umpan balik berkelanjutan berdasarkan bukti dukung"),
        KURSUS.pada("Umpan balik: berisi kalimat", Status.KEBIJAKAN_KURSUS),
    ],
)
def umpan_kosong(daftar_umpan: Iterable[UmpanBalik]) -> tuple[Temuan, ...]:
    """Feedback lines without a word."""
    return tuple(
        Temuan(
            "umpan-kosong",
            "Umpan balik belum berisi kalimat. Tulis apa yang terlihat pada bukti dan langkah berikutnya.",
            "umpan_balik.terisi",
            "umpan_balik",
            umpan.umpan_id,
        )
        for umpan in daftar_umpan
        if not bentuk_dasar(umpan.teks)
    )


@rule(
    id="umpan_balik.khas",
    judul="Umpan balik ditulis untuk pegawai itu, tidak disalin untuk semua",
    cites=[
        PEDOMAN_BIMBINGAN.pada("Format B.1.8 butir 4: pandangan berdasarkan data atau fakta"),
        KURSUS.pada("Umpan balik: tidak seragam", Status.KEBIJAKAN_KURSUS),
    ],
    assumes="Dua umpan balik dianggap salinan bila kata-katanya sama setelah huruf besar dan tanda baca diabaikan. "
    "Umpan balik yang sama kepada orang yang sama tidak dihitung.",
)
def umpan_seragam(teks_per_pegawai: Mapping[int, Iterable[str]]) -> tuple[tuple[int, ...], ...]:
    """Groups of people who got the same words, each group sorted; groups in order of their first member."""
    penerima: dict[str, list[int]] = defaultdict(list)
    for pegawai_id in sorted(teks_per_pegawai):
        for dasar in sorted({bentuk_dasar(teks) for teks in teks_per_pegawai[pegawai_id]} - {""}):
            penerima[dasar].append(pegawai_id)
    return tuple(sorted({tuple(anggota) for anggota in penerima.values() if len(anggota) > 1}))


@rule(
    id="umpan_balik.selaras",
    judul="Ikon umpan balik tidak berlawanan dengan rating",
    cites=[KURSUS.pada("Umpan balik: selaras dengan rating", Status.KEBIJAKAN_KURSUS)],
    assumes="Ikon “Perlu perbaikan” berlawanan dengan rating Di Atas; ikon jempol berlawanan dengan rating Di Bawah. "
    "Baru menjadi temuan bila semua ikon yang diterima pegawai itu berlawanan.",
)
def umpan_berlawanan(daftar_ikon: Iterable[Ikon | None], rating: Rating) -> bool:
    """All icons a person got contradict the rating."""
    ikon = [satu for satu in daftar_ikon if satu is not None]
    lawan = {Rating.DI_ATAS: Ikon.SEDIH, Rating.DI_BAWAH: Ikon.JEMPOL}.get(rating)
    return bool(ikon) and lawan is not None and all(satu is lawan for satu in ikon)


@rule(
    id="umpan_balik.mutu",
    judul="Umpan balik yang baik: berbasis data, spesifik, membangun, mengajak bicara, dan ada tindak lanjut",
    cites=[
        PEDOMAN_BIMBINGAN.pada("Format B.1.8 butir 4–8"),
        KURSUS.pada("Umpan balik: rubrik mutu", Status.KEBIJAKAN_KURSUS),
    ],
    assumes="Format B.1.8 menilai bimbingan kinerja; kelas memakainya sebagai rubrik umpan balik.",
)
def mutu_umpan(terpenuhi: Mapping[str, bool]) -> tuple[KriteriaUmpanBalik, ...]:
    """The questions that one piece of feedback does not meet. Raises: DataTidakSah — one was not judged."""
    belum = [kriteria.label for kriteria in KriteriaUmpanBalik if kriteria.value not in terpenuhi]
    if belum:
        raise DataTidakSah(f"Kriteria belum dinilai: {', '.join(belum)}.", kode="umpan-belum-dinilai")
    return tuple(kriteria for kriteria in KriteriaUmpanBalik if not terpenuhi[kriteria.value])
