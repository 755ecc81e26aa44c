"""Question "sebaran": count the spread of the whole unit, compare it with the pattern, and read the draft's spread.

Scene: exercise 04. May import: exercises.kit, simulator.rules.
Facts: rule distribusi.pola (its percentages have one source, so a deviation with a reason is accepted: the reason is
judged by a person in the last question). Counts are judged by the participant's own predikat.
Add: another question about the spread as a part with its points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from exercises.kit.case import Case
from exercises.kit.finding import Finding
from simulator.domain.penilaian import Predikat, PredikatOrganisasi
from simulator.rules.distribusi import kewajiban, periksa_distribusi
from simulator.rules.parameters import angka

from .temuan import Draf
from .unit import Unit

POIN_HITUNG, POIN_SESUAI, POIN_DRAF = 1.0, 5.0, 6.0  # hitung: per predikat
SESUAI, MENYIMPANG = "sesuai", "menyimpang"
#: What the draft's spread may break, in words; codes are those of the rule.
PELANGGARAN = {
    "baik-melebihi-maks": "Pegawai berpredikat Baik terlalu banyak",
    "sangat_baik-melebihi-maks": "Pegawai berpredikat Sangat Baik terlalu banyak",
    "butuh_perbaikan-kurang-dari-min": "Pegawai berpredikat Butuh Perbaikan terlalu sedikit",
    "wajib-ada": "Tidak ada yang berpredikat Butuh Perbaikan atau Kurang",
    "tidak-ada": "Tidak ada yang menyimpang dari pola",
}
_PENGANTAR = (
    "Hitung sebaran predikat **seluruh anggota** Puskesmas, termasuk yang sudah dinilai sebelumnya. Bandingkan dengan "
    "pola menurut capaian kinerja organisasi. Pola adalah panduan dan bahan pertimbangan: bila sebaran Anda menyimpang "
    "dengan alasan yang baik, katakan apa adanya di sini dan tulis alasannya pada soal terakhir."
)


def tampilan(unit: Unit, draf: tuple[Draf, ...]) -> dict:
    """Counts, the comparison, and the draft's own spread."""
    sebaran_draf = _counts_of_draft(unit, draf)
    return {
        "judul": "Sebaran dan pola distribusi",
        "pengantar": _PENGANTAR,
        "isian": [
            {"jenis": "info", "teks": _how_to_read(unit)},
            {
                "id": "jumlah",
                "jenis": "tabel",
                "label": "Sebaran menurut penilaian Anda",
                "kolom": [{"id": "orang", "jenis": "angka", "label": "Jumlah orang", "wajib": True}],
                "baris": [
                    {
                        "id": predikat.value,
                        "label": predikat.label,
                        "keterangan": {"Sudah dinilai sebelumnya": str(unit.jumlah_tetap[predikat])},
                    }
                    for predikat in Predikat
                ],
            },
            {
                "id": "banding",
                "jenis": "pilihan",
                "label": f"Sebaran Anda terhadap pola untuk capaian organisasi {unit.organisasi.label}",
                "opsi": [
                    {"kode": SESUAI, "label": "Sesuai pola"},
                    {"kode": MENYIMPANG, "label": "Menyimpang dari pola"},
                ],
                "wajib": True,
            },
            {
                "jenis": "data",
                "judul": "Sebaran menurut draf pejabat penilai sebelumnya (seluruh anggota)",
                "kolom": [predikat.label for predikat in Predikat],
                "baris": [[str(sebaran_draf[predikat]) for predikat in Predikat]],
            },
            {
                "id": "draf",
                "jenis": "banyak",
                "label": "Apa yang menyimpang dari pola dalam sebaran draf itu?",
                "opsi": [{"kode": kode, "label": label} for kode, label in PELANGGARAN.items()],
                "wajib": True,
            },
        ],
    }


def _how_to_read(unit: Unit) -> str:
    """What the ranges in the chart do not show: fractions of a person, and who must be there at all."""
    orang, kecil = len(unit.dinilai) + len(unit.tetap), angka("distribusi/unit_kecil_maks_pegawai", unit.hari)
    kalimat = f"Kisaran pola tampak pada grafik di soal pertama. Unit ini beranggota **{orang} orang**"
    if orang > kecil:
        kalimat += f", lebih dari {kecil}, jadi batasnya tidak dibulatkan: melewatinya sedikit saja sudah menyimpang."
    else:
        kalimat += ", jadi batas atas dibulatkan naik dan batas bawah turun menjadi orang utuh (pembulatan kelas)."
    wajib = kewajiban(unit.organisasi, unit.hari)
    if wajib is not None:
        nama = " atau ".join(predikat.label for predikat in wajib.predikat)
        kalimat += f" Pada capaian organisasi {unit.organisasi.label} harus ada yang berpredikat {nama}."
    return kalimat


def _counts_of_draft(unit: Unit, draf: tuple[Draf, ...]) -> Counter[Predikat]:
    return unit.jumlah_tetap + Counter(satu.predikat for satu in draf)


def _broken(organisasi: PredikatOrganisasi, jumlah: Mapping[Predikat, int], hari: date) -> list[str]:
    kode = []
    for satu in periksa_distribusi(organisasi, jumlah, hari):
        kode.append("wajib-ada" if satu.kode.endswith("wajib-ada") else satu.kode)
    return sorted(kode) or ["tidak-ada"]


