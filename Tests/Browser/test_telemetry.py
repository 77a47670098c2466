"""What the pictures of numbers say: of what is known, and of what is not."""
import datetime
import re

from playwright.sync_api import expect

import seed
from conftest import at


def worked(page, cockpit):
    """A company in which somebody has finished a ticket."""
    made = seed.company(cockpit)
    boss = seed.hire(cockpit, made, "Ada Moreau")
    ticket = seed.ticket(cockpit, made, "Write a short plan", assignee_id=boss["id"])
    page.goto(at(cockpit, made, "board"))
    expect(page.locator("[data-stage=done]").get_by_text("Write a short plan")).to_be_visible(timeout=40_000)
    return made, boss, ticket


def chart(page, question):
    return page.locator("figure.chart").filter(has_text=question)


def test_a_ranking_tells_what_is_not_known_from_what_is_nothing(page, cockpit):
    made, *_ = worked(page, cockpit)
    page.route("**/usage?by=employee*", lambda route: route.abort())
    page.goto(at(cockpit, made, "telemetry"))
    dear = chart(page, "Who or what is dear?")
    expect(dear).to_contain_text("This could not be asked")
    page.unroute_all()
    dear.get_by_test_id("dear-by").select_option("provider")
    expect(dear.locator(".bar-list li").first).to_be_visible()
    # Of what was ranked before, nothing is left while the next is on its way.
    held = []
    page.route("**/usage?by=model*", lambda route: held.append(route))
    dear.get_by_test_id("dear-by").select_option("model")
    expect(dear).to_contain_text("Adding up…")
    expect(dear.locator(".bar-list li")).to_have_count(0)
    held[0].continue_()
    expect(dear.locator(".bar-list li").first).to_be_visible()
    page.unroute_all()
    for kind, named in {"ticket": "Write a short plan", "project": "No project", "routine": "No routine", "tier": "On this machine", "employee": "Ada Moreau"}.items():
        dear.get_by_test_id("dear-by").select_option(kind)
        expect(dear.locator(".bar-list")).to_contain_text(named)
    dear.get_by_test_id("dear-by").select_option("ticket")
    dear.get_by_role("link", name="Write a short plan").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Write a short plan")


def test_days_are_those_of_whoever_looks(chromium, page, cockpit):
    made, *_ = worked(page, cockpit)
    moment = datetime.datetime.now(datetime.timezone.utc)
    # Where it is another day than in Greenwich.
    zone, hours = ("Pacific/Kiritimati", 14) if moment.hour >= 10 else ("Pacific/Pago_Pago", -11)
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, timezone_id=zone)
    there = context.new_page()
    cockpit.enter(there)
    there.goto(at(cockpit, made, "telemetry?days=7"))
    there.get_by_role("button", name=re.compile("^Table: (?:What did each day cost|How much was asked)")).click()
    days = there.locator("figure.chart").first.locator("tbody tr")
    expect(days).to_have_count(7)
    expect(days.last.locator("td").first).to_have_text((moment + datetime.timedelta(hours=hours)).strftime("%Y-%m-%d"))
    expect(days.last.locator("td").last).not_to_have_text("0")
    context.close()


def test_how_runs_ended_leads_to_those_runs(page, cockpit):
    made, *_ = worked(page, cockpit)
    page.goto(at(cockpit, made, "telemetry?days=7"))
    chart(page, "How did runs end?").get_by_role("link", name="finished").click()
    page.wait_for_url(lambda url: all(part in url for part in ("/runs?", "from=", "to=", "outcome=finished")))
    expect(page.locator(".run-row").first).to_contain_text("finished")
    expect(page.locator("[data-filter=outcome]")).to_have_value("finished")


