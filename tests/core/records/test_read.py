from datetime import UTC, date, datetime, time
from fractions import Fraction

import pytest

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.faults import FaultyInput
from politikontakt.core.records.model import (
    Activity,
    Availability,
    Baseline,
    ClosedDays,
    Dispute,
    Document,
    Event,
    Exemption,
    Judgement,
    Measurement,
    Meeting,
    Person,
    Place,
    Records,
    Request,
    RoleHolding,
)
from politikontakt.core.records.read import read_records
from tests.core.records.folders import DALEN, DALEN_FILE, PEOPLE, PLACES, faults_of, read

ACTIVITY_COLUMNS = (
    "id,kind,status,date,start,minutes,place,people,purpose,audience,themes,partner,recorded_at,"
    "confirmed,series,period,ordinal\n"
)

EVERY_FILE = {
    "places.csv": "id,name,kind,stage_from,stage_to,owner,opened_on,closed_on,zone\n"
    "nordre,Nordre skole,school,8,10,Dalen kommune,2010-08-01,2030-06-30,nord\n"
    "torget,Torget,street,,,,,,\nsenteret,Dalen senter,shopping_centre,,,,,,\n",
    "people.csv": PEOPLE,
    "roles.csv": "role,person,from,to,acting\npolice_contact,kari,2020-01-01,,\n"
    "police_contact,ola,2020-03-01,2020-06-30,yes\n",
    "activities.csv": ACTIVITY_COLUMNS
    + "a1,school_visit,done,2020-02-03,08:15,90,nordre,kari;ola,preventive,pupils|parents,drugs,Skolen,"
    + "2020-02-03T15:00:00Z,yes,besok,2020-01-01,3\na2,presence,planned,2020-02-04,,,,,,,,,,,,,\n",
    "meetings.csv": "id,kind,status,date,people,agenda,start,block,minutes,place\n"
    "m1,council,done,2020-03-01,kari,evaluation;police,10:00,morning,120,torget\n",
    "documents.csv": "id,kind,approved_on,attached\nd1,plan,2020-05-01,yes\nd2,plan,2020-05-02,\n",
    "events.csv": "id,kind,date\ne1,moved,2020-02-01\n",
    "requests.csv": "id,kind,received_on,answered_on,outcome\nr1,advice,2020-02-01,2020-02-03,ja\n",
    "judgements.csv": "commitment,party,period_first,judged_on,finding\nV1,kommune,2020-01-01,2020-07-31,partly\n",
    "baselines.csv": "indicator,period_first,period_last,value,low,high,locked_on\n"
    "hours,2019-01-01,2019-12-31,12.50,11,14e0,2019-12-31\n",
    "measurements.csv": "indicator,period_first,period_last,value,low,high\nhours,2020-01-01,2020-12-31,-0.1,,\n",
    "exceptions.csv": "commitment,subject,first,last,kind,accepted_by,reason\n"
    "V1,nordre,2020-03-12,2020-05-10,excused,kommune,Skolene var stengt\n",
    "disputes.csv": "commitment,subject,period_first,party,opened_on,settled_on,reason\n"
    "V1,,,kommune,2020-09-01,,Tallet er feil\n",
    "closed_days.csv": "place,first,last,reason\n,2020-02-17,2020-02-21,vinterferie\n",
    "availability.csv": "person,first,last,blocks,kind\nkari,2020-07-06,2020-07-31,,leave\n"
    "ola,2020-02-01,2020-02-01,morning;evening,course\nola,2020-02-02,2020-02-02,all,\n",
}

