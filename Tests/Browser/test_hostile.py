"""What employees, models and files write is shown as text: nothing of it runs, loads or leaves."""
import seed


def test_hostile_text_is_only_text(page, cockpit):
    made = seed.company(cockpit, "Hostile & <b>Sons</b>")
    here = f"/api/companies/{made['id']}"
    boss = seed.hire(cockpit, made, "<img src=x onerror=globalThis.hit=1>")
    cockpit.call("POST", f"{here}/pause")
    tickets = [seed.ticket(cockpit, made, text, description="\n\n".join(seed.HOSTILE)) for text in seed.HOSTILE]
    thread = cockpit.call("POST", f"{here}/employees/{boss['id']}/thread")
    for text in seed.HOSTILE:
        cockpit.call("POST", f"{here}/threads/{thread['id']}/messages", {"content": text})
    cockpit.call("POST", f"{here}/projects", {"title": seed.HOSTILE[0]})
    seed.upload(cockpit, made, "<img src=x onerror=globalThis.hit=1>.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='globalThis.hit=1'><script>parent.hit=1</script><image href='https://tracker.example/i.png'/></svg>", "image/svg+xml")
    seed.upload(cockpit, made, "page.html", b"<script>parent.hit=1;top.hit=1</script><img src='https://tracker.example/h.png'><form action='https://tracker.example'>", "text/html")
    seed.upload(cockpit, made, "notes.md", "\n\n".join(seed.HOSTILE).encode(), "text/markdown")
    files = cockpit.call("GET", f"{here}/files")["items"]

    left = []
    page.on("requestfinished", lambda request: left.append(request.url) if not request.url.startswith((cockpit.address, "blob:", "data:")) else None)
    page.on("requestfailed", lambda request: left.append(f"{request.url} {request.failure}") if request.failure != "csp" and not request.url.startswith((cockpit.address, "blob:", "data:")) else None)
    page.on("dialog", lambda dialog: left.append(f"dialog {dialog.message}") or dialog.dismiss())
    addresses = [f"/c/{made['slug']}/{name}" for name in seed.PAGES]
    addresses += [f"/c/{made['slug']}/t/{one['id']}" for one in tickets[:3]]
    addresses += [f"/c/{made['slug']}/chat/{thread['id']}", f"/c/{made['slug']}/people/{boss['id']}"]
    addresses += [f"/c/{made['slug']}/files/{one['id']}" for one in files]
    for address in addresses:
        page.goto(cockpit.address + address)
        page.locator("#main h1, #main h2").first.wait_for()
        page.wait_for_function("document.querySelectorAll('.skeleton').length === 0")
        assert page.evaluate("globalThis.hit") is None, address
        assert page.locator("#main script, #main iframe:not([sandbox])").count() == 0, address
    assert left == []
    # That the browser says what it has refused is what this asks for.
    page.problems[:] = [one for one in page.problems if "Blocked script execution" not in one and "Content Security Policy" not in one]
