"""What the keys do, page by page."""
from playwright.sync_api import expect

import seed
from conftest import at
from test_journeys import asking


def test_lists_are_gone_through_by_keys(page, cockpit):
    made = seed.company(cockpit)
    cockpit.call("POST", f"/api/companies/{made['id']}/pause")
    for name in ("One", "Two", "Three"):
        seed.ticket(cockpit, made, name)
        seed.upload(cockpit, made, f"{name}.md", b"words", "text/markdown")
    page.goto(at(cockpit, made, "files"))
    page.locator(".file-row").nth(2).wait_for()
    page.keyboard.press("j")
    expect(page.locator(".file-row").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".file-row").nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator(".file-row").last).to_be_focused()
    page.keyboard.press("f")
    expect(page.get_by_test_id("file-search")).to_be_focused()

    page.goto(at(cockpit, made, "audit"))
    page.locator(".event").nth(2).wait_for()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_label("The event")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_label("The event")).to_have_count(0)

    page.goto(at(cockpit, made, "board"))
    page.get_by_test_id("ticket-card").nth(2).wait_for()
    page.keyboard.press("j")
    page.keyboard.press("Shift+J")
    expect(page.get_by_text("2 tickets selected")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("4")
    expect(page.locator("[data-stage=done] [data-ticket-id]")).to_have_count(1)


def test_a_key_that_takes_the_place_of_another(page, cockpit):
    made = seed.company(cockpit)
    page.goto(at(cockpit, made, "settings/keyboard"))
    other = page.context.new_page()
    other.goto(at(cockpit, made, "settings/keyboard"))
    page.get_by_role("button", name="Another key for New ticket").click()
    page.keyboard.press("h")
    key = "tr:has-text('New ticket') kbd"
    expect(page.get_by_test_id("key-table").locator(key)).to_have_text("h")
    # Another tab hears of it while it is open.
    expect(other.get_by_test_id("key-table").locator(key)).to_have_text("h")
    other.close()
    page.reload()
    page.locator("#main h1").wait_for()
    # Both have changed places: each does what the other did.
    page.keyboard.press("c")
    expect(page.get_by_test_id("hire-dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("h")
    expect(page.get_by_test_id("new-ticket")).to_be_visible()
    page.keyboard.press("Escape")
    # The second key of a sequence stays what it is.
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/chat")
    page.goto(at(cockpit, made, "settings/keyboard"))
    page.get_by_role("button", name="All keys as they came").click()
    page.keyboard.press("c")
    expect(page.get_by_test_id("new-ticket")).to_be_visible()


def test_keys_that_the_server_keeps_hold_in_every_browser(chromium, page, cockpit):
    """A server that has the member `keys` among how one likes the cockpit to be."""
    made = seed.company(cockpit)
    kept = cockpit.call("GET", "/api/preferences") | {"keys": {"c": "h", "h": "c"}}

    def answer(route):
        if route.request.method == "PUT":
            kept.update(route.request.post_data_json)
        route.fulfill(json=kept)

    page.route("**/api/preferences", answer)
    page.goto(at(cockpit, made, "settings/keyboard"))
    key = page.get_by_test_id("key-table").locator("tr:has-text('New ticket') kbd")
    expect(key).to_have_text("h")
    expect(page.get_by_text("in every browser that you sign in with").first).to_be_visible()
    with page.expect_response(lambda response: response.request.method == "PUT"):
        page.get_by_role("button", name="All keys as they came").click()
    expect(key).to_have_text("c")
    assert kept["keys"] == {}
    page.unroute_all()


def test_keys_of_a_browser_that_the_server_never_heard_of_are_not_lost(page, cockpit):
    made = seed.company(cockpit)
    page.evaluate("() => { localStorage.removeItem('teamx.adopted'); localStorage.setItem('teamx.keys', 'c=h h=c'); }")
    page.goto(at(cockpit, made, "settings/keyboard"))
    key = page.get_by_test_id("key-table").locator("tr:has-text('New ticket') kbd")
    expect(key).to_have_text("h")
    page.wait_for_function("localStorage.getItem('teamx.adopted')")
    expect(key).to_have_text("h")
    assert cockpit.call("GET", "/api/preferences")["keys"] == {"c": "h", "h": "c"}


def test_what_waits_is_taken_back_and_an_answer_stopped_by_keys(chromium, data):
    server, made, thread, page = asking(chromium, data, pace=250)
    expect(page.get_by_test_id("chat-stop")).to_be_visible()
    composer = page.get_by_test_id("chat-composer")
    composer.fill("And another thing")
    page.keyboard.press("Enter")
    expect(composer).to_have_value("")
    page.keyboard.press("Alt+ArrowUp")
    expect(composer).to_have_value("And another thing")
    composer.fill("")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("chat-stop")).to_have_count(0)
    assert server.call("GET", f"/api/companies/{made['id']}/runs")["items"][0]["status"] in ("cancelled", "stopped")
    page.context.close()
    server.stop()
