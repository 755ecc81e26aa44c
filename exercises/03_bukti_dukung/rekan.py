"""Question "periksa_rekan": eight pieces of colleagues' evidence; which are valid, and if not, why not.

Scene: exercise 03. May import: exercises.kit, simulator. Facts: planted faults B01, B03–B06 and their near-misses in
the participant's own office; criteria are the aturan kelas of simulator/rules/bukti.py.
Add: another kind of fault as a row in ALASAN and in ``cacat`` of exercise.yaml.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from exercises.kit.case import Case
from exercises.kit.finding import Finding
from exercises.kit.office import classroom_office
from simulator.domain.pelaksanaan import Akses

POIN = 20.0
BANYAK = 8
SAH = "sah"
#: Fault code → the criterion it breaks.
ALASAN = {
    "B01": "relevan",
    "B03": "tidak_duplikat",
    "B04": "periode",
    "B05": "aksesibel",
    "B06": "kecukupan",
}
PILIHAN = {
    SAH: "Sah",
    "relevan": "Tidak sah: tidak menunjukkan hasil yang diukur",
    "periode": "Tidak sah: bertanggal di luar periode",
    "kecukupan": "Tidak sah: hanya foto, hasilnya tidak terlihat",
    "aksesibel": "Tidak sah: penilai tidak dapat membukanya",
    "tidak_duplikat": "Tidak sah: berkas yang sama sudah dipakai",
}
#: What a row tests, as the class's results name it.
KRITERIA = {
    SAH: "Mengenali bukti yang sah",
    "relevan": "Mengenali bukti yang tidak relevan",
    "periode": "Mengenali bukti di luar periode",
    "kecukupan": "Mengenali bukti yang hanya foto",
    "aksesibel": "Mengenali bukti yang tidak dapat dibuka",
    "tidak_duplikat": "Mengenali bukti yang dipakai berulang",
}
_UMPAN_MAKS = 2  # near-misses
_TENTANG_INDIKATOR = ("B03", "B04", "B05")  # whatever is wrong with these papers, they speak of the indicator
_PENGANTAR = (
    "Rekan-rekan Anda meminta bukti mereka diperiksa sebelum dikirim kepada pejabat penilai. Untuk setiap bukti, pilih "
    "**Sah** atau satu alasan yang paling tepat. Tidak semua yang terlihat janggal itu salah: bacalah isinya."
)


def pilih(seed: int, rng: random.Random, kecuali: str) -> list[dict[str, Any]]:
    """Five spoiled pieces of five kinds, two odd but valid ones, one ordinary one; never one's own."""
    kantor = classroom_office(seed)
    baca = _Reader(kantor, kecuali)
    hasil = [satu for kode in ALASAN for satu in _some(baca.faulty(kode, bukan_salah=False), 1, rng)]
    umpan = [satu for kode in ("B01", "B04", "B05", "B06") for satu in baca.faulty(kode, bukan_salah=True)]
    hasil += _some(iter(umpan), _UMPAN_MAKS, rng)
    hasil += _some(baca.ordinary(), BANYAK - len(hasil), rng)
    rng.shuffle(hasil)
    return hasil


def _some(calon: Iterator[dict[str, Any]], banyak: int, rng: random.Random) -> list[dict[str, Any]]:
    daftar = list(calon)
    return rng.sample(daftar, min(banyak, len(daftar)))


