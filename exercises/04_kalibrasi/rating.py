"""Question "rating": two ratings and a predikat for eight members, with the chart of the resulting spread.

Scene: exercise 04. May import: exercises.kit, simulator.rules.
Facts: rules rating_hasil.keseluruhan, rating_hasil.perilaku, kuadran.predikat. A predikat is judged by the ratings
that were chosen, so one wrong rating costs once, not twice; a predikat of two wrong ratings says nothing about anybody.
Add: another column as a part in _BAGIAN with its points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exercises.kit.case import Case
from exercises.kit.finding import Finding
from simulator.domain.penilaian import Predikat, Rating
from simulator.rules.distribusi import pola
from simulator.rules.kuadran import tetapkan_predikat
from simulator.rules.parameters import angka

from .unit import AKHIR_TAHUN, Anggota, Unit

POIN_HASIL, POIN_PERILAKU, POIN_PREDIKAT = 2.0, 1.5, 1.5
_SERAGAM = "Semua anggota diberi dua rating yang sama, jadi capaian dan catatan masing-masing belum dibaca."
_PENGANTAR = (
    "Anda Kepala Puskesmas baru. Delapan anggota belum dinilai untuk tahun ini. Baca capaian dan catatan mereka, lalu "
    "tetapkan rating hasil kerja, rating perilaku kerja, dan predikatnya.\n\n"
    "- **Satu RHK** (aturan kelas): capaian {atas}% ke atas berarti di atas ekspektasi, {sesuai}% sampai kurang dari "
    "{atas}% sesuai, di bawah {sesuai}% di bawah ekspektasi. Pakai angka bulat seperti di kolom Capaian.\n"
    "- **Rating hasil kerja**: lihat sebagian besar RHK. Di atas ekspektasi hanya bila lebih dari separuh RHK di atas "
    "dan tidak ada RHK utama di bawah. Di bawah ekspektasi bila separuh RHK utama atau lebih di bawah.\n"
    "- **Rating perilaku**: belum konsisten, konsisten, atau konsisten dan menggerakkan orang lain.\n"
    "- **Predikat** mengikuti kuadran kinerja dari dua rating yang Anda pilih. Poinnya diberikan bila sekurangnya satu "
    "dari dua rating itu tepat.\n\n"
    "Penilaian yang sama untuk semua anggota tidak dinilai, karena kalibrasi berarti membedakan menurut capaian dan "
    "catatan."
)


def tampilan(unit: Unit) -> dict:
    """What was reached, what was noted, the table to fill in, and its chart."""
    return {
        "judul": "Rating dan predikat setiap anggota",
        "pengantar": _PENGANTAR.format(
            atas=angka("rating_hasil/di_atas_mulai", AKHIR_TAHUN),
            sesuai=angka("rating_hasil/sesuai_mulai", AKHIR_TAHUN),
        ),
        "isian": [
            {"jenis": "info", "teks": _about(unit)},
            {
                "jenis": "data",
                "judul": "Capaian setahun",
                "kolom": ["Anggota", "RHK", "Jenis", "Indikator kuantitas", "Target", "Realisasi", "Capaian"],
                "baris": [baris for satu in unit.dinilai for baris in _attained(satu)],
            },
            {
                "jenis": "data",
                "judul": "Catatan dialog kinerja tentang perilaku",
                "kolom": ["Anggota", "Catatan"],
                "baris": [[satu.nama, catatan] for satu in unit.dinilai for catatan in satu.catatan],
            },
            _table(unit),
            {
                "id": "grafik",
                "jenis": "distribusi",
                "judul": f"Sebaran predikat {unit.nama} dan pola bila capaian organisasi {unit.organisasi.label}",
                "dari": {"tabel": "nilai", "kolom": "predikat"},
                "dasar": {predikat.value: jumlah for predikat, jumlah in sorted(unit.jumlah_tetap.items())},
                "pola": {
                    predikat.value: {"min": batas.min, "maks": batas.maks}
                    for predikat, batas in pola(unit.organisasi, unit.hari).items()
                },
                "toleransi_sampai": int(angka("distribusi/unit_kecil_maks_pegawai", unit.hari)),
            },
        ],
    }


def _about(unit: Unit) -> str:
    sudah = ", ".join(f"{predikat.label} {jumlah} orang" for predikat, jumlah in sorted(unit.jumlah_tetap.items()))
    return (
        f"**{unit.nama}**, capaian kinerja organisasi tahun ini: **{unit.organisasi.label}**. "
        f"{len(unit.tetap)} anggota lain sudah dinilai oleh pejabat penilai sebelumnya ({sudah}) dan ikut dihitung "
        "dalam sebaran."
    )


def _attained(satu: Anggota) -> list[list[str]]:
    return [
        [satu.nama, rhk.rhk, rhk.jenis.label, rhk.indikator, rhk.target, rhk.realisasi, f"{rhk.persen}%"]
        for rhk in satu.capaian
    ]


def _options(jenis: type[Rating] | type[Predikat]) -> list[dict[str, str]]:
    return [{"kode": satu.value, "label": satu.label} for satu in jenis]


def _table(unit: Unit) -> dict:
    return {
        "id": "nilai",
        "jenis": "tabel",
        "label": "Penilaian anggota",
        "periksa": ["kuadran:hasil,perilaku,predikat"],
        "kolom": [
            {"id": "hasil", "jenis": "pilihan", "label": "Rating hasil kerja", "opsi": _options(Rating), "wajib": True},
            {"id": "perilaku", "jenis": "pilihan", "label": "Rating perilaku", "opsi": _options(Rating), "wajib": True},
            {"id": "predikat", "jenis": "pilihan", "label": "Predikat", "opsi": _options(Predikat), "wajib": True},
        ],
        "baris": [
            {
                "id": f"a{nomor}",
                "label": satu.nama,
                "keterangan": {"Jabatan": satu.jabatan, "Capaian": _in_short(satu)},
            }
            for nomor, satu in enumerate(unit.dinilai, 1)
        ],
    }


def _in_short(satu: Anggota) -> str:
    """The percentages again beside the choice, so that nobody scrolls between table and card eight times."""
    return ", ".join(f"{rhk.persen}% ({rhk.jenis.label.lower()})" for rhk in satu.capaian)


def kunci(unit: Unit) -> dict:
    """Per row the two ratings and what they rest on."""
    return {
        f"a{nomor}": {
            "nama": satu.nama,
            "hasil": satu.hasil.value,
            "perilaku": satu.perilaku.value,
            "capaian": [[rhk.jenis.value, rhk.rating.value, rhk.persen, rhk.indikator] for rhk in satu.capaian],
            "catatan": satu.catatan[0],
        }
        for nomor, satu in enumerate(unit.dinilai, 1)
    }


def acuan(case: Case) -> dict:
    """Full marks."""
    return {
        "nilai": {
            baris: {
                "hasil": satu["hasil"],
                "perilaku": satu["perilaku"],
                "predikat": tetapkan_predikat(Rating(satu["hasil"]), Rating(satu["perilaku"])).value,
            }
            for baris, satu in case.kunci["rating"].items()
        }
    }


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """Three findings per member."""
    tabel = {baris: (jawaban.get("nilai") or {}).get(baris) or {} for baris in case.kunci["rating"]}
    temuan = [satu for baris, isi in tabel.items() for satu in _member(baris, isi, case.kunci["rating"][baris])]
    return [replace(satu, poin=0.0, pesan=_SERAGAM, saran="") for satu in temuan] if _alike(tabel) else temuan


def _alike(tabel: dict[str, dict]) -> bool:
    """Whether every member was given the same pair of ratings: then nobody's year was read."""
    pasangan = [(isi.get("hasil"), isi.get("perilaku")) for isi in tabel.values()]
    return None not in pasangan[0] and len(set(pasangan)) == 1


