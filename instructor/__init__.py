"""What an instruktur does with a class: prepare, hand out, collect, grade, explain, export.

Scene: SEE. May import: exercises.kit and simulator. Not part of the wheel that participants install.
Facts: none of its own. Add: see README.md in this folder.
"""
