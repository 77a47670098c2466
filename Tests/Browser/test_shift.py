"""Pages stand still while they load: what comes later has its place, or comes together with the rest."""
import struct
import time
import zlib

import pytest
from playwright.sync_api import expect

import seed

MOST = 0.01
# What moved, by how much; and the requests that are under way. Answers come late and in another order than they were asked for.
WATCH = """(late) => {
    globalThis.moved = [];
    globalThis.underWay = 0;
    const place = (box) => [box.x, box.y, box.width, box.height].map(Math.round).join(" ");
    const name = (node) => { const element = node?.nodeType === 1 ? node : node?.parentElement; return element ? `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} “${element.textContent.trim().slice(0, 30)}”` : "?"; };
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
            if (!entry.hadRecentInput) moved.push({ by: entry.value, what: entry.sources.map((one) => `${name(one.node)} from ${place(one.previousRect)} to ${place(one.currentRect)}`) });
        }
    }).observe({ type: "layout-shift", buffered: true });
    const ask = globalThis.fetch;
    globalThis.fetch = async (address, options) => {
        underWay++;
        try {
            if (late) await new Promise((resolve) => setTimeout(resolve, [...String(address)].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)) % 7, 0) * 40));
            return await ask(address, options);
        } finally { setTimeout(() => underWay--, 0); }
    };
}"""
# Nothing is asked for any more, for some frames after another.
STILL = """() => new Promise((resolve) => {
    let calm = 0;
    const look = () => {
        calm = underWay === 0 && !document.querySelector("#main .skeleton") && document.querySelector("#main h1, #main h2") ? calm + 1 : 0;
        if (calm > 30) resolve(true);
        else requestAnimationFrame(look);
    };
    look();
})"""


@pytest.fixture
def busy(cockpit):
    """A company in which something of everything has happened, and which stands still now."""
    made = seed.company(cockpit)
    here = f"/api/companies/{made['id']}"
    boss = seed.hire(cockpit, made, "Ada Moreau")
    other = seed.hire(cockpit, made, "Radia Vos", manager=boss["id"])
    goal = cockpit.call("POST", f"{here}/goals", {"title": "A thousand readers of a weekly letter that is short, useful and never late", "description": "Short, useful, never late."})
    cockpit.call("POST", f"{here}/projects", {"title": "The first letter", "goal_id": goal["id"]})
    done = seed.ticket(cockpit, made, "Find a printer", assignee_id=boss["id"])
    asked = seed.ticket(cockpit, made, "Write to the supplier", description="Ask for approval first.", assignee_id=other["id"])
    waits_until(cockpit, f"{here}/tickets/{done['id']}", lambda one: one["status"] == "done")
    waits_until(cockpit, f"{here}/questions", lambda one: one["items"])
    thread = cockpit.call("POST", f"{here}/employees/{boss['id']}/thread")
    cockpit.call("POST", f"{here}/threads/{thread['id']}/messages", {"content": "How is the letter going?"})
    waits_until(cockpit, f"{here}/threads/{thread['id']}/messages", lambda one: len(one["items"]) > 1)
    cockpit.call("POST", f"{here}/pause")
    part = seed.ticket(cockpit, made, "Choose the paper for the letter and ask three printers what it costs", parent_ticket_id=asked["id"], goal_id=goal["id"],
                       dependencies=[done["id"]], description="- [ ] a price\n- [ ] a sample", assignee_id=boss["id"])
    holds = seed.ticket(cockpit, made, "Fold the letters", dependencies=[part["id"]])
    cockpit.call("PUT", f"{here}/tickets/{holds['id']}/block", {"reason": "The folding machine is broken and its maker answers on Monday."})
    seed.upload(cockpit, made, "prices.md", b"# Prices\n\n" + b"Three of them.\n\n" * 30, "text/markdown")
    cockpit.call("POST", f"{here}/routines", {"name": "Monday report", "schedule": {"triggerKind": "weekly", "daysOfWeek": [1], "timeOfDay": "09:00", "tz": "UTC"}, "work_config": {"title": "Report"}})
    seed.upload(cockpit, made, "paper.png", png(320, 480), "image/png")
    files = [one["id"] for one in cockpit.call("GET", f"{here}/files")["items"] if one["original_name"] in ("prices.md", "paper.png")]
    return made, [f"t/{one['id']}" for one in (done, asked, part, holds)] + [f"people/{one['id']}" for one in (boss, other)] + [f"chat/{thread['id']}", f"goals/{goal['id']}"] + [f"files/{id}" for id in files]


def png(width, height):
    """A white picture."""
    def part(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    lines = (b"\0" + b"\xff" * width) * height
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + part(b"IDAT", zlib.compress(lines)) + part(b"IEND", b"")


def waits_until(cockpit, address, is_so):
    """Waits for the practice model, which answers within a moment."""
    end = time.monotonic() + 30
    while not is_so(cockpit.call("GET", address)):
        assert time.monotonic() < end, address
        time.sleep(0.05)


def shifts(context, cockpit, made, pages, late):
    found = []
    for name in pages:
        page = context.new_page()
        page.add_init_script(f"({WATCH})({'true' if late else 'false'})")
        page.goto(f"{cockpit.address}/c/{made['slug']}/{name}")
        expect(page.locator("#main :is(h1, h2)").first).to_be_attached()
        page.evaluate(STILL)
        moved = page.evaluate("moved")
        if sum(one["by"] for one in moved) > MOST:
            worst = max(moved, key=lambda one: one["by"])
            found.append(f"{name} by {sum(one['by'] for one in moved):.3f}: " + "; ".join(worst["what"][:3]))
        page.close()
    return found


@pytest.mark.parametrize("size,late", [((1440, 900), False), ((390, 844), True)], ids=["desk", "phone, with late answers"])
def test_no_page_moves_while_it_loads(chromium, cockpit, busy, size, late):
    made, own = busy
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    cockpit.enter(page)
    page.close()
    found = shifts(context, cockpit, made, seed.PAGES + own, late)
    context.close()
    assert not found, "\n".join(found)