AS_VALUES = Records(
    places=(
        Place(
            id="nordre",
            name="Nordre skole",
            kind="school",
            stage_from=8,
            stage_to=10,
            owner="Dalen kommune",
            opened_on=date(2010, 8, 1),
            closed_on=date(2030, 6, 30),
            zone="nord",
        ),
        Place(id="torget", name="Torget", kind="street"),
        Place(id="senteret", name="Dalen senter", kind="shopping_centre"),
    ),
    people=(Person(id="kari", name="Kari Berg"), Person(id="ola", name="Ola Dal")),
    roles=(
        RoleHolding(role="police_contact", person="kari", since=date(2020, 1, 1)),
        RoleHolding(role="police_contact", person="ola", since=date(2020, 3, 1), until=date(2020, 6, 30), acting=True),
    ),
    activities=(
        Activity(
            id="a1",
            kind="school_visit",
            status="done",
            on=date(2020, 2, 3),
            start=time(8, 15),
            minutes=90,
            place="nordre",
            people=("kari", "ola"),
            purpose="preventive",
            audience=("pupils", "parents"),
            themes=("drugs",),
            partner="Skolen",
            recorded_at=datetime(2020, 2, 3, 15, tzinfo=UTC),
            confirmed=True,
            series="besok",
            period=date(2020, 1, 1),
            ordinal=3,
        ),
        Activity(id="a2", kind="presence", status="planned", on=date(2020, 2, 4)),
    ),
    meetings=(
        Meeting(
            id="m1",
            kind="council",
            status="done",
            on=date(2020, 3, 1),
            people=("kari",),
            agenda=("evaluation", "police"),
            start=time(10),
            block="morning",
            minutes=120,
            place="torget",
        ),
    ),
    documents=(
        Document(id="d1", kind="plan", approved_on=date(2020, 5, 1), attached=True),
        Document(id="d2", kind="plan", approved_on=date(2020, 5, 2)),
    ),
    events=(Event(id="e1", kind="moved", on=date(2020, 2, 1)),),
    requests=(
        Request(id="r1", kind="advice", received_on=date(2020, 2, 1), answered_on=date(2020, 2, 3), outcome="ja"),
    ),
    judgements=(
        Judgement(
            commitment="V1",
            party="kommune",
            period_first=date(2020, 1, 1),
            judged_on=date(2020, 7, 31),
            finding="partly",
        ),
    ),
    baselines=(
        Baseline(
            indicator="hours",
            period_first=date(2019, 1, 1),
            period_last=date(2019, 12, 31),
            value=Fraction(25, 2),
            low=Fraction(11),
            high=Fraction(14),
            locked_on=date(2019, 12, 31),
        ),
    ),
    measurements=(
        Measurement(
            indicator="hours",
            period_first=date(2020, 1, 1),
            period_last=date(2020, 12, 31),
            value=Fraction(-1, 10),
        ),
    ),
    exceptions=(
        Exemption(
            commitment="V1",
            subject="nordre",
            first=date(2020, 3, 12),
            last=date(2020, 5, 10),
            kind="excused",
            accepted_by=("kommune",),
            reason="Skolene var stengt",
        ),
    ),
    disputes=(Dispute(commitment="V1", party="kommune", opened_on=date(2020, 9, 1), reason="Tallet er feil"),),
    closed_days=(ClosedDays(first=date(2020, 2, 17), last=date(2020, 2, 21), reason="vinterferie"),),
    availability=(
        Availability(person="kari", first=date(2020, 7, 6), last=date(2020, 7, 31)),
        Availability(
            person="ola",
            first=date(2020, 2, 1),
            last=date(2020, 2, 1),
            blocks=("morning", "evening"),
            kind="course",
        ),
        Availability(person="ola", first=date(2020, 2, 2), last=date(2020, 2, 2)),
    ),
)


def test_every_file_becomes_values():
    assert read(EVERY_FILE) == AS_VALUES


def test_a_folder_with_nothing_in_it_is_empty_records():
    assert read_records({}, DALEN) == Records()


def test_a_file_with_a_header_alone_has_no_rows():
    assert read({"activities.csv": ACTIVITY_COLUMNS}).activities == ()


def test_other_files_in_the_folder_are_left_alone():
    assert faults_of({"planning.toml": b"\xff", "README": "", "notes.txt": ""}) == ()


WRITTEN_DIFFERENTLY = [
    "\ufeffid,name\nkari,Kari Berg\nola,Ola Dal\n",  # a byte order mark
    "id;name\nkari;Kari Berg\nola;Ola Dal\n",  # semicolons
    "\ufeffid;name\r\nkari;Kari Berg\r\nola;Ola Dal",  # all that a spreadsheet does, no line end at the end
    "id,name\rkari,Kari Berg\rola,Ola Dal\r",  # line ends of old
    "\nid,name\n\nkari,Kari Berg\n\n\nola,Ola Dal\n\n",  # blank lines
    '"id","name"\n"kari","Kari Berg"\n"ola","Ola Dal"\n',  # quotation marks around all
    "name,id\nKari Berg,kari\nOla Dal,ola\n",  # another order
    " id , name \n kari , Kari Berg \nola,  Ola Dal\n",  # space around cells
]


@pytest.mark.parametrize("source", WRITTEN_DIFFERENTLY)
def test_the_same_people_are_read_however_they_are_written(source: str):
    assert read({"people.csv": source}).people == AS_VALUES.people


def test_the_separator_is_told_from_the_header_not_from_the_text():
    source = "id;kind;received_on;outcome\nr1;advice;2020-02-01;a, b, c, d, e\n"

    assert read({"requests.csv": source}).requests[0].outcome == "a, b, c, d, e"


@pytest.mark.parametrize("cell", ["kari;ola", "kari|ola", " kari ; ola ", "kari;ola;", "kari;ola;kari"])
def test_several_in_a_cell_are_each_said_once(cell: str):
    source = f"id,kind,status,date,people\nm1,council,done,2020-03-01,{cell}\n"

    assert read({"meetings.csv": source}).meetings[0].people == ("kari", "ola")


