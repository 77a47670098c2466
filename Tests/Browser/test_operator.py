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
