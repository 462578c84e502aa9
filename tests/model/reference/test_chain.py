"""Pages whose answers name the next one, and twins that remember or count."""

import pytest

from haltcheck.api import check

FOLLOWS = {
    "a field of the question": """
def rows(session, path):
    params = {"limit": 100}
    out = []
    while True:
        answer = session.get(path, params=params).json()
        out.extend(answer["rows"])
        if not answer.get("next"):
            break
        params["cursor"] = answer["next"]
    return out
""",
    "items are given on the way": """
class Service:
    def rows(self, path):
        cursor = None
        while True:
            answer = self.client.get(path, params={"cursor": cursor})
            yield from answer["rows"]
            cursor = answer["next_cursor"]
            if not cursor:
                break
""",
    "a table takes in what the last answer said": """
def rows(site, query):
    last = {}
    while True:
        params = query.copy()
        params.update(last)
        answer = site.wiki_request(params)
        yield from answer["rows"]
        if "continue" not in answer:
            break
        last = answer["continue"]
""",
    "a call that lists, and names what comes next": """
class Service:
    def rows(self):
        token = None
        while True:
            answer = self.client.list_things(PageToken=token)
            yield from answer["things"]
            token = answer.get("NextToken")
            if not token:
                return
""",
    "arguments by name, filled in": """
class Service:
    def rows(self):
        arguments = {}
        while True:
            answer = self.client.describe_things(**arguments)
            yield from answer["things"]
            if "NextMarker" not in answer:
                return
            arguments["Marker"] = answer["NextMarker"]
""",
    "a method posts the question": """
class Service:
    def _post(self, body):
        answer = self.session.post("https://x", json=body)
        answer.raise_for_status()
        return answer.json()

    def rows(self):
        body = {"size": 10}
        while True:
            answer = self._post(body)
            yield from answer["rows"]
            if not answer["next_cursor"]:
                break
            body["cursor"] = answer["next_cursor"]
""",
    "the answer itself is handed on": """
def items(table):
    answer = table.scan()
    found = answer["Items"]
    while "LastEvaluatedKey" in answer:
        answer = table.scan(ExclusiveStartKey=answer["LastEvaluatedKey"])
        found.extend(answer["Items"])
    return found
""",
    "the last item of a page": """
class Service:
    def charges(self):
        params = {}
        while True:
            answer = self.api.list_charges(**params)
            yield from answer["data"]
            if not answer["has_more"]:
                break
            params["starting_after"] = answer["data"][-1]["id"]
""",
    "a request is made, and run": """
class Service:
    def files(self):
        token = None
        while True:
            answer = self.drive.files().list(pageToken=token).execute()
            yield from answer.get("files", ())
            token = answer.get("nextPageToken")
            if token is None:
                break
""",
    "an answer is awaited": """
class Service:
    async def rows(self, found):
        token = None
        while True:
            page = await self.api.list_things(page_token=token)
            found.extend(page.things)
            token = page.next_page_token
            if not token:
                return
""",
}

ENDS = {
    "the answer is compared with the last one": """
def rows(site, query):
    last = {}
    while True:
        params = query.copy()
        params.update(last)
        answer = site.wiki_request(params)
        yield from answer["rows"]
        if "continue" not in answer or answer["continue"] == last:
            break
        last = answer["continue"]
""",
    "what a table holds is compared with the answer": """
def rows(session, path):
    params = {}
    while True:
        answer = session.get(path, params=params).json()
        yield from answer["rows"]
        if not answer.get("next") or params.get("cursor") == answer["next"]:
            break
        params["cursor"] = answer["next"]
""",
    "the last one is kept beside": """
def rows(client, token):
    last = None
    while token and token != last:
        answer = client.list_things(PageToken=token)
        yield from answer["rows"]
        last = token
        token = answer.get("NextToken")
""",
    "an offset in a table goes on": """
def rows(session, path):
    params = {"offset": 0}
    while True:
        answer = session.get(path, params=params).json()
        yield from answer["rows"]
        params["offset"] += len(answer["rows"])
        if params["offset"] >= answer["total"]:
            break
""",
    "the pages are cut out here": """
class Service:
    def list_things(self, token):
        begun = token or 0
        rows = self.rows[begun : begun + 10]
        return {"rows": rows, "next": begun + 10 if begun + 10 < len(self.rows) else None}

    def all(self):
        token = None
        while True:
            answer = self.list_things(token)
            yield from answer["rows"]
            token = answer.get("next")
            if not token:
                break
""",
    "a list is parsed step by step": """
def items(text):
    rest = text
    while rest:
        answer = parse_list(rest)
        yield answer["item"]
        rest = answer["next"]
""",
    "what is sent on names nothing that follows": """
def run(machine, state):
    while True:
        state = machine.send(state)["state"]
        if not state:
            break
""",
    "a method found by what was met gives what is left": """
class Parser:
    def parse(self, text):
        send_on = self.patterns.first
        remaining = text
        while remaining:
            match = send_on(remaining)
            if not match:
                break
            method = self.dispatch[match.groupdict()["start"]]
            before, remaining = method(self, match)
""",
    "a place in a text is handed on": """
def words(lexer):
    found = lexer.step(cursor=0)
    while found:
        yield found["word"]
        found = lexer.step(cursor=found["cursor"])
""",
    "a server keeps the place": """
def hits(search):
    page = search.search(scroll="2m", size=1000)
    handle = page["_scroll_id"]
    size = page["total"]
    while size > 0:
        page = search.scroll(scroll_id=handle, scroll="2m")
        handle = page["_scroll_id"]
        size = len(page["hits"])
        yield from page["hits"]
""",
    "what is left is awaited": """
async def keys(server):
    cursor = "0"
    while cursor != 0:
        cursor, found = await server.scan(cursor=cursor)
        for one in found:
            yield one
""",
    "so many rows are asked for": """
def rows(client, limit):
    token, rows = None, []
    while len(rows) < limit:
        answer = client.list_things(PageToken=token)
        rows.extend(answer["rows"])
        token = answer.get("NextToken")
        if not token:
            break
    return rows
""",
    "the pages are remembered": """
def rows(session, path):
    params = {"limit": 100}
    out = []
    seen = set()
    while True:
        answer = session.get(path, params=params).json()
        out.extend(answer["rows"])
        if not answer.get("next") or answer["next"] in seen:
            break
        seen.add(answer["next"])
        params["cursor"] = answer["next"]
    return out
""",
    "the pages are counted": """
def rows(session, path):
    params = {"limit": 100, "page": 0}
    while True:
        answer = session.get(path, params=params).json()
        yield from answer["rows"]
        params["page"] = params["page"] + 1
        if not answer["more"]:
            break
""",
}


def _found(text):
    (file,) = check(text).files
    return [one.code for one in file.findings]


@pytest.mark.parametrize("name", FOLLOWS)
def test_an_answer_may_name_a_page_again(name):
    assert _found(FOLLOWS[name]) == ["HC103"]


@pytest.mark.parametrize("name", ENDS)
def test_who_remembers_or_counts_comes_to_an_end(name):
    assert _found(ENDS[name]) == []
