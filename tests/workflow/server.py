"""Where the PostgreSQL tests may play: one schema per test process, so that parallel runs do not meet."""

from __future__ import annotations

import os

import pytest
from sqlalchemy import create_engine, make_url, text

POSTGRES = "BIMTEK_UJI_POSTGRES"


def alamat_server() -> str:
    """The URL of this process's own schema; skips the test when no server is named."""
    url = os.environ.get(POSTGRES)
    if not url:
        pytest.skip(f"{POSTGRES} tidak diisi")
    schema = f"uji_{os.environ.get('PYTEST_XDIST_WORKER', 'utama')}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {schema}"))
    engine.dispose()
    own = make_url(url).update_query_dict({"options": f"-csearch_path={schema}"})
    return own.render_as_string(hide_password=False)
