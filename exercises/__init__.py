"""Graded exercises: ``kit`` is shared code, every ``NN_name`` folder is one exercise.

Scene: BE GRADED. May import: simulator. Only ``kit`` travels in the wheel; solutions, checks and cases do not.
Add: an exercise is a new folder; everything that walks the folders finds it.
"""
