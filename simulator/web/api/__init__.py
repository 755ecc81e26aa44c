"""The office for programs: the same actions and looks as the pages, in JSON under ``/api/v1``.

Scene: notebooks of a class that share one office, and tests. Mounted by simulator/web/app.py.
May import: FastAPI, pydantic, simulator.workflow, simulator.web.
Facts: the reply envelope ``{success, data}`` and the Bearer token are those of the real application (CONFIRMED,
ekinerja-app §2.12); every address is ours, so that nothing written here could ever be sent to the real one.
Add: an action needs only its row in workflow/permissions.py; a look needs its row in pertanyaan.py.
"""
