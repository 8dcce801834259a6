"""Asks some pages in a process of its own and prints what they cost, as JSON. Started by bench/pages.py.

`python -m bench.asking ours /malvik/ …` asks the application as it is; `bare` asks bench/bare.py
with the middleware of a new Django project.
"""

import json
import os
import sys
from collections.abc import Callable
from io import BytesIO
from time import process_time
from typing import Any

REQUESTS, ROUNDS = 40, 7
READER = "siri.lonnum@malvik.example"


def main(kind: str, *paths: str) -> None:
    """The cost of each address: milliseconds of processor time, queries, bytes of the answer."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "politikontakt.config.settings")
    import django

    django.setup()
    from django.conf import settings

    cookie = session_cookie()
    if kind == "bare":
        from bench import bare

        settings.MIDDLEWARE, settings.ROOT_URLCONF = bare.MIDDLEWARE, "bench.bare"
    print(json.dumps({path: cost(path, cookie) for path in paths}))


def cost(path: str, cookie: str) -> dict[str, float]:
    """What one address costs when it has been asked for before."""
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import connection

    handler = WSGIHandler()
    queries: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        queries.append(sql)
        return execute(sql, *rest)

    def ask() -> bytes:
        return answer(handler, path, cookie if path.endswith("#signed-in") else "")

    body = ask()
    with connection.execute_wrapper(note):
        ask()
    return {"ms": least(ask) * 1000, "queries": len(queries), "bytes": len(body)}


def least(ask: Callable[[], object]) -> float:
    """The least processor time of a request, in seconds, over some rounds of many."""
    took = []
    for _ in range(ROUNDS):
        start = process_time()
        for _ in range(REQUESTS):
            ask()
        took.append((process_time() - start) / REQUESTS)
    return min(took)


def answer(handler: Any, path: str, cookie: str) -> bytes:
    """The answer's body as the server gets it."""
    address, _, query = path.partition("#")[0].partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "443",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_ENCODING": "gzip",
        "HTTP_COOKIE": cookie,
        "wsgi.url_scheme": "https",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    status: list[str] = []
    response = handler(environ, lambda line, headers: status.append(line))
    body = b"".join(response)
    response.close()
    assert status == ["200 OK"], (path, status)
    return body


def session_cookie() -> str:
    """The cookie of somebody who has signed in."""
    from django.conf import settings
    from django.test import Client

    from politikontakt.modules.access.models import User

    client = Client()
    client.force_login(User.objects.get(email=READER), backend=settings.AUTHENTICATION_BACKENDS[0])
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}"


if __name__ == "__main__":
    main(*sys.argv[1:])
