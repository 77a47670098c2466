"""A meeting while it goes on."""
from playwright.sync_api import expect

import seed
from conftest import Cockpit


def test_what_is_said_in_a_meeting_is_answered_and_kept(chromium, data):
    """U4: others' work waits meanwhile; what is thrown in stands in the transcript and is answered; ended by hand, there are minutes."""
    server = Cockpit(data, arguments=["--practice-pace", "150"])
    made = seed.company(server)
    here = f"/api/companies/{made['id']}"
    boss = seed.hire(server, made, "Ada Moreau")
    second = seed.hire(server, made, "Grace Lindqvist", manager=boss["id"])
    meeting = server.call("POST", f"{here}/meetings", {"agenda": "The plan\n- paper\n- labels", "chair_id": boss["id"], "attendee_ids": [second["id"]]})
    page = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
    server.enter(page)
    page.goto(f"{server.address}/c/{made['slug']}/meetings/{meeting['id']}")
    page.get_by_test_id("chat-composer").fill("@Grace What about the labels?")
    page.keyboard.press("Enter")
    said = page.locator("[data-message]").filter(has_text="What about the labels?")
    expect(said.first).to_be_visible()
    answers = page.locator("[data-message]").filter(has_text="Grace Lindqvist")
    expect(answers.first).to_be_visible(timeout=40_000)
    page.get_by_test_id("meeting-end").click()
    expect(page.get_by_test_id("meeting-end")).to_have_count(0, timeout=60_000)
    expect(page.get_by_role("complementary", name="The meeting").get_by_text("Minutes").first).to_be_visible()
    ended = server.call("GET", f"{here}/meetings/{meeting['id']}")
    assert ended["status"] == "ended", ended["status"]
    page.context.close()
    server.stop()
