"""What a phone is for: to see, to answer, to decide, and to hold everything."""
import pytest
from playwright.sync_api import expect

import seed


@pytest.fixture
def phone(chromium, cockpit):
    from conftest import watch

    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    context.set_default_timeout(15_000)
    page = context.new_page()
    problems = watch(page)
    cockpit.enter(page)
    yield page
    context.close()
    assert not problems, "\n".join(problems)


def fits(page):
    """Nothing is wider than the screen, and what one presses is large enough for a thumb."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), page.url
    small = page.evaluate("""[...document.querySelectorAll('#main button, .tabbar a, .top button')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44 && !one.closest('p'))
        .map((one) => `${one.textContent.trim().slice(0, 30)} ${Math.round(one.getBoundingClientRect().height)}`)""")
    assert small == [], small


def test_a_question_is_answered_and_everything_held_on_a_phone(phone, cockpit):
    """U12: the badge leads to the question; it is answered, the work goes on; all is paused and goes on again."""
    made = seed.company(cockpit, "Aurora Laboratories of Greater Lindholm")
    boss = seed.hire(cockpit, made, "Ada Moreau")
    here = f"/api/companies/{made['id']}"
    ticket = seed.ticket(cockpit, made, "Order the drinks", description="Let me choose between tea, coffee and milk.", assignee_id=boss["id"])
    phone.goto(f"{cockpit.address}/c/{made['slug']}/floor")
    inbox = phone.get_by_role("navigation", name="Main pages").get_by_role("link", name="Inbox")
    expect(inbox.locator(".badge")).to_have_text("1", timeout=30_000)
    inbox.tap()
    phone.get_by_test_id("inbox-row").first.tap()
    phone.wait_for_url("**/inbox/*")
    fits(phone)
    phone.get_by_role("radio", name="coffee").tap()
    phone.get_by_test_id("answer").tap()
    expect(phone.get_by_text("Nothing needs you")).to_be_visible()
    expect(inbox.locator(".badge")).to_have_count(0)
    assert cockpit.call("GET", f"{here}/questions")["items"][0]["answer"] == "coffee"

    phone.get_by_role("navigation", name="Main pages").get_by_role("link", name="Floor").tap()
    phone.get_by_test_id("pause-all").tap()
    expect(phone.get_by_test_id("paused-note")).to_contain_text("paused the company")
    fits(phone)
    assert cockpit.call("GET", here)["status"] == "paused"
    # The button stands where the screen ends, however long the company's name.
    expect(phone.get_by_test_id("resume-all")).to_be_in_viewport(ratio=1)
    phone.get_by_test_id("resume-all").tap()
    expect(phone.get_by_test_id("pause-all")).to_be_visible()
    phone.goto(f"{cockpit.address}/c/{made['slug']}/board")
    phone.get_by_role("group", name="Columns").get_by_role("button", name="Done").tap()
    expect(phone.locator(f"[data-stage=done] [data-ticket-id='{ticket['id']}']")).to_be_in_viewport(timeout=40_000)
