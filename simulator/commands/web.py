"""``bimtek web``: the office in a browser.

Scene: entry point; serves one *instansi* on an embedded server and opens the browser. May import: simulator.web; Typer.
Facts: none. Add: an option here, its meaning in simulator/web/settings.py.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.commands.induk import bila_induk_berakhir
from simulator.commands.pilih_kantor import pilih_kantor
from simulator.commands.tanya import buka_peramban
from simulator.commands.web_pilihan import KUNCI, tolak_yang_bertentangan
from simulator.domain.errors import DataTidakSah, StatusTidakSesuai
from simulator.notebook_server.ekinerja import KEPALA, VARIABEL

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp

    from simulator.web.settings import Pengaturan
    from simulator.web.tanpa_kantor import BilaAda

PORT_BAWAAN, PORT_TERBESAR = 8765, 65_535
#: Nothing is sent there: asked which address of ours would be used, the system names the one in the class's network.
_LUAR = ("192.0.2.1", 9)


def web(
    ctx: typer.Context,
    sasaran: Annotated[
        str | None,
        typer.Argument(
            metavar="[BERKAS|ALAMAT]",
            help="Berkas *.ekin.db, atau alamat PostgreSQL untuk satu kelas. Tanpa ini: kantor di folder ini; "
            "bila belum ada, ditawarkan membuatnya.",
        ),
    ] = None,
    port: Annotated[int, typer.Option(help="Nomor port; bila terpakai dipilihkan yang kosong.")] = PORT_BAWAAN,
    tanpa_browser: Annotated[
        bool, typer.Option("--tanpa-browser", "--tanpa-peramban", help="Jangan membuka peramban.")
    ] = False,
    ujian: Annotated[
        bool, typer.Option("--ujian", help="Ujian praktik: setiap orang masuk sendiri, hari diam.")
    ] = False,
    otp_di_layar: Annotated[
        bool, typer.Option("--otp-di-layar", help="Ujian tanpa ponsel: kode OTP tampil di halaman masuk.")
    ] = False,
    kelas: Annotated[
        bool, typer.Option("--kelas", help="Kantor bersama: hari dan gangguan hanya dengan kunci instruktur.")
    ] = False,
    kunci_instruktur: Annotated[
        str | None,
        typer.Option(
            "--kunci-instruktur",
            envvar=KUNCI,
            show_envvar=False,
            metavar="KUNCI",
            help="Kunci kelas, sedikitnya 12 huruf yang sulit ditebak; bila tidak diberikan, dibuatkan dan dicetak.",
        ),
    ] = None,
    untuk_jaringan: Annotated[
        bool, typer.Option("--untuk-jaringan", help="Layani juga komputer lain di jaringan kelas.")
    ] = False,
    nama_host: Annotated[
        list[str] | None,
        typer.Option(
            "--nama-host",
            metavar="NAMA",
            help="Nama lain kantor di komputer ini, misalnya di balik server web; dapat ditulis beberapa kali.",
        ),
    ] = None,
    di_balik_proksi: Annotated[
        bool, typer.Option("--di-balik-proksi", help="Percaya awalan alamat dari proksi JupyterLab.")
    ] = False,
    soket_lokal: Annotated[
        Path | None, typer.Option("--soket", metavar="BERKAS", help="Layani lewat soket berkas, bukan port.")
    ] = None,
    ikut_induk: Annotated[
        bool, typer.Option("--ikut-induk", hidden=True, help="Berakhir bersama JupyterLab yang memulainya.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Tulis alamat sebagai satu baris JSON.")] = False,
) -> None:
    """Buka kantor simulasi di peramban (SIMULASI PELATIHAN).

    Satu berkas di komputer sendiri adalah kantor Anda sendiri. Kantor di PostgreSQL, --untuk-jaringan, dan --kelas
    adalah kantor kelas: hari dimajukan dan gangguan dipasang hanya dengan kunci instruktur.
    """
    if not 0 <= port <= PORT_TERBESAR:
        raise DataTidakSah(f"Port {port} tidak ada. Pilih angka antara 1024 dan {PORT_TERBESAR}.", kode="web-port")
    tolak_yang_bertentangan(ctx)
    nama = pilih_kantor(sasaran, boleh_tanya=not (as_json or ikut_induk))
    from simulator.store.engine import file_of
    from simulator.web.app import create_app
    from simulator.web.tamu import SENDIRI, HanyaTamu
    from simulator.web.tanpa_kantor import BilaAda

    if untuk_jaringan:
        _wajib_bukan_paket(nama)
    bersama = kelas or untuk_jaringan or bool(kunci_instruktur) or file_of(nama) is None
    atur = _atur(ujian, bersama, kunci_instruktur, di_balik_proksi, otp_di_layar=otp_di_layar)
    uds = None if soket_lokal is None else str(soket_lokal)
    soket = None if uds is not None else _soket("0.0.0.0" if untuk_jaringan else "127.0.0.1", port)
    alamat = uds if soket is None else f"http://127.0.0.1:{soket.getsockname()[1]}/"
    assert alamat is not None  # one of both is served
    lain = f"http://{_alamat_jaringan()}:{soket.getsockname()[1]}/" if untuk_jaringan and soket else ""
    # Told to whoever serves the same office as well, perhaps from another computer.
    di = "" if ikut_induk else lain or alamat + (f" (komputer {socket.gethostname()})" if file_of(nama) is None else "")
    kantor = BilaAda(lambda: create_app(nama, replace(atur, dilayani_di=di)))
    # In a network people use whatever address they were given; a proxy passes on the one of its own visitors.
    sendiri = not (untuk_jaringan or di_balik_proksi or uds)
    nama_kita = [*SENDIRI, *(nama_host or ())] if sendiri else ()
    kata = os.environ.get(VARIABEL, "") if di_balik_proksi else ""
    server = _peladen(HanyaTamu(kantor, nama_kita, kepala=KEPALA, kata=kata), uds)
    if ikut_induk:
        # For JupyterLab: the page, the only thing that is seen there, tells why no office can be opened.
        bila_induk_berakhir(lambda: setattr(server, "should_exit", True))
        server.run(sockets=None if soket is None else [soket])
        return

    def siap() -> None:
        if as_json:
            isi = {"alamat": alamat, "sasaran": _sebut(nama)}
            kunci = {"kunci_instruktur": atur.kunci_instruktur} if atur.dengan_kunci else {}
            print(json.dumps(isi | kunci), flush=True)
        else:
            _umumkan(_sebut(nama), alamat, atur, lain=lain)
        if not tanpa_browser and soket is not None:
            buka_peramban(alamat)

    if soket is not None and port not in (0, soket.getsockname()[1]):
        print(f"Port {port} sedang dipakai program lain; dipilihkan yang kosong.", file=sys.stderr)
    _layani(server, kantor, soket, siap)
    if not as_json:
        print("e-Kinerja (Simulasi) ditutup. Semua yang disimpan ada di kantor itu.", file=sys.stderr)


def _wajib_bukan_paket(nama: str) -> None:
    """Raises: StatusTidakSesuai — whoever comes over the network would fill in this participant's exercises."""
    from simulator.web.latihan_paket import berpaket

    if berpaket(nama):
        raise StatusTidakSesuai(
            f"Kantor ini ada di folder paket latihan ({Path(nama).resolve().parent.name}): lewat jaringan siapa pun "
            "dapat mengisi dan mengumpulkan latihan pemilik folder itu. Salin berkas kantornya ke folder lain dan "
            "layani salinannya, atau jalankan tanpa --untuk-jaringan.",
            kode="web-paket-di-jaringan",
        )


