"""``bimtek instansi``: generate an institution, list what can be generated, prepare it with faults, verify it.

Scene: a thin command over simulator.institution, workflow.founding, web.gangguan and store.verification; what is
printed stands in instansi_laporan and instansi_gangguan. May import: typer; everything heavy inside functions, so that
it starts at once. Facts: none. Add: an option here; a line of the summary in instansi_laporan.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Annotated, Any

import typer

from simulator.commands.instansi_sandi import sandi
from simulator.domain.errors import DataTidakSah, StatusTidakSesuai

if TYPE_CHECKING:
    from simulator.web.gangguan.naskah import Butir

_NASKAH = "NASKAH"
_BANTUAN_GANGGUAN = (
    "Gangguan katalog: F25,F41; F25@NIP untuk satu orang; satu grup (A, D, W, C, E, R, G); acak:5; atau berkas .txt, "
    "satu per baris."
)

app = typer.Typer(help="Buat, siapkan, dan periksa instansi simulasi.", no_args_is_help=True)


@app.callback()
def instansi() -> None:
    """Buat, siapkan, dan periksa instansi simulasi (SIMULASI PELATIHAN)."""


@app.command()
def buat(
    skenario: Annotated[str, typer.Option("--skenario", help="Nama skenario; lihat: bimtek instansi daftar.")],
    benih: Annotated[int, typer.Option("--benih", help="Bilangan bulat; benih yang sama memberi instansi yang sama.")],
    keluaran: Annotated[
        str,
        typer.Option("--keluaran", help="Berkas yang ditulis, misalnya dinkes.ekin.db; atau alamat PostgreSQL kelas."),
    ],
    pegawai: Annotated[int, typer.Option("--pegawai", help="Banyaknya pegawai, 60 sampai 100.000.")] = 60,
    cacat: Annotated[str, typer.Option("--cacat", help="Cacat yang ditanam, misalnya C01,B04:3; atau “semua”.")] = "",
    kalibrasi: Annotated[
        str, typer.Option("--kalibrasi", help="latihan (banyak contoh rendah) atau realistis (sebaran nasional).")
    ] = "latihan",
    tahun: Annotated[int, typer.Option("--tahun", help="Tahun kinerja yang disimulasikan.")] = 2026,
    kunci: Annotated[
        Path | None,
        typer.Option("--kunci", metavar="BERKAS", help="Tulis kunci jawaban cacat (JSON); hanya untuk instruktur."),
    ] = None,
    gangguan: Annotated[str, typer.Option("--gangguan", metavar=_NASKAH, help=_BANTUAN_GANGGUAN)] = "",
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti berkas keluaran yang sudah ada.")] = False,
    sebagai_json: Annotated[bool, typer.Option("--json", help="Ringkasan sebagai JSON.")] = False,
) -> None:
    """Buat satu instansi dengan setahun kinerja, dan simpan sebagai berkas atau di basis data kelas."""
    from simulator.store.engine import file_of, shown
    from simulator.web.gangguan.naskah import baca_naskah

    berkas = file_of(keluaran)
    if berkas is not None:
        tolak_yang_ada(berkas, timpa)
    butir = baca_naskah(gangguan) if gangguan else []
    if kunci is not None:
        tolak_yang_ada(kunci, timpa)
        if berkas is not None and kunci.resolve() == berkas.resolve():
            raise DataTidakSah(
                "Kunci jawaban dan berkas instansi harus dua berkas yang berbeda.", kode="kunci-sama-dengan-keluaran"
            )
        if not _kode_cacat(cacat):
            raise DataTidakSah(
                "Kunci jawaban hanya ada bila ada cacat yang ditanam. Tambahkan --cacat, misalnya --cacat C01,B04.",
                kode="kunci-tanpa-cacat",
            )
    from simulator.commands.instansi_laporan import (
        Kemajuan,
        beri_tahu_ukuran,
        kunci_sebagai_teks,
        ringkasan,
        tampilkan_ringkasan,
    )
    from simulator.institution import generate
    from simulator.workflow.founding import found_office

    inst = generate(skenario, benih, pegawai, calibration=kalibrasi, faults=_kode_cacat(cacat), year=tahun)
    pastikan_dapat_ditulis(*(satu for satu in (berkas, kunci) if satu is not None))
    beri_tahu_ukuran(inst)
    with Kemajuan(inst, tampil=not sebagai_json) as sumber:
        found_office(sumber, keluaran, timpa=timpa)
    if kunci is not None:
        kunci.write_text(kunci_sebagai_teks(inst), encoding="utf-8")
    keadaan = None if not butir else _siapkan(keluaran, butir, benih)
    tampilkan_ringkasan(ringkasan(inst, shown(keluaran), kunci, keadaan), sebagai_json=sebagai_json)
    _berakhir(keadaan)


@app.command()
def daftar(
    sebagai_json: Annotated[bool, typer.Option("--json", help="Daftar sebagai JSON.")] = False,
) -> None:
    """Tampilkan skenario yang tersedia dan cacat yang dapat ditanam."""
    from simulator.commands.instansi_laporan import daftar_cacat, daftar_skenario, tampilkan_daftar

    tampilkan_daftar(daftar_skenario(), daftar_cacat(), sebagai_json=sebagai_json)


@app.command()
def gangguan(
    sasaran: Annotated[str, typer.Argument(metavar="BERKAS|ALAMAT", help="Kantor yang disiapkan atau dilihat.")],
    pasang: Annotated[str, typer.Option("--pasang", metavar=_NASKAH, help=_BANTUAN_GANGGUAN)] = "",
    cabut: Annotated[
        bool, typer.Option("--cabut", help="Cabut dahulu semua yang terpasang dan belum diperbaiki.")
    ] = False,
    benih: Annotated[int, typer.Option("--benih", help="Menentukan siapa yang terkena bila NIP tidak ditulis.")] = 1,
    sebagai_json: Annotated[bool, typer.Option("--json", help="Keadaan sebagai JSON.")] = False,
) -> None:
    """Siapkan kantor kelas dengan gangguan katalog, dan lihat siapa sudah memperbaiki apa (untuk instruktur)."""
    from simulator.commands.instansi_gangguan import tampilkan_gangguan
    from simulator.web.gangguan.naskah import baca_naskah

    keadaan = _siapkan(sasaran, baca_naskah(pasang) if pasang else [], benih, cabut=cabut)
    tampilkan_gangguan(keadaan, sebagai_json=sebagai_json)
    _berakhir(keadaan)


def _siapkan(sasaran: str, butir: list[Butir], benih: int, *, cabut: bool = False) -> dict[str, Any]:
    from simulator.commands.instansi_gangguan import keadaan_gangguan, tolak_dalam_ujian
    from simulator.web.gangguan import saklar
    from simulator.web.gangguan.naskah import pasang_naskah
    from simulator.web.gangguan.tempat import di_terminal

    with di_terminal(sasaran) as tempat:
        if butir:
            tolak_dalam_ujian(tempat)
        if cabut:
            saklar.cabut_semua(tempat)
        return keadaan_gangguan(tempat, pasang_naskah(tempat, butir, benih))


def _berakhir(keadaan: dict[str, Any] | None) -> None:
    """What was asked for and did not fit makes the command fail, with everything else in place."""
    if keadaan is not None and keadaan["tidak_terpasang"]:
        raise typer.Exit(1)


app.command()(sandi)


@app.command()
def verifikasi(
    berkas: Annotated[
        str, typer.Argument(metavar="BERKAS|ALAMAT", help="Kantor yang diperiksa, misalnya dinkes.ekin.db.")
    ],
    jangkar: Annotated[
        str, typer.Option("--jangkar", help="NOMOR:SIDIK jurnal yang pernah dicatat, untuk dicocokkan.")
    ] = "",
    sebagai_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Periksa apakah isi kantor diubah di luar aplikasi, atau sesudah periode dikunci."""
    from simulator.commands.instansi_laporan import tampilkan_verifikasi
    from simulator.store.engine import shown
    from simulator.store.verification import verify

    hasil = verify(berkas, jangkar=_jangkar(jangkar))
    tampilkan_verifikasi(shown(berkas), hasil, sebagai_json=sebagai_json)
    if not hasil.ok:
        raise typer.Exit(1)