def kunci(unit: Unit, draf: tuple[Draf, ...]) -> dict:
    """The organisation's result, who is already rated, and what the draft breaks."""
    return {
        "organisasi": unit.organisasi.value,
        "hari": unit.hari.isoformat(),
        "tetap": {predikat.value: unit.jumlah_tetap[predikat] for predikat in Predikat},
        "draf": _broken(unit.organisasi, _counts_of_draft(unit, draf), unit.hari),
    }


def own_counts(jawaban_rating: dict, case: Case) -> tuple[Counter[Predikat], int]:
    """Counts by the participant's own predikat plus those already rated; and how many are not chosen yet."""
    tabel = jawaban_rating.get("nilai") or {}
    dipilih = [(tabel.get(baris) or {}).get("predikat") for baris in case.kunci["rating"]]
    jumlah = Counter({Predikat(kode): banyak for kode, banyak in case.kunci["sebaran"]["tetap"].items()})
    jumlah.update(Predikat(kode) for kode in dipilih if kode)
    return jumlah, sum(not kode for kode in dipilih)


def verdict(jumlah: Mapping[Predikat, int], case: Case) -> str:
    """SESUAI or MENYIMPANG for these counts."""
    satu = case.kunci["sebaran"]
    rusak = _broken(PredikatOrganisasi(satu["organisasi"]), jumlah, date.fromisoformat(satu["hari"]))
    return SESUAI if rusak == ["tidak-ada"] else MENYIMPANG


def answer_for(jawaban_rating: dict, case: Case) -> dict:
    """The right answer for somebody with this rating answer."""
    jumlah, _ = own_counts(jawaban_rating, case)
    return {
        "jumlah": {predikat.value: {"orang": jumlah[predikat]} for predikat in Predikat},
        "banding": verdict(jumlah, case),
        "draf": list(case.kunci["sebaran"]["draf"]),
    }


def nilai(jawaban: dict, jawaban_rating: dict, case: Case) -> list[Finding]:
    """Counts, comparison, reading of the draft."""
    jumlah, belum = own_counts(jawaban_rating, case)
    tabel = jawaban.get("jumlah") or {}
    hasil = [_count(predikat, (tabel.get(predikat.value) or {}).get("orang"), jumlah, belum) for predikat in Predikat]
    return [*hasil, _compare(jawaban.get("banding"), jumlah, belum, case), _draft(jawaban.get("draf") or [], case)]


def _count(predikat: Predikat, ditulis: float | None, jumlah: Mapping[Predikat, int], belum: int) -> Finding:
    benar = ditulis is not None and belum == 0 and ditulis == jumlah[predikat]
    if belum:
        pesan = f"Belum dapat diperiksa: {belum} anggota belum diberi predikat pada soal pertama."
    elif benar:
        pesan = f"{jumlah[predikat]} orang, sesuai penilaian Anda."
    else:
        tertulis = "belum diisi" if ditulis is None else f"tertulis {ditulis:g}"
        pesan = f"Menurut penilaian Anda ada {jumlah[predikat]} orang, {tertulis}."
    return Finding(
        "sebaran", f"jumlah.{predikat.value}", POIN_HITUNG if benar else 0.0, POIN_HITUNG,
        f"Jumlah {predikat.label}", pesan,
        saran="" if benar else "Jumlahkan anggota yang Anda nilai dengan yang sudah dinilai sebelumnya.",
        aturan="distribusi.pola",
    )  # fmt: skip


def _compare(dipilih: str | None, jumlah: Mapping[Predikat, int], belum: int, case: Case) -> Finding:
    satu = case.kunci["sebaran"]
    organisasi = PredikatOrganisasi(satu["organisasi"])
    langgar = periksa_distribusi(organisasi, jumlah, date.fromisoformat(satu["hari"]))
    seharusnya = MENYIMPANG if langgar else SESUAI
    benar = belum == 0 and dipilih == seharusnya
    dasar = " ".join(pelanggaran.pesan for pelanggaran in langgar) or "Semua predikat berada dalam pola."
    if belum:
        pesan = f"Belum dapat diperiksa: {belum} anggota belum diberi predikat pada soal pertama."
    else:
        pesan = f"{'Tepat.' if benar else 'Belum tepat.'} {dasar}"
    return Finding(
        "sebaran", "banding", POIN_SESUAI if benar else 0.0, POIN_SESUAI, "Perbandingan dengan pola", pesan,
        saran="" if benar else "Bandingkan tiap jumlah dengan kisaran pada grafik di soal pertama.",
        aturan="distribusi.pola",
    )  # fmt: skip


def _draft(dipilih: list[str], case: Case) -> Finding:
    """Part of the points for each right mark; a wrong mark takes back as much as a right one gives."""
    benar = set(case.kunci["sebaran"]["draf"])
    tepat, salah = len(benar & set(dipilih)), len(set(dipilih) - benar)
    poin = POIN_DRAF * max(0, tepat - salah) / len(benar)
    seharusnya = "; ".join(PELANGGARAN[kode] for kode in PELANGGARAN if kode in benar)
    pesan = "Tepat." if poin == POIN_DRAF else f"Yang menyimpang dalam draf: {seharusnya}."
    return Finding(
        "sebaran", "draf", poin, POIN_DRAF, "Sebaran draf", pesan,
        kutipan="" if poin == POIN_DRAF else "; ".join(PELANGGARAN[kode] for kode in dipilih),
        saran="" if poin == POIN_DRAF else "Hitung persentase tiap predikat dari seluruh anggota, lalu lihat polanya.",
        aturan="distribusi.pola",
    )  # fmt: skip
