"""The guards of exercise 01, used here for roles: empty, copied and stuffed texts earn nothing.

Scene: question "peran". May import: exercises.kit.catalog, which loads the guards from their own folder.
Facts: none. Add: a guard in exercises/01_iki_smart/kewajaran.py, where all of them live.
"""

from __future__ import annotations

from pathlib import Path

from exercises.kit.catalog import load_module

_PERTAMA = Path(__file__).resolve().parent.parent / "01_iki_smart"
_kewajaran = load_module(_PERTAMA / "kewajaran.py")
_kata = load_module(_PERTAMA / "kata.py")

Larangan = _kewajaran.Larangan
Tolakan = _kewajaran.Tolakan
tolak = _kewajaran.tolak
isi = _kata.isi
kata_kata = _kata.kata_kata
kemiripan = _kata.kemiripan