def tolak_yang_ada(berkas: Path, timpa: bool) -> None:
    """Raises: StatusTidakSesuai — the file exists and may not be replaced; DataTidakSah — it is a folder."""
    if berkas.is_dir():
        raise DataTidakSah(f"“{berkas}” adalah folder. Sebutkan nama berkas di dalamnya.", kode="bukan-berkas")
    if berkas.exists() and not timpa:
        raise StatusTidakSesuai(
            f"Berkas “{berkas}” sudah ada dan tidak ditimpa. Pilih nama lain, atau tambahkan --timpa.",
            kode="berkas-sudah-ada",
        )


def pastikan_dapat_ditulis(*daftar_berkas: Path) -> None:
    """Make the folders and try them, before minutes of work end in one that takes nothing.

    Raises: DataTidakSah — nothing can be written there.
    """
    for berkas in daftar_berkas:
        folder = berkas.resolve().parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
            TemporaryFile(dir=folder).close()
        except OSError as error:
            raise DataTidakSah(
                f"Berkas “{berkas}” tidak dapat ditulis di folder “{folder}”. Pilih folder lain, misalnya folder "
                "Dokumen Anda.",
                kode="folder-tidak-dapat-ditulis",
            ) from error


def _kode_cacat(tulisan: str) -> tuple[str, ...]:
    if tulisan.strip().lower() == "semua":
        from simulator.institution.planting import fault_kinds

        # Where no kind is installed, planting says so.
        return tuple(fault_kinds()) or (tulisan.strip(),)
    return tuple("".join(kode.split()) for kode in tulisan.split(",") if kode.strip())


def _jangkar(tulisan: str) -> tuple[int, str] | None:
    if not tulisan:
        return None
    nomor, pemisah, sidik = tulisan.partition(":")
    if not pemisah or not nomor.isdigit():
        raise DataTidakSah(
            "Jangkar ditulis NOMOR:SIDIK, seperti yang dicetak verifikasi sebelumnya.", kode="jangkar-tidak-terbaca"
        )
    return int(nomor), sidik
