"""Grading: from the answer file to marks in nbgrader's gradebook, without running anything a participant wrote.

Scene: SEE, after collecting. May import: exercises.kit, instructor.course, SQLAlchemy.
Facts: nbgrader's own tables, read from the gradebook file itself.
Add: see the files of this folder; one file, one step.
"""
