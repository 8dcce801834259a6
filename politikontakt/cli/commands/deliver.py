"""Send the messages that wait in the outbox, of every municipality. `serve` does this by itself.

With --forever it looks again every few seconds until it is stopped.
"""

import argparse

from politikontakt.cli import application

SUMMARY = "send the messages that wait"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `deliver` takes."""
    parser.add_argument("--forever", action="store_true", help="go on until stopped")


def run(arguments: argparse.Namespace) -> int:
    """Send what is due; exit 1 where anything failed, so that a scheduler can tell."""
    application.start()
    from politikontakt.config.delivering import deliver_due, deliver_forever

    if arguments.forever:
        deliver_forever()
    sent, failed = deliver_due()
    print(f"{sent} sent, {failed} failed")
    return 1 if failed else 0
