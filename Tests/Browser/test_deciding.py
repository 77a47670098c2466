"""What waits for a person waits with its reason, and goes on when it is decided."""
from playwright.sync_api import expect

import seed
from conftest import at


def asking_leave(cockpit, title):
    made = seed.company(cockpit)
    boss = seed.hire(cockpit, made, "Ada Moreau")
    return made, seed.ticket(cockpit, made, title, description="Ask for approval first.", assignee_id=boss["id"])


def test_what_is_approved_goes_on(page, cockpit):
    """U7: the ticket says what it waits for and leads there; approved by a key, its work is done."""
    made, ticket = asking_leave(cockpit, "Write to the supplier")
    page.goto(at(cockpit, made, f"t/{ticket['id']}"))
    waiting = page.get_by_test_id("why")
    expect(waiting).to_contain_text("May I go ahead", timeout=30_000)
    waiting.get_by_role("link", name="Answer").click()
    page.wait_for_url("**/inbox/*")
    expect(page.get_by_test_id("inbox-detail")).to_contain_text("May I go ahead with “Write to the supplier”?")
    page.locator("#main h1").focus()
    page.keyboard.press("a")
    expect(page.get_by_text("1 waiting for you")).to_have_count(0)
    page.goto(at(cockpit, made, "board"))
    expect(page.locator(f"[data-stage=done] [data-ticket-id='{ticket['id']}']")).to_be_visible(timeout=40_000)
    events = cockpit.call("GET", f"/api/companies/{made['id']}/events?newest=true&limit=200&type=question.")["items"]
    assert [one["event_type"] for one in events][:1] == ["question.answered"], events


def test_what_is_denied_is_told_why(page, cockpit):
    """U7: no decision without a reason, and whoever asked has it."""
    made, ticket = asking_leave(cockpit, "Cancel the order")
    page.goto(at(cockpit, made, "inbox"))
    detail = page.get_by_test_id("inbox-detail")
    expect(detail).to_contain_text("May I go ahead with “Cancel the order”?", timeout=30_000)
    page.get_by_test_id("deny").click()
    box = detail.get_by_label("Reason, or what to mind")
    expect(box).to_be_focused()
    box.fill("The supplier has sent it already.")
    page.get_by_test_id("deny").click()
    expect(detail).to_have_count(0)
    question = cockpit.call("GET", f"/api/companies/{made['id']}/questions")["items"][0]
    assert question["answer"] == "denied" and question["comment"] == "The supplier has sent it already.", question
    page.goto(at(cockpit, made, f"t/{ticket['id']}"))
    expect(page.locator("#main").get_by_text("The supplier has sent it already.").first).to_be_visible()


def test_a_budget_that_allows_nothing_holds_work_and_is_raised(page, cockpit):
    """U9: work waits for a budget and says so; raised where it says so, it goes on. The practice model is never billed, so the cap is nothing."""
    made = seed.company(cockpit)
    boss = seed.hire(cockpit, made, "Ada Moreau")
    cockpit.call("POST", f"/api/companies/{made['id']}/budgets", {"hard_cap_usd": "0"})
    ticket = seed.ticket(cockpit, made, "The report", assignee_id=boss["id"])
    page.goto(at(cockpit, made, f"t/{ticket['id']}"))
    waiting = page.get_by_test_id("why")
    expect(waiting).to_contain_text("budget", timeout=30_000)
    page.goto(at(cockpit, made, "inbox"))
    expect(page.get_by_test_id("inbox-row").filter(has_text="budget of the company")).to_have_count(1)
    page.goto(at(cockpit, made, f"t/{ticket['id']}"))
    waiting.get_by_role("button").first.click()
    dialog = page.get_by_role("dialog", name="Raise the budget")
    dialog.get_by_label("New monthly cap in dollars").fill("5")
    dialog.get_by_role("button", name="Raise").click()
    expect(waiting).to_have_count(0)
    page.goto(at(cockpit, made, "board"))
    expect(page.locator(f"[data-stage=done] [data-ticket-id='{ticket['id']}']")).to_be_visible(timeout=40_000)
