"""Turns the plain words of a YAML case into the arguments of a rule, and the result back into plain words.

Scene: used by test_rule_cases.py only. Conversion follows the type hints of the rule, so that a case may say
``predikat: baik`` or give just the two fields of an SKP that matter; everything else comes from USUAL.
"""

from __future__ import annotations

import collections.abc as abc
import dataclasses
import importlib
import types
import typing
from datetime import date
from decimal import Decimal
from enum import Enum

from simulator.rules.registry import rule_by_id

# What a field is when a case does not mention it; looked up by class and field, then by field, then by type.
USUAL = {
    ("PeriodePenilaian", "nama"): "Triwulan I Tahun 2026",
    ("PeriodePenilaian", "tipe"): "triwulanan",
    ("PeriodePenilaian", "angka"): 1,
    ("PeriodePenilaian", "periode_awal"): date(2026, 1, 1),
    ("PeriodePenilaian", "periode_akhir"): date(2026, 3, 31),
    ("PeriodePenilaian", "batas_pengisian"): date(2026, 4, 10),
    ("SKP", "penilai_id"): 2,
    ("SKP", "periode_awal"): date(2026, 1, 1),
    ("SKP", "periode_akhir"): date(2026, 12, 31),
    ("SKP", "pendekatan"): "kuantitatif",
    ("SKP", "status"): "draft",
    ("RHK", "jenis"): "utama",
    ("RHK", "klasifikasi"): "organisasi",
    ("RHK", "teks"): "Tersusunnya laporan imunisasi",
    ("IKI", "aspek"): "kuantitas",
    ("IKI", "indikator"): "Jumlah laporan imunisasi",
    ("IKI", "target"): "4 dokumen",
    ("Lampiran", "teks"): "satu butir",
    ("KonteksSKP", "jenis_jabatan"): "jf",
    ("Dokumen", "nama"): "2026_TW1_RHK01_IKI-KN_laporan-imunisasi.pdf",
    ("Dokumen", "jenis"): "Laporan kegiatan",
    ("Dokumen", "tanggal"): date(2026, 3, 30),
    ("Dokumen", "diunggah_pada"): date(2026, 4, 2),
    ("Dokumen", "akses"): "penilai",
    ("Dokumen", "bertanda_tangan"): True,
    ("PeranHasil", "cascading"): "tidak_langsung",
    ("PeranHasil", "tingkat"): "output",
    ("Penugasan", "status"): "plt",
    ("Penugasan", "selesai"): None,
    ("UmpanBalik", "sasaran"): "umum",
    ("UmpanBalik", "diberikan_pada"): date(2026, 3, 1),
    ("HasilRHK", "jenis"): "utama",
    "tahun": 2026,
}
BY_TYPE = {int: 1, str: "", bool: False, date: date(2026, 1, 1)}


def resolve(name):
    """The function a case is about: a rule by its id, or any public function by its full path."""
    path = name if name.startswith("simulator.rules.") else rule_by_id(name).fungsi
    module, _, function = path.rpartition(".")
    return getattr(importlib.import_module(module), function)


def arguments(function, given, day):
    """Convert ``given`` by the hints of ``function``; the day goes in where the rule asks for it."""
    hints = typing.get_type_hints(function)
    hints.pop("return", None)
    unknown = set(given) - set(hints)
    assert not unknown, f"{function.__name__} tidak mengenal {sorted(unknown)}"
    values = {name: build(hints[name], value) for name, value in given.items()}
    if "hari" in hints and "hari" not in values:
        values["hari"] = day
    return values


def build(kind, value):
    """One value of the wanted kind out of plain YAML."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        options = [option for option in typing.get_args(kind) if option is not type(None)]
        return None if value is None else build(options[0], value)
    if origin in (tuple, list, abc.Sequence, abc.Iterable, abc.Collection):
        return tuple(build(typing.get_args(kind)[0], item) for item in value)
    if origin in (dict, abc.Mapping):
        key, item = typing.get_args(kind)
        return {build(key, name): build(item, content) for name, content in value.items()}
    if not isinstance(kind, type):
        return value
    if issubclass(kind, Enum):
        return kind.dari(str(value))
    if kind is Decimal:
        return Decimal(str(value))
    if dataclasses.is_dataclass(kind):
        return _object(kind, value)
    return value


def _object(kind, given):
    hints = typing.get_type_hints(kind)
    unknown = set(given) - set(hints)
    assert not unknown, f"{kind.__name__} tidak punya {sorted(unknown)}"
    values = {name: build(hints[name], value) for name, value in given.items()}
    for field in dataclasses.fields(kind):
        required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        if field.name not in values and required:
            values[field.name] = _usual(kind, field.name, hints[field.name])
    return kind(**values)


def _usual(kind, name, hint):
    for key in ((kind.__name__, name), name):
        if key in USUAL:
            return build(hint, USUAL[key])
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return None
    return _object(hint, {}) if dataclasses.is_dataclass(hint) else BY_TYPE[hint]


def plain(result):
    """A result in the words a case uses: findings by code, choices by code, numbers as numbers."""
    if isinstance(result, Enum):
        return result.value
    if isinstance(result, Decimal):
        return float(result)
    if hasattr(result, "kode") and hasattr(result, "aturan"):
        return result.kode
    if dataclasses.is_dataclass(result):
        return {field.name: plain(getattr(result, field.name)) for field in dataclasses.fields(result)}
    if isinstance(result, abc.Mapping):
        return {plain(key): plain(value) for key, value in result.items()}
    if isinstance(result, str | bytes | date | int | float | bool | types.NoneType):
        return result
    return [plain(item) for item in result]
