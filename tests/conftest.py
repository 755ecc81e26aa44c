"""Shared set-up of the tests: the repository root is importable, random draws are never hidden."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))
# As in bimtek itself (simulator/commands/app.py): parsers that nobody asks for take a second of every test process.
sys.modules.setdefault("rfc3987_syntax", None)
# Started in the background (nohup, a job of another program), Ctrl+C is ignored, here and in what is started from here.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def root() -> Path:
    """The top folder of the repository."""
    return ROOT


#: Words by which a skip says that something is missing on this machine.
_MISSING = ("playwright", "Chromium", "BIMTEK_UJI_POSTGRES")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything is installed (BIMTEK_UJI_WAJIB=1), a skip for a missing browser or database is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if not os.environ.get("BIMTEK_UJI_WAJIB") or reporter is None:
        return
    reasons = [str(report.longrepr) for report in reporter.stats.get("skipped", [])]
    missing = sorted({reason for reason in reasons if any(word in reason for word in _MISSING)})
    if missing:
        reporter.write_line("Tidak boleh dilewati di sini: " + "; ".join(missing), red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
