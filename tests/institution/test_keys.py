"""Draws: a function of their key, spread evenly, exact on every machine."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from simulator.institution.keys import Keys, _registry

MANY = np.arange(1, 200_001)
FOLDER = Path(__file__).resolve().parents[2] / "simulator" / "institution"


def test_known_values_stay_what_they_are() -> None:
    draws = Keys(1).draw("pegawai.kelamin", np.array([1, 2, 3]))

    assert [int(value) for value in draws] == DIKENAL


#: Computed once by the integer formula in keys.py; any machine must give these numbers.
DIKENAL = [15683102623045985362, 8758912918803461902, 2071945701431293633]


def test_the_vectorised_draw_equals_the_formula_in_plain_integers() -> None:
    mask = (1 << 64) - 1

    def mix(x: int) -> int:
        x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & mask
        x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & mask
        return x ^ (x >> 31)

    golden, (kind, field) = 0x9E3779B97F4A7C15, _registry()["iki.target"]
    for seed in (0, 1, 12345678901234567):
        base = mix((mix((seed + golden) & mask) + kind * 0xD1B54A32D192ED03) & mask)
        salt = mix((field * 0x8CB92BA72F3D8DD7 + base) & mask)
        for entity in (0, 1, 987_654_321):
            expected = mix((mix((entity * golden + base) & mask) + salt) & mask)
            assert int(Keys(seed).draw("iki.target", np.array([entity]))[0]) == expected


@pytest.mark.parametrize("n", [1, 2, 7, 100, 4000])
def test_below_reaches_every_number_and_no_other(n: int) -> None:
    values = Keys(3).below("umpan.teks", MANY, n)

    assert values.min() == 0
    assert values.max() == n - 1
    assert len(np.unique(values)) == n


def test_below_is_even() -> None:
    counts = np.bincount(Keys(7).below("iki.target", MANY, 50), minlength=50)
    expected = len(MANY) / 50
    chi_square = float(((counts - expected) ** 2 / expected).sum())

    assert chi_square < 100  # 49 degrees of freedom; beyond 100 about once in thirty thousand


def test_two_fields_of_one_entity_are_unrelated() -> None:
    keys = Keys(11)
    one, other = keys.below("pegawai.mutu", MANY, 1 << 20), keys.below("pegawai.rajin", MANY, 1 << 20)

    assert abs(np.corrcoef(one, other)[0, 1]) < 0.01
    assert abs(np.corrcoef(one[1:], one[:-1])[0, 1]) < 0.01


def test_pick_follows_its_weights() -> None:
    shares = np.bincount(Keys(5).pick("nilai.pola", MANY, np.array([1, 2, 7]))) / len(MANY)

    assert np.allclose(shares, [0.1, 0.2, 0.7], atol=0.005)


def test_bell_is_centred_and_bounded() -> None:
    values = Keys(2).bell("pegawai.tertib", MANY)

    assert values.min() >= 0
    assert values.max() <= 1020
    assert abs(values.mean() - 510) < 3


def test_registered_numbers_are_unique_and_every_name_is_used() -> None:
    numbers = list(_registry().values())
    assert len(set(numbers)) == len(numbers)
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.rglob("*.py")))
    asked = set(re.findall(r'"((?:[a-z_]+)\.(?:[a-z_]+))"', code)) & set(_registry())
    asked |= {f"pegawai.{trait}" for trait in ("mutu", "rajin", "tertib")}

    assert set(_registry()) - asked == set()
