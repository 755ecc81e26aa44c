"""Select boxes: what an action is given for an enumeration must be one of its choices.

Scene: a form, a notebook or a script hands a code (``"utama"``) or a label (``"Utama"``) to an action.
May import: simulator.domain. Facts: the choices are the members of the enumerations in simulator.domain.
Add: nothing; an action that takes an enumeration carries ``@checks_choices``, and a test looks that each of them does.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from types import MappingProxyType
from typing import Any, ParamSpec, TypeVar, get_args, get_type_hints

from simulator.domain.errors import DataTidakSah
from simulator.domain.label import Berlabel

P = ParamSpec("P")
R = TypeVar("R")


def checks_choices(action: Callable[P, R]) -> Callable[P, R]:
    """Turn codes and labels into members before the action begins; refuse what is neither.

    Raises: DataTidakSah — with the choices. The members themselves pass untouched.
    """

    @wraps(action)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        bound = _signature(action).bind_partial(*args, **kwargs)
        for name, (kind, optional) in choices_of(action).items():
            if name in bound.arguments:
                bound.arguments[name] = _chosen(name, bound.arguments[name], kind, optional)
        return action(*bound.args, **bound.kwargs)

    return checked


@lru_cache(maxsize=128)
def _signature(action: Callable[..., Any]) -> inspect.Signature:
    return inspect.signature(action)


@lru_cache(maxsize=128)
def choices_of(action: Callable[..., Any]) -> Mapping[str, tuple[type[Berlabel], bool]]:
    """Parameter → (its enumeration, may it be left out) for every parameter that is a select box."""
    found: dict[str, tuple[type[Berlabel], bool]] = {}
    for name, hint in get_type_hints(action).items():
        options = get_args(hint) or (hint,)
        kinds = [kind for kind in options if isinstance(kind, type) and issubclass(kind, Berlabel)]
        if kinds and name != "return":
            found[name] = (kinds[0], type(None) in options)
    return MappingProxyType(found)


def _chosen(name: str, value: Any, kind: type[Berlabel], optional: bool) -> Any:
    if isinstance(value, kind) or value is ... or (value is None and optional):
        return value
    label = name.replace("_", " ").capitalize()
    choices = ", ".join(f"{member.label} ({member.value})" for member in kind)
    try:
        return kind.dari(value)
    except (ValueError, AttributeError):
        said = "belum dipilih" if value is None else f"tidak mengenal “{value}”"
        raise DataTidakSah(
            f"Isian {label} {said}. Pilih salah satu: {choices}.", kode="pilihan-tidak-dikenal"
        ) from None
