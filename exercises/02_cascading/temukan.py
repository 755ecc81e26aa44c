"""Question "temukan": the orphan, the duplicate and the target that does not add up, among rows that are fine.

Scene: exercise 02. May import: exercises.kit and the files of this folder.
Facts: faults C01, C07 and C10 planted in the office, rows as the office shows them; the other rows are sound.
Add: a kind of fault as a Jenis with its group in ``pilih`` and its reasons in ALASAN.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from itertools import product

from exercises.kit.case import Case
from exercises.kit.finding import Finding
from simulator.domain.errors import DataTidakSah

from .kantor import Hasil, Kantor, Orang, Tanam, Ukuran

POIN_MASALAH = 2.5
POIN_ALASAN = 1.5
POIN_BERSIH = 6.0
TUDUHAN_PALING_BANYAK = 2  # more false accusations of one kind than this, and finding it shows nothing
MASALAH = {
    "tidak_ada": "Tidak ada masalah",
    "menggantung": "RHK menggantung",
    "kembar": "Indikator kembar",
    "jumlah": "Target tidak menjumlah",
}
KODE = {"C01": "menggantung", "C10": "kembar", "C07": "jumlah"}
ATURAN = {"menggantung": "matriks.yatim", "kembar": "matriks.ganda", "jumlah": "matriks.jumlah_target"}
ALASAN = {
    "tanpa_induk": "RHK utama ini tidak mendukung satu pun RHK pimpinan",
    "unit_lain": "Pegawainya berada di unit lain",
    "sama_persis": "Indikatornya sama persis dengan baris lain tanpa pembagian wilayah atau beban",
    "jabatan_sama": "Jabatannya sama dengan pegawai lain",
    "lebih_besar": "Jumlah target bawahan lebih besar dari target pimpinan",
    "lebih_kecil": "Jumlah target bawahan lebih kecil dari target pimpinan",
    "satuan_beda": "Satuan bawahan berbeda dari satuan pimpinan",
}
_PENGANTAR = (
    "Tabel ini memuat cuplikan SKP beberapa unit. Di dalamnya ada **tiga masalah**: satu RHK yang menggantung, satu "
    "indikator yang kembar, dan satu target bawahan yang tidak menjumlah ke target pimpinan. Baris lainnya benar, "
    "walaupun ada yang tampak janggal.\n\n"
    "Beri tanda pada setiap baris. Masalah yang melibatkan beberapa baris cukup ditandai pada salah satunya, dan baris "
    "lain dalam masalah yang sama boleh dibiarkan “Tidak ada masalah”. Isi alasan pada baris yang bermasalah.\n\n"
    "Target hanya dijumlahkan pada cascading **langsung**. Hasil kerja **tambahan** tidak wajib mendukung RHK pimpinan."
)


@dataclass(frozen=True, slots=True)
class Baris:
    """One row: an RHK with one of its indicators, as the office shows it now."""

    hasil: Hasil
    ukuran: Ukuran


@dataclass(frozen=True, slots=True)
class Kelompok:
    """One problem and the rows it shows on."""

    masalah: str
    alasan: str
    baris: tuple[Baris, ...]


def pilih(kantor: Kantor, rng: random.Random) -> tuple[list[Kelompok], list[Baris]]:
    """The three problems and the sound rows, no indicator twice except in the duplicate."""
    kelompok = _apart(_orphans(kantor, rng), _twins(kantor, rng), _sums(kantor, rng))
    terpakai = {satu.hasil.id for grup in kelompok for satu in grup.baris}
    bersih = _sound_family(kantor, terpakai, rng)
    bersih += _extra_work(kantor, terpakai | {satu.hasil.id for satu in bersih}, rng)
    bersih += _sound_rows(kantor, terpakai | {satu.hasil.id for satu in bersih}, kelompok, bersih, rng)
    return kelompok, bersih


def _apart(*pilihan: list[Kelompok]) -> list[Kelompok]:
    """One problem of each kind, so that no row has two problems."""
    for gabungan in product(*pilihan):
        rhk = [satu.hasil.id for grup in gabungan for satu in grup.baris]
        if len(rhk) == len(set(rhk)):
            return list(gabungan)
    raise DataTidakSah(
        "Kantor latihan tidak memuat cacat C01, C07, dan C10 yang terpisah. Periksa daftar cacat pada exercise.yaml.",
        kode="cacat-tidak-ada",
    )


def _planted(kantor: Kantor, kode: str, kolom: str, rng: random.Random) -> list[Tanam]:
    calon = [satu for satu in kantor.tanam if (satu.kode, satu.kolom) == (kode, kolom) and not satu.bukan_salah]
    rng.shuffle(calon)
    return calon


def _orphans(kantor: Kantor, rng: random.Random) -> list[Kelompok]:
    hasil = [kantor.hasil[satu.kunci] for satu in _planted(kantor, "C01", "rhk_atasan_id", rng)]
    return [Kelompok("menggantung", "tanpa_induk", (_row(kantor, satu, satu.ukuran),)) for satu in hasil]


def _twins(kantor: Kantor, rng: random.Random) -> list[Kelompok]:
    daftar = []
    for tanam in _planted(kantor, "C10", "indikator", rng):
        hasil, ukuran = kantor.iki[tanam.kunci]
        kembaran = _same_text(kantor, str(tanam.nilai), hasil)
        if kembaran:
            baris = (_row(kantor, *kembaran), _row(kantor, hasil, ukuran))
            daftar.append(Kelompok("kembar", "sama_persis", baris))
    return daftar


def _same_text(kantor: Kantor, indikator: str, hasil: Hasil) -> tuple[Hasil, Ukuran] | None:
    """The row whose indicator was copied: the superior's RHK first, then any other."""
    calon = [
        (lain, ukuran)
        for lain in kantor.hasil.values()
        for ukuran in lain.semua_ukuran
        if ukuran.indikator == indikator and lain.id != hasil.id
    ]
    calon.sort(key=lambda satu: satu[0].id != hasil.induk_id)
    return calon[0] if calon else None