def test_files_say_which_ticket_they_belong_to(page, cockpit):
    made, _, ticket = worked(page, cockpit)
    key = cockpit.call("GET", f"/api/companies/{made['id']}/tickets/{ticket['id']}")["key"]
    page.goto(at(cockpit, made, "files?tab=deliverables"))
    expect(page.get_by_test_id("delivered").locator("li").first.get_by_role("link", name=f"{key} Write a short plan")).to_be_visible()
    page.goto(at(cockpit, made, "files"))
    row = page.locator(".file-row").first
    expect(row).to_contain_text(key)
    row.click()
    expect(page.get_by_role("complementary", name="About the file").get_by_role("link", name=f"{key} Write a short plan")).to_be_visible()


def test_deliverables_are_the_server_s_list_page_by_page(page, cockpit):
    made, boss, _ = worked(page, cockpit)
    other = seed.hire(cockpit, made, "Radia Vos", manager=boss["id"])
    for title in ("Describe the paper", "Describe the ink"):
        seed.ticket(cockpit, made, title, assignee_id=other["id"])
        expect(page.locator("[data-stage=done]").get_by_text(title)).to_be_visible(timeout=40_000)
    here = f"/api/companies/{made['id']}/deliverables"
    every = cockpit.call("GET", here)["items"]
    theirs = [one for one in every if one["author_id"] == other["id"]]
    page.route(re.compile("/deliverables"), lambda route: route.continue_(url=route.request.url.replace("limit=200", "limit=1")))
    page.goto(at(cockpit, made, "files?tab=deliverables"))
    delivered = page.get_by_test_id("delivered").locator("li")
    expect(delivered).to_contain_text(["Describe the ink"])
    for count in range(2, len(every) + 1):
        page.get_by_role("button", name="Look further back").click()
        expect(delivered).to_have_count(count)
    # A page that is full may have been the last.
    page.get_by_role("button", name="Look further back").click()
    expect(page.get_by_role("button", name="Look further back")).to_have_count(0)
    expect(delivered).to_have_count(len(every))
    # How many there are, the first page says of all.
    standings = page.get_by_role("group", name="How they stand")
    expect(standings).to_contain_text(f"All {len(every)}")
    page.get_by_role("combobox", name="Author").select_option(other["id"])
    expect(delivered).to_have_count(1)
    expect(delivered.first).to_contain_text("Radia Vos")
    expect(standings).to_contain_text(f"All {len(theirs)}")
    page.get_by_role("combobox", name="Author").select_option("")
    page.unroute_all()
    page.goto(at(cockpit, made, "files?tab=deliverables&standing=accepted"))
    expect(delivered).to_have_count(len([one for one in every if one["standing"] == "accepted"]))
    # A view that was kept with the words of the list still opens.
    page.goto(at(cockpit, made, "files?tab=deliverables&standing=sent%20back"))
    expect(standings.get_by_role("button", name="Sent back")).to_have_attribute("aria-pressed", "true")
    expect(delivered).to_have_count(len([one for one in every if one["standing"] == "sent_back"]))


def test_a_forecast_that_failed_is_no_flat_line(page, cockpit):
    made, *_ = worked(page, cockpit)
    cockpit.call("POST", f"/api/companies/{made['id']}/budgets", {"hard_cap_usd": "5"})
    page.route("**/usage?by=day*", lambda route: route.abort())
    page.goto(at(cockpit, made, "budgets"))
    forecast = chart(page, "Will the cap be reached?")
    expect(forecast).to_contain_text("This could not be asked")
    expect(forecast.locator("svg")).to_have_count(0)
    page.unroute_all()
    page.reload()
    expect(forecast).to_contain_text("Nothing was spent yet")
    expect(forecast.locator("svg")).to_have_count(1)


def test_a_chart_s_button_says_what_it_shows_next(page, cockpit):
    made, *_ = worked(page, cockpit)
    page.goto(at(cockpit, made, "telemetry"))
    page.get_by_role("button", name="Table: How did runs end?").click()
    button = page.get_by_role("button", name="Picture: How did runs end?")
    expect(button).to_be_visible()
    # A name that changes says all; pressed or not would say it again, and wrongly.
    assert button.get_attribute("aria-pressed") is None
