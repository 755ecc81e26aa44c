"""Servers in a process of their own, as people start them."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

AKAR = Path(__file__).resolve().parents[2]
_BIMTEK = "from simulator.commands.app import main; main()"
_HALO = """
import json, socket, sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
async def halo(request):
    return HTMLResponse("<h1>Halo</h1>")
soket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP); soket.bind(("127.0.0.1", 0))
print(json.dumps({"alamat": f"http://127.0.0.1:{soket.getsockname()[1]}/"}), flush=True)
app = Starlette(routes=[Route("/", halo)])
uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)).run(sockets=[soket])
"""


def mulai_web(target: str | Path, port: int = 0) -> tuple[subprocess.Popen[str], int]:
    """``bimtek web`` for one office: (its process, its port)."""
    return _mulai([sys.executable, "-c", _BIMTEK, "web", str(target), "--port", str(port), "--tanpa-browser", "--json"])


@contextmanager
def web(target: str | Path) -> Iterator[tuple[int, int]]:
    """The office served while the block runs: (its port, its process)."""
    proses, port = mulai_web(target)
    with _sampai_selesai(proses):
        yield port, proses.pid


def detik_cpu(pid: int) -> float:
    """Processor seconds a server has used, with the processes it started."""
    semua = psutil.Process(pid)
    return sum(sum(satu.cpu_times()[:2]) for satu in (semua, *semua.children(recursive=True)))


@contextmanager
def halo() -> Iterator[int]:
    """A bare Starlette that says hello: what the machine and the server library can do at best."""
    proses, port = _mulai([sys.executable, "-c", _HALO])
    with _sampai_selesai(proses):
        yield port


def _mulai(perintah: list[str]) -> tuple[subprocess.Popen[str], int]:
    # Served is the tree this file lies in, whatever folder the measurement is started from.
    lingkungan = os.environ | {"PYTHONPATH": str(AKAR), "PYTHONSAFEPATH": "1"}
    proses = subprocess.Popen(perintah, stdout=subprocess.PIPE, text=True, env=lingkungan)
    assert proses.stdout is not None
    baris = proses.stdout.readline()
    if '"alamat"' not in baris:
        raise RuntimeError(f"server did not start: {perintah}: {baris}")
    port = int(json.loads(baris)["alamat"].rstrip("/").rpartition(":")[2])
    sampai = time.monotonic() + 30
    while not _terbuka(port):
        if proses.poll() is not None or time.monotonic() > sampai:
            raise RuntimeError(f"server did not start: {perintah}")
        time.sleep(0.02)
    return proses, port


def _terbuka(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


@contextmanager
def _sampai_selesai(proses: subprocess.Popen[str]) -> Iterator[None]:
    try:
        yield
    finally:
        proses.terminate()
        proses.wait(timeout=20)