class _Reader:
    """Looks up everything a reader of one piece of evidence sees."""

    def __init__(self, kantor: Any, kecuali: str) -> None:
        self.kantor, self.kecuali = kantor, kecuali
        self.bukti = {satu["bukti_id"]: satu for satu in kantor.rows("bukti_dukung")}
        self.dokumen = {satu["dokumen_id"]: satu for satu in kantor.rows("dokumen")}
        self.iki = {satu["iki_id"]: satu for satu in kantor.rows("iki")}
        self.pegawai = {satu["pegawai_id"]: satu for satu in kantor.rows("pegawai")}
        self.periode = {satu["periode_id"]: satu for satu in kantor.rows("periode_penilaian")}
        self.pemakaian: dict[str, list[int]] = {}
        for nomor, satu in self.bukti.items():
            self.pemakaian.setdefault(self.dokumen[satu["dokumen_id"]]["sidik"], []).append(nomor)
        self.rusak: dict[int, list[str]] = {}
        for satu in kantor.answer_key:
            if satu.kode in ALASAN and not satu.bukan_salah:
                for nomor in self._evidence_ids(*satu.objek):
                    self.rusak.setdefault(nomor, []).append(ALASAN[satu.kode])
        self.tersentuh = {satu.kunci for satu in kantor.answer_key if satu.tabel in ("dokumen", "bukti_dukung")}

    def faulty(self, kode: str, *, bukan_salah: bool) -> Iterator[dict[str, Any]]:
        """Pieces of evidence that a planted fault (or a near-miss) of that kind concerns."""
        dilihat = set()
        for satu in self.kantor.answer_key:
            if satu.kode != kode or satu.bukan_salah is not bukan_salah or satu.kasus_id in dilihat:
                continue
            dilihat.add(satu.kasus_id)
            bukti = self._evidence(*satu.objek)
            if bukti is None or not self._other(bukti) or (bukan_salah and bukti["bukti_id"] in self.rusak):
                continue
            if kode in _TENTANG_INDIKATOR and not self._speaks_of(bukti):
                continue  # then it would be irrelevant as well, and two answers would be right
            yield self._entry(bukti, SAH if bukan_salah else ALASAN[kode], satu.keterangan)

    def ordinary(self) -> Iterator[dict[str, Any]]:
        """Valid pieces that nothing was done to: one paper, one indicator, not a photograph."""
        for nomor, satu in self.bukti.items():
            dokumen = self.dokumen[satu["dokumen_id"]]
            bersih = nomor not in self.tersentuh and dokumen["dokumen_id"] not in self.tersentuh
            if bersih and dokumen["jenis"] != "Foto" and self.iki[satu["iki_id"]]["aspek"] == "kualitas":
                sah, _ = self.kantor.truth.bukti[nomor]
                sendiri = len(self.pemakaian[dokumen["sidik"]]) == 1
                if sah and sendiri and self._other(satu) and self._speaks_of(satu):
                    yield self._entry(
                        satu, SAH, "Isinya menjawab indikator, bertanggal di dalam periode, dapat dibuka."
                    )

    def _other(self, bukti: dict[str, Any]) -> bool:
        return self.pegawai[bukti["skp_id"]]["nama"] != self.kecuali

    def _speaks_of(self, bukti: dict[str, Any]) -> bool:
        """Whether the paper names the indicator as the office shows it: other planted faults change its words."""
        isi = str(self.dokumen[bukti["dokumen_id"]]["isi_ringkas"]).casefold()
        return str(self.iki[bukti["iki_id"]]["indikator"]).casefold() in isi

    def _evidence(self, tabel: str, nomor: int) -> dict[str, Any] | None:
        daftar = self._evidence_ids(tabel, nomor)
        return self.bukti[daftar[0]] if daftar else None

    def _evidence_ids(self, tabel: str, nomor: int) -> list[int]:
        """The piece of evidence itself, or all that link to the document."""
        if tabel == "bukti_dukung":
            return [nomor]
        return [kunci for kunci, satu in self.bukti.items() if satu["dokumen_id"] == nomor]

    def _entry(self, bukti: dict[str, Any], alasan: str, keterangan: str) -> dict[str, Any]:
        dokumen, iki = self.dokumen[bukti["dokumen_id"]], self.iki[bukti["iki_id"]]
        periode = self.periode[bukti["periode_id"]]
        pemilik = self.pegawai[bukti["skp_id"]]["nama"]
        return {
            "bukti": bukti["bukti_id"],
            "alasan": alasan,
            # A piece can be spoiled twice; then either reason is right.
            "boleh": [alasan, *sorted(set(self.rusak.get(bukti["bukti_id"], ())) - {alasan})],
            "keterangan": keterangan,
            "lihat": {
                "Pegawai": pemilik,
                "Indikator": f"{iki['indikator']} (target setahun {iki['target']})",
                "Periode": f"{periode['nama']}, {periode['periode_awal']:%d-%m-%Y} s.d. "
                f"{periode['periode_akhir']:%d-%m-%Y}",
                "Nama bukti": bukti["nama_eviden"],
                "Dokumen": f"{dokumen['jenis']}, {dokumen['tanggal']:%d-%m-%Y}, milik "
                f"{self.pegawai[dokumen['pemilik_id']]['nama']}",
                "Akses": Akses(dokumen["akses"]).label,
                "Isi": dokumen["isi_ringkas"],
                "Dipakai juga": self._elsewhere(bukti, dokumen),
            },
        }

    def _elsewhere(self, bukti: dict[str, Any], dokumen: dict[str, Any]) -> str:
        """Other uses of a file with the same content; the waktu indicator of the same RHK shares it rightly."""
        lain = []
        for nomor in self.pemakaian[dokumen["sidik"]]:
            satu = self.bukti[nomor]
            serumpun = satu["iki_id"] // 10 == bukti["iki_id"] // 10 and satu["periode_id"] == bukti["periode_id"]
            if nomor != bukti["bukti_id"] and not serumpun:
                lain.append(f"{satu['nama_eviden']} ({self.pegawai[satu['skp_id']]['nama']})")
        return "; ".join(dict.fromkeys(lain)) or "tidak ada"


