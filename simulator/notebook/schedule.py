"""Doing something a moment later, once, on the kernel's own event loop.

Scene: a form saves and hints after a short pause in typing. Pure standard library; no thread, no sleep.
Facts: PAUSE and LONGEST are our choice: short enough that "Tersimpan" feels immediate, long enough not to write
the file on every key.
Add: nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

PAUSE = 0.35
LONGEST = 1.5


class Later:
    """Run an action after a pause, at the latest LONGEST seconds after the first request.

    Without a running loop (tests, a headless run) the action runs at once.
    """

    def __init__(self, action: Callable[[], None], pause: float = PAUSE, longest: float = LONGEST) -> None:
        self._action, self._pause, self._longest = action, pause, longest
        self._handle: asyncio.TimerHandle | None = None
        self._since = 0.0

    @property
    def waiting(self) -> bool:
        """Whether the action is still to come."""
        return self._handle is not None

    def request(self) -> None:
        """Ask for the action; a further request within the pause moves it."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._run()
            return
        if self._handle is None:
            self._since = loop.time()
        else:
            self._handle.cancel()
        tunggu = min(self._pause, max(self._since + self._longest - loop.time(), 0.0))
        self._handle = loop.call_later(tunggu, self._run)

    def flush(self) -> None:
        """Run a waiting action now."""
        if self._handle is not None:
            self._handle.cancel()
            self._run()

    def _run(self) -> None:
        self._handle = None
        self._action()