def _sums(kantor: Kantor, rng: random.Random) -> list[Kelompok]:
    daftar = []
    for tanam in _planted(kantor, "C07", "target", rng):
        hasil, _ = kantor.iki[tanam.kunci]
        induk = hasil if len(kantor.langsung(hasil.id)) > 1 else kantor.hasil.get(hasil.induk_id or 0)
        if induk and len(kantor.langsung(induk.id)) > 1:
            baris = _family(kantor, induk)
            selisih = sum(satu.ukuran.nilai or 0 for satu in baris[1:]) - (baris[0].ukuran.nilai or 0)
            daftar.append(Kelompok("jumlah", "lebih_besar" if selisih > 0 else "lebih_kecil", tuple(baris)))
    return sorted(daftar, key=lambda satu: len(satu.baris))


def _family(kantor: Kantor, induk: Hasil) -> list[Baris]:
    return [_row(kantor, satu, satu.ukuran) for satu in [induk, *kantor.langsung(induk.id)]]


def _row(kantor: Kantor, hasil: Hasil, ukuran: Ukuran) -> Baris:
    """The row with every planted value in place."""
    return Baris(kantor.terlihat(hasil), kantor.ukuran_terlihat(ukuran))


def _sound_family(kantor: Kantor, terpakai: set[int], rng: random.Random) -> list[Baris]:
    """A direct cascade that does add up; where the office has an unevenly shared one, that one."""
    calon = [
        keluarga
        for induk in kantor.hasil.values()
        if 1 < len(kantor.langsung(induk.id)) <= 3
        for keluarga in [_family(kantor, induk)]
        if not (terpakai | kantor.bercacat) & {satu.hasil.id for satu in keluarga}
    ]
    nyaris = {satu.id for satu in kantor.nyaris("C07")}
    janggal = [keluarga for keluarga in calon if nyaris & {satu.hasil.id for satu in keluarga}]
    return list(rng.choice(janggal or calon))


def _extra_work(kantor: Kantor, terpakai: set[int], rng: random.Random) -> list[Baris]:
    """An extra assignment supports no RHK of the leader, and need not; planted near-misses come first."""
    calon = [satu for satu in kantor.nyaris("C01") if satu.id not in terpakai] or [
        satu
        for satu in kantor.hasil.values()
        if satu.jenis == "tambahan" and satu.id not in terpakai | kantor.tersentuh
    ]
    return [_row(kantor, satu, satu.ukuran) for satu in rng.sample(calon, min(1, len(calon)))]


def _sound_rows(
    kantor: Kantor, terpakai: set[int], kelompok: list[Kelompok], bersih: list[Baris], rng: random.Random
) -> list[Baris]:
    """Three ordinary rows whose indicators stand nowhere else in the table."""
    ada = {satu.ukuran.indikator for grup in kelompok for satu in grup.baris} | {
        satu.ukuran.indikator for satu in bersih
    }
    terlarang = terpakai | kantor.tersentuh
    calon = [satu for satu in kantor.hasil.values() if satu.cascading == "tidak_langsung" and satu.id not in terlarang]
    rng.shuffle(calon)
    hasil: list[Baris] = []
    for satu in calon:
        if len(hasil) < 3 and satu.ukuran.indikator not in ada:
            ada.add(satu.ukuran.indikator)
            hasil.append(_row(kantor, satu, satu.ukuran))
    return hasil


