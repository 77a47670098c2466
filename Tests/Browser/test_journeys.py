"""What people come to do, from the first screen to the last line of the log, with the practice model for employees."""
import re

from playwright.sync_api import expect

import seed
from conftest import Cockpit, at


def asking(chromium, data, pace):
    """A server whose practice model takes its time, and a page in which an employee has just been asked something."""
    server = Cockpit(data, arguments=["--practice-pace", str(pace)])
    made = seed.company(server)
    boss = seed.hire(server, made, "Ada Moreau")
    thread = server.call("POST", f"/api/companies/{made['id']}/employees/{boss['id']}/thread")
    page = chromium.new_context().new_page()
    server.enter(page)
    page.goto(at(server, made, f"chat/{thread['id']}"))
    page.get_by_test_id("chat-composer").fill("Tell me about your plans in full")
    page.keyboard.press("Enter")
    return server, made, thread, page


def test_from_an_empty_database_to_finished_work(page, cockpit):
    """U1: one screen, one button, and tickets that get done."""
    page.goto(cockpit.address)
    page.wait_for_url("**/welcome")
    page.get_by_test_id("company-name").fill("Aurora Labs")
    page.get_by_test_id("start-company").click()
    page.wait_for_url("**/floor")
    expect(page.get_by_test_id("person-card").first).to_be_visible()
    made = cockpit.call("GET", "/api/companies")["items"][0]
    page.goto(at(cockpit, made, "board"))
    done = page.locator("[data-stage=done] [data-ticket-id]")
    expect(done.first).to_be_visible(timeout=60_000)


def test_hire_and_talk(page, cockpit):
    """U2: somebody is hired, is written to, and answers; the answer is on the floor as it comes, with what it cost."""
    made = seed.company(cockpit)
    page.goto(at(cockpit, made, "org"))
    page.get_by_test_id("hire-dialog-trigger").first.click()
    dialog = page.get_by_test_id("hire-dialog")
    dialog.locator("[data-role-id]").first.click()
    dialog.get_by_label("Name").fill("Ada Moreau")
    dialog.get_by_test_id("hire-confirm").click()
    expect(page.locator("#main").get_by_text("Ada Moreau").first).to_be_visible()

    ada = next(one for one in cockpit.call("GET", f"/api/companies/{made['id']}/employees")["items"] if one["name"] == "Ada Moreau")
    thread = cockpit.call("POST", f"/api/companies/{made['id']}/employees/{ada['id']}/thread")
    page.goto(at(cockpit, made, f"chat/{thread['id']}"))
    composer = page.get_by_test_id("chat-composer")
    composer.fill("What is first?")
    composer.press("Enter")
    expect(composer).to_have_value("")
    # The answer may quote it.
    expect(page.locator("[data-message]").filter(has=page.get_by_text("What is first?", exact=True))).to_have_count(1)
    expect(page.locator("[data-message]").filter(has_text="Ada Moreau")).to_have_count(1)
    expect(page.get_by_text("practice reply").first).to_be_visible()


def test_a_ticket_from_the_keyboard_to_its_run(page, cockpit):
    """U3 and U11: filed, given to somebody and read without a mouse, and done by who has it."""
    made = seed.company(cockpit)
    boss = seed.hire(cockpit, made, "Ada Moreau")
    page.goto(at(cockpit, made, "board"))
    page.locator("#main h1").wait_for()
    page.keyboard.press("c")
    expect(page.get_by_test_id("new-ticket")).to_be_visible()
    page.keyboard.type("Write a short plan")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_test_id("new-ticket")).to_be_hidden()
    card = page.get_by_test_id("ticket-card").filter(has_text="Write a short plan")
    expect(card).to_have_count(1)
    ticket = cockpit.call("GET", f"/api/companies/{made['id']}/tickets")["items"][0]
    cockpit.call("PUT", f"/api/companies/{made['id']}/tickets/{ticket['id']}/assignee", {"assignee_id": boss["id"]})
    expect(page.locator("[data-stage=done]").get_by_text("Write a short plan")).to_be_visible(timeout=40_000)
    page.goto(at(cockpit, made, f"t/{ticket['id']}"))
    page.locator("a[href*='/runs/']").first.click()
    page.wait_for_url("**/runs/*")
    expect(page.get_by_text(re.compile("finished", re.I)).first).to_be_visible()


def test_a_card_is_moved_by_keys_and_says_so(page, cockpit):
    made = seed.company(cockpit)
    boss = seed.hire(cockpit, made, "Ada Moreau")
    cockpit.call("POST", f"/api/companies/{made['id']}/pause")
    seed.ticket(cockpit, made, "Move me", assignee_id=boss["id"])
    page.goto(at(cockpit, made, "board"))
    card = page.get_by_test_id("ticket-card").filter(has_text="Move me")
    card.focus()
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.locator("[data-stage=done]").get_by_text("Move me")).to_be_visible()
    assert cockpit.call("GET", f"/api/companies/{made['id']}/tickets")["items"][0]["status"] == "done"
    assert "Move me" in page.evaluate("document.activeElement.textContent")


def test_stop_in_the_middle_of_an_answer(chromium, data):
    """U8: what is being written is stopped at once, and what was kept is said."""
    server, made, _, page = asking(chromium, data, pace=200)
    page.get_by_test_id("chat-stop").click()
    expect(page.get_by_text(re.compile("stopped", re.I)).first).to_be_visible()
    runs = server.call("GET", f"/api/companies/{made['id']}/runs")["items"]
    assert runs[0]["status"] in ("cancelled", "stopped"), runs[0]["status"]
    page.context.close()
    server.stop()


