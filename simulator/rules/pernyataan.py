"""What an RHK or IKI statement must be, once a reader (or the wording engine) has said what it is.

Scene: planning; the judgement of words itself lives in simulator/wording. Pure: imports simulator.domain, registry.
Facts: "language of achievement" — PermenPANRB 8/2021 Lampiran, kept in BKN training for 6/2022 (CONFIRMED); SMART is a
training convention, so it is an aturan kelas here, not law.
Add: a rule about statements here, its cases in tests/rules/perencanaan.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.domain.errors import DataTidakSah
from simulator.domain.label import Berlabel
from simulator.rules.citation import Status
from simulator.rules.registry import rule
from simulator.rules.sumber import KURSUS, PAPARAN_BKN_6_2022, PERMENPANRB_8_2021
from simulator.rules.temuan import Temuan


class JenisPernyataan(Berlabel):
    """What a statement names, from doing to effect."""

    AKTIVITAS = "aktivitas", "Aktivitas"
    OUTPUT = "output", "Output"
    OUTCOME = "outcome", "Outcome"


class KriteriaSMART(Berlabel):
    """The five SMART questions as the course asks them."""

    SPESIFIK = "spesifik", "Spesifik"
    TERUKUR = "terukur", "Terukur"
    DAPAT_DICAPAI = "dapat_dicapai", "Dapat dicapai"
    RELEVAN = "relevan", "Relevan"
    BERBATAS_WAKTU = "berbatas_waktu", "Berbatas waktu"


@rule(
    id="perencanaan.bahasa_hasil",
    judul="RHK ditulis sebagai hasil (output atau outcome), bukan aktivitas",
    cites=[
        PERMENPANRB_8_2021.pada("peran hasil dinyatakan dalam bahasa pencapaian"),
        PAPARAN_BKN_6_2022.pada("penyelarasan kinerja: outcome, output, layanan"),
    ],
)
def bahasa_hasil(jenis: JenisPernyataan) -> Temuan | None:
    """A result is named, not the doing of it."""
    if jenis is not JenisPernyataan.AKTIVITAS:
        return None
    return Temuan(
        "rhk-aktivitas",
        "Pernyataan ini menyebut kegiatan, bukan hasilnya. Tulis apa yang ada atau berubah setelah kegiatan selesai, "
        "misalnya “Tersusunnya rekomendasi …”.",
        "perencanaan.bahasa_hasil",
    )


@rule(
    id="perencanaan.smart",
    judul="IKI memenuhi lima kriteria SMART",
    cites=[KURSUS.pada("Kriteria SMART untuk IKI", Status.KEBIJAKAN_KURSUS)],
    assumes="SMART adalah kesepakatan pelatihan; pasal yang mewajibkannya tidak ditemukan. Tiap kriteria "
    "dinilai sendiri.",
)
def smart_lengkap(terpenuhi: Mapping[str, bool]) -> tuple[KriteriaSMART, ...]:
    """The criteria that are not met, in SMART order.

    Raises: DataTidakSah — a criterion was not judged.
    """
    belum = [kriteria.label for kriteria in KriteriaSMART if kriteria.value not in terpenuhi]
    if belum:
        raise DataTidakSah(f"Kriteria belum dinilai: {', '.join(belum)}.", kode="smart-belum-dinilai")
    return tuple(kriteria for kriteria in KriteriaSMART if not terpenuhi[kriteria.value])
