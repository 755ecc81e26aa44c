"""What was typed and has not reached the office yet, in a file beside the notebook.

Scene: the form of the page *Kantor kelas*; a network that ends, a kernel that ends, a lid that closes lose nothing.
May import: the standard library. Facts: one entry per office and person, so that nobody finds another's sentence.
Add: nothing; a form gives its fields a name.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

BERKAS = "draf_kantor_kelas.json"


class Draf:
    """The drafts of one notebook."""

    def __init__(self, folder: Path) -> None:
        self.berkas = folder / BERKAS

    def baca(self, kunci: str) -> dict[str, Any]:
        """What was typed under this key; empty where nothing was, or where the file cannot be read."""
        isi = self._semua().get(kunci)
        return dict(isi) if isinstance(isi, dict) else {}

    def simpan(self, kunci: str, isi: Mapping[str, Any]) -> None:
        """Keep it, whole or not at all; nothing typed forgets it. Raises: OSError."""
        semua = {nama: lama for nama, lama in self._semua().items() if nama != kunci}
        if isi:
            semua[kunci] = dict(isi)
        sementara = self.berkas.with_suffix(".baru")
        sementara.write_text(json.dumps(semua, ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(sementara, self.berkas)

    def _semua(self) -> dict[str, Any]:
        try:
            isi = json.loads(self.berkas.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            # Kept aside, never overwritten: somebody may still want to read what it was.
            if self.berkas.exists():
                os.replace(self.berkas, self.berkas.with_suffix(".rusak"))
            return {}
        return isi if isinstance(isi, dict) else {}