def _member(baris: str, isi: dict, satu: dict) -> Iterator[Finding]:
    yield _result(baris, isi.get("hasil"), satu)
    yield _conduct(baris, isi.get("perilaku"), satu)
    salah_dua = isi.get("hasil") != satu["hasil"] and isi.get("perilaku") != satu["perilaku"]
    yield _predicate(baris, isi, satu, salah_dua)


def _who(baris: str, satu: dict, kriteria: str) -> str:
    return f"Anggota {baris[1:]}, {satu['nama']}: {kriteria}"


def _result(baris: str, dipilih: str | None, satu: dict) -> Finding:
    benar = dipilih == satu["hasil"]
    atas = sum(rating == Rating.DI_ATAS.value for _, rating, _, _ in satu["capaian"])
    bawah = sum(rating == Rating.DI_BAWAH.value for _, rating, _, _ in satu["capaian"])
    utama = sum(rating == Rating.DI_BAWAH.value and jenis == "utama" for jenis, rating, _, _ in satu["capaian"])
    dasar = (
        f"Dari {len(satu['capaian'])} RHK, {atas} di atas dan {bawah} di bawah ekspektasi "
        f"({utama} di antaranya RHK utama)."
    )
    seharusnya = Rating(satu["hasil"]).label
    terendah = min(satu["capaian"], key=lambda rhk: rhk[2])
    return Finding(
        "rating", f"{baris}.hasil", POIN_HASIL if benar else 0.0, POIN_HASIL, _who(baris, satu, "Rating hasil kerja"),
        f"Tepat, {seharusnya}. {dasar}" if benar else _missed(dipilih, seharusnya, dasar),
        kutipan="" if benar else f"{terendah[3]}: {terendah[2]}%",
        saran="" if benar else "Tandai dulu setiap RHK: di atas, sesuai, atau di bawah. Baru hitung bagian terbanyak.",
        aturan="rating_hasil.keseluruhan",
    )  # fmt: skip


