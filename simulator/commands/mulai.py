"""``bimtek mulai``: one participant sits down and works.

Scene: entry point; finds the participant's folder, starts JupyterLab on it, opens the home page in the browser.
May import: simulator.notebook_server, domain; Typer. The kit is asked by name, because simulator may not depend on it.
Facts: none. Add: an option here, its meaning in simulator/notebook_server.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.commands.tanya import ada_orang, buka_peramban, pilih_nomor
from simulator.domain.errors import StatusTidakSesuai, TidakDitemukan

if TYPE_CHECKING:
    from simulator.notebook_server.participant_folder import ParticipantFolder
    from simulator.notebook_server.server import RunningLab

SELF_STUDY = "latihan"


def mulai(
    sumber: Annotated[
        str | None,
        typer.Argument(metavar="[FOLDER|PAKET.zip]", help="Folder latihan, atau berkas paket dari instruktur."),
    ] = None,
    port: Annotated[int | None, typer.Option(help="Nomor port; tanpa ini dipilihkan yang kosong.")] = None,
    tanpa_peramban: Annotated[
        bool,
        typer.Option("--tanpa-peramban", "--tanpa-browser", help="Jangan membuka peramban; alamat hanya ditampilkan."),
    ] = False,
    kantor: Annotated[
        str | None,
        typer.Option(metavar="ALAMAT", help="Alamat kantor kelas dari instruktur, misalnya http://192.168.1.10:8765."),
    ] = None,
    benih: Annotated[int, typer.Option(help="Benih untuk belajar mandiri dari salinan kode sumber.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Tulis alamat sebagai satu baris JSON.")] = False,
) -> None:
    """Buka latihan di JupyterLab: halaman Beranda tampil di peramban, siap dikerjakan."""
    from simulator.notebook_server import server

    folder = choose_folder(sumber, benih)
    bersama = _office(kantor, folder)
    berjalan = server.find_running(folder.path)
    if berjalan is not None:
        _same_office(folder.path, bersama)
        _announce(berjalan, folder, as_json=as_json, open_browser=not tanpa_peramban)
        return
    server.serve(
        folder.path,
        server.choose_port(folder.path, port),
        notebook=folder.next_notebook(),
        kantor=bersama,
        on_ready=lambda lab: _announce(lab, folder, as_json=as_json, open_browser=not tanpa_peramban),
    )
    if not as_json:
        print("Bimtek ditutup. Semua jawaban tersimpan di folder latihan.")


def _office(kantor: str | None, folder: ParticipantFolder) -> str:
    """The class's office: as typed, as the environment or else the package says; empty where there is none.

    Raises: DataTidakSah — what was typed is no address.
    """
    from simulator.notebook.kantor.sambungan import alamat_dari_lingkungan, alamat_kantor

    alamat = kantor if kantor is not None else alamat_dari_lingkungan() or folder.kantor
    return alamat_kantor(alamat) if alamat else ""


def _same_office(folder: Path, kantor: str) -> None:
    """Raises: StatusTidakSesuai — what runs already was started for another office."""
    from simulator.notebook_server.settings import office_of

    if kantor and kantor != office_of(folder):
        raise StatusTidakSesuai(
            f"Bimtek sudah berjalan untuk folder ini tanpa kantor kelas {kantor}. Tekan “Tutup Bimtek” di Beranda, "
            "lalu jalankan lagi.",
            kode="mulai-kantor-lain",
        )


def choose_folder(sumber: str | None, benih: int) -> ParticipantFolder:
    """The participant folder that is meant.

    Raises: TidakDitemukan — nothing given and none, or more than one, is known.
    """
    from simulator.notebook_server import participant_folder

    if sumber is not None:
        path = Path(sumber).expanduser()
        if path.suffix.lower() == ".zip":
            return participant_folder.unpack(path)
        return participant_folder.read_folder(path)
    dikenal = participant_folder.find_folders(Path.cwd())
    if len(dikenal) == 1:
        return dikenal[0]
    if dikenal:
        return _ask_which(dikenal)
    return _self_study(benih)


def _ask_which(dikenal: tuple[ParticipantFolder, ...]) -> ParticipantFolder:
    daftar = "\n".join(f"  {nomor}. {folder.label}" for nomor, folder in enumerate(dikenal, start=1))
    if not ada_orang():
        raise TidakDitemukan(
            f"Ada {len(dikenal)} folder latihan. Sebutkan salah satu, misalnya: "
            f'bimtek mulai "{dikenal[0].path}"\n{daftar}',
            kode="mulai-pilih-folder",
        )
    judul = f"Ada {len(dikenal)} folder latihan:"
    return dikenal[pilih_nomor(judul, [folder.label for folder in dikenal], "Nomor folder yang dibuka")]


def _self_study(benih: int) -> ParticipantFolder:
    """In a clone: a package made from the exercises that lie here, for one person, without a class."""
    from simulator.notebook_server.participant_folder import read_folder

    if not _exercises_present():
        raise TidakDitemukan(
            "Belum ada folder latihan di komputer ini. Jalankan “bimtek mulai PAKET.zip” dengan berkas paket "
            "dari instruktur.",
            kode="mulai-belum-ada-paket",
        )
    print("Menyiapkan latihan mandiri; ini hanya sekali…", file=sys.stderr)
    folder = Path.cwd() / SELF_STUDY
    importlib.import_module("exercises.kit.self_study").write_self_study(folder, benih=benih)
    return read_folder(folder)


def _exercises_present() -> bool:
    # The wheel of a participant holds the kit but no exercise: there is nothing to study from.
    if importlib.util.find_spec("exercises.kit.catalog") is None:
        return False
    return bool(importlib.import_module("exercises.kit.catalog").exercise_ids())


def _announce(lab: RunningLab, folder: ParticipantFolder, *, as_json: bool, open_browser: bool) -> None:
    if as_json:
        print(json.dumps(lab.to_dict(), ensure_ascii=False), flush=True)
    else:
        kabar = "Bimtek sudah berjalan untuk folder ini." if lab.sudah_berjalan else "Bimtek e-Kinerja siap."
        print(
            f"{kabar} SIMULASI PELATIHAN, bukan sistem BKN.\n"
            f"  Peserta : {folder.nama or folder.peserta} – {folder.kelas}\n"
            f"  Folder  : {lab.folder}\n"
            f"  Alamat  : {lab.alamat}\n"
            + ("" if open_browser else "Salin alamat itu ke peramban (Chrome, Edge, atau Firefox).\n")
            + (
                ""
                if lab.sudah_berjalan
                else "Untuk berhenti: tekan “Tutup Bimtek” di Beranda, atau Ctrl+C di jendela ini."
            ),
            flush=True,
        )
    if open_browser:
        buka_peramban(lab.alamat)
