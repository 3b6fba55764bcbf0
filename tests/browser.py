"""A real headless Chromium, driven over its debugging pipe: no library, no port, nothing left behind."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
SECONDS = 30.0
"""How long anything may take; a machine under load starts a browser slowly."""

OPTIONS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",  # root may not have one, and the page is our own
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--hide-scrollbars",
    "about:blank",
)

# Chromium reads from descriptor 3 and writes to 4, which may be taken by what starts it.
START = """
import fcntl, os, sys
high = [fcntl.fcntl(int(each), fcntl.F_DUPFD, 100) for each in sys.argv[1:3]]
for there, each in zip((3, 4), high): os.dup2(each, there)
os.execvp(sys.argv[3], sys.argv[3:])
"""


def found() -> str | None:
    """Find a Chromium on this machine that can be started at all; some systems have an empty wrapper of that name."""
    for path in filter(None, map(shutil.which, NAMES)):
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            if subprocess.run([path, "--version"], capture_output=True, check=False, timeout=SECONDS).returncode == 0:
                return path
    return None


class Page:
    """One tab of a browser; keeps what it asked the network for and what its console complained about."""

    def __init__(self, read: int, write: int) -> None:
        self._read, self._write, self._kept = read, write, b""
        self._number, self._session = 0, ""
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._loaded = False
        target = self.tell("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.tell("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.tell(f"{domain}.enable")

    def tell(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command of the DevTools protocol and return its result."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + SECONDS
        while True:
            answer = self._next(until)
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer["error"])
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self, until: float) -> dict[str, Any]:
        while b"\0" not in self._kept:
            ready, _, _ = select.select([self._read], [], [], max(0.0, until - time.monotonic()))
            assert ready, "the browser does not answer"
            piece = os.read(self._read, 1 << 20)
            assert piece, "the browser has ended"
            self._kept += piece
        text, self._kept = self._kept.split(b"\0", 1)
        message: dict[str, Any] = json.loads(text)
        self._note(message.get("method", ""), message.get("params", {}))
        return message

    def _note(self, method: str, params: dict[str, Any]) -> None:
        match method:
            case "Page.loadEventFired":
                self._loaded = True
            case "Network.requestWillBeSent":
                self.requests.append(params["request"]["url"])
            case "Runtime.consoleAPICalled" | "Runtime.exceptionThrown" | "Log.entryAdded":
                self.complaints.append(json.dumps(params)[:500])

    def open(self, file: Path) -> None:
        """Open a file and wait until it is loaded."""
        self.tell("Page.navigate", url=file.as_uri())
        self.wait()
        # What was loaded may still have been the empty page before it.
        while self.run("document.URL") != file.as_uri():
            self.wait()

    def wait(self) -> None:
        """Wait until what was asked for last is loaded."""
        until = time.monotonic() + SECONDS
        while not self._loaded:
            self._next(until)
        self._loaded = False

    def run(self, script: str) -> Any:
        """Run an expression in the page and return its value."""
        told = self.tell("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def click(self, element: str) -> None:
        """Press the left button of the mouse on the middle of an element.

        Args:
            element: An expression of the page that is the element.
        """
        self.run(f"{element}.scrollIntoView({{block: 'center', inline: 'center'}})")
        box = self.run(f"{element}.getBoundingClientRect().toJSON()")
        at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        for kind in ("mousePressed", "mouseReleased"):
            self.tell("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **at)

    def press(self, key: str, text: str = "") -> None:
        """Press a key of the keyboard, such as Tab or Enter."""
        codes = {"Tab": 9, "Enter": 13}
        for kind in ("keyDown", "keyUp"):
            self.tell(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, text=text, windowsVirtualKeyCode=codes[key]
            )

    def look(self, scheme: str, media: str = "", wide: int = 1200, high: int = 900) -> None:
        """Show the page as another reader would see it: in a light or dark scheme, printed, in a window of a size."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.tell("Emulation.setEmulatedMedia", media=media, features=features)
        self.tell("Emulation.setDeviceMetricsOverride", width=wide, height=high, deviceScaleFactor=1, mobile=False)

    def picture(self, file: Path) -> None:
        """Save a picture of the whole page as PNG."""
        told = self.tell("Page.captureScreenshot", captureBeyondViewport=True)
        file.write_bytes(base64.b64decode(told["data"]))


@contextlib.contextmanager
def browser(program: str, profile: Path) -> Iterator[Page]:
    """Start a Chromium and give its page; in the end it is stopped with every process that it started.

    Args:
        program: What `found` has found.
        profile: An empty folder for all that it keeps.
    """
    theirs, to_it = os.pipe()
    from_it, own = os.pipe()
    command = [sys.executable, "-c", START, str(theirs), str(own), program, f"--user-data-dir={profile}", *OPTIONS]
    process = subprocess.Popen(
        command,
        pass_fds=(theirs, own),
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    os.close(own)
    try:
        yield Page(from_it, to_it)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(to_it)
        os.close(from_it)
