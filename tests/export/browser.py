"""A headless Chromium, driven over its own pipe: no driver, no port, nothing to install beside the browser.

https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)
SECONDS = 60
# The pipe has these numbers for the browser, which reads commands from one and writes answers to the other.
READS, WRITES = 3, 4


def installed() -> str | None:
    """The path of a Chromium or Chrome that can be driven over a pipe, or None."""
    return None if os.name == "nt" else next((path for path in map(shutil.which, NAMES) if path), None)


@contextmanager
def started(profile: Path) -> Iterator[Browser]:
    """A new browser, which is closed at the end."""
    import fcntl

    path = installed()
    assert path
    commands, answers = os.pipe(), os.pipe()
    # Out of the way of the numbers that the browser's ends are to have.
    reads, writes = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (commands[0], answers[1]))

    def connect() -> None:
        os.dup2(reads, READS)
        os.dup2(writes, WRITES)

    process = subprocess.Popen(
        [path, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        close_fds=False,
        preexec_fn=connect,
    )
    for end in (commands[0], answers[1], reads, writes):
        os.close(end)
    browser = Browser(commands[1], answers[0])
    try:
        yield browser
        browser.call("Browser.close")
    finally:
        os.close(commands[1])
        os.close(answers[0])
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Browser:
    """The two ends of the pipe: commands go in, answers and events come out."""

    def __init__(self, commands: int, answers: int) -> None:
        self.commands, self.answers = commands, answers
        self.number = 0
        self.unread = b""
        self.complaints: list[str] = []

    def call(self, method: str, session: str | None = None, **parameters: object) -> dict[str, Any]:
        """What the browser answers to ``method``; complaints of a page that come meanwhile are kept."""
        self.number += 1
        command: dict[str, object] = {"id": self.number, "method": method, "params": parameters}
        if session:
            command["sessionId"] = session
        os.write(self.commands, json.dumps(command).encode() + b"\0")
        deadline = time.monotonic() + SECONDS
        while True:
            message = self.read(deadline)
            if message.get("id") == self.number:
                assert "error" not in message, message["error"]
                answer: dict[str, Any] = message["result"]
                return answer
            if message.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded"):
                self.complaints.append(json.dumps(message["params"]))

    def read(self, deadline: float) -> dict[str, Any]:
        while b"\0" not in self.unread:
            ready, _, _ = select.select([self.answers], [], [], max(0, deadline - time.monotonic()))
            assert ready, "the browser does not answer"
            more = os.read(self.answers, 1 << 20)
            assert more, "the browser has gone"
            self.unread += more
        line, _, self.unread = self.unread.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message

    @contextmanager
    def page(self, url: str, width: int = 1200, height: int = 900) -> Iterator[Page]:
        """The page at ``url`` in a tab of its own, which is closed at the end."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        page = Page(self, self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        self.complaints = page.complaints
        page.open(url, width, height)
        yield page
        self.call("Target.closeTarget", targetId=target)


class Page:
    """A tab: what a person does with it, and what can be seen of it."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser, self.session = browser, session
        self.complaints: list[str] = []

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        return self.browser.call(method, self.session, **parameters)

    def open(self, url: str, width: int, height: int) -> None:
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")
        mobile = width < 600
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile)
        self.call("Page.navigate", url=url)
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'")

    def value(self, expression: str) -> Any:
        """The value of a JavaScript expression."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait(self, condition: str) -> None:
        """Wait until the JavaScript ``condition`` holds."""
        deadline = time.monotonic() + SECONDS
        while not self.value(condition):
            assert time.monotonic() < deadline, f"never: {condition}"
            time.sleep(0.02)

    def point(self, selector: str) -> dict[str, Any]:
        """The middle of the first line of the first element that ``selector`` selects, brought into view."""
        found: dict[str, Any] = self.value(
            f"""(() => {{
                const element = document.querySelector({json.dumps(selector)});
                element.scrollIntoView({{ block: "center" }});
                const line = element.getClientRects()[0];
                return {{ x: line.left + Math.min(line.width / 2, 12), y: line.top + line.height / 2 }};
            }})()"""
        )
        return found

    def hover(self, selector: str) -> None:
        self.call("Input.dispatchMouseEvent", type="mouseMoved", **self.point(selector))

    def click(self, selector: str) -> None:
        point = self.point(selector)
        self.call("Input.dispatchMouseEvent", type="mouseMoved", **point)
        for action in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=action, button="left", clickCount=1, **point)

    def tap(self, selector: str) -> None:
        self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[self.point(selector)])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def press(self, key: str) -> None:
        code = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32}[key]
        text = {"Enter": "\r", " ": " "}.get(key, "")
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, text=text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def colours(self, scheme: str) -> None:
        """Prefer the ``light`` or the ``dark`` scheme."""
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def picture(self, path: Path) -> None:
        """A PNG of what the window shows."""
        path.write_bytes(b64decode(self.call("Page.captureScreenshot", format="png")["data"]))
