"""Which office does ``bimtek web`` open? Named, found, chosen, or made on the spot.

Scene: first step of the command. May import: simulator.institution, workflow.founding, notebook_server (where packages
lie), all inside functions. Facts: none. Add: another place where an office may lie, in ``_yang_ada``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from simulator.commands.tanya import ada_orang, pilih_nomor, setuju
from simulator.domain.errors import DataTidakSah, TidakDitemukan

#: The office that is made for somebody who has none yet: always the same one.
SKENARIO, BENIH, BERKAS = "dinas_kesehatan", 1, "kantor.ekin.db"
_SENDIRI = f"bimtek instansi buat --skenario {SKENARIO} --benih {BENIH} --keluaran {BERKAS}"


def pilih_kantor(sasaran: str | None, *, boleh_tanya: bool) -> str:
    """The file or the address of the office that is meant.

    Raises: TidakDitemukan — none was named, and none or several lie here, and nobody can be asked; DataTidakSah — the
    address of an office that somebody serves already.
    """
    if sasaran is not None and "://" in sasaran:
        sasaran = sasaran.strip()
    if sasaran is not None and sasaran.lower().startswith(("http://", "https://")):
        raise DataTidakSah(
            f"Kantor kelas sudah dilayani di {sasaran}. Buka alamat itu di peramban, atau jalankan: bimtek mulai "
            f"--kantor {sasaran}",
            kode="kantor-sudah-dilayani",
        )
    if sasaran is not None and "://" in sasaran:
        return sasaran
    di = Path.cwd() if sasaran is None else Path(sasaran).expanduser()
    if not di.is_dir():
        return str(di)
    ada = _yang_ada(di)
    if len(ada) == 1:
        return str(ada[0])
    if not (boleh_tanya and ada_orang()) or (sasaran and not ada):
        raise TidakDitemukan(_sebab(ada, di), kode="web-pilih-berkas")
    if ada:
        nomor = pilih_nomor(f"Ada {len(ada)} kantor:", [_sebut(satu) for satu in ada], "Nomor kantor yang dibuka")
        return str(ada[nomor])
    return str(_buat())


def _yang_ada(di: Path) -> list[Path]:
    """Offices a person may mean: in this folder, else in the folders of packages known on this computer."""
    from simulator.notebook_server.participant_folder import find_folders

    sini = [satu for satu in sorted(di.glob("*.ekin.db")) if satu.is_file()]
    paket = [] if sini else [folder.path / BERKAS for folder in find_folders(di)]
    return list(dict.fromkeys(satu.resolve() for satu in [*sini, *paket] if satu.is_file()))


def _sebut(berkas: Path) -> str:
    return berkas.name if berkas.parent == Path.cwd() else str(berkas)


def _sebab(ada: list[Path], di: Path) -> str:
    if ada:
        daftar = "\n".join(f"  {_sebut(satu)}" for satu in ada)
        return f'Ada {len(ada)} kantor. Sebutkan yang dibuka, misalnya: bimtek web "{_sebut(ada[0])}"\n{daftar}'
    if di != Path.cwd():
        return f"Di folder “{di}” tidak ada kantor (*.ekin.db). Sebutkan berkasnya: bimtek web NAMA.ekin.db"
    return f"Belum ada kantor di folder ini. Buat dahulu: {_SENDIRI}\nSesudah itu jalankan lagi: bimtek web"


def _buat() -> Path:
    """Make one here, as ``bimtek instansi buat`` does."""
    if not setuju("Belum ada kantor di folder ini. Buat Dinas Kesehatan rekaan dengan 60 pegawai di sini?"):
        raise TidakDitemukan(
            "Tidak ada kantor yang dibuka. Pindah ke folder yang berisi *.ekin.db, atau sebutkan berkasnya: "
            "bimtek web NAMA.ekin.db",
            kode="web-pilih-berkas",
        )
    from simulator.commands.instansi import pastikan_dapat_ditulis

    tujuan = Path.cwd() / BERKAS
    pastikan_dapat_ditulis(tujuan)
    print("Menyiapkan kantor; ini hanya sekali…", file=sys.stderr)
    from simulator.institution import generate
    from simulator.workflow.founding import found_office

    found_office(generate(SKENARIO, BENIH, 60), tujuan)
    return tujuan
