"""Rule → lesson → exercise: whatever one page names, the other one has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from modules.build import lesson_folders, renewed_page, rules_taught, sections
from simulator.rules.registry import daftar_aturan, rule_by_id

ROOT = Path(__file__).resolve().parents[2]
LESSONS = {folder.name: folder for folder in lesson_folders()}
EXERCISES = sorted((ROOT / "exercises").glob("[0-9][0-9]_*/exercise.yaml"))
STAGES = "|".join(sorted({rule.tahap for rule in daftar_aturan()}))
RULE = re.compile(rf'"((?:{STAGES})\.[a-z_]+)"')


def _questions():
    for path in EXERCISES:
        spec = yaml.safe_load(path.read_text(encoding="utf-8"))
        for question in spec["soal"]:
            yield pytest.param(spec, question, id=f"{path.parent.name}:{question['id']}")


@pytest.mark.parametrize("name", sorted(LESSONS))
def test_rules_named_in_a_lesson_exist(name):
    named = RULE.findall((LESSONS[name] / "pelajaran.py").read_text(encoding="utf-8"))

    assert named
    assert [rule for rule in named if rule_by_id(rule).id != rule] == []


@pytest.mark.parametrize("name", sorted(LESSONS))
def test_cross_references_between_lessons_point_somewhere(name):
    text = (LESSONS[name] / "pelajaran.py").read_text(encoding="utf-8")
    for module, section in re.findall(r"Modul (\d), bagian (\d)", text):
        target = next(folder for key, folder in LESSONS.items() if int(key[:2]) == int(module))

        assert int(section) in dict(sections(target))


@pytest.mark.parametrize(("spec", "question"), list(_questions()))
def test_an_exercise_question_rests_on_rules_that_exist_and_may_be_graded(spec, question):
    for rule in question.get("aturan") or ():
        assert rule_by_id(rule).id == rule
        if question["jenis"] == "auto":
            assert rule_by_id(rule).gradable, f"{rule} tidak boleh dinilai otomatis"


@pytest.mark.parametrize(("spec", "question"), list(_questions()))
def test_an_exercise_question_teaches_words_of_the_glossary(spec, question):
    glossary = yaml.safe_load((ROOT / "modules" / "glossary.yaml").read_text(encoding="utf-8"))

    assert [word for word in question.get("kata") or () if word not in glossary] == []


@pytest.mark.parametrize(("spec", "question"), list(_questions()))
def test_what_to_read_again_can_be_found(spec, question):
    assert spec["modul"] in LESSONS
    module, _, place = question["baca"].partition(", bagian ")
    found = sections(LESSONS[spec["modul"]])

    assert module == f"Modul {int(spec['modul'][:2])}"
    numbers = [int(number) for number in re.findall(r"\d+", place)]
    if numbers:
        assert [number for number in numbers if number not in dict(found)] == []
    else:
        assert any(title.startswith(place) for _, title in found), (place, found)


def test_the_course_map_is_up_to_date():
    page = (ROOT / "modules" / "README.md").read_text(encoding="utf-8")

    assert page == renewed_page(page), "jalankan: python modules/build.py --peta"


def test_every_rule_a_question_rests_on_is_taught_by_its_module():
    taught = {name: set(rules_taught(folder)) for name, folder in LESSONS.items()}
    untaught = []
    for path in EXERCISES:
        spec = yaml.safe_load(path.read_text(encoding="utf-8"))
        asked = {rule for question in spec["soal"] for rule in question.get("aturan") or ()}
        untaught += [(path.parent.name, rule) for rule in sorted(asked - taught[spec["modul"]])]

    assert untaught == []
