"""Lists by keys: several rows taken at once, filters that stand in the address, and views of them that are kept."""
import json
import time

from playwright.sync_api import expect

import seed


def asking(cockpit, count):
    """A company in which two people have answered, and ask before some of their tickets."""
    made = seed.company(cockpit)
    here = f"/api/companies/{made['id']}"
    people = [seed.hire(cockpit, made, name) for name in ("Ada Moreau", "Radia Vos")]
    for person in people:
        thread = cockpit.call("POST", f"{here}/employees/{person['id']}/thread")
        cockpit.call("POST", f"{here}/threads/{thread['id']}/messages", {"content": "Hello"})
    end = time.monotonic() + 30
    while cockpit.call("GET", f"{here}/inbox/counts")["unread_threads"] < 2:
        assert time.monotonic() < end, "Nobody answers."
        time.sleep(0.05)
    for number in range(count):
        seed.ticket(cockpit, made, f"Ticket {number}", description="Ask for approval first.", assignee_id=people[number % 2]["id"])
    while cockpit.call("GET", f"{here}/inbox/counts")["questions"] < count:
        assert time.monotonic() < end, "Nobody asks."
        time.sleep(0.05)
    return made, here, people


def rows(page):
    return page.get_by_test_id("inbox-row")


def test_several_things_of_the_inbox_are_put_off_at_once(page, cockpit):
    made, here, _ = asking(cockpit, 3)
    page.goto(f"{cockpit.address}/c/{made['slug']}/inbox")
    expect(rows(page)).to_have_count(5)
    page.keyboard.press("x")
    page.keyboard.press("Shift+J")
    page.keyboard.press("Shift+J")
    bar = page.get_by_test_id("inbox-bulk")
    expect(bar).to_contain_text("3 selected")
    # What needs a decision is not put away, and it is said why.
    expect(page.get_by_test_id("bulk-done")).to_be_disabled()
    expect(bar).to_contain_text("These need a decision; they can be snoozed.")
    page.keyboard.press("z")
    page.get_by_test_id("snooze-dialog").get_by_role("button", name="In an hour").click()
    expect(rows(page)).to_have_count(2)
    expect(bar).to_have_count(0)
    assert cockpit.call("GET", f"{here}/inbox/counts")["questions"] == 0
    page.locator(".toast").get_by_role("button", name="Undo").click()
    expect(rows(page)).to_have_count(5)
    assert cockpit.call("GET", f"{here}/inbox/counts")["questions"] == 3


def test_what_was_put_away_in_one_browser_comes_back_from_another(chromium, page, cockpit):
    made, here, _ = asking(cockpit, 3)
    page.goto(f"{cockpit.address}/c/{made['slug']}/inbox?kind=Approval")
    expect(rows(page)).to_have_count(3)
    for _ in range(2):
        page.keyboard.press("z")
        page.get_by_test_id("snooze-dialog").get_by_role("button", name="In an hour").click()
        expect(page.get_by_test_id("snooze-dialog")).to_have_count(0)
    expect(rows(page)).to_have_count(1)
    expect(page.get_by_test_id("put-away")).to_contain_text("2 things put away.")
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    other = context.new_page()
    cockpit.enter(other)
    other.goto(f"{cockpit.address}/c/{made['slug']}/inbox")
    other.get_by_role("button", name="Look or bring back").click()
    box = other.get_by_test_id("away-dialog")
    expect(box.get_by_role("heading", name="Snoozed: 2")).to_be_visible()
    expect(box.locator("li")).to_contain_text(["until", "until"])
    box.get_by_role("button", name="Bring back").first.click()
    expect(box.locator("li")).to_have_count(1)
    # Whoever goes on with the keyboard stands at the next one, and is back where the dialog was opened from after the last.
    expect(box.get_by_role("button", name="Bring back")).to_be_focused()
    other.keyboard.press("Enter")
    expect(box).to_have_count(0)
    expect(other.get_by_test_id("put-away")).to_have_count(0)
    assert cockpit.call("GET", f"{here}/inbox/counts")["questions"] == 3
    context.close()


def test_messages_are_marked_as_read_together_and_escape_takes_the_selection_back(page, cockpit):
    made, here, _ = asking(cockpit, 1)
    page.goto(f"{cockpit.address}/c/{made['slug']}/inbox?kind=Message")
    expect(rows(page)).to_have_count(2)
    page.get_by_test_id("inbox-select").click()
    page.get_by_role("button", name="All", exact=True).last.click()
    bar = page.get_by_test_id("inbox-bulk")
    expect(bar).to_contain_text("2 selected")
    page.locator("#main h1").focus()
    page.keyboard.press("Escape")
    expect(bar).to_have_count(0)
    page.keyboard.press("x")
    page.keyboard.press("Shift+J")
    page.keyboard.press("e")
    expect(page.get_by_text("Nothing of this kind waits.")).to_be_visible()
    assert cockpit.call("GET", f"{here}/inbox/counts") == cockpit.call("GET", f"{here}/inbox/counts") | {"unread_threads": 0, "questions": 1}


