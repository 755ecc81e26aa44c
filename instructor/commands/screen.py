"""How commands speak: progress while they work, a short answer at the end, JSON for programs.

Scene: shared by the instructor's commands. May import: Rich (inside), standard library.
Facts: progress goes to stderr, so that the answer on stdout stays clean.
Add: a way of telling is one function.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LEBAR_APA = 24


def typed(program: str) -> str:
    """A program as it must be typed here: its name where that is found, else its place beside this Python.

    Nobody who follows the README has activated the virtual environment.
    """
    di_sini = Path(sys.executable).parent / program
    ada = shutil.which(program)
    if ada is not None and Path(ada).parent.resolve() == di_sini.parent.resolve():
        return program
    return f'"{di_sini}"' if " " in str(di_sini) else str(di_sini)


Langkah = Callable[[int, int, str], None]


@contextmanager
def progress(judul: str, *, diam: bool = False) -> Iterator[Langkah]:
    """A bar with what is done, what is left and how long it will take."""
    if diam or not sys.stderr.isatty():
        if not diam:
            print(f"{judul} …", file=sys.stderr, flush=True)
        yield lambda selesai, banyak, apa: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[apa]}"),
        console=Console(stderr=True),
    ) as batang:
        tugas = batang.add_task(judul, total=None, apa="")

        def maju(selesai: int, banyak: int, apa: str) -> None:
            batang.update(tugas, completed=selesai, total=banyak, apa=apa[:LEBAR_APA])

        yield maju
        batang.update(tugas, total=1, completed=1, apa="selesai")


def table(judul: str, kolom: Sequence[str], baris: Sequence[Sequence[str]]) -> None:
    """A table on stdout; nothing when it would be empty."""
    if not baris:
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    isi = Table(title=judul, title_justify="left", show_lines=False)
    for nama in kolom:
        isi.add_column(nama, overflow="fold")
    for satu in baris:
        isi.add_row(*(escape(nilai) for nilai in satu))
    Console().print(isi)


def answer(isi: Mapping[str, Any], kalimat: Sequence[str], *, sebagai_json: bool) -> None:
    """The outcome: JSON for a program, sentences for a person."""
    if sebagai_json:
        print(json.dumps(isi, ensure_ascii=False, indent=1))
        return
    for satu in kalimat:
        print(satu)
