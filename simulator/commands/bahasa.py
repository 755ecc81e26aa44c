"""The help pages of ``bimtek`` in Indonesian.

Scene: what a person sees after ``--help``, or after typing too little. The library that reads the command line speaks
English and changes its inside between versions, so the page is written here from what every version has: names,
explanations, defaults. May import: the standard library; commands and parameters are only looked at.
Facts: none. Add: a kind of value in ISIAN; nothing is needed for a new command or option.
"""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator
from functools import partial
from pathlib import PurePath
from typing import Any, get_args

#: What to call a value of each kind in the help.
ISIAN = {"int": "BILANGAN", "float": "ANGKA", "path": "BERKAS|FOLDER", "str": "TEKS"}
_OLD_NAMES = {"integer": "int", "text": "str", "boolean": "bool", "file": "path", "directory": "path"}
_WIDEST, _NARROWEST, _LEFT = 100, 60, 34


def indonesiakan(command: Any) -> Any:
    """Give a command, and every command below it, an Indonesian help page; returns the command itself."""
    command.get_help = partial(bantuan, command)
    for param in command.params:
        # A switch named without its opposite gets an English ``--no-…`` that nobody asked for.
        param.secondary_opts = [name for name in param.secondary_opts if not name.startswith("--no-")]
    for name in sorted(getattr(command, "commands", {})):
        indonesiakan(command.commands[name])
    return command


def bantuan(command: Any, ctx: Any) -> str:
    """The help page of one command."""
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((80, 24)).columns)) - 1
    isian = [param for param in command.params if param.param_type_name == "argument"]
    pilihan = [param for param in command.params if param.param_type_name == "option" and not param.hidden]
    rows_isian = [(sebutan(param), _keterangan(param)) for param in isian]
    rows_pilihan = [(_tulisan(param), _keterangan(param)) for param in pilihan]
    rows_pilihan.append((", ".join(ctx.help_option_names), "Tampilkan bantuan ini."))
    perintah = getattr(command, "commands", {})
    rows_perintah = [(name, _kalimat_pertama(perintah[name])) for name in perintah if not perintah[name].hidden]
    lines = [*_lipat(f"Pemakaian: {pemakaian(command, ctx)}", width, 2), ""]
    for paragraph in " ".join((command.help or "").split("\f")[0].split()).split("\n\n"):
        lines += [*textwrap.wrap(paragraph, width, break_on_hyphens=False), ""]
    for title, rows in (("Isian", rows_isian), ("Pilihan", rows_pilihan), ("Perintah", rows_perintah)):
        if rows:
            lines += [f"{title}:", *_tabel(rows, width), ""]
    return "\n".join(lines).rstrip()


def pemakaian(command: Any, ctx: Any) -> str:
    """One line: how the command is typed."""
    parts = [ctx.command_path, "[PILIHAN]"]
    for param in command.params:
        if param.param_type_name == "argument":
            name = sebutan(param)
            parts.append(name if param.required or name.startswith("[") else f"[{name}]")
    return " ".join([*parts, *(["PERINTAH …"] if hasattr(command, "commands") else [])])


def sebutan(param: Any) -> str:
    """What an argument, or the value of an option, is called; empty for a switch."""
    if param.param_type_name == "argument":
        return param.metavar or param.name.upper()
    if getattr(param, "is_flag", False):
        return ""
    return param.metavar or ISIAN.get(jenis_isian(param), "ISI")


def jenis_isian(param: Any) -> str:
    """``int``, ``float``, ``path``, ``str``, … — in the old and the new way of keeping it."""
    descriptor = getattr(param, "type_descriptor", None)
    if descriptor is None:
        name = str(param.type.name)
        return _OLD_NAMES.get(name, name)
    kind = descriptor.annotation
    while get_args(kind):
        kind = next(part for part in get_args(kind) if part is not type(None))
    if isinstance(kind, type) and issubclass(kind, PurePath):
        return "path"
    return str(getattr(kind, "__name__", kind))


def _tulisan(param: Any) -> str:
    names = ", ".join(sorted(param.opts, key=lambda name: (not name.startswith("--"), name)))
    return f"{names} {sebutan(param)}".rstrip()


def _keterangan(param: Any) -> str:
    parts = [str(getattr(param, "help", None) or "")]
    if param.required:
        parts.append("(wajib)")
    default = param.default
    shown = isinstance(default, str | int | float | PurePath) and not isinstance(default, bool)
    if shown and str(default) not in ("", "."):
        parts.append(f"(bawaan: {default})")
    return " ".join(part for part in parts if part)


def _kalimat_pertama(command: Any) -> str:
    return " ".join((command.short_help or command.help or "").split("\n\n")[0].split())


def _lipat(text: str, width: int, indent: int) -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=" " * indent, break_on_hyphens=False, break_long_words=False)


def _tabel(rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    left = min(_LEFT, max(len(name) for name, _ in rows)) + 2
    for name, text in rows:
        wrapped = textwrap.wrap(text, width - left - 2, break_on_hyphens=False, break_long_words=False) or [""]
        if len(name) > left - 2:
            yield f"  {name}"
            name = ""
        yield f"  {name:<{left}}{wrapped[0]}".rstrip()
        for line in wrapped[1:]:
            yield " " * (left + 2) + line
