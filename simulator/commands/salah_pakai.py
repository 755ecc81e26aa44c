"""A command typed wrongly: what is wrong, where, and how to type it.

Scene: turns what the library says about a command line into Indonesian sentences. The library stands inside Typer in
newer versions and beside it in older ones, so its errors are known by name and by what they carry, not by import.
May import: simulator.commands.bahasa. Facts: none. Add: another kind of error as a branch of ``_apa``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from simulator.commands.bahasa import jenis_isian, sebutan

KODE = "salah-pakai"
_SEHARUSNYA = {"int": "harus bilangan bulat, misalnya 5", "float": "harus angka, misalnya 70 atau 72.5"}


def usage_errors() -> tuple[type[Exception], ...]:
    """The classes with which this installation's library reports a wrong command line."""
    modules = ("typer._click.exceptions", "click.exceptions")
    return tuple(sys.modules[name].ClickException for name in modules if name in sys.modules)


def is_help(error: Exception) -> bool:
    """True when nothing was typed after a group: the help page is the answer."""
    return type(error).__name__ == "NoArgsIsHelpError"


def kalimat(error: Any, arguments: Sequence[str]) -> str:
    """What is wrong, where, and how to mend it."""
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx is not None else "bimtek"
    return f"{_apa(error, ctx, arguments)} Cara memakai: {path} --help"


def _apa(error: Any, ctx: Any, arguments: Sequence[str]) -> str:
    kind, message = type(error).__name__, str(getattr(error, "message", error))
    param = getattr(error, "param", None)
    if kind == "MissingParameter" and param is not None:
        return f"{_nama(param)} belum diisi." + _keterangan(param)
    if kind == "NoSuchOption":
        known = sorted({*(error.possibilities or ()), *_close(error.option_name, _options(ctx))})
        return f"Pilihan {error.option_name} tidak dikenal." + _mungkin(known)
    if kind == "BadOptionUsage":
        if "not take" in message or "unexpected" in message:
            return f"Pilihan {error.option_name} tidak memerlukan isi; tulis saja {error.option_name}."
        return f"Pilihan {error.option_name} belum diisi. Tulis isinya sesudah {error.option_name}."
    if kind == "BadParameter" and param is not None:
        return _isi_keliru(param, arguments)
    quoted = re.findall(r"'([^']*)'", message)
    if message.startswith("No such command") and quoted:
        known = list(getattr(getattr(ctx, "command", None), "commands", {}))
        return f"Perintah “{quoted[0]}” tidak dikenal. Yang ada: {', '.join(known)}." + _mungkin(
            _close(quoted[0], known)
        )
    if "extra argument" in message:
        rest = message[message.find("(", message.find("argument(s)") + 11) + 1 :].rstrip(".)")
        return f"“{rest}” berlebih: perintah ini tidak memerlukannya. Nama yang berspasi harus diapit tanda kutip."
    if message.startswith("Missing command"):
        known = list(getattr(getattr(ctx, "command", None), "commands", {}))
        return f"Perintahnya belum disebut. Yang ada: {', '.join(known)}."
    return "Perintah ini tidak dapat dimengerti. Periksa ejaan dan urutan katanya."


def _nama(param: Any) -> str:
    if param.param_type_name == "argument":
        return f"Isian {sebutan(param).strip('[]')}"
    return f"Pilihan {_long(param)}"


def _long(param: Any) -> str:
    return next((name for name in param.opts if name.startswith("--")), param.opts[0])


def _keterangan(param: Any) -> str:
    text = str(getattr(param, "help", None) or "")
    return f" {text}" if text else ""


def _isi_keliru(param: Any, arguments: Sequence[str]) -> str:
    given = _typed(param, arguments)
    what = _SEHARUSNYA.get(jenis_isian(param), "tidak dapat dipakai")
    return f"{_nama(param)} {what}" + (f", bukan “{given}”." if given is not None else ".") + _keterangan(param)


def _typed(param: Any, arguments: Sequence[str]) -> str | None:
    """What stood behind the option on the command line; None for an argument, whose place is its name."""
    for name in param.opts if param.param_type_name == "option" else ():
        for position, word in enumerate(arguments):
            if word == name and position + 1 < len(arguments):
                return arguments[position + 1]
            if word.startswith(f"{name}="):
                return word.partition("=")[2]
    return None


def _options(ctx: Any) -> list[str]:
    params = getattr(getattr(ctx, "command", None), "params", ())
    return [name for param in params if param.param_type_name == "option" for name in param.opts]


def _close(word: str, known: Sequence[str]) -> list[str]:
    return get_close_matches(word, known, n=3)


def _mungkin(known: Sequence[str]) -> str:
    return f" Mungkin maksudnya: {', '.join(known)}?" if known else ""
