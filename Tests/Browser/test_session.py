"""How a browser comes in, and what it may do."""
from playwright.sync_api import expect

import seed


def test_the_code_signs_in_once_and_stays_nowhere(chromium, cockpit):
    context = chromium.new_context()
    page = context.new_page()
    code = cockpit.code()
    page.goto(f"{cockpit.address}/enter#{code}")
    page.wait_for_url("**/welcome")
    assert code not in page.url
    assert code not in page.evaluate("JSON.stringify([...Array(history.length)].map(() => location.href)) + JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage}) + document.cookie")
    cookie = next(one for one in context.cookies() if one["name"].startswith("teamx_session"))
    assert cookie["httpOnly"] and cookie["sameSite"] == "Strict" and cockpit.token not in cookie["value"]

    second = chromium.new_context().new_page()
    second.goto(f"{cockpit.address}/enter#{code}")
    expect(second.get_by_role("alert")).to_be_visible()
    expect(second.get_by_label("Code")).to_be_visible()
    second.context.close()
    context.close()


def test_a_browser_that_is_not_signed_in_learns_nothing(chromium, cockpit):
    seed.company(cockpit, "Secret Works")
    page = chromium.new_context().new_page()
    page.goto(f"{cockpit.address}/c/secret-works/floor")
    expect(page.get_by_text("teamx open")).to_be_visible()
    assert "Secret" not in page.content()
    assert page.evaluate("fetch('/api/companies').then((answer) => answer.status)") == 401
    page.context.close()


def test_a_change_needs_more_than_the_cookie(page, cockpit):
    status = page.evaluate("fetch('/api/companies', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{\"name\": \"X\"}'}).then((answer) => answer.status)")
    assert status == 403
    assert cockpit.call("GET", "/api/companies")["items"] == []


def test_eight_tabs_share_one_stream(chromium, cockpit):
    """U13."""
    made = seed.company(cockpit)
    context = chromium.new_context()
    streams = set()
    context.on("request", lambda request: streams.add(request) if "/stream?" in request.url else None)
    for ended in ("requestfinished", "requestfailed"):
        context.on(ended, lambda request: streams.discard(request))
    first = context.new_page()
    cockpit.enter(first)
    tabs = [first] + [context.new_page() for _ in range(7)]
    for tab in tabs:
        tab.goto(f"{cockpit.address}/c/{made['slug']}/board")
        expect(tab.locator(".stream.live")).to_be_visible()
    # Where nobody leads any more another tab takes over: the first is closed, and the others hear of the next ticket.
    assert len(streams) == 1, [one.url for one in streams]
    first.close()
    streams.clear()
    expect(tabs[1].locator(".stream.live")).to_be_visible()
    seed.ticket(cockpit, made, "Heard by all")
    for tab in tabs[1:]:
        expect(tab.get_by_text("Heard by all").first).to_be_visible()
    assert len(streams) == 1, [one.url for one in streams]
    context.close()


def test_a_killed_server_is_told_and_found_again(chromium, data):
    from conftest import Cockpit

    server = Cockpit(data)
    made = seed.company(server)
    page = chromium.new_context().new_page()
    server.enter(page)
    page.goto(f"{server.address}/c/{made['slug']}/board")
    expect(page.locator(".stream.live")).to_be_visible()
    server.kill()
    expect(page.get_by_text("Reconnecting").first).to_be_visible()
    again = Cockpit(data, port=server.port)
    expect(page.locator(".stream.live")).to_be_visible(timeout=40_000)
    seed.ticket(again, made, "After the fall")
    expect(page.get_by_text("After the fall").first).to_be_visible()
    page.context.close()
    again.stop()
