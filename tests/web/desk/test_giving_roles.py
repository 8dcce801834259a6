"""Giving roles at the desk: each party its own, so that nobody becomes the other party by a form."""

from uuid import uuid4

import pytest

from politikontakt.modules.access.models import Holding, Role
from politikontakt.modules.access.tenants import within
from tests import factories

NEW = "/malvik/arbeid/katalog/rolle/ny/"


def offered(client):
    """The codes of the roles one can choose from."""
    return [role.ref for role in client.get(NEW).context["form"].fields["role"].queryset]


def give(client, municipality, role, person):
    with within(municipality):
        chosen, to = Role.objects.get(ref=role), factories.person(person)
    form = {"client_key": uuid4(), "role": chosen.pk, "person": to.pk, "since": "2018-03-15", "standing": "holder"}
    return client.post(NEW, form)


def held(municipality, person):
    with within(municipality):
        return set(Holding.current.filter(person__ref=person).values_list("role__ref", flat=True))


def test_a_contact_is_offered_the_contacts_role_alone(malvik, berit, signed_in):
    assert offered(signed_in(berit)) == ["police_contact"]


def test_the_director_is_offered_every_role_of_the_municipality(malvik, signed_in):
    assert offered(signed_in(user(malvik, "kari"))) == ["council_secretary", "municipal_director"]


def test_a_contact_can_not_become_the_other_partys_director(malvik, berit, signed_in):
    answer = give(signed_in(berit), malvik, "municipal_director", "berit")

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["role"]
    assert held(malvik, "berit") == {"police_contact"}


def test_a_director_can_give_a_role_of_the_own_party(malvik, signed_in):
    answer = give(signed_in(user(malvik, "kari")), malvik, "council_secretary", "kari")

    assert answer.status_code == 302
    assert held(malvik, "kari") == {"municipal_director", "council_secretary"}


@pytest.mark.parametrize(
    ("who", "whose", "status"), [("berit", "kari", 403), ("kari", "berit", 403), ("kari", "siri", 200)]
)
def test_a_holding_is_ended_by_its_own_party(malvik, signed_in, who, whose, status):
    with within(malvik):
        holding = Holding.current.get(person__ref=whose)

    for ask in (signed_in(user(malvik, who)).get, signed_in(user(malvik, who)).post):
        answer = ask(f"/malvik/arbeid/katalog/rolle/{holding.pk}/")
        assert (answer.status_code == 403) is (status == 403)


def test_the_directory_shows_the_way_to_end_own_holdings_alone(malvik, berit, signed_in):
    page = signed_in(berit).get("/malvik/arbeid/katalog/").content.decode()
    with within(malvik):
        links = {
            row.person.ref: f"/katalog/rolle/{row.pk}/" in page for row in Holding.current.select_related("person")
        }

    assert links == {"berit": True, "ola": True, "siri": False, "kari": False}


def user(municipality, ref):
    with within(municipality):
        return factories.person(ref).user
