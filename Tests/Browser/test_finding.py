"""Where things are found again, and what is kept of them outside of the program."""
import json
import re

from playwright.sync_api import expect

import seed
from conftest import at


def test_a_question_to_the_palette_leads_to_where_it_is_answered(page, cockpit):
    """U5, as far as there is search: by words, from anywhere, to the message itself."""
    made = seed.company(cockpit)
    boss = seed.hire(cockpit, made, "Ada Moreau")
    here = f"/api/companies/{made['id']}"
    cockpit.call("POST", f"{here}/pause")
    thread = cockpit.call("POST", f"{here}/employees/{boss['id']}/thread")
    for text in ["The paper comes on Monday.", "Honeycomb is the word for the new archive.", "The labels come on Friday."]:
        cockpit.call("POST", f"{here}/threads/{thread['id']}/messages", {"content": text})
    page.goto(at(cockpit, made, "telemetry"))
    page.locator("#main h1").wait_for()
    page.keyboard.press("Control+k")
    page.get_by_test_id("palette-input").fill("honeycomb archive")
    found = page.get_by_role("listbox", name="Results").get_by_role("option").filter(has_text=re.compile("message", re.I))
    expect(found).to_have_count(1)
    found.click()
    page.wait_for_url(f"**/chat/{thread['id']}*")
    expect(page.locator("[data-message]").filter(has_text="Honeycomb is the word")).to_be_in_viewport()

    page.goto(f"{cockpit.address}/search?q=honeycomb")
    result = page.locator(".found").filter(has_text="Honeycomb is the word")
    expect(result).to_have_count(1)
    page.get_by_test_id("search-box").press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/chat/{thread['id']}?message=*")
    expect(page.locator("[data-message]").filter(has_text="Honeycomb is the word")).to_be_in_viewport()


def test_the_log_is_saved_as_it_is(page, cockpit):
    """U15, as far as there is export: what is saved is what the server has, with the filter that is set, and its chain holds."""
    made = seed.company(cockpit)
    here = f"/api/companies/{made['id']}"
    for number in range(3):
        seed.ticket(cockpit, made, f"Ticket {number} \u202e<b>")
    page.goto(at(cockpit, made, "audit?type=ticket"))
    expect(page.get_by_role("grid", name="Events").get_by_role("row")).to_have_count(3)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save", exact=True).click()
    saved = [json.loads(line) for line in open(waiting.value.path(), encoding="utf-8")]
    kept = cockpit.call("GET", f"{here}/events?limit=100&type=ticket.")["items"]
    assert saved == kept
    page.get_by_role("button", name="Verify the chain").click()
    expect(page.get_by_role("region", name="Notices").get_by_text("events are as they were written")).to_be_visible()
