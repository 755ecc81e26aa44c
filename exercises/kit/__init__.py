"""The shared part of every exercise: cases, answers, checking, building, packing.

Scene: BE GRADED, the machinery. May import: simulator. Travels in the wheel, so it holds no solution, key or rubric.
Add: a new noun is a new file here, with its name in README.md; the public names are imported from their own files.
"""
