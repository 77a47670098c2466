"""Every page in both themes and on a phone: no violation that axe finds, nothing wider than the screen, few and small files."""
import json
import pathlib

import axe_playwright_python
import pytest
from playwright.sync_api import expect

import seed

AXE = next(pathlib.Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = {"light": (1280, 800), "dark": (1280, 800), "phone": (390, 844)}


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_can_be_used_by_everybody(chromium, cockpit, look):
    made = seed.company(cockpit)
    boss = seed.hire(cockpit, made)
    cockpit.call("POST", f"/api/companies/{made['id']}/pause")
    ticket = seed.ticket(cockpit, made, "Write the plan", description="With **three** parts.\n\n- one\n- two")
    thread = cockpit.call("POST", f"/api/companies/{made['id']}/employees/{boss['id']}/thread")
    width, height = LOOKS[look]
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme="dark" if look == "dark" else "light", has_touch=look == "phone", is_mobile=look == "phone", bypass_csp=True)
    page = context.new_page()
    cockpit.enter(page)
    pages = [f"/c/{made['slug']}/{name}" for name in seed.PAGES]
    pages += [f"/c/{made['slug']}/t/{ticket['id']}", f"/c/{made['slug']}/chat/{thread['id']}", f"/c/{made['slug']}/people/{boss['id']}", "/doctor", "/welcome", "/search?q=plan"]
    found = []
    for address in pages:
        page.goto(cockpit.address + address)
        page.locator("#main h1").first.wait_for()
        page.wait_for_function("document.querySelectorAll('.skeleton').length === 0")
        page.evaluate(AXE)
        report = page.evaluate("(rules) => axe.run({ runOnly: rules })", RULES)
        found += [f"{address}: {one['id']} {one['nodes'][0]['html'][:160]}" for one in report["violations"]]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"):
            found.append(f"{address}: wider than the screen")
        if page.locator("#main h1").count() != 1:
            found.append(f"{address}: {page.locator('#main h1').count()} first headings")
    context.close()
    assert not found, "\n".join(found)


def test_the_palette_is_a_combobox_that_says_what_it_finds(page, cockpit):
    made = seed.company(cockpit)
    page.goto(f"{cockpit.address}/c/{made['slug']}/board")
    page.locator("#main h1").wait_for()
    page.keyboard.press("Control+k")
    box = page.get_by_role("combobox", name="Search and commands")
    box.fill("audit")
    assert page.get_by_role("listbox", name="Results").get_by_role("option").first.inner_text().startswith("Audit")
    assert box.get_attribute("aria-activedescendant")
    page.keyboard.press("Enter")
    page.wait_for_url("**/audit")
    expect(page.locator("#main h1")).to_be_focused()


def test_the_first_page_is_small(page, cockpit, capsys):
    made = seed.company(cockpit)
    page.goto(f"{cockpit.address}/c/{made['slug']}/floor")
    page.locator("#main h1").wait_for()
    entries = json.loads(page.evaluate("JSON.stringify(performance.getEntriesByType('resource').map((one) => [new URL(one.name).pathname, one.encodedBodySize]))"))
    ahead = page.evaluate("[...document.querySelectorAll('link[rel=modulepreload]')].map((one) => one.getAttribute('href'))")
    scripts = [size for name, size in entries if name.endswith(".js")]
    eager = [size for name, size in entries if name in ahead]
    styles = [size for name, size in entries if name.endswith(".css")]
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    before = page.evaluate("(paint) => performance.getEntriesByType('resource').filter((one) => one.startTime < paint).length", paint)
    shift = page.evaluate("new Promise((resolve) => { let sum = 0; new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; }).observe({ type: 'layout-shift', buffered: true }); requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum))); })")
    with capsys.disabled():
        print(f"\nfirst page: {len(entries)} requests, {before} before the first paint, {sum(scripts)} bytes of script ({sum(eager)} before the page), {sum(styles)} of style, first paint {paint:.0f} ms, layout shift {shift:.3f}")
    assert len(eager) == len(ahead) <= 13 and sum(eager) <= 90_000 and sum(styles) <= 40_000
    assert before <= 18
    assert shift <= 0.02
