"""Rows ↔ domain objects, derived from the fields of the dataclasses.

Scene: actions and queries speak in domain objects; the database speaks in rows.
May import: simulator.domain, SQLAlchemy tables. Facts: none.
Add: a class with its table in KELAS; a field whose column has another shape in _PACKED.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import RowMapping, Table

from simulator.domain.akun import Akun, Peran
from simulator.domain.angka_kredit import PAK
from simulator.domain.jurnal import EntriJurnal
from simulator.domain.kepegawaian import Instansi, Jabatan, Pegawai, Penugasan, Profil, UnitKerja
from simulator.domain.matriks import MatriksPeranHasil, PeranHasil
from simulator.domain.pelaksanaan import BuktiDukung, Dokumen, ProgresHarian, Realisasi, RencanaAksi, UmpanBalik
from simulator.domain.penilaian import CapaianOrganisasi, Evaluasi, Keberatan
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import IKI, RHK, SKP, Ekspektasi, IdentitasSKP, Lampiran, RiwayatKeterangan
from simulator.domain.tim_kerja import AnggotaTim, TimKerja
from simulator.domain.umpan_rekan import UmpanRekan
from simulator.store import schema

T = TypeVar("T")
Read = Callable[[Any], Any]
Plan = tuple[tuple[str, Read], ...]

KELAS: dict[type, Table] = {
    Instansi: schema.instansi,
    UnitKerja: schema.unit_kerja,
    Jabatan: schema.jabatan,
    Pegawai: schema.pegawai,
    Profil: schema.profil,
    Penugasan: schema.penugasan,
    Akun: schema.akun,
    PeriodePenilaian: schema.periode_penilaian,
    SKP: schema.skp,
    RHK: schema.rhk,
    IKI: schema.iki,
    Ekspektasi: schema.ekspektasi,
    Lampiran: schema.lampiran,
    RiwayatKeterangan: schema.riwayat_keterangan,
    MatriksPeranHasil: schema.matriks,
    PeranHasil: schema.peran_hasil,
    TimKerja: schema.tim_kerja,
    AnggotaTim: schema.tim_kerja_anggota,
    RencanaAksi: schema.rencana_aksi,
    ProgresHarian: schema.progres_harian,
    Dokumen: schema.dokumen,
    BuktiDukung: schema.bukti_dukung,
    Realisasi: schema.realisasi,
    UmpanBalik: schema.umpan_balik,
    UmpanRekan: schema.umpan_rekan,
    CapaianOrganisasi: schema.capaian_organisasi,
    Evaluasi: schema.evaluasi,
    Keberatan: schema.keberatan,
    PAK: schema.pak,
    EntriJurnal: schema.jurnal,
}


def _identity(prefix: str) -> Callable[[Mapping[str, Any]], IdentitasSKP | None]:
    names = [field.name for field in fields(IdentitasSKP)]

    def read(row: Mapping[str, Any]) -> IdentitasSKP | None:
        card = IdentitasSKP(**{name: row[f"{prefix}_{name}"] for name in names})
        return card if card.nama else None

    return read


def _roles(row: Mapping[str, Any]) -> frozenset[Peran]:
    return frozenset(Peran.dari(word) for word in re.split(r"[,;\s]+", row["peran"]) if word)


#: Fields that are not one column of their own.
_PACKED: dict[tuple[type, str], Callable[[Mapping[str, Any]], Any]] = {
    (SKP, "identitas_pegawai"): _identity("pegawai"),
    (SKP, "identitas_penilai"): _identity("penilai"),
    (Akun, "peran"): _roles,
    (PAK, "angka_kredit"): lambda row: Decimal(row["angka_kredit"]),
    (PAK, "akumulasi"): lambda row: Decimal(row["akumulasi"]),
}


@lru_cache(maxsize=64)
def _plan(kelas: type[Any]) -> Plan:
    """For each field that a row can fill: how to read it."""
    hints = typing.get_type_hints(kelas)
    columns = set(KELAS[kelas].columns.keys())
    plan: list[tuple[str, Read]] = []
    for field in fields(kelas):
        packed = _PACKED.get((kelas, field.name))
        if packed is not None:
            plan.append((field.name, packed))
        elif field.name in columns:
            plan.append((field.name, _reader(field.name, _enum_in(hints[field.name]))))
    return tuple(plan)


def _reader(name: str, enum: type[Enum] | None) -> Callable[[Mapping[str, Any]], Any]:
    if enum is None:
        return lambda row: row[name]
    return lambda row: None if row[name] is None else enum(row[name])


def _enum_in(hint: Any) -> type[Enum] | None:
    """The enumeration in ``Rating`` or ``Rating | None``."""
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    for option in options:
        if isinstance(option, type) and issubclass(option, Enum):
            return option
    return None


def to_object(kelas: type[T], row: Mapping[str, Any] | RowMapping, **more: Any) -> T:
    """One row as a domain object; ``more`` fills the fields that come from other tables."""
    plan: Plan = _plan(kelas)  # type: ignore[arg-type]  # mypy does not see that classes are hashable
    return kelas(**{name: read(row) for name, read in plan}, **more)


def to_value(value: Any) -> Any:
    """A domain value as a column holds it: enumerations by code, decimal numbers as text."""
    if isinstance(value, Decimal):
        return str(value)
    return value.value if isinstance(value, Enum) else value


def identity_columns(prefix: str, card: IdentitasSKP | None) -> dict[str, str]:
    """The five columns of an identity card, empty when there is nobody."""
    card = card or IdentitasSKP("", "", "", "", "")
    return {f"{prefix}_{field.name}": getattr(card, field.name) for field in fields(IdentitasSKP)}
