"""Colleagues: everybody whom no human plays does their own work when the simulated day moves.

Scene: ``majukan(kantor, sampai, pemain=frozenset({5}))`` in the web, a command, a notebook, a test.
Add: README.md in this folder says where a habit, a task or a sentence goes.
"""

from simulator.workflow.rekan.langkah import majukan
from simulator.workflow.rekan.ringkasan import Ringkasan

__all__ = ["Ringkasan", "majukan"]
