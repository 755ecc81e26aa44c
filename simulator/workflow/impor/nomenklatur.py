"""Names in the block above the table against the Draft's identity cards and the master data.

Scene: first check of an import. May import: simulator.domain, wording (reading), this folder.
Facts: identity is copied into the SKP from the profile (CONFIRMED, report fields); that a deviating name stops the
import is a course decision (label simulasi): in the application such a name is wrong wherever it goes on to.
Add: another field of the block in ``periksa_nomenklatur``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from simulator.domain.skp import IdentitasSKP
from simulator.wording.berkas.identitas import LEMBAR, PEGAWAI, Identitas
from simulator.wording.berkas.naskah_xlsx import LembarSKP, Naskah
from simulator.workflow.impor.konteks import KonteksImpor
from simulator.workflow.impor.rencana import seragam
from simulator.workflow.impor.temuan import GALAT, PERINGATAN, Catatan

#: Spreadsheets keep fifteen digits of a number; the rest of a NIP is lost.
_DIGIT_PASTI = 15


def periksa_nomenklatur(lembar: LembarSKP, konteks: KonteksImpor, catatan: Catatan) -> None:
    """Whatever the block says must be what e-Kinerja knows; what it leaves out is not missed."""
    for satu in lembar.identitas:
        if satu.pihak == LEMBAR:
            _tahun(lembar.nama, satu, konteks.skp.tahun, catatan)
            continue
        skp = konteks.skp
        kartu = skp.identitas_pegawai if satu.pihak == PEGAWAI else skp.identitas_penilai
        if kartu is None:
            continue
        if satu.bidang == "nip":
            _nip(lembar.nama, satu, kartu, catatan)
        elif satu.bidang == "nama" and _huruf(satu.nilai) != _huruf(kartu.nama):
            _catat(
                catatan, PERINGATAN, "nama-berbeda", lembar.nama, satu,
                f"Nama {_siapa(satu)} di lembar “{satu.nilai}”; di e-Kinerja “{kartu.nama}”.",
                "Samakan dengan e-Kinerja, termasuk gelarnya; bila e-Kinerja keliru, tekan Sinkronisasi ASN di Profil.",
            )  # fmt: skip
        elif satu.bidang == "jabatan":
            _induk(lembar.nama, satu, kartu.jabatan, konteks.daftar_jabatan, "Jabatan", catatan)
        elif satu.bidang == "unit":
            _induk(lembar.nama, satu, kartu.unit, konteks.daftar_unit, "Unit kerja", catatan)


def periksa_tahun_lembar(naskah: Naskah, tahun: int, catatan: Catatan) -> None:
    """Last year's sheet is often kept beside this year's: among several tables its name stops the import."""
    tabel = [lembar.nama for lembar in naskah.lembar if lembar.baris]
    for nama in tabel:
        lain = [satu for satu in re.findall(r"(?<!\d)20\d\d(?!\d)", nama) if satu != str(tahun)]
        if lain and str(tahun) not in nama:
            pilih = (
                "Pilih lembar yang benar pada “Tabel yang diimpor” di atas; bila ini "
                if len(tabel) > 1
                else "Bila ini "
            )
            catatan.tambah(
                GALAT if len(tabel) > 1 else PERINGATAN, "tahun-lembar-berbeda", nama, 0, "",
                f"Nama lembar menyebut tahun {lain[0]}; SKP ini tahun {tahun}.",
                f"{pilih}memang untuk tahun {tahun}, ganti nama lembarnya.",
            )  # fmt: skip


def _tahun(lembar: str, satu: Identitas, tahun: int, catatan: Catatan) -> None:
    if satu.nilai != str(tahun):
        _catat(
            catatan, GALAT, "tahun-berbeda", lembar, satu,
            f"Lembar ini untuk tahun {satu.nilai}; SKP ini tahun {tahun}.",
            "Impor ke SKP tahun itu, atau perbarui tahun dan isi lembarnya.",
        )  # fmt: skip


def _nip(lembar: str, satu: Identitas, kartu: IdentitasSKP, catatan: Catatan) -> None:
    tulis, benar = re.sub(r"\D", "", satu.nilai), re.sub(r"\D", "", kartu.nip)
    banyak = _DIGIT_PASTI if satu.angka else 18
    if tulis[:banyak] != benar[:banyak]:
        _catat(
            catatan, GALAT, "nip-berbeda", lembar, satu,
            f"NIP {_siapa(satu)} di lembar {satu.nilai}; pada SKP ini {kartu.nip} ({kartu.nama}).",
            "Pastikan lembar ini milik Anda dan penilainya benar. Bila penilai pada SKP yang keliru, tekan Perbarui "
            "kartu identitas.",
        )  # fmt: skip
    elif satu.angka:
        _catat(
            catatan, PERINGATAN, "nip-sebagai-angka", lembar, satu,
            f"NIP {_siapa(satu)} tersimpan sebagai angka, jadi tiga digit terakhirnya hilang.",
            f"Ubah format selnya menjadi Teks, lalu ketik ulang {kartu.nip}.",
        )  # fmt: skip


def _induk(lembar: str, satu: Identitas, benar: str, terdaftar: Sequence[str], apa: str, catatan: Catatan) -> None:
    """The card's own name passes; another one is told apart: registered elsewhere, nearly one, or unknown."""
    if seragam(satu.nilai) == seragam(benar):
        return
    nama = {seragam(n): n for n in terdaftar}
    if seragam(satu.nilai) in nama:
        sebab = "terdaftar di data induk, tetapi bukan yang tercantum pada SKP ini"
    else:
        sebab = "tidak ada di data induk"
        if mirip := [nama[n] for n in get_close_matches(seragam(satu.nilai), nama, n=1, cutoff=0.8)]:
            sebab += f" (yang mirip: “{mirip[0]}”)"
    _catat(
        catatan, GALAT, f"{apa.lower().replace(' ', '-')}-berbeda", lembar, satu,
        f"{apa} {_siapa(satu)} “{satu.nilai}” {sebab}.",
        f"Tulis “{benar}” seperti pada SKP; bila Anda sudah pindah, tekan Sinkronisasi ASN lalu Perbarui kartu "
        "identitas.",
    )  # fmt: skip


def _siapa(satu: Identitas) -> str:
    return "pegawai" if satu.pihak == PEGAWAI else "pejabat penilai"


def _huruf(teks: str) -> str:
    """Letters only: points and commas of titles do not count."""
    return re.sub(r"[^a-z]", "", teks.casefold())


def _catat(catatan: Catatan, tingkat: str, kode: str, lembar: str, satu: Identitas, pesan: str, saran: str) -> None:
    catatan.tambah(tingkat, f"{kode}-{satu.pihak}", lembar, int(re.sub(r"\D", "", satu.sel)), satu.sel, pesan, saran)
