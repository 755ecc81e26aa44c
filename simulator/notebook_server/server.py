"""Start the participant's JupyterLab in this process, find one that already runs, stop it cleanly.

Scene: the last step of ``bimtek mulai``. One process: closing its window closes JupyterLab with it.
May import: domain, settings beside it, jupyter inside functions (they cost a second).
Facts: Jupyter Server's own record of running servers. Add: nothing; what a server looks like is in settings.py.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import sys
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from simulator.domain.errors import BimtekError
from simulator.notebook_server import ekinerja, kantor_kelas, settings

FIRST_PORT = 8871
_PORTS = 400
LOG_FILE = "catatan.log"


class BimtekTidakMulai(BimtekError):
    """JupyterLab cannot be started here; the message says what to do."""

    kode_bawaan = "mulai-gagal"


@dataclass(frozen=True, slots=True)
class RunningLab:
    """A JupyterLab of a participant that answers, or is about to."""

    alamat: str
    folder: str
    port: int
    pid: int
    token: str
    sudah_berjalan: bool

    def to_dict(self) -> dict[str, object]:
        """For ``--json``."""
        return asdict(self)


def home_url(port: int, token: str) -> str:
    """The address that opens the home page without asking for anything."""
    return f"http://127.0.0.1:{port}/lab?token={quote(token)}#/"


def choose_port(folder: Path, wanted: int | None = None) -> int:
    """A port that is free now; the same for the same folder, so that a tab left open finds its server again.

    Raises: BimtekTidakMulai — the wanted port is taken, or all of the usual ones are.
    """
    if wanted is not None:
        if not _is_free(wanted):
            raise BimtekTidakMulai(
                f"Port {wanted} sedang dipakai program lain. Jalankan tanpa --port agar dipilihkan port yang kosong.",
                kode="mulai-port-terpakai",
            )
        return wanted
    awal = zlib.crc32(str(folder.resolve()).encode()) % _PORTS
    for langkah in range(_PORTS):
        port = FIRST_PORT + (awal + langkah) % _PORTS
        if _is_free(port):
            return port
    raise BimtekTidakMulai(
        f"Port {FIRST_PORT} sampai {FIRST_PORT + _PORTS - 1} semuanya terpakai. Tutup Bimtek lain yang masih terbuka.",
        kode="mulai-port-terpakai",
    )


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as kabel:
        if os.name == "posix":
            # A port that was just closed may be taken again at once; on Windows this flag would mean stealing it.
            kabel.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            kabel.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def find_running(folder: Path) -> RunningLab | None:
    """The JupyterLab that already serves this folder, when it answers."""
    for isi in _server_records(folder / settings.STATE_FOLDER / "jalan"):
        lab = RunningLab(
            home_url(isi["port"], isi["token"]), str(folder), isi["port"], isi["pid"], isi["token"], sudah_berjalan=True
        )
        if _answers(lab):
            return lab
    return None


def _server_records(runtime: Path) -> Iterator[dict]:
    for berkas in sorted(runtime.glob("jpserver-*.json")):
        try:
            yield json.loads(berkas.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue  # half written by a server that is starting or stopping: not one to join


def _answers(lab: RunningLab) -> bool:
    alamat = f"http://127.0.0.1:{lab.port}/api/status?token={quote(lab.token)}"
    # No proxy: an office proxy knows nothing of this machine's own address.
    pembuka = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with pembuka.open(alamat, timeout=3) as balasan:
            return balasan.status == 200
    except (urllib.error.URLError, OSError):
        return False


def serve(
    folder: Path,
    port: int,
    *,
    notebook: str | None = None,
    kantor: str = "",
    on_ready: Callable[[RunningLab], None],
) -> None:
    """Serve the folder until it is closed from the home page, by Ctrl+C or with the window.

    ``notebook``: the exercise (path below the folder) whose kernel may start at once; ``kantor``: the address of the
    class's office.
    Raises: BimtekTidakMulai — the folder cannot be written, or Jupyter refuses.
    """
    state = _prepare(folder, kantor)
    token = secrets.token_urlsafe(24)
    lab = RunningLab(home_url(port, token), str(folder), port, os.getpid(), token, sudah_berjalan=False)
    log_file = state / LOG_FILE
    with _technical_output_to(log_file):
        app = _initialize(settings.server_config(folder, state, port=port, token=token), log_file)
        app.io_loop.add_callback(on_ready, lab)
        app.io_loop.add_callback(_start_kernel, app, notebook)
        app.start()


@contextlib.contextmanager
def _technical_output_to(log_file: Path) -> Iterator[None]:
    """Kernels write to the stderr they inherit; what they say is for the log, not for the participant's window."""
    sys.stderr.flush()
    semula = os.dup(2)
    with log_file.open("a", encoding="utf-8") as catatan:
        os.dup2(catatan.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(semula, 2)
        os.close(semula)


async def _start_kernel(app, notebook: str | None) -> None:  # type: ignore[no-untyped-def]
    """Start the kernel of the likely next exercise while the browser is still opening."""
    if notebook is not None:
        name = notebook.rpartition("/")[2]
        await app.session_manager.create_session(path=notebook, name=name, type="notebook", kernel_name="python3")


def _prepare(folder: Path, kantor: str) -> Path:
    try:
        # Written twice: where other extensions lie is known only once the folder's own data path is in force.
        state = settings.write_settings(folder, ())
        os.environ.update(settings.jupyter_environment(state))
        from jupyter_core.paths import jupyter_path

        settings.write_settings(folder, jupyter_path("labextensions"), kantor)
        if kantor:
            kantor_kelas.write_notebook(folder)
            os.environ[ekinerja.KANTOR] = kantor
        if (folder / ekinerja.BERKAS_PESERTA).is_file():
            kantor_kelas.write_notebook(folder, kantor_kelas.SENDIRI)
    except OSError as galat:
        raise BimtekTidakMulai(
            f"Folder latihan {folder} tidak dapat ditulisi ({galat.strerror or galat}). "
            "Pindahkan folder itu ke Dokumen atau ke folder Anda sendiri, lalu jalankan lagi.",
            kode="mulai-folder-terkunci",
        ) from galat
    return state


def _initialize(config: dict, log_file: Path):  # type: ignore[no-untyped-def]
    """The server application, listening; its technical messages go to a file, not to the participant."""
    from jupyterlab.labapp import LabApp
    from traitlets.config import Config

    try:
        return LabApp.initialize_server(argv=[], config=Config({**config, "Application": _log_to(log_file)}))
    except SystemExit as galat:
        raise BimtekTidakMulai(
            f"JupyterLab tidak dapat dijalankan. Keterangan ada di berkas {log_file}; tunjukkan kepada instruktur."
        ) from galat


def _log_to(log_file: Path) -> dict:
    berkas = {"class": "logging.FileHandler", "filename": str(log_file), "encoding": "utf-8", "formatter": "console"}
    pencatat = {"handlers": ["berkas"], "level": "INFO", "propagate": False}
    nama = ("ServerApp", "LabApp", "ExtensionApp", "LanguageServerManager")
    return {"logging_config": {"handlers": {"berkas": berkas}, "loggers": dict.fromkeys(nama, pencatat)}}
