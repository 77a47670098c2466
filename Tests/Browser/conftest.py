"""A server with a database of its own, and a browser that is signed in to it."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import urllib.request

import pytest
from playwright.sync_api import expect, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("TEAMX", str(ROOT / ".build/debug/teamx"))


expect.set_options(timeout=20_000)


class Cockpit:
    """A running server and what tests ask of it without a browser."""

    def __init__(self, data, port=0, arguments=("--practice-pace", "0")):
        self.data = pathlib.Path(data)
        # The pages as they are on disk rather than as they were built in.
        root = ["--web-root", os.environ["WEBROOT"]] if "WEBROOT" in os.environ else []
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--data", str(data), "--port", str(port), "--no-open", "--no-detection", *root, *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={name: value for name, value in os.environ.items() if not name.endswith("_API_KEY")} | {"NO_COLOR": "1"})
        for line in self.process.stdout:
            found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
            if found:
                self.port = int(found.group(1))
                break
        else:
            raise RuntimeError("The server did not say where it listens.")
        self.address = f"http://127.0.0.1:{self.port}"

    @property
    def token(self):
        return (self.data / "token").read_text().strip()

    def call(self, method, path, body=None):
        request = urllib.request.Request(
            self.address + path, method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            text = answer.read()
            return json.loads(text) if text else None

    def code(self):
        return self.call("POST", "/api/session/codes")["code"]

    def enter(self, page):
        """Signs a browser in as whoever follows the address that the program shows."""
        page.goto(f"{self.address}/enter#{self.code()}")
        page.wait_for_url(lambda url: "/enter" not in url)

    @staticmethod
    def assets(page):
        return page.evaluate("document.querySelector('script[type=module]').getAttribute('src').replace('/js/app.js', '')")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait()


def at(cockpit, company, page):
    """The address of a company's page."""
    return f"{cockpit.address}/c/{company['slug']}/{page}"


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        # As the administrator, as in a container, the browser's own sandbox cannot be had.
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def data():
    folder = tempfile.mkdtemp(prefix="teamx-browser-")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def cockpit(data):
    server = Cockpit(data)
    yield server
    server.stop()


@pytest.fixture
def page(chromium, cockpit):
    """A signed-in page. What it says in its console as an error, and what it throws, fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.problems = watch(page)
    cockpit.enter(page)
    yield page
    context.close()
    assert not page.problems, "\n".join(page.problems)


def watch(page):
    problems = []
    page.on("pageerror", lambda error: problems.append(f"thrown: {error}"))

    def console(message):
        # A stream that is cut with its server is part of what is tested.
        if message.type == "error" and "Failed to load resource" not in message.text and "ERR_" not in message.text:
            problems.append(f"console: {message.text}")

    page.on("console", console)
    return problems