def tampilan(daftar: list[dict[str, Any]]) -> dict:
    """One row per piece of evidence."""
    return {
        "judul": "Periksa bukti milik rekan",
        "pengantar": _PENGANTAR,
        "isian": [
            {
                "id": "bukti",
                "jenis": "tabel",
                "label": "Bukti rekan",
                "kolom": [
                    {
                        "id": "putusan",
                        "jenis": "pilihan",
                        "label": "Putusan",
                        "opsi": [{"kode": kode, "label": label} for kode, label in PILIHAN.items()],
                        "wajib": True,
                    }
                ],
                "baris": [
                    {"id": f"r{nomor}", "label": f"Bukti {nomor}", "keterangan": satu["lihat"]}
                    for nomor, satu in enumerate(daftar, 1)
                ],
            }
        ],
    }


def kunci(daftar: list[dict[str, Any]]) -> dict:
    """Per row the judgement and the reason."""
    return {
        f"r{nomor}": {
            "alasan": satu["alasan"],
            "boleh": satu["boleh"],
            "keterangan": satu["keterangan"],
            "nama": satu["lihat"]["Nama bukti"],
        }
        for nomor, satu in enumerate(daftar, 1)
    }


def acuan(case: Case) -> dict:
    """Full marks."""
    return {"bukti": {baris: {"putusan": satu["alasan"]} for baris, satu in case.kunci["periksa_rekan"].items()}}


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """One finding per piece. Half for seeing that it is not valid but naming another reason."""
    tabel = jawaban.get("bukti") or {}
    kunci_soal = case.kunci["periksa_rekan"]
    dipilih = {baris: (tabel.get(baris) or {}).get("putusan") for baris in kunci_soal}
    terisi = [satu for satu in dipilih.values() if satu]
    sama = len(terisi) == len(dipilih) and len(set(terisi)) == 1
    return [_piece(baris, dipilih[baris], satu, sama, POIN / len(kunci_soal)) for baris, satu in kunci_soal.items()]


def _piece(baris: str, dipilih: str | None, satu: dict, sama: bool, maks: float) -> Finding:
    seharusnya = satu["alasan"]
    if sama or dipilih is None:
        poin = 0.0
    elif dipilih in satu["boleh"]:
        poin = maks
    else:
        poin = maks / 2 if SAH not in (dipilih, seharusnya) else 0.0
    if sama:
        pesan = "Semua bukti diberi putusan yang sama, jadi belum diperiksa satu per satu."
    elif dipilih is None:
        pesan = f"Belum diputuskan. {satu['keterangan']}"
    elif poin == maks:
        pesan = f"Tepat. {satu['keterangan']}"
    else:
        pesan = f"Anda memutuskan “{PILIHAN[dipilih]}”, yang tepat “{PILIHAN[seharusnya]}”. {satu['keterangan']}"
    return Finding(
        "periksa_rekan", baris, poin, maks, f"Bukti {baris[1:]}: {KRITERIA[seharusnya]}", pesan,
        kutipan="" if poin == maks else satu["nama"],
        saran="" if poin == maks else "Urutkan pertanyaannya: relevan, periode, milik siapa, cukup, dapat dibuka?",
        aturan="" if seharusnya == SAH else f"bukti.{seharusnya}",
    )  # fmt: skip
