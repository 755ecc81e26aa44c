"""The law: one pure function per rule, with its citation; numbers in dated files.

Scene: answers what the office may or must do, and why. May import: simulator.domain, the standard library, PyYAML.
Facts: each rule carries its own citations and their status; numbers live in parameters/<stage>/.
Add: a rule in the file of its stage, its cases in tests/rules/<stage>.yaml, then run
``python -m simulator.rules.table``.
"""
