"""Writing who is who: municipalities, users, roles and who holds them."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from politikontakt.modules.access.capabilities import starts_with
from politikontakt.modules.access.errors import EndsBeforeItBegins, NoAddress, NoSlug, NotADemo, RefTaken, SlugReserved
from politikontakt.modules.access.models import Holding, Municipality, Person, Role, User
from politikontakt.modules.access.short_names import is_slug
from politikontakt.modules.access.tenants import tenant, within
from politikontakt.modules.access.writes import AFact, Write
from politikontakt.modules.audit.actors import Actor

RESERVED_SLUGS = frozenset({
    "inn", "ut", "sprak", "static", "demo", "api", "konto", "accounts", "helse", "admin", "personvern",
    "tilgjengelighet", "_kit",
})  # fmt: skip
"""First parts of the installation's own addresses."""


@transaction.atomic
def open_municipality(
    *, key: UUID, slug: str, number: str, name: str, by: Actor, language: str = "nb", demo: bool = False
) -> Municipality:
    """Make a municipality. Its slug is its address and never changes."""
    if slug in RESERVED_SLUGS:
        raise SlugReserved(slug=slug)
    if not is_slug(slug):
        raise NoSlug(slug=slug)
    fields = {"number": number, "name": name, "language": language, "demo": demo}
    municipality, made = Municipality.objects.get_or_create(slug=slug, defaults=fields)
    with within(municipality):
        write = Write(key, "access.open_municipality", by, {"slug": slug, **fields})
        if not write.repeated:
            if not made:
                raise RefTaken(ref=slug)
            write.seal()
    return municipality


@transaction.atomic
def set_demo_day(*, key: UUID, day: date | None, by: Actor) -> Municipality:
    """Set what a demo municipality takes for today; None gives it the real day back."""
    municipality = tenant()
    if not municipality.demo:
        raise NotADemo(slug=municipality.slug)
    write = Write(key, "access.set_demo_day", by, {"day": day})
    if not write.repeated:
        municipality.demo_day = day
        municipality.save(update_fields=["demo_day"])
        write.seal()
    return municipality


@transaction.atomic
def add_person(*, key: UUID, ref: str, name: str, by: Actor, user: User | None = None) -> Person:
    """Enter somebody who is to hold a role. Nobody else is ever entered."""
    write = Write(key, "access.add_person", by, {"ref": ref, "name": name, "user": user and user.pk})
    if write.repeated:
        return write.first(Person)
    if Person.objects.filter(ref=ref).exists():
        raise RefTaken(ref=ref)
    return write.done(write.add(Person, ref=ref, name=name, user=user))


@transaction.atomic
def change_person(*, key: UUID, person: Person, name: str, user: User | None, by: Actor) -> Person:
    """Change a person's name, or the user they sign in as."""
    write = Write(key, "access.change_person", by, {"ref": person.ref, "name": name, "user": user and user.pk})
    if write.repeated:
        return write.first(Person)
    write.change(person, name=name, user_id=user.pk if user else None)
    return write.done(person)


@transaction.atomic
def let_sign_in(*, key: UUID, person: Person, email: str, by: Actor) -> Person:
    """Let a person sign in with an e-mail address; the same address may be a person's in several municipalities."""
    address = email.strip().lower()
    if not is_address(address):
        raise NoAddress(email=email)
    write = Write(key, "access.let_sign_in", by, {"ref": person.ref, "email": address})
    if write.repeated:
        return write.first(Person)
    user = User.objects.filter(email=address).first() or User.objects.create_user(address, person.name)
    write.change(person, user_id=user.pk)
    return write.done(person)


def is_address(text: str) -> bool:
    """Whether a text is an e-mail address."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


@transaction.atomic
def add_role(
    *,
    key: UUID,
    ref: str,
    titles: Mapping[str, str],
    side: str,
    by: Actor,
    party: str = "",
    may: Sequence[str] | None = None,
) -> Role:
    """Enter a role. Without `may` it gets what its code starts with."""
    fields = {"titles": dict(titles), "side": side, "party": party, "may": tuple(may or starts_with(ref))}
    write = Write(key, "access.add_role", by, {"ref": ref, **fields})
    if write.repeated:
        return write.first(Role)
    if Role.objects.filter(ref=ref).exists():
        raise RefTaken(ref=ref)
    return write.done(write.add(Role, ref=ref, **fields))


@transaction.atomic
def change_role(*, key: UUID, role: Role, titles: Mapping[str, str], party: str, may: Sequence[str], by: Actor) -> Role:
    """Change a role's titles, its party, or what it may do."""
    fields = {"titles": dict(titles), "party": party, "may": tuple(may)}
    write = Write(key, "access.change_role", by, {"ref": role.ref, **fields})
    if write.repeated:
        return write.first(Role)
    write.change(role, **fields)
    return write.done(role)


@transaction.atomic
def give_role(
    *,
    key: UUID,
    role: Role,
    person: Person,
    since: date,
    by: Actor,
    until: date | None = None,
    acting: bool = False,
    deputy: bool = False,
) -> Holding:
    """Say that somebody holds a role from a day on, to and including `until` where that is known."""
    if until and until < since:
        raise EndsBeforeItBegins(first=since, last=until)
    body = {"role": role.ref, "person": person.ref, "since": since, "until": until, "acting": acting, "deputy": deputy}
    write = Write(key, "access.give_role", by, body)
    if write.repeated:
        return write.first(Holding)
    holding = write.add(Holding, role=role, person=person, since=since, until=until, acting=acting, deputy=deputy)
    return write.done(holding)


@transaction.atomic
def end_role(*, key: UUID, holding: Holding, until: date, by: Actor) -> Holding:
    """Say on which day a holding ended. The last day counts."""
    if until < holding.since:
        raise EndsBeforeItBegins(first=holding.since, last=until)
    write = Write(key, "access.end_role", by, {"holding": holding.pk, "until": until})
    if write.repeated:
        return write.first(Holding)
    return write.done(write.correct(holding, until=until))


@transaction.atomic
def withdraw(*, key: UUID, fact: AFact, by: Actor, why: str = "") -> AFact:
    """Take back any fact, of any module: a later row says that it no longer holds, and why."""
    label = fact._meta.label_lower
    write = Write(key, "access.withdraw", by, {"fact": label, "row": fact.pk, "why": why})
    if write.repeated:
        return write.first(type(fact))
    return write.done(write.withdraw(fact))