def test_a_server_that_is_killed_in_the_middle_of_an_answer_loses_and_doubles_nothing(chromium, data):
    """U10: the page finds the server again, and the answer comes once."""
    server, made, thread, page = asking(chromium, data, pace=150)
    expect(page.get_by_test_id("chat-stop")).to_be_visible()
    server.kill()
    expect(page.get_by_text("Reconnecting").first).to_be_visible()
    again = Cockpit(data, port=server.port)
    expect(page.locator(".stream.live")).to_be_visible(timeout=40_000)
    expect(page.locator("[data-message]").filter(has_text="Ada Moreau")).to_have_count(1, timeout=60_000)
    expect(page.locator("[data-message]")).to_have_count(2)
    kept = again.call("GET", f"/api/companies/{made['id']}/threads/{thread['id']}/messages")["items"]
    assert [one["author_kind"] for one in kept] == ["user", "employee"], kept
    page.context.close()
    again.stop()


def test_a_budget_that_is_used_up_is_raised(page, cockpit):
    """U9: nothing may be spent; the work waits and says so; the cap is raised and it goes on."""
    made = seed.company(cockpit)
    boss = seed.hire(cockpit, made, "Ada Moreau")
    here = f"/api/companies/{made['id']}"
    cockpit.call("POST", f"{here}/budgets", {"hard_cap_usd": "0"})
    ticket = seed.ticket(cockpit, made, "Costs nothing", assignee_id=boss["id"])
    page.goto(at(cockpit, made, "budgets"))
    expect(page.get_by_text("$0.00 spent").first).to_be_visible()
    page.get_by_role("button", name="Change the budget of The whole company").click()
    page.get_by_label("Dollars a month").fill("5")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("left of $5.00")).to_be_visible()
    page.goto(at(cockpit, made, "board"))
    expect(page.locator(f"[data-stage=done] [data-ticket-id='{ticket['id']}']")).to_be_visible(timeout=40_000)


def test_pause_all_and_resume(page, cockpit):
    made = seed.company(cockpit)
    seed.hire(cockpit, made)
    page.goto(at(cockpit, made, "floor"))
    page.get_by_test_id("pause-all").click()
    expect(page.get_by_test_id("resume-all")).to_be_visible()
    assert cockpit.call("GET", f"/api/companies/{made['id']}")["status"] == "paused"
    page.reload()
    page.get_by_test_id("resume-all").click()
    expect(page.get_by_test_id("pause-all")).to_be_visible()


def test_a_meeting_with_an_action_item_that_becomes_a_ticket(page, cockpit):
    """U4: called, held, ended with minutes, and an action item on the board."""
    made = seed.company(cockpit)
    boss = seed.hire(cockpit, made, "Ada Moreau")
    seed.hire(cockpit, made, "Grace Lindqvist", manager=boss["id"])
    page.goto(at(cockpit, made, "meetings"))
    page.get_by_test_id("call-meeting").first.click()
    dialog = page.get_by_test_id("call-meeting-dialog")
    dialog.get_by_label(re.compile("Subject|About")).first.fill("The plan")
    for box in dialog.get_by_role("checkbox").all()[:2]:
        box.check()
    dialog.get_by_test_id("call-meeting-submit").click()
    page.wait_for_url("**/meetings/*")
    expect(page.get_by_test_id("make-ticket").or_(page.get_by_test_id("make-all-tickets")).first).to_be_visible(timeout=60_000)
    page.get_by_test_id("make-ticket").first.click()
    expect(page.locator("#main a[href*='/t/']").first).to_be_visible()


def test_search_finds_a_file_and_shows_it(page, cockpit):
    made = seed.company(cockpit)
    seed.upload(cockpit, made, "plan.md", b"# The plan\n\nFirst the **bees**, then the honey.", "text/markdown")
    page.goto(at(cockpit, made, "files"))
    page.get_by_test_id("file-search").fill("bees")
    page.get_by_text("plan.md").first.click()
    expect(page.locator("#main strong").filter(has_text="bees").first).to_be_visible()


def test_every_page_opens_by_its_keys(page, cockpit):
    made = seed.company(cockpit)
    page.goto(at(cockpit, made, "settings"))
    page.locator("#main h1").wait_for()
    for key, name in {"f": "floor", "i": "inbox", "c": "chat", "b": "board", "o": "goals", "s": "schedule", "m": "meetings", "l": "files", "r": "org", "u": "telemetry", "d": "budgets", "t": "routines", "a": "audit", "n": "runs"}.items():
        page.keyboard.press("g")
        page.keyboard.press(key)
        page.wait_for_url(f"**/{name}")
        expect(page.locator("#main h1")).to_be_focused()


def test_on_a_phone_one_can_see_decide_and_pause(chromium, cockpit):
    """U12."""
    made = seed.company(cockpit)
    seed.hire(cockpit, made, "Ada Moreau")
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    cockpit.enter(page)
    page.goto(at(cockpit, made, "floor"))
    page.get_by_role("navigation", name="Main pages").get_by_role("link", name="Inbox").tap()
    expect(page.locator("#main").get_by_text(re.compile("Nothing needs you"))).to_be_visible()
    page.get_by_test_id("pause-all").tap()
    expect(page.get_by_test_id("resume-all")).to_be_visible()
    context.close()
