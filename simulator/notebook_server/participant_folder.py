"""Which folder does this participant work in? Given, unpacked from the instructor's package, or found.

Scene: first step of ``bimtek mulai``. May import: domain, standard library.
Facts: ``paket.json`` of exercises/kit/package.py. What a participant made is never overwritten: answers, submissions,
the participant's own office. Add: a file the participant makes goes into _is_own.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from simulator.domain.errors import BerkasRusak, DataTidakSah, TidakDitemukan

PACKAGE_FILE = "paket.json"
HOME_FOLDER = "Bimtek-eKinerja"
_MAX_BYTES = 500 * 1024 * 1024
_RESERVED = frozenset(["con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))])


@dataclass(frozen=True, slots=True)
class ParticipantFolder:
    """A folder with a readable ``paket.json``."""

    path: Path
    kelas: str
    peserta: str
    nama: str
    #: The address of the class's office, where the instructor wrote one into the package.
    kantor: str = ""

    def next_notebook(self) -> str | None:
        """The first exercise that is here and not handed in: most likely the one to be opened now."""
        daftar = json.loads((self.path / PACKAGE_FILE).read_text(encoding="utf-8-sig")).get("latihan") or []
        ada = [satu["id"] for satu in daftar if (self.path / satu["id"] / f"{satu['id']}.ipynb").is_file()]
        belum = [nama for nama in ada if not any((self.path / "kumpulan").glob(f"*__{nama}__*.zip"))]
        pilihan = belum or ada
        return f"{pilihan[0]}/{pilihan[0]}.ipynb" if pilihan else None

    @property
    def label(self) -> str:
        """How a person recognises it."""
        return f"{self.nama or self.peserta} – {self.kelas} ({self.path})"


def home_of_packages() -> Path:
    """Where packages are unpacked: a visible folder in the person's own home."""
    return Path.home() / HOME_FOLDER


def read_folder(path: Path) -> ParticipantFolder:
    """The participant folder at this path.

    Raises: TidakDitemukan — no such folder, or no package in it; BerkasRusak — ``paket.json`` unreadable.
    """
    if not path.is_dir():
        raise TidakDitemukan(
            f"Folder {path} tidak ada. Periksa penulisannya, atau jalankan “bimtek mulai PAKET.zip” "
            "dengan berkas paket dari instruktur.",
            kode="mulai-folder-tidak-ada",
        )
    if not (path / PACKAGE_FILE).is_file():
        raise TidakDitemukan(
            f"Folder {path} bukan folder latihan: berkas {PACKAGE_FILE} tidak ada. "
            "Pilih folder yang dibuat dari paket instruktur.",
            kode="mulai-bukan-folder-latihan",
        )
    return _describe(path.resolve(), (path / PACKAGE_FILE).read_bytes())


def find_folders(cwd: Path) -> tuple[ParticipantFolder, ...]:
    """Participant folders a person may mean: here, directly below here, and in the home of packages."""
    kandidat = [cwd, *sorted(cwd.glob("*/")), *sorted(home_of_packages().glob("*/"))]
    ada = dict.fromkeys(folder.resolve() for folder in kandidat if (folder / PACKAGE_FILE).is_file())
    return tuple(read_folder(folder) for folder in ada)


def unpack(berkas: Path, tujuan: Path | None = None) -> ParticipantFolder:
    """Unpack a package below the home of packages and keep everything the participant already made.

    Raises: TidakDitemukan, BerkasRusak, DataTidakSah — no such file, not a package, or a package that wants to write
    outside its own folder.
    """
    if not berkas.is_file():
        raise TidakDitemukan(f"Berkas {berkas} tidak ada. Periksa penulisannya.", kode="mulai-paket-tidak-ada")
    try:
        with zipfile.ZipFile(berkas) as arsip:
            awalan, isi = _safe_members(arsip)
            paket = _describe(Path(), arsip.read(f"{awalan}{PACKAGE_FILE}"))
            folder = _own_folder(tujuan or home_of_packages(), paket)
            for nama, anggota in isi.items():
                _write_member(arsip, anggota, folder / nama)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as galat:
        raise BerkasRusak(
            f"Berkas {berkas.name} tidak dapat dibuka sebagai paket latihan ({galat}). Unduh ulang dari instruktur.",
            kode="mulai-paket-rusak",
        ) from galat
    return read_folder(folder)