def _conduct(baris: str, dipilih: str | None, satu: dict) -> Finding:
    benar = dipilih == satu["perilaku"]
    seharusnya = Rating(satu["perilaku"]).label
    return Finding(
        "rating", f"{baris}.perilaku", POIN_PERILAKU if benar else 0.0, POIN_PERILAKU,
        _who(baris, satu, "Rating perilaku"),
        f"Tepat, {seharusnya}." if benar else _missed(dipilih, seharusnya, "Perhatikan catatan dialog kinerjanya."),
        kutipan="" if benar else satu["catatan"],
        saran="" if benar else "Tanyakan: apakah ia konsisten, dan apakah ia menggerakkan orang lain?",
        aturan="rating_hasil.perilaku",
    )  # fmt: skip


def _missed(dipilih: str | None, seharusnya: str, dasar: str) -> str:
    if dipilih is None:
        return f"Belum dipilih. {dasar}"
    return f"Anda memilih {Rating(dipilih).label}, seharusnya {seharusnya}. {dasar}"


def _predicate(baris: str, isi: dict, satu: dict, salah_dua: bool) -> Finding:
    hasil, perilaku, dipilih = isi.get("hasil"), isi.get("perilaku"), isi.get("predikat")
    menurut = tetapkan_predikat(Rating(hasil), Rating(perilaku)) if hasil and perilaku else None
    selaras = menurut is not None and dipilih == menurut.value
    benar = selaras and not salah_dua
    saran = "" if benar else "Baca kuadran: baris rating hasil kerja, kolom rating perilaku. Tidak dirata-rata."
    if menurut is None:
        pesan = "Predikat belum dapat diperiksa karena kedua rating belum lengkap."
    elif selaras and salah_dua:
        pesan = f"{menurut.label} sesuai kuadran, tetapi kedua ratingnya belum tepat, jadi belum ada poin."
        saran = "Perbaiki dahulu ratingnya, lalu baca lagi kuadrannya."
    elif benar:
        pesan = f"{menurut.label} sesuai kuadran untuk dua rating yang Anda pilih."
    else:
        sekarang = Predikat(dipilih).label if dipilih else "belum dipilih"
        pesan = (
            f"Menurut kuadran, hasil {Rating(hasil).label} dan perilaku {Rating(perilaku).label} menjadi "
            f"{menurut.label}; predikat Anda {sekarang}."
        )
    return Finding(
        "rating", f"{baris}.predikat", POIN_PREDIKAT if benar else 0.0, POIN_PREDIKAT,
        _who(baris, satu, "Predikat menurut kuadran"), pesan, saran=saran, aturan="kuadran.predikat",
    )  # fmt: skip
