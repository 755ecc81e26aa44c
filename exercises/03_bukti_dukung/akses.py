"""Question "akses": who may open each document.

Scene: exercise 03. May import: exercises.kit. Facts: akses.yaml (REKAAN), rule bukti.aksesibel (aturan kelas).
Add: a document as one row of akses.yaml.
"""

from __future__ import annotations

import random
from functools import lru_cache
from pathlib import Path

import yaml

from exercises.kit.case import Case
from exercises.kit.finding import Finding
from simulator.domain.pelaksanaan import Akses

POIN = 10.0
BANYAK = 5
_CAMPUR = (2, 2, 1)  # personal data, internal, already public
_LUAS = (Akses.PRIBADI, Akses.PENILAI, Akses.INSTANSI, Akses.PUBLIK)  # narrowest first
_PENGANTAR = (
    "Tautan yang tidak dapat dibuka penilai sama dengan tidak ada bukti; tautan yang terbuka untuk semua orang dapat "
    "membocorkan data pribadi. Pilih akses untuk setiap dokumen: semua yang perlu dapat membukanya, tidak lebih. Data "
    "pribadi warga atau pegawai hanya untuk pejabat penilai, siapa pun yang meminta. Isian yang semuanya sama tidak "
    "dinilai."
)


@lru_cache(maxsize=1)
def bank() -> tuple[dict, ...]:
    """The documents of akses.yaml."""
    return tuple(yaml.safe_load(Path(__file__).with_name("akses.yaml").read_text(encoding="utf-8"))["dokumen"])


def pilih(rng: random.Random) -> list[dict]:
    """Five documents of all three kinds."""
    kelompok = tuple([satu for satu in bank() if satu["tepat"] == kode] for kode in _LUAS[1:])
    hasil = [satu for isi, banyak in zip(kelompok, _CAMPUR, strict=True) for satu in rng.sample(isi, banyak)]
    rng.shuffle(hasil)
    return hasil


def tampilan(dokumen: list[dict]) -> dict:
    """One choice per document."""
    return {
        "judul": "Atur siapa yang boleh membuka",
        "pengantar": _PENGANTAR,
        "isian": [
            {
                "id": "akses",
                "jenis": "tabel",
                "label": "Akses dokumen",
                "kolom": [
                    {
                        "id": "akses",
                        "jenis": "pilihan",
                        "label": "Dapat dibuka oleh",
                        "opsi": [{"kode": satu.value, "label": satu.label} for satu in Akses],
                        "wajib": True,
                    }
                ],
                "baris": [
                    {"id": f"d{nomor}", "label": f"Dokumen {nomor}", "keterangan": {"Isi": satu["isi"]}}
                    for nomor, satu in enumerate(dokumen, 1)
                ],
            }
        ],
    }


def kunci(dokumen: list[dict]) -> dict:
    """Per document the fitting choices."""
    return {f"d{nomor}": dict(satu) for nomor, satu in enumerate(dokumen, 1)}


def acuan(case: Case) -> dict:
    """Full marks."""
    return {"akses": {baris: {"akses": satu["tepat"]} for baris, satu in case.kunci["akses"].items()}}


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """One finding per document."""
    tabel = jawaban.get("akses") or {}
    dipilih = {baris: (tabel.get(baris) or {}).get("akses") for baris in case.kunci["akses"]}
    sama = len(set(dipilih.values())) == 1
    return [_document(baris, dipilih[baris], satu, sama) for baris, satu in case.kunci["akses"].items()]


def share(dipilih: str | None, tepat: str) -> float:
    """Part of a document's points: half where the assessor can open it but others who need it cannot."""
    if dipilih is None or dipilih == Akses.PRIBADI:
        return 0.0
    jarak = _LUAS.index(Akses(dipilih)) - _LUAS.index(Akses(tepat))
    return 1.0 if jarak == 0 else 0.5 if jarak < 0 else 0.0


def _document(baris: str, dipilih: str | None, satu: dict, sama: bool) -> Finding:
    maks = POIN / BANYAK
    bagian = 0.0 if sama else share(dipilih, satu["tepat"])
    tepat = Akses(satu["tepat"]).label
    if dipilih is None:
        pesan = f"Belum dipilih. Yang tepat: {tepat}."
    elif sama:
        pesan = f"Semua dokumen diberi akses yang sama, jadi belum dipilah. Yang tepat: {tepat}."
    elif bagian == 1.0:
        pesan = f"Tepat: {tepat}."
    elif dipilih == Akses.PRIBADI:
        pesan = f"Penilai akan melihat “Akses Ditolak”. Yang tepat: {tepat}."
    elif bagian:
        pesan = f"Penilai dapat membukanya, tetapi yang lain yang perlu belum. Yang tepat: {tepat}."
    elif satu["tepat"] == Akses.PENILAI:
        pesan = f"Dokumen ini memuat data pribadi, jadi tidak boleh terbuka seluas itu. Yang tepat: {tepat}."
    else:
        pesan = f"Dokumen internal tidak perlu terbuka untuk umum. Yang tepat: {tepat}."
    return Finding(
        "akses", baris, maks * bagian, maks, f"Dokumen {baris[1:]}: Akses {Akses(satu['tepat']).label.lower()}", pesan,
        kutipan="" if bagian == 1.0 else satu["isi"],
        saran="" if bagian == 1.0 else "Tanyakan: apakah penilai dapat membukanya, dan siapa lagi yang perlu?",
        aturan="bukti.aksesibel",
    )  # fmt: skip
