"""Walks tests/rules/*.yaml: every readable case is a call of one rule on one day with its expected outcome or error."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from case_builder import arguments, plain, resolve

from simulator.domain.errors import BimtekError
from simulator.rules.registry import daftar_aturan

FOLDER = Path(__file__).parent


def _cases():
    for path in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield path.stem, case


CASES = list(_cases())


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{stem}: {case['name']}") for stem, case in CASES])
def test_a_rule_says_what_its_case_expects(case):
    function = resolve(case["rule"])
    given = arguments(function, case.get("input", {}), case["date"])

    if "error" in case:
        with pytest.raises(BimtekError) as caught:
            function(**given)

        assert caught.value.kode == case["error"]
        assert caught.value.pesan.endswith((".", "!"))
    else:
        result = function(**given)
        result = list(result) if hasattr(result, "__next__") else result

        assert plain(result) == case["output"]
        for pesan in _sentences(result):
            assert pesan[0].isupper() or pesan[0] == "“", pesan
            assert pesan.endswith((".", "?")), pesan


def _sentences(result):
    findings = result if isinstance(result, list | tuple) else [result]
    return [finding.pesan for finding in findings if hasattr(finding, "pesan")]


def test_cases_are_well_formed_and_named_once():
    names = Counter((stem, case["name"]) for stem, case in CASES)

    assert [name for name, count in names.items() if count > 1] == []
    for stem, case in CASES:
        assert {"name", "rule", "date"} <= set(case), (stem, case)
        assert set(case) <= {"name", "rule", "date", "input", "output", "error"}, (stem, case)
        assert ("output" in case) != ("error" in case), (stem, case["name"])


def test_every_rule_has_at_least_one_case():
    covered = {case["rule"] for _, case in CASES}

    assert [rule.id for rule in daftar_aturan() if rule.id not in covered] == []


def test_there_are_enough_cases_to_trust_the_law():
    assert len(CASES) >= 120
