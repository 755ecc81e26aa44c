"""Taking turns: whoever has waited longest writes next.

Scene: the writers of one process queue here instead of in the database. A plain lock goes back to the one who just let
go of it, so a day that moves on and on would keep everybody else waiting. May import: the standard library.
Facts: none. Add: nothing.
"""

from __future__ import annotations

from collections import deque
from threading import Lock, get_ident


class Turns:
    """A lock that is handed on in the order of asking; the thread that holds it may take it again."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._waiting: deque[tuple[int, Lock]] = deque()
        self._holder: int | None = None
        self._depth = 0

    def acquire(self, timeout: float) -> bool:
        """Wait for one's turn, at most so many seconds; did it come?"""
        me = get_ident()
        with self._guard:
            if self._holder in (None, me):
                self._holder, self._depth = me, self._depth + 1
                return True
            ticket = Lock()
            ticket.acquire()
            self._waiting.append((me, ticket))
        if ticket.acquire(timeout=timeout):
            return True
        with self._guard:
            if self._holder == me:  # handed over in the very moment in which the patience ended
                return True
            self._waiting.remove((me, ticket))
        return False

    def release(self) -> None:
        """Hand it to the next one."""
        with self._guard:
            self._depth -= 1
            if self._depth:
                return
            if not self._waiting:
                self._holder = None
                return
            self._holder, ticket = self._waiting.popleft()
            self._depth = 1
            ticket.release()