def urutkan(kelompok: list[Kelompok], bersih: list[Baris], rng: random.Random) -> list[Baris]:
    """All rows once; families stand together, sound and faulty ones alike."""
    semua: list[Baris] = []
    for satu in [*(baris for grup in kelompok for baris in grup.baris), *bersih]:
        if satu not in semua:
            semua.append(satu)
    ada = {satu.hasil.id for satu in semua}
    blok: dict[int, list[Baris]] = {}
    for satu in semua:
        blok.setdefault(_head(satu.hasil, ada), []).append(satu)
    kepala = list(blok)
    rng.shuffle(kepala)
    return [satu for kunci in kepala for satu in sorted(blok[kunci], key=lambda baris: baris.hasil.id)]


def _head(hasil: Hasil, ada: set[int]) -> int:
    """A slice stands below its leader's RHK when that is in the table; everything else stands alone."""
    return hasil.induk_id if hasil.cascading == "langsung" and hasil.induk_id in ada else hasil.id


def tampilan(kantor: Kantor, urut: list[Baris]) -> dict:
    """One row per RHK with its indicator; two columns to fill."""
    return {
        "judul": "Menemukan cascading yang bermasalah",
        "pengantar": _PENGANTAR,
        "isian": [
            {
                "id": "periksa",
                "jenis": "tabel",
                "label": "Cuplikan SKP",
                "kolom": [
                    {
                        "id": "masalah",
                        "jenis": "pilihan",
                        "label": "Masalah",
                        "opsi": [{"kode": kode, "label": label} for kode, label in MASALAH.items()],
                        "wajib": True,
                    },
                    {
                        "id": "alasan",
                        "jenis": "pilihan",
                        "label": "Alasan bila ada masalah",
                        "opsi": [{"kode": kode, "label": label} for kode, label in ALASAN.items()],
                        "wajib": False,
                    },
                ],
                "baris": [
                    {"id": f"k{nomor:02d}", "label": f"Baris {nomor}", "keterangan": _facts(kantor, satu)}
                    for nomor, satu in enumerate(urut, 1)
                ],
            }
        ],
    }


def _facts(kantor: Kantor, baris: Baris) -> dict[str, str]:
    hasil, orang = baris.hasil, kantor.orang[baris.hasil.orang_id]
    induk = kantor.hasil.get(hasil.induk_id or 0)
    jenis = "Utama" if hasil.jenis == "utama" else f"Tambahan, penugasan dari {hasil.penugasan or 'pimpinan'}"
    return {
        "Pegawai": orang.nama,
        "Jabatan": orang.jabatan,
        "RHK": hasil.teks,
        "Jenis": f"{jenis}, cascading {hasil.cascading.replace('_', ' ')}" if hasil.cascading and induk else jenis,
        "RHK pimpinan": induk.teks if induk else _no_parent(orang),
        "Indikator": baris.ukuran.indikator,
        "Target": baris.ukuran.target,
    }


def _no_parent(orang: Orang) -> str:
    return "(tidak dipilih)" if orang.atasan_id else "(pimpinan tertinggi, tidak ada di atasnya)"


def kunci(kelompok: list[Kelompok], urut: list[Baris]) -> dict:
    """The problems with their rows; every other row is sound."""
    nomor = {id(satu): f"k{n:02d}" for n, satu in enumerate(urut, 1)}
    posisi = {(satu.hasil.id, satu.ukuran.iki_id): nomor[id(satu)] for satu in urut}
    grup = [
        {
            "masalah": satu.masalah,
            "alasan": satu.alasan,
            "baris": [posisi[baris.hasil.id, baris.ukuran.iki_id] for baris in satu.baris],
            "kutipan": satu.baris[-1].hasil.teks if satu.masalah != "kembar" else satu.baris[-1].ukuran.indikator,
        }
        for satu in kelompok
    ]
    bermasalah = {baris for satu in grup for baris in satu["baris"]}
    return {"kelompok": grup, "bersih": [baris for baris in posisi.values() if baris not in bermasalah]}


