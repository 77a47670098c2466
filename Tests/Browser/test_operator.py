"""What the cockpit keeps for whoever uses it: views, and how they like it to be."""
import os
import re
import subprocess
import tempfile

from playwright.sync_api import expect

import seed
from conftest import PROGRAM, at


def test_a_view_is_saved_opened_renamed_and_deleted(page, cockpit):
    made = seed.company(cockpit)
    cockpit.call("POST", f"/api/companies/{made['id']}/pause")
    seed.ticket(cockpit, made, "Mend the roof", priority="critical")
    seed.ticket(cockpit, made, "Paint the door", priority="low")
    page.goto(at(cockpit, made, "board?priority=critical"))
    page.get_by_test_id("save-view").click()
    page.get_by_test_id("view-name").fill("Urgent")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("views")).to_have_text("View: Urgent")

    page.goto(at(cockpit, made, "floor"))
    page.locator("#main h1").wait_for()
    page.keyboard.press("Control+k")
    page.get_by_test_id("palette-input").fill("urgent")
    expect(page.get_by_role("listbox", name="Results").get_by_role("option").first).to_contain_text("Board: Urgent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/board?priority=critical")
    expect(page.get_by_test_id("ticket-card")).to_have_count(1)

    page.keyboard.press("v")
    row = page.get_by_test_id("view-list").locator("li")
    before = cockpit.call("GET", "/api/views")["items"][0]
    row.get_by_role("button", name="Rename").click()
    row.get_by_label("New name").fill("On fire")
    page.keyboard.press("Enter")
    expect(row.get_by_role("link")).to_contain_text("On fire")
    # It is the same one under another name.
    assert [(one["id"], one["name"]) for one in cockpit.call("GET", "/api/views")["items"]] == [(before["id"], "On fire")]
    row.get_by_role("button", name="Delete").click()
    expect(row).to_have_text(re.compile("No view"))
    assert cockpit.call("GET", "/api/views")["items"] == []
    page.get_by_role("button", name="Undo").click()
    expect(row.get_by_role("link")).to_contain_text("On fire")


def test_a_view_keeps_all_that_its_page_shows(page, cockpit):
    made = seed.company(cockpit)
    for place, name in {"runs?outcome=finished&from=1790000000000&to=1790086400000": "A day", "files?tab=deliverables&standing=accepted": "Accepted"}.items():
        page.goto(at(cockpit, made, place))
        page.get_by_test_id("save-view").click()
        page.get_by_test_id("view-name").fill(name)
        page.keyboard.press("Enter")
        expect(page.get_by_test_id("views")).to_have_text(f"View: {name}")
    page.goto(at(cockpit, made, "runs"))
    page.locator("#main h1").wait_for()
    page.keyboard.press("v")
    page.get_by_test_id("view-list").get_by_role("link", name="A day").click()
    page.wait_for_url(lambda url: all(part in url for part in ("outcome=finished", "from=1790000000000", "to=1790086400000")))
    page.goto(at(cockpit, made, "files"))
    page.locator("#main h1").wait_for()
    page.keyboard.press("v")
    page.get_by_test_id("view-list").get_by_role("link", name="Accepted").click()
    expect(page.get_by_role("group", name="How they stand").get_by_role("button", name="Accepted")).to_have_attribute("aria-pressed", "true")


