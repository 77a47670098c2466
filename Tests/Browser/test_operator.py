"""What the cockpit keeps for whoever uses it: views, and how they like it to be."""
import re

from playwright.sync_api import expect

import seed
from test_journeys import at


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
    expect(page.get_by_role("option").first).to_contain_text("Board: Urgent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/board?priority=critical")
    expect(page.get_by_test_id("ticket-card")).to_have_count(1)

    page.keyboard.press("v")
    row = page.get_by_test_id("view-list").locator("li")
    row.get_by_role("button", name="Rename").click()
    row.get_by_label("New name").fill("On fire")
    page.keyboard.press("Enter")
    expect(row.get_by_role("link")).to_contain_text("On fire")
    assert [one["name"] for one in cockpit.call("GET", "/api/views")["items"]] == ["On fire"]
    row.get_by_role("button", name="Delete").click()
    expect(row).to_have_text(re.compile("No view"))
    assert cockpit.call("GET", "/api/views")["items"] == []
    page.get_by_role("button", name="Undo").click()
    expect(row.get_by_role("link")).to_contain_text("On fire")


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
    other.keyboard.press("c")
    other.wait_for_timeout(300)
    assert other.get_by_test_id("new-ticket").count() == 0
    context.close()


def test_what_was_chosen_without_the_server_is_told_when_it_is_back(page, cockpit):
    made = seed.company(cockpit)
    page.goto(at(cockpit, made, "settings/appearance"))
    page.locator("#main h1").wait_for()
    page.route("**/api/preferences", lambda route: route.abort())
    page.get_by_role("group", name="Theme").get_by_role("button", name="Light").click()
    expect(page.get_by_text("Kept in this browser").first).to_be_visible()
    page.unroute_all()
    page.reload()
    page.locator("#main h1").wait_for()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.wait_for_timeout(500)
    assert cockpit.call("GET", "/api/preferences")["theme"] == "light"