def test_the_inbox_is_filtered_by_who_and_kept_as_a_view(page, cockpit):
    made, _, people = asking(cockpit, 3)
    page.goto(f"{cockpit.address}/c/{made['slug']}/inbox")
    page.get_by_test_id("inbox-who").select_option(people[1]["id"])
    page.get_by_role("button", name="Approval").click()
    expect(rows(page)).to_have_count(1)
    assert f"who={people[1]['id']}" in page.url and "kind=Approval" in page.url
    page.get_by_test_id("save-view").click()
    page.get_by_test_id("view-name").fill("Radia asks")
    page.get_by_test_id("view-save").click()
    page.get_by_role("button", name="All", exact=True).click()
    page.get_by_test_id("inbox-who").select_option("")
    expect(rows(page)).to_have_count(5)
    page.locator("#main h1").focus()
    page.keyboard.press("v")
    page.get_by_test_id("view-list").get_by_role("link", name="Radia asks").click()
    expect(rows(page)).to_have_count(1)
    expect(page.get_by_test_id("inbox-who")).to_have_value(people[1]["id"])


def test_a_result_that_waits_for_a_yes_can_be_accepted_in_the_inbox(page, cockpit):
    """The server lists it as a review: it is not taken for work that failed."""
    made, here, people = asking(cockpit, 1)
    ticket = cockpit.call("GET", f"{here}/tickets")["items"][0]
    review = {"id": "r1", "company_id": made["id"], "ticket_id": ticket["id"], "requested_by": people[0]["id"], "reviewer_id": people[1]["id"], "result": "The paper costs 12 a ream.",
              "round": 1, "status": "pending", "files": [], "created_at": ticket["created_at"]}
    item = {"kind": "review", "id": "r1", "title": ticket["title"], "detail": review["result"], "since": ticket["created_at"], "employee_id": people[0]["id"], "employee": "Ada Moreau",
            "ticket_id": ticket["id"], "ticket_number": ticket["number"], "thread_id": None, "options": [], "age_seconds": 5, "action": {"verb": "decide", "method": "POST", "path": ""}}
    page.route("**/inbox?*", lambda route: route.fulfill(json={"items": [item], "next": None}))
    page.route(f"**/tickets/{ticket['id']}", lambda route: route.fulfill(json=route.fetch().json() | {"review": review}))
    decided = []
    page.route(f"**/tickets/{ticket['id']}/review", lambda route: (decided.append(json.loads(route.request.post_data)), route.fulfill(json=ticket)))
    page.goto(f"{cockpit.address}/c/{made['slug']}/inbox")
    detail = page.get_by_test_id("inbox-detail")
    expect(detail).to_contain_text("The paper costs 12 a ream.")
    expect(detail.get_by_test_id("accept")).to_be_visible()
    expect(detail.get_by_test_id("retry")).to_have_count(0)
    page.keyboard.press("a")
    expect(page.locator(".toast, [role=status]").filter(has_text="Accepted")).not_to_have_count(0)
    assert decided == [{"outcome": "approved"}]


def test_rows_of_the_list_of_tickets_are_selected_one_after_the_other(page, cockpit):
    made = seed.company(cockpit)
    for number in range(5):
        seed.ticket(cockpit, made, f"Ticket {number}")
    page.goto(f"{cockpit.address}/c/{made['slug']}/board?view=list")
    page.get_by_role("grid", name="Tickets").focus()
    page.keyboard.press("j")
    page.keyboard.press("Shift+J")
    page.keyboard.press("Shift+ArrowDown")
    bar = page.get_by_role("toolbar", name="What to do with the selected tickets")
    expect(bar).to_contain_text("3 tickets selected")
    expect(page.get_by_role("row", selected=True)).to_have_count(3)
    page.keyboard.press("o")
    expect(page.locator(".ticket-panel .ticket-title")).to_have_text("Ticket 1")
    page.keyboard.press("Escape")
    expect(bar).to_have_count(0)


def test_threads_of_one_kind_are_shown_and_kept_as_a_view(page, cockpit):
    made, here, people = asking(cockpit, 0)
    cockpit.call("POST", f"{here}/threads", {"kind": "group", "subject": "Paper", "employee_ids": [one["id"] for one in people]})
    page.goto(f"{cockpit.address}/c/{made['slug']}/chat")
    threads = page.locator(".chat-list [data-thread-id]")
    expect(threads).to_have_count(3)
    page.get_by_test_id("thread-kind").select_option("group")
    expect(threads).to_have_count(1)
    assert "kind=group" in page.url
    page.get_by_test_id("save-view").click()
    page.get_by_test_id("view-name").fill("Groups alone")
    page.get_by_test_id("view-save").click()
    page.goto(f"{cockpit.address}/c/{made['slug']}/chat")
    expect(threads).to_have_count(3)
    page.get_by_test_id("views").click()
    page.get_by_test_id("view-list").get_by_role("link", name="Groups alone").click()
    expect(threads).to_have_count(1)
    expect(threads).to_contain_text("Paper")
