"""The glossary and the words of the domain say the same: every class and choice is explained, every code exists."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from enum import Enum

import pytest
import yaml

import simulator.domain
from simulator.domain.label import Berlabel


@pytest.fixture(scope="module")
def glossary(request):
    path = request.config.rootpath / "modules" / "glossary.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _domain_words() -> list:
    return list(_walk_domain())


def _walk_domain():
    for info in pkgutil.iter_modules(simulator.domain.__path__):
        module = importlib.import_module(f"simulator.domain.{info.name}")
        for name, word in vars(module).items():
            if inspect.isclass(word) and word.__module__ == module.__name__ and not name.startswith("_"):
                yield pytest.param(word, id=f"{info.name}.{name}")


def _load(code):
    module, _, name = code.rpartition(".")
    return getattr(importlib.import_module(module), name)


@pytest.mark.parametrize("word", _domain_words())
def test_every_public_word_of_the_domain_is_in_the_glossary(word, glossary):
    assert word.__name__ in glossary
    assert _load(glossary[word.__name__]["kode"]) is word


def test_every_entry_has_meaning_english_gloss_and_source(glossary):
    for key, entry in glossary.items():
        assert set(entry) <= {"istilah", "arti", "inggris", "sumber", "kode", "pilihan"}, key
        for field in ("istilah", "arti", "inggris", "sumber"):
            assert isinstance(entry.get(field), str), (key, field)
            assert entry[field].strip(), (key, field)


def test_every_code_of_the_glossary_exists_and_every_choice_is_explained(glossary):
    for key, entry in glossary.items():
        if "kode" not in entry:
            assert "pilihan" not in entry, key
            continue
        word = _load(entry["kode"])
        choices = list(entry.get("pilihan", {}))
        expected = [member.value for member in word] if issubclass(word, Enum) and word is not Berlabel else []

        assert choices == expected, key


def test_terms_are_unique_and_meanings_end_like_sentences(glossary):
    terms = [entry["istilah"].casefold() for entry in glossary.values()]

    assert len(terms) == len(set(terms))
    for key, entry in glossary.items():
        assert entry["arti"].endswith("."), key
        assert all(text.endswith(".") for text in entry.get("pilihan", {}).values()), key
