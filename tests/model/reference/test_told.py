"""Browsers and databases that are led to the item: what they say next may lead back."""

import pytest

from haltcheck.api import check

LEADS_BACK = {
    "a cursor": (
        "def f(cur, node):\n"
        "    cur.execute('select child from t where parent = ?', (node,))\n"
        "    for row in cur.fetchall():\n        f(cur, row[0])\n"
    ),
    "the rows at once": (
        "def f(conn, node):\n"
        "    for (child,) in conn.execute('SELECT child FROM t WHERE parent=%s' % node):\n"
        "        f(conn, child)\n"
    ),
    "a browser": (
        "def f(driver, url):\n    driver.get(url)\n"
        "    for link in driver.find_elements('tag name', 'a'):\n"
        "        f(driver, link.get_attribute('href'))\n"
    ),
    "a page of a browser": (
        "def f(browser, root, url):\n    page = browser.new_page()\n    page.goto(url)\n"
        "    for link in page.query_selector_all('a'):\n"
        "        f(browser, root, root + page.evaluate('href', link))\n"
    ),
    "a work list": (
        "def f(driver, url):\n    work = [url]\n    while work:\n        driver.get(work.pop())\n"
        "        for link in driver.find_elements('tag name', 'a'):\n"
        "            work.append(link.get_attribute('href'))\n"
    ),
    "up the tree": (
        "def f(conn, node):\n    path = []\n    while node is not None:\n"
        "        cur = conn.cursor()\n"
        "        cur.execute('select parent from t where id = ?', (node,))\n"
        "        node = cur.fetchone()[0]\n        path.append(node)\n    return path\n"
    ),
}
ENDS = {
    "keys that grow": (
        "def f(cur):\n    last = 0\n    while True:\n"
        "        cur.execute('select id from t where id > ? order by id limit 9', (last,))\n"
        "        rows = cur.fetchall()\n        if not rows:\n            break\n"
        "        last = rows[-1][0]\n"
    ),
    "older ones": (
        "def f(cur, rev):\n    cur.execute('select max(rev) from log where rev < %s' % rev)\n"
        "    row = cur.fetchone()\n    if row:\n        f(cur, row[0])\n"
    ),
    "a name that is free": (
        "def f(cur, name):\n    while True:\n"
        "        cur.execute('select 1 from t where name = ?', (name,))\n"
        "        if cur.fetchone() is None:\n            return name\n        name = name + '_'\n"
    ),
    "what is put there": (
        "def f(cur, node):\n    cur.execute('insert into t values (?)', (node.id,))\n"
        "    for child in node.children:\n        f(cur, child)\n"
    ),
    "a path is handed on": (
        "def f(cur, node, path=()):\n"
        "    cur.execute('select child from t where parent = ?', (node,))\n"
        "    for row in cur.fetchall():\n        if row[0] not in path:\n"
        "            f(cur, row[0], path + (row[0],))\n"
    ),
    "a depth": (
        "def f(driver, url, depth: int):\n    if depth <= 0:\n        return\n"
        "    driver.get(url)\n    for link in driver.find_elements('tag name', 'a'):\n"
        "        f(driver, link.get_attribute('href'), depth - 1)\n"
    ),
    "pages that were seen": (
        "class C:\n    def f(self, url):\n        if url in self.seen:\n            return\n"
        "        self.seen.add(url)\n        self.driver.get(url)\n"
        "        for link in self.driver.find_elements('tag name', 'a'):\n"
        "            self.f(link.get_attribute('href'))\n"
    ),
    "another try": (
        "def f(conn, key, tries: int):\n    cur = conn.cursor()\n"
        "    cur.execute('select a from t where k = ?', (key,))\n    row = cur.fetchone()\n"
        "    if row is None and tries > 0:\n        return f(conn, key, tries - 1)\n"
        "    return row\n"
    ),
    "parts of the item": (
        "class C:\n    def f(self, node):\n        self.db.get(node.id)\n"
        "        return [self.f(child) for child in node.children]\n"
    ),
}


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", LEADS_BACK)
def test_what_it_says_next_may_lead_back(name: str) -> None:
    assert len(_codes(LEADS_BACK[name])) == 1


@pytest.mark.parametrize("name", ENDS)
def test_it_comes_to_an_end(name: str) -> None:
    assert _codes(ENDS[name]) == []
