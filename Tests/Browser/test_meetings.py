"""A meeting while it goes on."""
import re

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
    said = page.locator("[data-message]", has=page.locator("article[aria-label^='You,']")).filter(has_text="What about the labels?")
    expect(said).to_be_visible()
    # Whose turn it is to answer stands in the meeting, and what they said then stands in the transcript under their name.
    address = f"{here}/meetings/{meeting['id']}"
    turn = page.evaluate("""async ([assets, address, text]) => {
        const [{ api }, { onEvent }] = await Promise.all(["api", "live"].map((name) => import(`${assets}/js/${name}.js`)));
        return new Promise((resolve, fail) => {
            const look = async () => {
                const { turns, messages } = await api.get(address);
                const question = messages.find((one) => one.content.includes(text));
                const turn = turns.find((one) => question && one.answers_id === question.id && one.status === "spoken");
                if (turn) resolve(turn);
            };
            onEvent(look);
            setTimeout(() => fail(new Error("Nobody has answered.")), 40_000);
            void look();
        });
    }""", [server.assets(page), address, "What about the labels?"])
    assert turn["employee_id"] == second["id"]
    expect(page.locator(f"[data-message='{turn['message_id']}'] article")).to_have_attribute("aria-label", re.compile("^Grace Lindqvist,"))
    page.get_by_test_id("meeting-end").click()
    expect(page.get_by_test_id("meeting-end")).to_have_count(0, timeout=60_000)
    expect(page.get_by_role("complementary", name="The meeting").get_by_text("Minutes").first).to_be_visible()
    ended = server.call("GET", address)
    assert ended["status"] == "ended", ended["status"]
    page.context.close()
    server.stop()
