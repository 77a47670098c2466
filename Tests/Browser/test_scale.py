"""A company of some age: what pages draw stays small, whatever there is. Counts are held hard, times are printed."""
import time

import pytest
from playwright.sync_api import expect

import seed
from conftest import Cockpit, watch

TICKETS, MESSAGES, EVENTS, RUNS = 300, 2_000, 10_000, 500
ELEMENTS, ROWS = 3_000, 60

# How long it takes from a click on a link of the sidebar to two frames after what the page is about is there.
GO = """([name, content]) => new Promise((resolve) => {
    const begin = performance.now();
    document.querySelector(`[data-nav=${name}]`).click();
    const look = () => {
        const heading = document.querySelector("#main h1")?.textContent.trim().toLowerCase();
        if (heading === name && document.querySelector(content)) requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begin)));
        else requestAnimationFrame(look);
    };
    look();
})"""
# Frames while somebody scrolls a list from its beginning, a screen in each.
SCROLL = """(list) => new Promise((resolve) => {
    const times = [];
    let last = performance.now();
    const step = (now) => {
        times.push(now - last);
        last = now;
        list.scrollTop += list.clientHeight;
        if (times.length < 30) requestAnimationFrame(step);
        else resolve(times.slice(1).sort((a, b) => a - b)[Math.floor(times.length * 0.95) - 1]);
    };
    requestAnimationFrame(step);
})"""


@pytest.fixture(scope="module")
def old(chromium, tmp_path_factory):
    """A server with a company in which much has happened, and a page that is signed in to it."""
    data = tmp_path_factory.mktemp("old") / "data"
    server = Cockpit(data, arguments=("--practice-pace", "0", "--durability", "normal"))
    made = seed.company(server)
    boss = seed.hire(server, made, "Ada Moreau")
    here = f"/api/companies/{made['id']}"
    thread = server.call("POST", f"{here}/employees/{boss['id']}/thread")
    server.call("POST", f"{here}/threads/{thread['id']}/messages", {"content": "The first message"})
    end = time.monotonic() + 30
    while not server.call("GET", f"{here}/runs?status=success")["items"]:
        assert time.monotonic() < end, "Nobody answers."
        time.sleep(0.05)
    server.call("POST", f"{here}/pause")
    for number in range(TICKETS):
        seed.ticket(server, made, f"Ticket {number} about {['paper', 'labels', 'repairs'][number % 3]}")
    server.stop()
    seed.age(data, MESSAGES, EVENTS, RUNS)
    server = Cockpit(data)
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    problems = watch(page)
    server.enter(page)
    yield server, made, thread, page
    context.close()
    server.stop()
    assert not problems, "\n".join(problems)


def elements(page):
    return page.evaluate("document.querySelectorAll('*').length")


def test_there_is_as_much_as_is_said(old):
    """U14: and the log of it is whole."""
    server, made, _, _ = old
    told = server.call("GET", f"/api/companies/{made['id']}/events/verification")
    assert told["flaw"] is None and told["count"] >= EVENTS, told


def test_pages_draw_little_of_much(old, capsys):
    """U14."""
    server, made, _, page = old
    page.goto(f"{server.address}/c/{made['slug']}/floor")
    page.locator("#main h1").wait_for()
    contents = {"board": "[data-ticket-id]", "audit": ".long-list [role=row]", "goals": "#main .empty, #main .goals-panel", "inbox": "[data-testid=inbox]", "chat": "#main li a", "telemetry": "#main svg", "org": "#main svg, #main [role=tree]"}
    report = []
    for _ in range(2):
        for name, content in contents.items():
            took = page.evaluate(GO, [name, content])
            expect(page.get_by_text("This page could not be opened")).to_have_count(0)
            size = elements(page)
            report.append(f"{name} {took:.0f} ms, {size} elements")
            assert size <= ELEMENTS, report[-1]
    with capsys.disabled():
        print("\nfirst and second visits: " + "; ".join(report))


@pytest.mark.parametrize("name, label, total", [("board?view=list", "Tickets", TICKETS), ("audit", "Events", 2_000)])
def test_long_lists_have_few_rows(old, capsys, name, label, total):
    server, made, _, page = old
    page.goto(f"{server.address}/c/{made['slug']}/{name}")
    grid = page.get_by_role("grid", name=label)
    rows = grid.get_by_role("row")
    expect(rows.first).to_be_visible()
    if label == "Events":
        # The log is read on as one scrolls.
        while int(grid.get_attribute("aria-rowcount")) < total:
            known = grid.get_attribute("aria-rowcount")
            grid.press("End")
            expect(grid).not_to_have_attribute("aria-rowcount", known)
    expect(grid).to_have_attribute("aria-rowcount", str(total))
    grid.press("Home")
    frame = grid.evaluate(SCROLL)
    assert rows.count() <= ROWS
    grid.evaluate("(list) => { globalThis.ended = null; list.addEventListener('keydown', (event) => requestAnimationFrame(() => { globalThis.ended = performance.now() - event.timeStamp; }), { once: true }); }")
    grid.press("Home")
    # At its end the log is read on, and has more rows than it had.
    last = page.locator(f"[aria-rowindex='{grid.get_attribute('aria-rowcount')}']")
    grid.press("End")
    expect(last).to_be_in_viewport()
    assert rows.count() <= ROWS and elements(page) <= ELEMENTS
    with capsys.disabled():
        print(f"\n{label}: {rows.count()} rows of {grid.get_attribute('aria-rowcount')}, frames while scrolling {frame:.0f} ms (95 %), key to frame {page.evaluate('globalThis.ended'):.0f} ms")


def test_a_long_conversation_is_read_far_back(old, capsys):
    """U14: a window of it is drawn; what was read is there again when one comes back."""
    server, made, thread, page = old
    page.goto(f"{server.address}/c/{made['slug']}/chat/{thread['id']}")
    log = page.get_by_role("log")
    expect(log.get_by_text(f"Message {MESSAGES - 1}:")).to_be_in_viewport()
    most = elements(page)
    log.focus()
    for _ in range(12):
        first = page.locator("[data-message]").first.get_attribute("data-message")
        log.evaluate("(log) => { log.scrollTop = 0; }")
        expect(page.locator("[data-message]").first).not_to_have_attribute("data-message", first)
        most = max(most, elements(page))
    page.get_by_role("button", name="Jump to latest").click()
    expect(log.get_by_text(f"Message {MESSAGES - 1}:")).to_be_in_viewport()
    with capsys.disabled():
        print(f"\nconversation of {MESSAGES} messages: at most {page.locator('[data-message]').count()} drawn, {most} elements")
    assert most <= ELEMENTS, most
