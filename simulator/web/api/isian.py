"""From an action's signature to the model of its request: nothing is written twice.

Scene: while the addresses are made. May import: pydantic, simulator.domain.label, simulator.web.api.batas.
Facts: none. A field that was not sent is not handed to the action, so that "leave it as it is" and "make it empty" stay
two things. Numbers, texts and days are taken as what they are; nothing is guessed from another type.
Add: a kind of parameter in ``_satu_jenis``.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import MISSING, is_dataclass
from dataclasses import fields as dataclass_fields
from datetime import date, time
from types import EllipsisType, NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, create_model

from simulator.domain.label import Berlabel
from simulator.web.api.batas import batas

#: The largest whole number that survives a browser (2**53 - 1).
ANGKA_MAKS = 9_007_199_254_740_991


def _hari(isi: object) -> object:
    if not isinstance(isi, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", isi, re.ASCII):
        raise ValueError("harus tanggal seperti 2026-03-31")
    try:
        return date.fromisoformat(isi)
    except ValueError as error:
        raise ValueError("bukan tanggal yang ada di kalender; tulis seperti 2026-03-31") from error


def _jam(isi: object) -> object:
    if not isinstance(isi, str) or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?", isi, re.ASCII):
        raise ValueError("harus jam seperti 08:30")
    return time.fromisoformat(isi)


def teks_utuh(isi: object) -> object:
    """Refuse what no database can hold: halves of characters and the character without a picture (NUL)."""
    if isinstance(isi, str) and ("\0" in isi or any("\ud800" <= huruf <= "\udfff" for huruf in isi)):
        raise ValueError("memuat karakter yang tidak dapat disimpan")
    return isi


Bilangan = Annotated[int, Field(strict=True, ge=-ANGKA_MAKS, le=ANGKA_MAKS)]
Pecahan = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-ANGKA_MAKS, le=ANGKA_MAKS)]
Tanda = Annotated[bool, Field(strict=True)]
Teks = Annotated[str, Field(strict=True), BeforeValidator(teks_utuh)]
Hari = Annotated[date, BeforeValidator(_hari), WithJsonSchema({"type": "string", "format": "date"})]
_POLA_JAM = r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"
Jam = Annotated[
    time, BeforeValidator(_jam), WithJsonSchema({"type": "string", "pattern": _POLA_JAM, "examples": ["08:30"]})
]
_JENIS: dict[type, Any] = {int: Bilangan, float: Pecahan, bool: Tanda, str: Teks, date: Hari, time: Jam}
_BUKAN_ISIAN = ("kantor", "pelaku")


class Isian(BaseModel):
    """The fields of one action; a word it does not know is refused instead of overheard."""

    model_config = ConfigDict(extra="forbid")

    def terkirim(self) -> dict[str, Any]:
        """What was really sent."""
        return {nama: getattr(self, nama) for nama in self.model_fields_set}


def model_isian(fungsi: Callable[..., Any]) -> type[Isian]:
    """The request of one action. Raises: TypeError — a kind of parameter that has no shape here."""
    noun = fungsi.__module__.rpartition(".")[2]
    hints = get_type_hints(fungsi)
    bawaan = {
        nama: satu.default for nama, satu in inspect.signature(fungsi).parameters.items() if nama not in _BUKAN_ISIAN
    }
    kosong = inspect.Parameter.empty
    return _model(
        f"Isian_{fungsi.__name__}", noun, hints, {n: MISSING if d is kosong else d for n, d in bawaan.items()}
    )


def _model(nama: str, noun: str, hints: dict[str, Any], bawaan: dict[str, Any]) -> type[Isian]:
    """``bawaan``: field → what it is when it is not sent; MISSING: it must be sent."""
    fields: dict[str, Any] = {}
    for bidang, isi in bawaan.items():
        maks = batas(noun, bidang) if str in _pilihan(hints[bidang]) else None
        tambahan: Any = None if maks is None else {"maxLength": maks}
        if isi is MISSING:
            fields[bidang] = (_jenis(hints[bidang]), Field(json_schema_extra=tambahan))
        else:
            fields[bidang] = (_jenis(hints[bidang]), Field(None if isi is ... else isi, json_schema_extra=tambahan))
    return create_model(nama, __base__=Isian, **fields)


def _pilihan(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (UnionType, Union) else (hint,)


def _jenis(hint: Any) -> Any:
    """``int | None | EllipsisType`` → a whole number or nothing."""
    boleh = [_satu_jenis(satu) for satu in _pilihan(hint) if satu is not EllipsisType]
    return Union[tuple(boleh)]  # noqa: UP007 - made of parts that are only known here


def _satu_jenis(hint: Any) -> Any:
    if hint in _JENIS:
        return _JENIS[hint]
    if hint is NoneType or (isinstance(hint, type) and issubclass(hint, Berlabel)):
        return hint
    if get_origin(hint) is tuple and get_args(hint)[1:] == (...,):
        return tuple[_jenis(get_args(hint)[0]), ...]  # type: ignore[misc]
    if isinstance(hint, type) and is_dataclass(hint):
        return _rencana(hint)
    raise TypeError(f"parameter {hint} has no shape in the API")


def _rencana(kelas: type[Any]) -> Any:
    """A dataclass that an action takes as a whole (the plan of an import): an object with the same fields."""
    hints = get_type_hints(kelas)
    bawaan = {satu.name: satu.default for satu in dataclass_fields(kelas) if satu.init}
    model = _model(kelas.__name__, kelas.__name__, hints, bawaan)
    return Annotated[model, AfterValidator(lambda isi: kelas(**isi.terkirim()))]
