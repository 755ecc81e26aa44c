"""Faults of the catalogue that a running office can have: switched on, seen, mended, and who mended them.

Scene: the instructor's page and the tests; nothing of the planted faults of a generated institution is needed here.
Add: README.md of this folder says where a fault goes.
"""
