"""Question "temukan": the orphan, the duplicate and the target that does not add up, among rows that are fine.

Scene: exercise 02: what the page asks about the rows of cuplikan.py, and what an answer earns.
May import: exercises.kit and the files of this folder.
Facts: rules matriks.yatim, matriks.ganda, matriks.jumlah_target.
Add: a kind of fault in cuplikan.py, its code in KODE, its rule in ATURAN and its reasons in ALASAN.
"""

from __future__ import annotations

from collections import Counter

from exercises.kit.case import Case
from exercises.kit.finding import Finding

from .cuplikan import Baris, Kelompok
from .kantor import Kantor, Orang

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
