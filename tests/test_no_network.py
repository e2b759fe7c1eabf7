"""The program opens no connection: nothing in it could, and a whole meeting from script to paper does not."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

REACHING_OUT = {
    *("asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl", "urllib"),
    *("webbrowser", "xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebSockets", "httpx", "requests", "urllib3"),
}

WATCHED = """
import sys

def watch(event, arguments):
    if event in {"socket.getaddrinfo", "socket.bind"} or event == "socket.connect" and isinstance(arguments[1], tuple):
        sys.stderr.write(f"{event} {arguments[1:]}\\n")
        raise SystemExit(9)

sys.addaudithook(watch)
"""
DEMO = "from facilitator.__main__ import main; sys.exit(main(['demo', '--out', sys.argv[1]]))"
CALLING_OUT = "import socket; socket.create_connection(('127.0.0.1', 9))"


def imported(source: str) -> Iterator[str]:
    """Name every module that is imported, at the top or inside a function."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{name.name}" for name in node.names))


def reaches_out(source: str) -> set[str]:
    """The modules a source imports with which a connection could be opened."""
    return {name for name in imported(source) if REACHING_OUT & {name, name.partition(".")[0]}}


def test_no_module_could_open_a_connection() -> None:
    found = {str(path): reaches_out(path.read_text("utf-8")) for path in (ROOT / "facilitator").rglob("*.py")}
    assert len(found) > 100
    assert {name: modules for name, modules in found.items() if modules} == {}


@pytest.mark.parametrize("line", ["import urllib.request", "def f():\n    from PySide6 import QtNetwork", "import ssl"])
def test_a_planted_one_is_noticed(line: str) -> None:
    assert reaches_out(line)


@pytest.mark.parametrize(("program", "code"), [(DEMO, 0), (CALLING_OUT, 9)])
def test_a_whole_meeting_calls_nobody(program: str, code: int, tmp_path: Path) -> None:
    command = [sys.executable, "-c", WATCHED + program, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
