"""``bimtek``: one command, Indonesian subcommands.

Scene: gathers the subcommands that this installation holds and turns errors into sentences.
May import: typer; subcommand modules are imported by name, because the instructor's part is absent from the wheel.
Facts: none. Add: a row in SUBCOMMANDS.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import shlex
import sys
import tempfile
import traceback
from dataclasses import dataclass
from typing import Any

from simulator.commands import salah_pakai
from simulator.commands.bahasa import indonesiakan
from simulator.domain.errors import BimtekError

INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Subcommand:
    """One subcommand: where it lives, which attribute holds it, whether it is a group."""

    name: str
    module: str
    attribute: str
    group: bool
    help: str


SUBCOMMANDS = (
    Subcommand("demo", "instructor.commands.demo", "demo", False, "Jalankan satu kelas utuh dengan peserta buatan."),
    Subcommand("mulai", "simulator.commands.mulai", "mulai", False, "Buka latihan di JupyterLab."),
    Subcommand("web", "simulator.commands.web", "web", False, "Buka kantor simulasi di peramban."),
    Subcommand("instansi", "simulator.commands.instansi", "app", True, "Buat, siapkan, dan periksa instansi simulasi."),
    Subcommand("iki", "simulator.commands.iki", "app", True, "Periksa susunan kata RHK dan IKI."),
    Subcommand("kelas", "instructor.commands.kelas", "app", True, "Kelola kelas: bagikan, kumpulkan, nilai, rekap."),
)


def _available(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def installed_subcommands() -> tuple[Subcommand, ...]:
    """The subcommands present here: all of them in a clone, the participant's in the wheel."""
    return tuple(entry for entry in SUBCOMMANDS if _available(entry.module))


def build_app(wanted: str | None = None):  # type: ignore[no-untyped-def]
    """Build the Typer app; with ``wanted`` only that subcommand is imported, which keeps start-up short."""
    import typer

    app = typer.Typer(
        name="bimtek",
        help="Bimtek e-Kinerja: kantor simulasi, latihan bernilai, dan perangkat instruktur. SIMULASI PELATIHAN.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )

    @app.callback()
    def bimtek() -> None:
        """Kantor simulasi dan latihan bernilai untuk Bimtek e-Kinerja (SIMULASI PELATIHAN, bukan sistem BKN)."""

    for entry in installed_subcommands():
        if wanted is not None and entry.name != wanted:
            continue
        target = getattr(importlib.import_module(entry.module), entry.attribute)
        if entry.group:
            app.add_typer(target, name=entry.name, help=entry.help)
        else:
            app.command(name=entry.name)(target)
    return app


def build_command(wanted: str | None = None) -> Any:
    """The same as one command object whose help pages are Indonesian."""
    from typer.main import get_command

    return indonesiakan(get_command(build_app(wanted)))


def _report(kode: str, pesan: str, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"galat": {"kode": kode, "pesan": pesan}}, ensure_ascii=False))
        return
    print(f"Galat: {pesan}\nKode: {kode}", file=sys.stderr)


def _unforeseen(error: Exception, arguments: list[str]) -> str:
    """A mistake of ours: the details go to a file that can be sent, the person reads a sentence."""
    details = "".join(traceback.format_exception(error))
    handle, name = tempfile.mkstemp(prefix="bimtek-galat-", suffix=".txt", text=True)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"bimtek {shlex.join(arguments)}\n\n{details}")
    sebab = traceback.format_exception_only(error)[-1].strip()
    return (
        f"Program berhenti karena hal yang tidak terduga ({sebab}). Yang sudah tersimpan tidak berubah. "
        f"Ulangi sekali lagi; bila tetap terjadi, kirim berkas ini kepada pengelola Bimtek: {name}"
    )


def _speak_utf8() -> None:
    # Windows consoles still default to a code page without “—”, “≥” or “✓”.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _without_parsers_of_iri() -> None:
    # jsonschema takes this library where it finds it; importing it builds 38 parsers, more than a second of every
    # command that touches a notebook. They check the format "iri" alone, which no schema of Jupyter or nbgrader asks
    # for.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def main(argv: list[str] | None = None) -> None:
    """Run ``bimtek``. Exit code 0 done, 1 refused with a message, 2 wrong usage, 130 interrupted."""
    _speak_utf8()
    _without_parsers_of_iri()
    arguments = sys.argv[1:] if argv is None else argv
    code = _run(arguments, as_json="--json" in arguments)
    if code == INTERRUPTED:
        print("Dihentikan. Pekerjaan yang sudah selesai tetap tersimpan.", file=sys.stderr)
    raise SystemExit(code)


def _run(arguments: list[str], *, as_json: bool) -> int:
    import typer

    names = {entry.name for entry in installed_subcommands()}
    wanted = arguments[0] if arguments and arguments[0] in names else None
    try:
        result = build_command(wanted).main(args=arguments, prog_name="bimtek", standalone_mode=False)
    except BimtekError as error:
        _report(error.kode, error.pesan, as_json=as_json)
        return 1
    except salah_pakai.usage_errors() as error:
        if salah_pakai.is_help(error):
            print(error, file=sys.stderr)
        else:
            _report(salah_pakai.KODE, salah_pakai.kalimat(error, arguments), as_json=as_json)
        return 2
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the single place: what nobody foresaw is written down and told in words
        _report("galat-tak-terduga", _unforeseen(error, arguments), as_json=as_json)
        return 1
    # Without its standalone mode the library hands back the code of an Exit, or what the command returned: None.
    return result if isinstance(result, int) else 0


if __name__ == "__main__":
    main()
