"""Question "nama": name three papers of the next quarter by the class standard.

Scene: exercise 03. May import: exercises.kit, simulator.rules. Facts: rule bukti.penamaan (aturan kelas).
Add: nothing; the standard itself is in simulator/rules/nama_bukti.py.
"""

from __future__ import annotations

from collections import Counter

from exercises.kit.case import Case
from exercises.kit.finding import Finding
from simulator.domain.skp import Aspek
from simulator.rules.nama_bukti import CONTOH, nama_baku, periksa_nama, urai_nama

from .kantor import TRIWULAN, Meja

POIN = 12.0
#: Points of one name by part; the form is worth most because everything else is read from it.
_BAGIAN = {"bentuk": 1.0, "periode": 1.0, "rhk": 1.0, "aspek": 1.0}


def tampilan(meja: Meja) -> dict:
    """Three papers and a place for each name."""
    return {
        "judul": "Beri nama berkas menurut aturan kelas",
        "pengantar": (
            f"Aturan kelas: `tahun_TWn_RHKnn_IKI-KODE_judul.ekstensi`, misalnya `{CONTOH}`. Kode aspek: KN "
            f"kuantitas, KL "
            "kualitas, WK waktu, BY biaya. Judul huruf kecil dengan tanda hubung. Tidak ada standar nasional untuk "
            "ini; yang penting penilai dapat menelusuri bukti ke indikatornya. Setiap dokumen perlu nama sendiri; "
            "contoh yang disalin tidak dinilai."
        ),
        "isian": [
            {
                "id": "nama",
                "jenis": "tabel",
                "label": "Berkas yang harus dinamai",
                "kolom": [
                    {"id": "berkas", "jenis": "teks", "label": "Nama berkas", "wajib": True, "periksa": ["nama_bukti"]}
                ],
                "baris": [
                    {
                        "id": f"n{nomor}",
                        "label": f"Dokumen {nomor}",
                        "keterangan": {
                            "Jenis": f"{kertas.jenis} ({kertas.ekstensi})",
                            "Isi": kertas.isi,
                            "Dipakai untuk": (
                                f"RHK {rhk}, IKI aspek {aspek.label}, Triwulan {TRIWULAN[triwulan - 1]} {meja.tahun}"
                            ),
                        },
                    }
                    for nomor, (kertas, rhk, aspek, triwulan) in enumerate(meja.untuk_dinamai, 1)
                ],
            }
        ],
    }


def kunci(meja: Meja) -> dict:
    """Per paper what its name must say."""
    return {
        f"n{nomor}": {
            "tahun": meja.tahun,
            "triwulan": triwulan,
            "rhk": rhk,
            "aspek": aspek.value,
            "ekstensi": kertas.ekstensi,
            "judul": f"{kertas.jenis} rhk {rhk} berkas {nomor}",
        }
        for nomor, (kertas, rhk, aspek, triwulan) in enumerate(meja.untuk_dinamai, 1)
    }


def acuan(case: Case) -> dict:
    """Full marks."""
    return {
        "nama": {
            baris: {
                "berkas": nama_baku(
                    satu["tahun"], satu["triwulan"], satu["rhk"], Aspek(satu["aspek"]), satu["judul"], satu["ekstensi"]
                )
            }
            for baris, satu in case.kunci["nama"].items()
        }
    }


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """Four findings per name: form, period, RHK, aspect."""
    tabel = jawaban.get("nama") or {}
    nama = {baris: str((tabel.get(baris) or {}).get("berkas") or "").strip() for baris in case.kunci["nama"]}
    dipakai = Counter(satu.casefold() for satu in nama.values() if satu)
    return [
        temuan
        for baris, satu in case.kunci["nama"].items()
        for temuan in _name(baris, nama[baris], satu, kembar=dipakai[nama[baris].casefold()] > 1)
    ]


def _name(baris: str, nama: str, satu: dict, *, kembar: bool) -> list[Finding]:
    salinan = nama.casefold() == CONTOH.casefold()
    bagian = None if salinan else urai_nama(nama)
    bentuk = periksa_nama(nama) if nama else ()
    contoh = f"TW{satu['triwulan']}_RHK{satu['rhk']:02d}"
    if not nama:
        pesan = "Nama berkas belum ditulis."
    elif salinan:
        pesan = "Ini contoh pada soal, bukan nama dokumen ini."
    elif kembar:
        pesan = "Nama ini dipakai untuk lebih dari satu dokumen, jadi keduanya tidak dapat dibedakan. Ubah judulnya."
    else:
        pesan = " ".join(temuan.pesan for temuan in bentuk) or "Bentuk nama mengikuti aturan kelas."
    cocok = {
        "bentuk": bool(nama) and not bentuk and not salinan and not kembar,
        "periode": bagian is not None and (bagian.tahun, bagian.triwulan) == (satu["tahun"], satu["triwulan"]),
        "rhk": bagian is not None and bagian.nomor_rhk == satu["rhk"],
        "aspek": bagian is not None and bagian.aspek.value == satu["aspek"],
    }
    kata = {
        "bentuk": ("Bentuk nama", pesan),
        "periode": ("Tahun dan triwulan", f"Seharusnya {satu['tahun']} dan TW{satu['triwulan']}."),
        "rhk": ("Nomor RHK", f"Seharusnya RHK{satu['rhk']:02d}, dua angka ({contoh})."),
        "aspek": ("Kode aspek", f"Seharusnya kode untuk aspek {Aspek(satu['aspek']).label}."),
    }
    hasil = []
    for kode, poin in _BAGIAN.items():
        benar = cocok[kode]
        kriteria, keliru = kata[kode]
        if kode != "bentuk" and bagian is None and nama and not salinan:
            keliru = f"Bagian ini tidak terbaca karena bentuk namanya belum benar. {keliru}"
        hasil.append(
            Finding(
                "nama", f"{baris}.{kode}", poin if benar else 0.0, poin, f"Dokumen {baris[1:]}: {kriteria}",
                keliru if not benar or kode == "bentuk" else "Tepat.", kutipan="" if benar else nama,
                saran="" if benar else f"Contoh: {CONTOH}", aturan="bukti.penamaan",
            )
        )  # fmt: skip
    return hasil