def test_another_browser_is_as_one_likes_it(chromium, page, cockpit):
    made = seed.company(cockpit)
    page.goto(at(cockpit, made, "settings/appearance"))
    page.get_by_role("group", name="Theme").get_by_role("button", name="Dark").click()
    page.get_by_role("group", name="Density").get_by_role("button", name="Compact").click()
    page.get_by_role("group", name="What is announced").get_by_role("button", name="Nothing").click()
    page.goto(at(cockpit, made, "settings/keyboard"))
    page.get_by_role("checkbox").first.uncheck()
    expect(page.get_by_role("checkbox").first).not_to_be_checked()

    context = chromium.new_context()
    other = context.new_page()
    cockpit.enter(other)
    root = other.locator("html")
    expect(root).to_have_attribute("data-theme", "dark")
    expect(root).to_have_attribute("data-density", "compact")
    # From then on the copy is there before anything was asked.
    other.route("**/api/**", lambda route: route.abort())
    other.reload()
    expect(root).to_have_attribute("data-theme", "dark")
    other.unroute_all()
    other.goto(at(cockpit, made, "floor"))
    other.locator("#main h1").wait_for()
    # A key that means something is taken; this one is left alone.
    other.evaluate("addEventListener('keydown', (event) => { globalThis.taken = [event.key, event.defaultPrevented]; })")
    other.keyboard.press("c")
    assert other.wait_for_function("globalThis.taken").json_value() == ["c", False]
    other.goto(at(cockpit, made, "settings/keyboard"))
    other.get_by_role("checkbox").first.check()
    other.evaluate("addEventListener('keydown', (event) => { globalThis.taken = [event.key, event.defaultPrevented]; })")
    other.locator("#main h1").click()
    other.keyboard.press("c")
    assert other.wait_for_function("globalThis.taken").json_value() == ["c", True]
    context.close()


def test_what_was_chosen_without_the_server_is_told_when_it_is_back(page, cockpit):
    made = seed.company(cockpit)
    page.goto(at(cockpit, made, "settings/appearance"))
    page.locator("#main h1").wait_for()
    page.route("**/api/preferences", lambda route: route.abort())
    page.get_by_role("group", name="Theme").get_by_role("button", name="Light").click()
    expect(page.get_by_text("Kept in this browser").first).to_be_visible()
    page.unroute_all()
    with page.expect_response(lambda response: response.url.endswith("/api/preferences") and response.request.method == "PUT"):
        page.reload()
    page.locator("#main h1").wait_for()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    assert cockpit.call("GET", "/api/preferences")["theme"] == "light"


def copied(page, cockpit, place=None):
    """Presses the button, and lets a shell run what was copied."""
    (place or page.locator("dialog[open]").last).get_by_test_id("copy-command").click()
    page.get_by_text("Copied:").first.wait_for()
    line = page.evaluate("navigator.clipboard.readText()")
    folder = tempfile.mkdtemp()
    os.symlink(PROGRAM, os.path.join(folder, "teamx"))
    ran = subprocess.run(["bash", "-ec", line], capture_output=True, text=True, env={
        "PATH": f"{folder}:{os.environ['PATH']}", "HOME": folder, "TEAMX_DATA": str(cockpit.data)})
    assert ran.returncode == 0, f"{line}\n{ran.stdout}{ran.stderr}"
    page.keyboard.press("Escape")
    return line


