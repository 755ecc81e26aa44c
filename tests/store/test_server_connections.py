"""Connections to the database of a class: one consistent look each, and none that was cut off while it rested."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import DatabaseError

from simulator.store import engine as places
from simulator.store.engine import open_engine, reading, writing
from tests.workflow.server import alamat_server

pytestmark = pytest.mark.postgres


@pytest.fixture
def engine() -> Iterator[Engine]:
    opened = open_engine(alamat_server())
    yield opened
    opened.dispose()


def test_a_look_sees_one_moment_and_cannot_write(engine: Engine) -> None:
    with reading(engine) as connection:
        assert connection.execute(text("SHOW transaction_isolation")).scalar() == "repeatable read"
        with pytest.raises(DatabaseError, match="read-only"):
            connection.execute(text("CREATE TABLE tidak_boleh (a int)"))


def test_a_writer_after_a_look_is_a_writer_again(engine: Engine) -> None:
    with reading(engine):
        pass
    with writing(engine) as connection:
        assert connection.execute(text("SHOW transaction_isolation")).scalar() == "read committed"
        assert connection.execute(text("SHOW transaction_read_only")).scalar() == "off"


def test_a_connection_that_was_cut_off_while_it_rested_is_replaced(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with reading(engine) as connection:
        before = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    other = create_engine(alamat_server())
    with other.begin() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": before})
    other.dispose()
    monkeypatch.setattr(places, "REST_SECONDS", -1.0)

    with reading(engine) as connection:
        assert connection.execute(text("SELECT pg_backend_pid()")).scalar_one() != before