def test_without_an_agreement_its_names_are_not_looked_up():
    files = {"roles.csv": "role,person,from\nmayor,kari,2020-01-01\n"}

    assert [fault.code for fault in faults_of(files)] == ["unknown_role"]
    assert faults_of(files, agreement=None) == ()


def test_a_file_that_can_not_be_read_whole_makes_no_references_wrong():
    files = {
        "people.csv": 'id,name\nkari,"Kari\nola,Ola\n',
        "roles.csv": "role,person,from\npolice_contact,ola,2020-01-01\n",
    }

    assert [(fault.file, fault.code) for fault in faults_of(files)] == [("people.csv", "quote_not_closed")]


def test_a_line_of_ten_megabytes_is_a_fault_on_its_line():
    files = {"people.csv": PEOPLE + f"per,{'x' * 10_000_000}\n"}

    assert [(fault.line, fault.key, fault.code) for fault in faults_of(files)] == [(4, "name", "text_too_long")]


def test_an_open_end_is_never_before_its_beginning():
    assert faults_of({"roles.csv": "role,person,from,to\npolice_contact,kari,2020-01-01,2020-01-01\n"}) == ()


def test_one_person_may_have_two_rows_in_a_role():
    rows = "police_contact,kari,2020-01-01,,yes\npolice_contact,kari,2020-02-01,,no\n"

    assert faults_of({"roles.csv": "role,person,from,to,acting\n" + rows}) == ()


def test_a_planned_visit_may_be_where_nothing_is_open_yet():
    files = {
        "places.csv": PLACES.replace("kind\n", "kind,opened_on\n")
        .replace("school\n", "school,2020-08-01\n")
        .replace("street\n", "street,\n")
        .replace("centre\n", "centre,\n"),
        "activities.csv": "id,kind,status,date,place\na,school_visit,planned,2020-02-03,nordre\n"
        "b,school_visit,cancelled,2020-02-03,nordre\nc,school_visit,done,2020-08-01,nordre\n",
    }

    assert faults_of(files) == ()


@pytest.mark.parametrize("subject", ["nordre", "nordre/2022", "torget", ""])
def test_a_subject_is_a_place_or_what_stands_after_it(subject: str):
    files = {"exceptions.csv": f"commitment,subject,first,last,kind\nV1,{subject},2020-02-01,2020-02-02,waived\n"}

    assert faults_of(files) == ()


@pytest.mark.parametrize("source", ["", "\ufeff", "\n", "\r\n\n"])
def test_a_file_with_nothing_in_it_is_an_empty_one(source: str):
    assert read({"activities.csv": source}).activities == ()


def amended(members: str, *, each_of: str = "theme") -> Agreement:
    """The agreement of Dalen, where it was agreed later that C1 is for other members."""
    later = f"""
[[amendment]]
agreed_on = 2020-05-01
valid_from = 2020-08-01
commitment = "C1"
set = {{ each_of = "{each_of}", members = {members} }}
decision = "Sak 4/20"
"""
    return read_agreement(DALEN_FILE.read_bytes() + later.encode(), file="dalen.toml", kinds=KINDS)


@pytest.mark.parametrize("subject", ["drugs", "torget"])
def test_a_subject_may_be_a_member_that_an_amendment_made_or_ended(subject: str):
    files = {"exceptions.csv": f"commitment,subject,first,last,kind\nC1,{subject},2020-02-01,2020-02-02,waived\n"}

    assert faults_of(files, amended('["drugs"]')) == ()


def test_a_place_that_an_amendment_names_is_among_the_places():
    (fault,) = faults_of({}, amended('["torget", "havna"]', each_of="place"))

    assert (fault.code, fault.file, fault.values["found"]) == ("unknown_member_place", "places.csv", "havna")


def test_without_any_places_a_members_place_is_not_missed():
    assert faults_of({"places.csv": "id,name,kind\n"}) == ()


@pytest.mark.parametrize(
    ("file", "row"),
    [
        ("activities.csv", "id,kind,status,date\n150375 10081,visit,done,2017-03-06\n"),  # the row's own id
        ("activities.csv", "id,kind,status,date\na1,15037510081,done,2017-03-06\n"),  # a code
        ("measurements.csv", "indicator,period_first,period_last,value\n15037510081,2017-01-01,2017-12-31,1\n"),
        ("places.csv", "id,name,kind,owner\np1,A place,other,15037510081\n"),
    ],
)
def test_a_national_identity_number_is_refused_in_refs_and_codes_as_well(file, row):
    with pytest.raises(FaultyInput) as refused:
        read_records({file: row.encode()}, None)

    assert [fault.code for fault in refused.value.faults] == ["national_id"]
