"""The law as a whole: everything cited, every number dated, nothing uncertain graded, the page up to date."""

from __future__ import annotations

import ast
import importlib
import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from simulator.rules import registry, table
from simulator.rules.citation import Citation, Status
from simulator.rules.parameters import FOLDER, daftar_parameter, parameter
from simulator.rules.registry import Aturan, daftar_aturan, rule, rule_by_id

RULES = Path(table.__file__).parent
ALL = [pytest.param(aturan, id=aturan.id) for aturan in daftar_aturan()]
ADDRESS = re.compile(r"https?://[\w.-]+\.\w{2,}\S*|github-index:\d+|modules/README\.md")
UNCERTAIN = Citation("T", "Pasal 1", "https://contoh.example", Status.UNCERTAIN)
CONFIRMED = Citation("T", "Pasal 1", "https://contoh.example", Status.CONFIRMED)


@pytest.mark.parametrize("aturan", ALL)
def test_every_rule_cites_a_part_of_a_text_at_an_address(aturan):
    assert aturan.cites
    for cite in aturan.cites:
        assert ADDRESS.fullmatch(cite.url), cite.url
        assert cite.title.strip()
        assert cite.bagian.strip()
    assert aturan.judul[0].isupper()
    assert not aturan.judul.endswith(".")
    assert aturan.tahap in registry.TAHAP


@pytest.mark.parametrize("aturan", ALL)
def test_every_rule_points_to_a_documented_pure_function(aturan):
    module, _, name = aturan.fungsi.rpartition(".")
    function = getattr(importlib.import_module(module), name)

    assert function.__doc__
    assert module.startswith("simulator.rules.")


@pytest.mark.parametrize("aturan", ALL)
def test_no_automatic_grade_rests_on_something_uncertain_or_historical(aturan):
    numbers = [status for nama in aturan.parameters for status in parameter(nama).status]
    shaky = Status.UNCERTAIN in [cite.status for cite in aturan.cites] + numbers

    assert aturan.gradable <= (not shaky and not aturan.historical)


@pytest.mark.parametrize("aturan", ALL)
def test_a_course_rule_is_announced_as_such(aturan, root):
    page = (root / "modules" / "README.md").read_text(encoding="utf-8")
    for cite in aturan.cites:
        if cite.status is Status.KEBIJAKAN_KURSUS:
            assert cite.url == "modules/README.md"
            assert cite.bagian.split(":")[0].split(",")[0].casefold() in page.casefold(), cite.bagian


def test_the_old_formula_is_only_history():
    old = [aturan for aturan in daftar_aturan() if aturan.tahap == "riwayat_pp30"]

    assert old
    assert all(aturan.historical and not aturan.gradable for aturan in old)


def test_no_placeholder_is_left_in_the_law():
    left = [
        path.name
        for path in RULES.rglob("*")
        if path.suffix in {".py", ".yaml", ".md"} and "«" in path.read_text("utf-8")
    ]

    assert left == []


@pytest.mark.parametrize("nama", daftar_parameter())
def test_a_parameter_file_says_what_it_is_when_it_was_checked_and_where_each_value_comes_from(nama):
    data = yaml.safe_load((FOLDER / f"{nama}.yaml").read_text(encoding="utf-8"))

    assert set(data) <= {"description", "unit", "checked_on", "note", "values"}
    assert data["description"].strip()
    assert data["unit"].strip()
    assert type(data["checked_on"]) is date
    assert data["values"]
    for sejak, entry in data["values"].items():
        assert type(sejak) is date
        assert sejak <= data["checked_on"]
        assert set(entry) == {"value", "reference"}
        assert set(entry["reference"]) == {"title", "bagian", "href", "status"}
        assert ADDRESS.fullmatch(entry["reference"]["href"])
        assert entry["reference"]["status"] in [status.value for status in Status]
    assert parameter(nama).pada(data["checked_on"]).sejak == max(data["values"])


