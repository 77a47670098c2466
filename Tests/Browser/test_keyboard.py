"""Work without a mouse: every step is a key, and what has the focus is what the next key acts on."""
from playwright.sync_api import expect

import seed


def test_a_ticket_from_its_filing_to_done_without_a_mouse(page, cockpit):
    """U11: filed with somebody to do it, followed to its end and read, by keys alone."""
    made = seed.company(cockpit)
    boss = seed.hire(cockpit, made, "Ada Moreau")
    seed.hire(cockpit, made, "Grace Lindqvist", manager=boss["id"])
    page.goto(f"{cockpit.address}/c/{made['slug']}/floor")
    page.locator("#main h1").wait_for()
    page.evaluate("addEventListener('pointerdown', () => { globalThis.clicked = true; }, true)")
    page.keyboard.press("g")
    page.keyboard.press("b")
    expect(page.locator("#main h1")).to_be_focused()

    page.keyboard.press("c")
    title = page.get_by_test_id("ticket-title")
    expect(title).to_be_focused()
    page.keyboard.type("Write a short plan")
    page.keyboard.press("Tab")
    page.keyboard.type("For everybody who starts here.")
    page.keyboard.press("Tab")
    expect(page.get_by_test_id("ticket-assign")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Name or title")).to_be_focused()
    page.keyboard.type("grace")
    expect(page.locator("#person-list").get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    # The dialog below has the focus again, on what opened the one above it.
    expect(page.get_by_test_id("ticket-assign")).to_be_focused()
    expect(page.get_by_test_id("ticket-assign")).to_have_text("Grace Lindqvist")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_test_id("new-ticket")).to_be_hidden()

    card = page.locator("[data-stage=done]").get_by_test_id("ticket-card").filter(has_text="Write a short plan")
    expect(card).to_have_count(1, timeout=40_000)
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-testid=ticket-card]')"):
            break
    expect(card).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/t/*")
    expect(page.locator("#main h1")).to_be_focused()
    expect(page.locator("#main h1")).to_have_text("Write a short plan")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#main a[href*=\"/runs/\"]')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/runs/*")
    expect(page.get_by_test_id("run-outcome")).to_contain_text("finished")
    assert page.evaluate("globalThis.clicked") is None


def test_the_palette_goes_back_to_where_one_was(page, cockpit):
    made = seed.company(cockpit)
    page.goto(f"{cockpit.address}/c/{made['slug']}/files")
    search = page.get_by_test_id("file-search")
    search.focus()
    page.keyboard.press("Control+k")
    expect(page.get_by_test_id("palette-input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(search).to_be_focused()


def test_a_page_of_one_thing_has_the_focus_on_its_name(page, cockpit):
    """However late the server tells the name: a reader who was led to the heading is not thrown back to the page's beginning."""
    made = seed.company(cockpit)
    boss = seed.hire(cockpit, made, "Ada Moreau")
    here = f"/api/companies/{made['id']}"
    cockpit.call("POST", f"{here}/pause")
    goal = cockpit.call("POST", f"{here}/goals", {"title": "A better list"})
    project = cockpit.call("POST", f"{here}/projects", {"title": "The first half"})
    ticket = seed.ticket(cockpit, made, "Write the plan")
    thread = cockpit.call("POST", f"{here}/employees/{boss['id']}/thread")
    seed.upload(cockpit, made, "plan.md", b"# The plan", "text/markdown")
    file = cockpit.call("GET", f"{here}/files")["items"][0]
    page.goto(f"{cockpit.address}/c/{made['slug']}/settings")
    page.locator("#main h1").wait_for()
    for address in (f"t/{ticket['id']}", f"goals/{goal['id']}", f"projects/{project['id']}", f"people/{boss['id']}", f"chat/{thread['id']}", f"files/{file['id']}"):
        page.evaluate("""(address) => { const link = document.createElement('a'); link.href = address; document.getElementById('main').append(link); link.click(); link.remove(); }""", f"/c/{made['slug']}/{address}")
        page.wait_for_url(f"**/{address}*")
        expect(page.locator("#main .skeleton")).to_have_count(0)
        expect(page.locator("#main h1"), address).to_be_focused(timeout=5_000)
