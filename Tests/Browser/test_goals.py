"""From a goal to work that is done."""
from playwright.sync_api import expect

import seed


def test_a_goal_is_broken_into_tickets_that_get_done(page, cockpit):
    """U6, as far as planning goes: set by hand, broken down by the head of the company, done by others, and all of it in the log."""
    made = seed.company(cockpit)
    here = f"/api/companies/{made['id']}"
    boss = seed.hire(cockpit, made, "Ada Moreau")
    for name in ("Grace Lindqvist", "Edsger Vos"):
        seed.hire(cockpit, made, name, manager=boss["id"])
    page.goto(f"{cockpit.address}/c/{made['slug']}/goals")
    page.get_by_test_id("create-goal").click()
    dialog = page.get_by_role("dialog", name="Set a goal")
    dialog.get_by_label("Goal", exact=True).fill("A list of suppliers that everybody trusts")
    dialog.get_by_role("button", name="Set the goal").click()
    page.wait_for_url("**/goals/*")
    expect(page.locator("#main h1")).to_have_text("A list of suppliers that everybody trusts")
    lines = page.locator(".outline-tickets a")
    # They appear as they are filed, without another look.
    expect(lines.nth(1)).to_be_visible(timeout=40_000)
    expect(page.locator("#main .lead")).to_contain_text("reached", timeout=60_000)
    goal = cockpit.call("GET", f"{here}/goals")["items"][0]
    assert goal["status"] == "achieved", goal
    filed = cockpit.call("GET", f"{here}/events?newest=true&limit=200&type=ticket.created")["items"]
    assert {one["actor_kind"] for one in filed} >= {"employee"}, [one["actor_kind"] for one in filed]
    expect(lines).to_have_count(min(10, len(filed)))


def test_a_goal_is_given_up_and_taken_up_again(page, cockpit):
    made = seed.company(cockpit)
    goal = cockpit.call("POST", f"/api/companies/{made['id']}/goals", {"title": "Grow tulips"})
    page.goto(f"{cockpit.address}/c/{made['slug']}/goals/{goal['id']}")
    page.get_by_test_id("goal-give-up").click()
    page.get_by_role("dialog").get_by_role("button", name="Give it up").click()
    expect(page.get_by_test_id("goal-take-up")).to_be_visible()
    assert cockpit.call("GET", f"/api/companies/{made['id']}/goals/{goal['id']}")["status"] == "abandoned"
    page.keyboard.press("Control+k")
    page.get_by_test_id("palette-input").fill("take this goal")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("goal-give-up")).to_be_visible()
    assert cockpit.call("GET", f"/api/companies/{made['id']}/goals/{goal['id']}")["status"] == "active"


def test_what_was_begun_in_the_dialog_of_a_goal_is_kept(page, cockpit):
    made = seed.company(cockpit)
    page.goto(f"{cockpit.address}/c/{made['slug']}/goals")
    page.locator("#main h1").wait_for()
    page.get_by_role("button", name="Set a goal").first.click()
    page.get_by_role("dialog").locator("[name=title]").fill("Grow roses")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Set a goal").first.click()
    expect(page.get_by_role("dialog").locator("[name=title]")).to_have_value("Grow roses")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/goals/*")