def acuan(case: Case) -> dict:
    """Full marks: one row of each problem is marked, everything else is sound."""
    kunci_soal = case.kunci["temukan"]
    semua = sorted({*kunci_soal["bersih"], *(baris for satu in kunci_soal["kelompok"] for baris in satu["baris"])})
    isi: dict[str, dict] = {baris: {"masalah": "tidak_ada", "alasan": None} for baris in semua}
    for satu in kunci_soal["kelompok"]:
        isi[satu["baris"][-1]] = {"masalah": satu["masalah"], "alasan": satu["alasan"]}
    return {"periksa": isi}


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """Two findings per problem, one per sound row."""
    kunci_soal = case.kunci["temukan"]
    tabel = (jawaban or {}).get("periksa") or {}
    tanda = {baris: (isi or {}).get("masalah") for baris, isi in tabel.items()}
    tuduhan = _false_accusations(kunci_soal, tanda)
    hasil: list[Finding] = []
    ketemu = False
    for satu in kunci_soal["kelompok"]:
        baris = [kode for kode in satu["baris"] if tanda.get(kode) == satu["masalah"]]
        asal_tuduh = tuduhan[satu["masalah"]] > TUDUHAN_PALING_BANYAK
        ketemu = ketemu or (bool(baris) and not asal_tuduh)
        hasil += _problem(satu, baris, tabel, asal_tuduh)
    return [*hasil, *(_sound(baris, tanda.get(baris), kunci_soal, ketemu) for baris in kunci_soal["bersih"])]


def _false_accusations(kunci_soal: dict, tanda: dict) -> Counter:
    """How often each kind was marked on a row where it is not."""
    benar = {(baris, satu["masalah"]) for satu in kunci_soal["kelompok"] for baris in satu["baris"]}
    return Counter(masalah for baris, masalah in tanda.items() if masalah in ATURAN and (baris, masalah) not in benar)


def _problem(satu: dict, baris: list[str], tabel: dict, asal_tuduh: bool) -> list[Finding]:
    nama, butir = MASALAH[satu["masalah"]], satu["masalah"]
    tempat = ", ".join(f"baris {int(kode[1:])}" for kode in satu["baris"])
    if not baris:
        pesan = f"{nama} belum ditemukan. Letaknya pada {tempat}."
    elif asal_tuduh:
        pesan = f"{nama} ditandai pada terlalu banyak baris, jadi temuannya belum meyakinkan. Letaknya pada {tempat}."
    else:
        pesan = f"{nama} ditemukan pada {tempat}."
    benar = bool(baris) and not asal_tuduh
    alasan = [(tabel.get(kode) or {}).get("alasan") for kode in baris]
    tepat = benar and satu["alasan"] in alasan
    pesan_alasan = f"Alasannya: {ALASAN[satu['alasan']]}."
    if benar and not tepat:
        dipilih = next((ALASAN[kode] for kode in alasan if kode in ALASAN), "")
        pesan_alasan = (
            f"Alasan Anda “{dipilih}” kurang tepat. {pesan_alasan}" if dipilih else f"Alasan kosong. {pesan_alasan}"
        )
    aturan, saran = ATURAN[satu["masalah"]], "" if benar else _SARAN[satu["masalah"]]
    return [
        Finding(
            "temukan", butir, POIN_MASALAH if benar else 0.0, POIN_MASALAH, nama, pesan, satu["kutipan"], saran, aturan
        ),
        Finding(
            "temukan", butir, POIN_ALASAN if tepat else 0.0, POIN_ALASAN, f"Alasan: {nama}", pesan_alasan, aturan=aturan
        ),
    ]


_SARAN = {
    "menggantung": "Cari RHK utama yang RHK pimpinannya tidak dipilih.",
    "kembar": "Bandingkan kolom indikator antarbaris, kata demi kata.",
    "jumlah": "Jumlahkan target bawahan pada cascading langsung, lalu bandingkan dengan target pimpinannya.",
}


def _sound(baris: str, masalah: str | None, kunci_soal: dict, ketemu: bool) -> Finding:
    maks = POIN_BERSIH / len(kunci_soal["bersih"])
    nomor = int(baris[1:])
    benar = masalah == "tidak_ada" and ketemu
    if masalah is None:
        pesan = f"Baris {nomor} belum diperiksa."
    elif masalah != "tidak_ada":
        pesan = f"Baris {nomor} sebenarnya benar, bukan “{MASALAH[masalah]}”."
    elif ketemu:
        pesan = f"Baris {nomor} memang benar."
    else:
        pesan = f"Baris {nomor} memang benar, tetapi poinnya diberikan bila sekurangnya satu masalah ditemukan."
    return Finding(
        "temukan", baris, maks if benar else 0.0, maks, f"Baris {nomor}", pesan, aturan="matriks.jumlah_target"
    )