def _layani(server: uvicorn.Server, kantor: BilaAda, soket: socket.socket | None, siap: Callable[[], None]) -> None:
    """Open the office, say so, serve it until somebody stops it. Raises: BimtekError — it cannot be opened."""

    terbuka = False

    async def hidup() -> None:
        nonlocal terbuka
        # Opened before anything is said: an address that leads nowhere helps nobody.
        await kantor.sekarang()
        terbuka = True
        try:
            siap()
            await server.serve(sockets=None if soket is None else [soket])
        finally:
            await kantor.tutup()

    try:
        asyncio.run(hidup())
    except KeyboardInterrupt:
        # Ctrl+C is the usual way to close it, and it has let go of everything before.
        if not terbuka:
            raise


def _atur(
    ujian: bool, bersama: bool, kunci: str | None, di_balik_proksi: bool, *, otp_di_layar: bool = False
) -> Pengaturan:
    """Whose office this is. Raises: DataTidakSah — a key that anybody could guess."""
    from simulator.web.settings import KUNCI_TERPENDEK, Mode, Pengaturan, kunci_baru

    if ujian:
        return Pengaturan(Mode.UJIAN, percaya_awalan=di_balik_proksi, otp_di_layar=otp_di_layar)
    if not bersama:
        return Pengaturan(percaya_awalan=di_balik_proksi)
    kunci = (kunci or kunci_baru()).strip()
    if len(kunci) < KUNCI_TERPENDEK:
        raise DataTidakSah(
            f"Kunci instruktur sedikitnya {KUNCI_TERPENDEK} huruf. Tulis yang lebih panjang, atau hilangkan "
            "--kunci-instruktur agar dibuatkan.",
            kode="kunci-pendek",
        )
    return Pengaturan(Mode.LATIHAN, percaya_awalan=di_balik_proksi, kunci_instruktur=kunci)


