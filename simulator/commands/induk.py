"""Notice that whoever started this process is gone: a server behind JupyterLab must not outlive it.

Scene: ``bimtek web`` behind a proxy; JupyterLab that is closed from its own page does not end what it started.
May import: the standard library. Facts: on POSIX an orphan gets another parent; on Windows a handle of the parent is
signalled. Add: nothing.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable

TIAP_DETIK = 1.0
_SYNCHRONIZE, _SELAMANYA = 0x0010_0000, 0xFFFF_FFFF


def bila_induk_berakhir(lakukan: Callable[[], None]) -> None:
    """Call ``lakukan`` once, in a thread of its own, when the parent process has ended."""
    induk = os.getppid()
    threading.Thread(target=_tunggu, args=(induk, lakukan), name="menunggu induk", daemon=True).start()


def _tunggu(induk: int, lakukan: Callable[[], None]) -> None:
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        pegangan = kernel.OpenProcess(_SYNCHRONIZE, False, induk)
        if not pegangan:
            return  # a parent of somebody else cannot be watched; then the process stays, as before
        kernel.WaitForSingleObject(pegangan, _SELAMANYA)
        kernel.CloseHandle(pegangan)
    else:
        jeda = threading.Event()
        while os.getppid() == induk:
            jeda.wait(TIAP_DETIK)
    lakukan()
