"""The simulated office: words, law, wording, institution, workflow, store, and its two faces.

Arrows (checked in CI): web | notebook | notebook_server → workflow → store | institution → wording | rules → domain.
Add: a new part of the office is a new sub-package with a scene of its own; see the design table in README.md.
"""

__version__ = "0.1.0"
