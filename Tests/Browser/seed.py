"""Companies for tests, made through the API as any client would."""
import hashlib
import pathlib
import sqlite3
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



def age(data, messages, events):
    """Lets much have been said in the thread of the newest message, and much have happened, in the database of a server that is stopped.

    What is added is a copy of the newest message with its event, then of the newest event; the log's hashes are made as the server makes them.
    """
    database = sqlite3.connect(pathlib.Path(data) / "team-x.sqlite")
    database.row_factory = sqlite3.Row
    newest = dict(database.execute("SELECT * FROM messages ORDER BY rowid DESC LIMIT 1").fetchone())
    told = dict(database.execute("SELECT * FROM events WHERE event_type = 'message.persisted' ORDER BY seq DESC LIMIT 1").fetchone())
    last = dict(database.execute("SELECT * FROM events ORDER BY seq DESC LIMIT 1").fetchone())
    other, (head, number) = dict(last), (last["hash"], last["seq"])

    def put(table, row):
        database.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))

    def name(count):
        return f"{newest['id'][:8]}--{count:011}"

    def event(row):
        nonlocal head, number
        number += 1
        fields = [head, row["id"], row["company_id"], row["actor_id"], row["actor_kind"], row["event_type"], row["payload_json"], str(row["created_at"]), str(number)]
        own = hashlib.sha256("".join(f"{len(field.encode())}:{field}" for field in fields).encode()).hexdigest()
        put("events", row | {"seq": number, "prev_hash": head, "hash": own})
        head = own

    with database:
        for count in range(messages):
            id, moment = name(count), last["created_at"] + count
            put("messages", newest | {"id": id, "content": f"Message {count}: the list has **changed**, and `price-{count}` with it.", "created_at": moment})
            event(told | {"id": name(10**6 + count), "payload_json": told["payload_json"].replace(newest["id"], id), "created_at": moment})
        for count in range(events - number):
            event(other | {"id": name(10**7 + count), "created_at": last["created_at"] + messages + count})
    database.close()
