"""A class that does not exist: people with skills, their work, their accidents, and an instructor who marks it.

Scene: ``bimtek demo``, training for instructors, and the tests. May import: exercises.kit, instructor.course.
Facts: REKAAN throughout — names are numbered, NIP serials are 900–999, skills and accidents are invented. The same
seed gives the same class.
Add: another accident is one function in mishaps.py; the usual mistakes come from each exercise's own MISTAKES.
"""
