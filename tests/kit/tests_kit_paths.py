"""Where the sample exercise lies."""

from __future__ import annotations

from pathlib import Path

CONTOH = Path(__file__).parent / "contoh"
