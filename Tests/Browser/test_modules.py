"""Runs the tests of the cockpit's modules, which are written in JavaScript, in a page of the cockpit."""
import json
import pathlib

import pytest

HERE = pathlib.Path(__file__).parent / "modules"


def results(page, assets, file):
    page.route("**/tests/*.js", lambda route: route.fulfill(
        body=(HERE / route.request.url.rsplit("/", 1)[1]).read_text(), content_type="text/javascript"))
    return page.evaluate(
        """async ([assets, file]) => {
            const check = await import("/tests/check.js");
            const written = await import(`/tests/${file}`);
            const loaded = {};
            for (const name of written.modules) loaded[name] = await import(`${assets}/js/${name}.js`);
            written.define(loaded);
            return check.run();
        }""", [assets, file])


@pytest.mark.parametrize("file", sorted(path.name for path in HERE.glob("*.test.js")))
def test_modules(cockpit, page, file):
    page.goto(f"{cockpit.address}/status")
    page.goto(cockpit.address + "/doctor")
    assets = cockpit.assets(page)
    bad = [result for result in results(page, assets, file) if result["problem"]]
    assert not bad, json.dumps(bad, indent=1, ensure_ascii=False)
