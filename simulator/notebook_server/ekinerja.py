"""e-Kinerja (Simulasi) inside JupyterLab: a tile that opens the participant's own office.

Scene: found by jupyter-server-proxy through the entry point ``jupyter_serverproxy_servers``; the office is started when
the tile is first opened, one per JupyterLab, and ends with it.
May import: the standard library; Jupyter inside functions.
Facts: settings of jupyter-server-proxy 4. Where the system has them, a socket file that only this person can open is
used instead of a port, so that nobody else on a class server reaches the office past JupyterLab's login.
Add: nothing about the office itself; options of ``bimtek web`` are in simulator/commands/web.py.
"""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path
from typing import Any

NAMA = "ekinerja"
JUDUL = "e-Kinerja (Simulasi)"
#: Which office, for a class server that knows better: the path of a file, the address of a class's database, or the
#: address at which a class's office is served.
KANTOR = "BIMTEK_KANTOR"
BERKAS_PESERTA = "kantor.ekin.db"
MULAI_DETIK = 60.0
#: The header in which the proxy tells its office a word that no other visitor knows, and how the office is told it.
KEPALA, VARIABEL = "X-Bimtek-Proksi", "BIMTEK_PROKSI"


def setup() -> dict[str, Any]:
    """What jupyter-server-proxy has to know."""
    kata = secrets.token_urlsafe(24)
    return {
        "command": perintah,
        # Known to this JupyterLab and its office only: where a port is used, anybody on the machine reaches that.
        "environment": {VARIABEL: kata},
        "request_headers_override": {KEPALA: kata},
        "unix_socket": sys.platform != "win32",
        "timeout": MULAI_DETIK,
        "new_browser_tab": True,
        # The launcher draws pictures of ours only among the notebooks, where the tile stands first to be seen anyway.
        "launcher_entry": {"title": JUDUL, "icon_path": str(_ikon()), "category": "Notebook"},
    }


def perintah(port: int, unix_socket: str) -> list[str]:
    """How the office is started; asked when the tile is first opened, so an office that was founded since is found."""
    tempat = ["--soket", unix_socket] if unix_socket else ["--port", str(port)]
    bimtek = [sys.executable, "-m", "simulator.commands.app"]
    return [*bimtek, "web", cari_kantor(_folder()), *tempat, "--di-balik-proksi", "--tanpa-browser", "--ikut-induk"]


def cari_kantor(folder: Path) -> str:
    """The office that is meant: named, the package's own, or the newest one here; else where it would have to lie.

    The address of a class's office (http…) is for the page *Kantor kelas*; the tile stays with the participant's own.
    """
    tertulis = os.environ.get(KANTOR, "").strip()
    if tertulis and not tertulis.lower().startswith(("http://", "https://")):
        return tertulis
    sendiri = folder / BERKAS_PESERTA
    lain = sorted(folder.glob("*.ekin.db"), key=lambda berkas: berkas.stat().st_mtime)
    if not sendiri.exists() and not lain and tertulis:
        return tertulis
    return str(sendiri if sendiri.exists() or not lain else lain[-1])


def _folder() -> Path:
    """Where this JupyterLab works."""
    from jupyter_server.serverapp import ServerApp

    return Path(ServerApp.instance().root_dir) if ServerApp.initialized() else Path.cwd()


def _ikon() -> Path:
    return Path(__file__).resolve().parents[1] / "web" / "static" / "ikon.svg"
