"""Is this database shaped as ours: tables, columns with their types, indexes, constraints, and nothing besides?

Scene: before a verification reads rows; a column more, a type that drifted or a constraint that is gone is a change
behind the application's back even when every row still looks right.
May import: SQLAlchemy, simulator.store.findings and schema.
Facts: what the schema asks for is compiled for the database at hand and held against what the database says it has.
Add: a property of a table as one more function that yields Temuan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypedDict, cast

from sqlalchemy import Connection, ForeignKeyConstraint, Inspector, Table, UniqueConstraint, inspect, text
from sqlalchemy.engine.interfaces import (
    ReflectedCheckConstraint,
    ReflectedColumn,
    ReflectedForeignKeyConstraint,
    ReflectedIndex,
    ReflectedPrimaryKeyConstraint,
    ReflectedUniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from simulator.domain.errors import BerkasRusak
from simulator.store.canonical import column_names
from simulator.store.findings import Temuan
from simulator.store.schema import OFFICE_TABLES, SCHEMA_VERSION, instansi, jurnal, segel

ALL_TABLES = (*OFFICE_TABLES, jurnal, segel)
_SEBUTAN = {"table": "tabel", "view": "tampilan", "trigger": "pemicu", "rule": "aturan"}
#: PostgreSQL calls what we ask for by another name.
_SAME_TYPE = {"FLOAT": "DOUBLE PRECISION"}


def check_shape(connection: Connection) -> Iterator[Temuan]:
    """Are these the tables of an *instansi* of our schema version?

    Raises: BerkasRusak — a database, but not of an *instansi*.
    """
    inspector = inspect(connection)
    present = set(inspector.get_table_names())
    missing = [table.name for table in ALL_TABLES if table.name not in present]
    if instansi.name in missing or jurnal.name in missing:
        raise BerkasRusak(
            "Berkas ini basis data, tetapi bukan instansi simulasi: tabel instansi atau jurnal tidak ada. "
            "Pilih berkas *.ekin.db yang dibuat oleh bimtek.",
            kode="berkas-bukan-instansi",
        )
    for name in missing:
        yield Temuan("tabel-hilang", name, None, f"Tabel {name} tidak ada lagi di berkas ini.", fatal=True)
    wrong_version = list(_check_version(connection, inspector))
    yield from wrong_version
    if not wrong_version:
        found = _reflected(inspector, [table.name for table in ALL_TABLES if table.name in present])
        for table in ALL_TABLES:
            if table.name in present:
                yield from _check_table(connection, table, found[table.name])
    if connection.dialect.name == "sqlite":
        yield from _check_declarations(connection)
    yield from _check_strangers(connection)


class _Found(TypedDict):
    """What the database says of one table."""

    columns: list[ReflectedColumn]
    indexes: list[ReflectedIndex]
    primary: ReflectedPrimaryKeyConstraint
    unique: list[ReflectedUniqueConstraint]
    foreign: list[ReflectedForeignKeyConstraint]
    checks: list[ReflectedCheckConstraint]


def _reflected(inspector: Inspector, names: list[str]) -> dict[str, _Found]:
    """Asked for all tables at once: a server answers six questions, not six for every table."""
    asked: dict[str, Any] = {
        "columns": inspector.get_multi_columns(filter_names=names),
        "indexes": inspector.get_multi_indexes(filter_names=names),
        "primary": inspector.get_multi_pk_constraint(filter_names=names),
        "unique": inspector.get_multi_unique_constraints(filter_names=names),
        "foreign": inspector.get_multi_foreign_keys(filter_names=names),
        "checks": inspector.get_multi_check_constraints(filter_names=names),
    }
    return {name: cast(_Found, {what: answers[None, name] for what, answers in asked.items()}) for name in names}


def _check_version(connection: Connection, inspector: Inspector) -> Iterator[Temuan]:
    there = {column["name"] for column in inspector.get_columns(instansi.name)}
    version: object = None
    if instansi.c.versi_skema.name in there:
        version = connection.exec_driver_sql("SELECT versi_skema FROM instansi").scalar()
    if version != SCHEMA_VERSION:
        yield Temuan(
            "versi-skema-berbeda",
            "instansi",
            None,
            f"Berkas ini memakai versi skema {version}, sedangkan program ini mengenal versi {SCHEMA_VERSION}. "
            "Buka dengan versi program yang sama dengan pembuatnya, atau dirikan instansi baru.",
            fatal=True,
        )


def _check_table(connection: Connection, table: Table, found: _Found) -> Iterator[Temuan]:
    there = {column["name"]: column for column in found["columns"]}
    ours = column_names(table)
    for name in (name for name in ours if name not in there):
        yield Temuan("kolom-hilang", table.name, None, f"Kolom {table.name}.{name} tidak ada.", fatal=True)
    for name in sorted(set(there) - set(ours)):
        yield Temuan(
            "kolom-asing", table.name, None, f"Kolom {table.name}.{name} bukan buatan aplikasi; kolom itu ditambahkan."
        )
    for name in (name for name in ours if name in there):
        wanted, column = table.c[name], there[name]
        kinds = [_spelled(connection, kind) for kind in (wanted.type, column["type"])]
        kept = bool(wanted.nullable) == bool(column["nullable"]) and column["default"] is None
        if kinds[0] != kinds[1] or not kept:
            yield Temuan(
                "kolom-berubah",
                table.name,
                None,
                f"Sifat kolom {table.name}.{name} diubah di luar aplikasi: jenis isinya, isi bawaannya, atau "
                "boleh-tidaknya kosong.",
            )
    yield from _check_indexes(table, found["indexes"])
    yield from _check_constraints(table, found)


def _spelled(connection: Connection, kind: TypeEngine[Any]) -> str:
    name = kind.compile(dialect=connection.dialect).upper()
    return _SAME_TYPE.get(name, name) if connection.dialect.name == "postgresql" else name


def _check_indexes(table: Table, there: list[ReflectedIndex]) -> Iterator[Temuan]:
    wanted = {(str(index.name), tuple(column.name for column in index.columns), False) for index in table.indexes}
    found = {
        (str(index["name"]), tuple(str(name) for name in index["column_names"]), _narrows(index))
        for index in there
        if not index.get("duplicates_constraint")
    }
    for name, *_ in sorted(wanted - found):
        yield Temuan("indeks-hilang", table.name, None, f"Indeks {name} pada tabel {table.name} dihapus atau diganti.")
    for name, *_ in sorted(found - wanted):
        yield Temuan("objek-asing", table.name, None, f"Ada indeks “{name}” yang bukan buatan aplikasi di berkas ini.")


def _narrows(index: ReflectedIndex) -> bool:
    """An index that refuses rows, or leaves some out; none of ours does."""
    return bool(index["unique"]) or any(name.endswith("_where") for name in index.get("dialect_options", {}))


def _check_constraints(table: Table, there: _Found) -> Iterator[Temuan]:
    wanted = {("kunci utama", tuple(column.name for column in table.primary_key.columns), "")}
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            wanted.add(("keunikan", tuple(column.name for column in constraint.columns), ""))
        elif isinstance(constraint, ForeignKeyConstraint):
            wanted.add(("rujukan", tuple(constraint.column_keys), constraint.referred_table.name))
    found = {("kunci utama", tuple(there["primary"]["constrained_columns"]), "")}
    found |= {("keunikan", tuple(one["column_names"]), "") for one in there["unique"]}
    found |= {
        ("rujukan", tuple(one["constrained_columns"]), f"{one['referred_table']}{one.get('options') or ''}")
        for one in there["foreign"]
    }
    found |= {("isi", (str(one["sqltext"]),), "") for one in there["checks"]}
    for kind, columns in sorted({(kind, columns) for kind, columns, _ in wanted ^ found}):
        yield Temuan(
            "batasan-berubah",
            table.name,
            None,
            f"Batasan {kind} pada {table.name} ({', '.join(columns)}) dihapus, diganti, atau ditambahkan.",
        )


def _check_declarations(connection: Connection) -> Iterator[Temuan]:
    """What SQLite keeps in the words of a declaration only: how texts compare, and what gives way in a conflict."""
    ours = {table.name for table in ALL_TABLES}
    query = "SELECT tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY tbl_name, name"
    for name, said in connection.exec_driver_sql(query):
        words = set(re.findall(r"[A-Z]+", str(said).upper()))
        if name in ours and words & {"COLLATE", "CONFLICT"}:
            yield Temuan(
                "batasan-berubah", name, None, f"Pernyataan tabel {name} atau indeksnya diubah di luar aplikasi."
            )


def _check_strangers(connection: Connection) -> Iterator[Temuan]:
    """Triggers, views and tables that we did not make can change rows by themselves or hide them."""
    if connection.dialect.name == "sqlite":
        ours = {table.name for table in ALL_TABLES}
        query = "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view', 'trigger') ORDER BY type, name"
        found = [
            (kind, str(name))
            for kind, name in connection.exec_driver_sql(query)
            if kind != "table" or (name not in ours and not name.startswith("sqlite_"))
        ]
    else:
        # A server may hold other people's tables; only what sits on ours is our concern.
        sitting = text(
            "SELECT 'trigger', trigger_name FROM information_schema.triggers "
            "WHERE event_object_schema = current_schema() AND event_object_table = ANY(:ours) "
            "UNION SELECT 'rule', rulename FROM pg_rules "
            "WHERE schemaname = current_schema() AND tablename = ANY(:ours) ORDER BY 1, 2"
        )
        rows = connection.execute(sitting, {"ours": [table.name for table in ALL_TABLES]})
        found = [(str(kind), str(name)) for kind, name in rows]
    for kind, name in found:
        yield Temuan(
            "objek-asing", name, None, f"Ada {_SEBUTAN[kind]} “{name}” yang bukan buatan aplikasi di berkas ini."
        )
