"""Prints the public page as a new reader gets it. Started by bench/pages.py."""

from politikontakt.cli import application


def main() -> None:
    """The demo municipality's page, uncompressed."""
    application.load()
    from django.test import Client

    page = Client().get("/malvik/", secure=True, headers={"host": "localhost"})
    assert page.status_code == 200
    print(page.content.decode())


if __name__ == "__main__":
    main()