def test_what_dialogs_copy_does_the_same_in_a_terminal(page, cockpit):
    made = seed.company(cockpit)
    here = f"/api/companies/{made['id']}"
    cockpit.call("POST", f"{here}/pause")
    ada = seed.hire(cockpit, made, "Ada Moreau")
    noor = seed.hire(cockpit, made, "Noor Haddad", manager=ada["id"])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(at(cockpit, made, "board"))
    page.locator("#main h1").wait_for()
    title = "--it's \"$HOME\" `id` \\ ünd !!"
    page.keyboard.press("c")
    page.get_by_test_id("ticket-title").fill(title)
    page.get_by_label("Description").fill("Line one\nit's two\n- [ ] $(three)")
    copied(page, cockpit)
    ticket = cockpit.call("GET", f"{here}/tickets")["items"][0]
    assert (ticket["title"], ticket["description"]) == (title, "Line one\nit's two\n- [ ] $(three)")

    page.keyboard.press("n")
    page.get_by_role("button", name="Group").click()
    page.get_by_label("Subject").fill("O'Brien & sons")
    page.get_by_role("checkbox").first.check()
    copied(page, cockpit)
    assert "O'Brien & sons" in [one["subject"] for one in cockpit.call("GET", f"{here}/threads")["items"]]

    page.goto(at(cockpit, made, "budgets"))
    page.get_by_role("button", name="Set a budget").first.click()
    page.get_by_label("Dollars a month").fill("12.50")
    copied(page, cockpit)
    budget = cockpit.call("GET", f"{here}/budgets")["items"][0]
    assert (budget["hard_cap_usd"], budget["auto_pause"]) == ("12.5", False)

    page.goto(at(cockpit, made, "routines"))
    page.get_by_role("button", name="Set up a routine").first.click()
    page.get_by_label("Name", exact=True).fill("Morning mail")
    copied(page, cockpit)
    assert cockpit.call("GET", f"{here}/routines")["items"][0]["schedule"]["triggerKind"] == "weekly"

    page.goto(at(cockpit, made, "schedule"))
    page.locator("#main h1").wait_for()
    page.get_by_role("button", name="New entry").first.click()
    page.get_by_label("Title").fill("Call the printer")
    copied(page, cockpit)
    assert cockpit.call("GET", f"{here}/schedule")["items"][0]["title"] == "Call the printer"

    page.goto(at(cockpit, made, "goals"))
    page.get_by_role("button", name="Set a goal").first.click()
    page.get_by_label("Goal", exact=True).fill("A bee in every garden")
    page.get_by_label("Target date").fill("2030-01-01")
    page.get_by_test_id("copy-command").click()
    expect(page.get_by_text("cannot say: the target date").first).to_be_visible()
    page.get_by_label("Target date").fill("")
    copied(page, cockpit)
    assert cockpit.call("GET", f"{here}/goals")["items"][0]["title"] == "A bee in every garden"

    page.goto(at(cockpit, made, f"people/{noor['id']}"))
    page.get_by_test_id("person-fire").click()
    page.locator("dialog[open]").get_by_test_id("copy-command").click()
    page.get_by_text("Copied:").first.wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"teamx employee fire {noor['id']} --to {ada['id']}"


def test_runs_are_found_from_where_they_matter(page, cockpit):
    made = seed.company(cockpit)
    boss = seed.hire(cockpit, made, "Ada Moreau")
    ticket = seed.ticket(cockpit, made, "Write a short plan", assignee_id=boss["id"])
    page.goto(at(cockpit, made, "board"))
    expect(page.locator("[data-stage=done]").get_by_text("Write a short plan")).to_be_visible(timeout=40_000)
    ways = {f"t/{ticket['id']}": "In the list of runs", f"people/{boss['id']}": "All runs", "telemetry": "All runs", "floor": "Runs"}
    for place, name in ways.items():
        page.goto(at(cockpit, made, place))
        page.locator("#main").get_by_role("link", name=name, exact=True).click()
        page.wait_for_url("**/runs*")
        expect(page.locator(".run-row").first).to_contain_text("Write a short plan")
    page.keyboard.press("Control+k")
    page.get_by_test_id("palette-input").fill("runs")
    expect(page.get_by_role("listbox", name="Results").get_by_role("option").first).to_contain_text("Runs")


def test_unread_conversations_are_counted_beside_chat(page, cockpit):
    made = seed.company(cockpit)
    boss = seed.hire(cockpit, made, "Ada Moreau")
    here = f"/api/companies/{made['id']}"
    thread = cockpit.call("POST", f"{here}/employees/{boss['id']}/thread")
    page.goto(at(cockpit, made, "board"))
    page.locator("#main h1").wait_for()
    cockpit.call("POST", f"{here}/threads/{thread['id']}/messages", {"content": "What is first?"})
    badge = page.locator("[data-nav=chat] .badge")
    expect(badge).to_have_text("1")
    page.goto(at(cockpit, made, f"chat/{thread['id']}"))
    expect(badge).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
