"""``bimtek instansi sandi``: the instructor's list of first passwords for an exam, and one account made new.

Scene: the instructor's terminal, before or during an exam. May import: simulator.web, store, openpyxl (inside).
Facts: none. Add: a column of the list in ``_baris``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from simulator.domain.errors import TidakDitemukan

if TYPE_CHECKING:
    from simulator.web.gangguan.tempat import DiTerminal

_LAMA = (
    " Daftar dari ujian sebelumnya tidak berlaku lagi: sesudahnya kantor ini dilayani tanpa --ujian, dan di sana siapa "
    "pun dapat menjadi siapa pun. Setiap ujian mempunyai daftarnya sendiri."
)
_KEPALA = ("No", "Unit", "Nama", "NIP", "Jabatan", "Kata sandi awal", "Keadaan")


def sandi(
    sasaran: Annotated[str, typer.Argument(metavar="BERKAS|ALAMAT", help="Kantor yang dipakai untuk ujian.")],
    keluaran: Annotated[
        Path, typer.Option("--keluaran", metavar="BERKAS", help="Berkas XLSX yang ditulis; hanya untuk instruktur.")
    ] = Path("sandi-awal.xlsx"),
    kembalikan: Annotated[
        str, typer.Option("--kembalikan", metavar="NIP", help="Kembalikan satu akun ke kata sandi awalnya.")
    ] = "",
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti berkas keluaran yang sudah ada.")] = False,
    sebagai_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Tulis kata sandi awal setiap akun untuk ujian (untuk instruktur), atau kembalikan satu akun yang lupa."""
    from simulator.web.gangguan.tempat import di_terminal

    with di_terminal(sasaran) as tempat:
        hasil = _kembalikan(tempat, kembalikan) if kembalikan else _daftar(tempat, keluaran, timpa)
    print(json.dumps(hasil, ensure_ascii=False) if sebagai_json else _kalimat(hasil))


def _daftar(tempat: DiTerminal, keluaran: Path, timpa: bool) -> dict[str, Any]:
    from simulator.commands.instansi import pastikan_dapat_ditulis, tolak_yang_ada
    from simulator.web.buku_xlsx import buku
    from simulator.web.sandi_ujian import kedaluwarsa, siapkan

    tolak_yang_ada(keluaran, timpa)
    pastikan_dapat_ditulis(keluaran)
    with tempat.data.ubah() as connection:
        ada_yang_lama = kedaluwarsa(connection)
        rahasia = siapkan(connection)
    baris = [
        ("Kata sandi awal ujian (SIMULASI PELATIHAN). Bagikan kepada pemiliknya saja; diganti saat pertama masuk.",),
        _KEPALA,
        *_baris(tempat, rahasia),
    ]
    # Its owner alone reads it, from the first byte on.
    with open(os.open(keluaran, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as berkas:
        keluaran.chmod(0o600)  # one that was there before kept whatever rights it had
        berkas.write(buku("Kata sandi awal", baris, baris_kepala=2))
    return {"berkas": str(keluaran), "akun": len(baris) - 2, "menggantikan_daftar_lama": ada_yang_lama}


def _baris(tempat: DiTerminal, rahasia: str) -> Iterator[tuple[object, ...]]:
    from sqlalchemy import select

    from simulator.domain.kepegawaian import Jabatan, Pegawai, UnitKerja
    from simulator.store import repository
    from simulator.web.data import kredensial
    from simulator.web.sandi_ujian import berjalan, sandi_ujian

    with tempat.data.lihat() as web:
        semua = select(kredensial.c.pegawai_id).where(~kredensial.c.wajib_ganti)
        diganti = set(web.execute(semua).scalars()) if berjalan(web) else set()
    with tempat.lihat() as connection:
        orang = repository.find(connection, Pegawai, aktif=True)
        unit = {satu.unit_id: satu.nama for satu in repository.find(connection, UnitKerja)}
        jabatan = {satu.jabatan_id: satu.nama for satu in repository.find(connection, Jabatan)}
    orang.sort(key=lambda p: (unit.get(p.unit_id, ""), p.nama))
    for nomor, p in enumerate(orang, 1):
        keadaan = "sudah diganti pemiliknya" if p.pegawai_id in diganti else "belum diganti"
        yield (
            nomor, unit.get(p.unit_id, ""), p.nama, p.nip, jabatan.get(p.jabatan_id, ""),
            sandi_ujian(rahasia, p.nip), keadaan,
        )  # fmt: skip


def _kembalikan(tempat: DiTerminal, nip: str) -> dict[str, Any]:
    from simulator.domain.kepegawaian import Pegawai
    from simulator.store import repository
    from simulator.web import pintu, sesi
    from simulator.web.sandi_ujian import kembalikan, sandi_ujian, siapkan

    polos = nip.replace(" ", "")
    with tempat.lihat() as connection:
        pegawai = repository.find_one(connection, Pegawai, nip=polos)
    if pegawai is None:
        raise TidakDitemukan(
            f"Tidak ada pegawai dengan NIP “{polos[:30]}”. Salin 18 angkanya dari daftar.", kode="nip-tidak-ditemukan"
        )
    with tempat.data.ubah() as connection:
        kembalikan(connection, pegawai.pegawai_id)
        # Whoever holds the lost phone, or knew the password, may still sit in it.
        sesi.akhiri_semua(connection, pegawai.pegawai_id)
        pintu.lupakan_gagal(connection, pegawai.nip)
        return {"nip": pegawai.nip, "nama": pegawai.nama, "sandi": sandi_ujian(siapkan(connection), pegawai.nip)}


def _kalimat(hasil: dict[str, Any]) -> str:
    if "berkas" in hasil:
        return (
            f"{hasil['akun']} kata sandi awal ditulis di {hasil['berkas']}. Cetak, potong, bagikan kepada pemiliknya, "
            "lalu hapus berkasnya; selama ujian daftarnya dapat ditulis lagi dengan perintah yang sama."
            + (_LAMA if hasil["menggantikan_daftar_lama"] else "")
        )
    return (
        f"Akun {hasil['nama']} kembali ke kata sandi awal ujian: {hasil['sandi']}. Pemiliknya masuk lagi, mengganti "
        "kata sandi, dan memasang autentikator; yang sudah disimpannya tetap."
    )
