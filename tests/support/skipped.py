"""Say in German which tests were left out and why; where nothing may be left out, let the run fail."""

import os
from collections import Counter

import pytest


class SkippedTests:
    """A plugin of pytest that counts the reasons of skipped tests."""

    def __init__(self) -> None:
        self.reasons: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a test that was left out."""
        self._count(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Count a module that was left out."""
        self._count(report)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail the run if tests were left out and ``FAIL_ON_SKIP`` says that none may be."""
        if self.reasons and os.environ.get("FAIL_ON_SKIP") and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print every reason once, with the number of its tests."""
        if not self.reasons:
            return
        terminalreporter.section("Ausgelassene Tests")
        for reason, number in self.reasons.most_common():
            terminalreporter.line(f"{number} × {reason}")
        if os.environ.get("FAIL_ON_SKIP"):
            terminalreporter.line("Hier darf kein Test ausgelassen werden (FAIL_ON_SKIP).", red=True)

    def _count(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail") and isinstance(report.longrepr, tuple):
            self.reasons[report.longrepr[2].removeprefix("Skipped: ")] += 1
