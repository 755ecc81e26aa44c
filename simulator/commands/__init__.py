"""The command line: ``bimtek`` and its Indonesian subcommands.

Scene: the entry point; the only place below the web and the notebook that may look at the clock.
May import: everything of the simulator, inside the functions, so that a small command starts quickly.
Add: a command is a module here (or in instructor/commands) and a line in app.py.
"""
