"""Say at the end how many tests did not run and how to make them run; in CI each of them is a failure."""

import os
import re
from collections import Counter

import pytest

NAMES_A_COMMAND = re.compile(r"(?:laufen|läuft): \S")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons = _reasons(terminalreporter)
    if not reasons:
        return
    number = reasons.total()
    terminalreporter.section("Ausgelassene Tests")
    terminalreporter.line(f"{number} {'Test wurde' if number == 1 else 'Tests wurden'} ausgelassen:")
    for reason, times in reasons.most_common():
        terminalreporter.line(f"  {times} × {reason}")
    if _must_not_skip() and _avoidable(reasons):
        terminalreporter.line("In der CI gilt das als Fehler.")


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if not reporter or session.exitstatus != pytest.ExitCode.OK:
        return
    if _must_not_skip() and _avoidable(_reasons(reporter)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _must_not_skip() -> bool:
    return os.environ.get("CI", "").lower() == "true"


def _avoidable(reasons: Counter[str]) -> list[str]:
    """Return the reasons that name a command; the others cannot be helped where the tests run."""
    return [reason for reason in reasons if NAMES_A_COMMAND.search(reason)]


def _reasons(reporter: pytest.TerminalReporter) -> Counter[str]:
    """Return how often each reason was given."""
    skipped = reporter.stats.get("skipped", [])
    return Counter(report.longrepr[2].removeprefix("Skipped: ") for report in skipped)
