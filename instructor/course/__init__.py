"""The class as a folder: who is in it, what they receive, what they hand in.

Scene: SEE, before and during the teaching day. May import: exercises.kit, simulator; nbgrader only inside functions.
Facts: folder layout of nbgrader 0.9 ({step}/{student}/{assignment}); ours beside it (kelas.json, kunci/, peserta/).
Add: a step of the day is one file here and one command in instructor/commands/kelas.py.
"""
