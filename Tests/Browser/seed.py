"""Companies for tests, made through the API as any client would."""
import urllib.parse
import urllib.request

HOSTILE = [
    "<script>globalThis.hit=1</script>",
    "<img src=x onerror=\"globalThis.hit=1\">",
    "\"><svg onload=globalThis.hit=1>",
    "</title></textarea></script><iframe srcdoc='<script>parent.hit=1</script>'>",
    "[x](javascript:globalThis.hit=1) ![p](https://tracker.example/p.png)",
    "{{7*7}} ${globalThis.hit=1} `${globalThis.hit=1}`",
    "\u202egnp.tnemucod\u202c \u200b\u2066",
    "\u001b]0;owned\u0007\u001b[31mred",
    "<a href=javascript:globalThis.hit=1>a</a><style>@import 'https://tracker.example/s.css'</style>",
    "<math><mtext></table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=globalThis.hit=1&gt;\">",
]

PAGES = ["floor", "floor?view=wall", "floor?view=stream", "inbox", "chat", "board", "board?view=list", "board?view=graph", "goals", "schedule", "meetings", "files", "org", "runs", "telemetry", "budgets", "routines", "audit", "settings", "settings/providers", "settings/appearance"]


def company(cockpit, name="Aurora Labs"):
    made = cockpit.call("POST", "/api/companies", {"name": name})
    cockpit.call("PATCH", f"/api/companies/{made['id']}", {"settings": {"provider_id": "practice"}})
    return made


def hire(cockpit, company, name=None, role=None, manager=None):
    roles = cockpit.call("GET", "/api/roles")["items"]
    body = {"role": role or roles[0]["id"]} | ({"name": name} if name else {}) | ({"manager_id": manager} if manager else {})
    return cockpit.call("POST", f"/api/companies/{company['id']}/employees", body)


def ticket(cockpit, company, title, **members):
    return cockpit.call("POST", f"/api/companies/{company['id']}/tickets", {"title": title} | members)


def upload(cockpit, company, name, content, kind):
    query = urllib.parse.urlencode({"name": name})
    request = urllib.request.Request(
        f"{cockpit.address}/api/companies/{company['id']}/files?{query}", method="POST", data=content,
        headers={"Authorization": f"Bearer {cockpit.token}", "Content-Type": kind})
    urllib.request.urlopen(request).read()