def _safe_members(arsip: zipfile.ZipFile) -> tuple[str, dict[PurePosixPath, zipfile.ZipInfo]]:
    """The folder inside the archive that holds the package, and its files by relative name."""
    anggota = [satu for satu in arsip.infolist() if not satu.is_dir()]
    if sum(satu.file_size for satu in anggota) > _MAX_BYTES:
        raise DataTidakSah("Isi paket lebih dari 500 MB; ini bukan paket latihan.", kode="mulai-paket-terlalu-besar")
    for satu in anggota:
        _refuse_unsafe(satu)
    paket = [satu.filename for satu in anggota if PurePosixPath(satu.filename).name == PACKAGE_FILE]
    if not paket:
        raise BerkasRusak(
            f"Berkas zip ini bukan paket latihan: {PACKAGE_FILE} tidak ada. Minta berkas paket kepada instruktur.",
            kode="mulai-bukan-paket",
        )
    awalan = min(paket, key=len).removesuffix(PACKAGE_FILE)
    return awalan, {
        PurePosixPath(satu.filename.removeprefix(awalan)): satu for satu in anggota if satu.filename.startswith(awalan)
    }


def _refuse_unsafe(anggota: zipfile.ZipInfo) -> None:
    bagian = PurePosixPath(anggota.filename.replace("\\", "/"))
    tautan = stat.S_ISLNK(anggota.external_attr >> 16)
    aneh = bagian.is_absolute() or any(_unsafe_part(satu) for satu in bagian.parts)
    if tautan or aneh or "\\" in anggota.filename:
        raise DataTidakSah(
            f"Paket memuat nama berkas yang tidak aman ({anggota.filename!r:.80}). Paket tidak dibuka. "
            "Laporkan kepada instruktur.",
            kode="mulai-paket-tidak-aman",
        )


def _unsafe_part(bagian: str) -> bool:
    return bagian == ".." or ":" in bagian or bagian.split(".")[0].lower() in _RESERVED


def _own_folder(induk: Path, paket: ParticipantFolder) -> Path:
    """``<kelas>``, or ``<kelas>-<peserta>`` when that name belongs to someone else on this computer."""
    folder = induk / _folder_name(paket.kelas)
    if (folder / PACKAGE_FILE).is_file() and read_folder(folder).peserta != paket.peserta:
        return induk / _folder_name(f"{paket.kelas}-{paket.peserta}")
    return folder


def _folder_name(teks: str) -> str:
    nama = "".join(huruf if huruf.isalnum() or huruf in " -_" else "-" for huruf in teks).strip(" -") or "kelas"
    return f"{nama}-kelas" if nama.lower() in _RESERVED else nama[:80]


def _write_member(arsip: zipfile.ZipFile, anggota: zipfile.ZipInfo, tujuan: Path) -> None:
    if tujuan.exists() and _is_own(tujuan):
        return
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    sementara = tujuan.with_name(f"{tujuan.name}.baru")
    with arsip.open(anggota) as sumber, sementara.open("wb") as hasil:
        shutil.copyfileobj(sumber, hasil)
    os.replace(sementara, tujuan)


def _is_own(berkas: Path) -> bool:
    """Whether the participant made this file: it stays as it is when the package is unpacked again."""
    return (
        (berkas.name.startswith("jawaban") and berkas.suffix == ".json")
        or berkas.name.endswith(".ekin.db")
        or berkas.parent.name in ("kumpulan", "kantor_kelas", "kantor_saya")
    )


def _describe(path: Path, isi_berkas: bytes) -> ParticipantFolder:
    try:
        isi = json.loads(isi_berkas.decode("utf-8-sig"))
        kantor = isi.get("kantor_kelas")
        return ParticipantFolder(
            path, str(isi["kelas"]), str(isi["peserta"]), str(isi.get("nama", "")),
            kantor if isinstance(kantor, str) else "",
        )  # fmt: skip
    except (ValueError, KeyError, TypeError) as galat:
        raise BerkasRusak(
            f"Berkas {path / PACKAGE_FILE} tidak terbaca. Buka ulang paket dari instruktur dengan “bimtek mulai "
            "PAKET.zip”; jawaban Anda tidak terhapus.",
            kode="mulai-paket-json-rusak",
        ) from galat