def _umumkan(kantor: str, alamat: str, atur: Pengaturan, *, lain: str) -> None:
    sendiri = "mode ujian, setiap orang dengan NIP dan kata sandinya (daftar: bimtek instansi sandi)"
    masuk = "pilih satu nama di halaman Masuk" if atur.boleh_ganti_pemeran else sendiri
    print(
        "e-Kinerja (Simulasi) siap. SIMULASI PELATIHAN, bukan aplikasi BKN.\n"
        f"  Kantor  : {kantor}\n"
        f"  Alamat  : {alamat}\n"
        + (f"  Jaringan: {lain} (untuk komputer lain di kelas; dari JupyterLab: --kantor)\n" if lain else "")
        + f"  Masuk   : {masuk}\n"
        + (f"  Kunci   : {atur.kunci_instruktur} (instruktur: hari dan gangguan)\n" if atur.dengan_kunci else "")
        + "Untuk menutup: tekan Ctrl+C di jendela ini.",
        flush=True,
    )


def _sebut(nama: str) -> str:
    """The office in a word; the address of a database holds its password."""
    return "basis data kelas" if "://" in nama else Path(nama).name


def _alamat_jaringan() -> str:
    """This computer's address in its network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as soket:
        try:
            soket.connect(_LUAR)
        except OSError:
            return socket.gethostname()
        alamat: str = soket.getsockname()[0]
        return alamat


def _peladen(app: ASGIApp, uds: str | None) -> uvicorn.Server:
    import uvicorn

    from simulator.web.sambungan_lambat import SambunganBerbatas, izinkan_banyak_sambungan

    izinkan_banyak_sambungan()
    atur = uvicorn.Config(
        app, http=SambunganBerbatas, log_level="warning", access_log=False, server_header=False, uds=uds
    )
    return uvicorn.Server(atur)


def _soket(alamat: str, port: int) -> socket.socket:
    """A listening socket: the wanted port, else any free one."""
    for calon in (port, 0):
        # The protocol is named because asyncio sends small answers at once (TCP_NODELAY) only where a socket names it;
        # otherwise every page waits some 40 ms for the browser's acknowledgement.
        soket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            soket.bind((alamat, calon))
            # A browser that comes before the office is open waits in the queue instead of being refused.
            soket.listen(128)
        except OSError:
            soket.close()
            continue
        return soket
    raise DataTidakSah(
        "Tidak ada port yang dapat dipakai di komputer ini. Tutup program lain, lalu ulangi.", kode="web-port"
    )