def test_every_parameter_is_used_by_a_rule_or_a_function_of_its_stage():
    code = "".join(path.read_text(encoding="utf-8") for path in RULES.glob("*.py"))
    unused = [nama for nama in daftar_parameter() if nama not in code and nama.split("/")[1] not in code]

    assert unused == []


def test_numbers_of_the_law_live_in_parameter_files():
    # Shares, percentages and coefficients show up as decimals; a decimal literal in a stage file is a number that
    # escaped its dated file. The step of rounding (0.01) is arithmetic, not law.
    found = []
    for path in sorted(RULES.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, float):
                found.append((path.name, node.value))

    assert found == []


def test_rules_import_only_the_domain_the_standard_library_and_yaml():
    import sys

    allowed = set(sys.stdlib_module_names) | {"yaml"}
    strangers = []
    for path in sorted(RULES.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                ours = name.startswith(("simulator.rules", "simulator.domain"))
                if not ours and name.split(".")[0] not in allowed:
                    strangers.append((path.name, name))

    assert strangers == []


def test_rules_never_ask_the_clock():
    asking = [
        path.name
        for path in RULES.glob("*.py")
        if re.search(r"\.today\(|\.now\(|import random", path.read_text("utf-8"))
    ]

    assert asking == []


def test_the_page_of_rules_is_up_to_date():
    page = table.README.read_text(encoding="utf-8")

    assert page == table.halaman(page), "jalankan: python -m simulator.rules.table"


def test_renewing_the_page_keeps_what_people_wrote_around_the_table():
    page = f"# Judul\n\natas\n\n{table.AWAL}\nlama\n{table.AKHIR}\nbawah\n"

    renewed = table.halaman(page)
    assert renewed.startswith("# Judul\n\natas\n\n")
    assert renewed.endswith(f"{table.AKHIR}\nbawah\n")
    assert "lama\n" not in renewed


def test_an_unknown_rule_is_named_in_the_error():
    from simulator.domain.errors import TidakDitemukan

    with pytest.raises(TidakDitemukan, match="tidak.ada") as caught:
        rule_by_id("tidak.ada")

    assert caught.value.kode == "aturan-tidak-ditemukan"


def test_a_rule_without_a_source_is_refused():
    with pytest.raises(ValueError, match="tidak punya sumber"):
        rule(id="coba.kosong", judul="Coba", cites=[])


def test_a_rule_id_is_used_once():
    with pytest.raises(ValueError, match="terdaftar dua kali"):

        @rule(id="kuadran.predikat", judul="Tiruan", cites=[CONFIRMED])
        def tiruan():
            """A second function under a used id."""


@pytest.mark.parametrize(
    ("cites", "historical", "allowed", "expected"),
    [
        ((CONFIRMED,), False, True, True),
        ((CONFIRMED, UNCERTAIN), False, True, False),
        ((CONFIRMED,), True, True, False),
        ((CONFIRMED,), False, False, False),
    ],
)
def test_grading_follows_from_the_weakest_source(cites, historical, allowed, expected):
    aturan = Aturan("coba.a", "Coba", cites, "", historical, "x", boleh_dinilai=allowed)

    assert aturan.gradable is expected


def test_a_changed_number_holds_from_its_day_and_the_old_one_stays(tmp_path, monkeypatch):
    from decimal import Decimal

    from simulator.rules import parameters

    reference = "{title: T, bagian: b, href: 'https://contoh.example', status: SINGLE}"
    (tmp_path / "coba.yaml").write_text(
        "description: Coba\nunit: /1\nchecked_on: 2026-01-01\nvalues:\n"
        f"  2026-01-01:\n    value: 0.8\n    reference: {reference}\n"
        f"  2023-01-31:\n    value: 0.7\n    reference: {reference}\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(parameters, "FOLDER", tmp_path)
    parameters.parameter.cache_clear()

    assert parameters.angka("coba", date(2025, 12, 31)) == Decimal("0.7")
    assert parameters.angka("coba", date(2026, 1, 1)) == Decimal("0.8")
    parameters.parameter.cache_clear()
