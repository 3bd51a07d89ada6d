"""Waiting in a page for something to become true, under its own security policy.

Playwright's ``wait_for_function`` calls ``eval`` from a timer of the page, which the policy
forbids; a function that is handed over whole needs none.
"""

from __future__ import annotations

from playwright.sync_api import Page

PATIENCE = 30  # seconds


def wait_until(page: Page, condition: str, argument: object = None) -> None:
    """Return when a JavaScript expression (of ``argument``) is true, else raise TimeoutError."""
    happened = page.evaluate(
        f"""async ({{ argument, patience }}) => {{
            const end = performance.now() + patience;
            while (!({condition})) {{
                if (performance.now() > end) return false;
                await new Promise(resolve => setTimeout(resolve, 20));
            }}
            return true;
        }}""",
        {"argument": argument, "patience": PATIENCE * 1000},
    )
    if not happened:
        raise TimeoutError(f"still false after {PATIENCE} s: {condition}")
