"""A finding goes away when a clause on its subject comes, and stays where the signed words are silent."""

from pathlib import Path

import pytest

from politikontakt.core.agreement.lint import Finding, lint
from politikontakt.core.agreement.lint.silence import SUBJECTS
from tests.core.agreement.example import COUNT, SMALL, read

MALVIK = read((Path(__file__).parents[3] / "agreements" / "malvik-2016.toml").read_bytes())


def clause(text: str, *, title: str = "Mer", commitments: str = "", language: str = "nb", ref: str = "9") -> str:
    return (
        f'\n[[clause]]\nref = "{ref}"\ntitle = {{ nb = "{title}" }}\ntext = {{ {language} = "{text}" }}\n{commitments}'
    )


def codes(text: str) -> set[str]:
    return {finding.code for finding in lint(read(text))}


def findings(text: str, code: str) -> list[Finding]:
    return [finding for finding in lint(read(text)) if finding.code == code]


SETTLED = [
    ("breach", "Ved brudd på avtalen tar partene saken opp i politirådet.", "nb"),
    ("breach", "Blir avtalen ikkje fylgd, tek partane det opp.", "nn"),
    ("breach", "In case of breach the parties meet within a week.", "en"),
    ("vacancy", "Står stillingen ubesatt, stiller distriktet med en annen.", "nb"),
    ("vacancy", "Ved sjukefråvær kjem ein annan.", "nn"),
    ("vacancy", "A vacancy is filled within three months.", "en"),
    ("dispute", "Er partene uenige, avgjør politirådet.", "nb"),
    ("dispute", "Ved usemje avgjer politirådet.", "nn"),
    ("dispute", "If the parties disagree, the council decides.", "en"),
    ("privacy", "Partene følger reglene om taushetsplikt.", "nb"),
    ("privacy", "Partane følgjer reglane om teieplikt.", "nn"),
    ("privacy", "Personal data is never shared.", "en"),
    ("renewal", "Partene møtes om forlengelse et halvt år før.", "nb"),
    ("renewal", "Partane avgjer vidareføring eit halvt år før.", "nn"),
    ("renewal", "The parties meet on renewal.", "en"),
    ("costs", "Hver part dekker egne kostnader.", "nb"),
    ("costs", "Kvar part betaler for sitt.", "nn"),
    ("costs", "Each party pays its own expenses.", "en"),
    ("reporting", "Kontakten skriver en rapport hvert halvår.", "nb"),
    ("reporting", "Kontakten skriv ei årsmelding.", "nn"),
    ("reporting", "The contact writes an annual report.", "en"),
    ("change", "Endringer i avtalen gjøres skriftlig.", "nb"),
    ("change", "Partane kan endre avtalen skriftleg.", "nn"),
    ("change", "The parties may amend this agreement in writing.", "en"),
    ("end", "Avtalen kan sies opp med tre måneders varsel.", "nb"),
    ("end", "Avtalen kan seiast opp skriftleg.", "nn"),
    ("end", "Either party may terminate with a month's notice.", "en"),
    ("no_evaluation", "Samarbeidet evalueres hvert år.", "nb"),
]


@pytest.mark.parametrize(("code", "text", "language"), SETTLED)
def test_a_clause_on_the_subject_makes_the_finding_go(code: str, text: str, language: str):
    assert code in codes(SMALL)
    assert code not in codes(SMALL + clause(text, language=language))


def test_every_subject_is_tried_in_all_three_languages():
    tried = {(code, language) for code, _text, language in SETTLED}

    assert tried >= {(code, language) for code in (*SUBJECTS, "change", "end") for language in ("nb", "nn", "en")}


def test_changing_something_else_is_no_word_on_changing_the_agreement():
    assert "change" in codes(SMALL + clause("Kontakten bidrar til endring hos ungdom."))
    assert "change" not in codes(SMALL + clause("Det gjøres skriftlig.", title="Endringer"))


def test_a_reading_that_admits_the_silence_does_not_break_it():
    reading = '  reading = { nb = "Avtalen sier ikke hva som skjer ved brudd." }\n'

    assert "breach" in codes(SMALL + COUNT + reading)


def test_vague_words_are_shown_with_their_clause_by_language():
    found = findings(
        SMALL.replace("Kontakten besøker skolene", "Kontakten besøker skolene jevnlig og ved behov"), "vague_word"
    )

    assert found == [Finding("vague_word", "1", values={"words": {"nb": ("jevnlig", "ved behov")}})]


@pytest.mark.parametrize(
    "explanation",
    [
        clause("Jevnlig er minst fire ganger i året.", title="Definisjoner"),
        clause("Med jevnlig menes minst fire ganger i året."),
        clause("Jevnlig betyr minst fire ganger i året."),
    ],
)
def test_a_vague_word_that_is_explained_is_vague_no_more(explanation: str):
    vague = SMALL.replace("Kontakten besøker skolene", "Kontakten besøker skolene jevnlig")

    assert findings(vague, "vague_word") != []
    assert findings(vague + explanation, "vague_word") == []


def test_a_number_without_a_reading_asks_what_counts():
    assert findings(SMALL + COUNT, "no_reading") == [Finding("no_reading", "1", "V1", {"rule": "count"})]
    assert findings(SMALL + COUNT + '  reading = { nb = "Skoleåret." }\n', "no_reading") == []


def test_a_clause_without_a_commitment_can_not_be_judged():
    assert findings(SMALL, "no_rule") == [Finding("no_rule", "1")]
    assert findings(SMALL + COUNT, "no_rule") == []


def test_more_than_before_needs_a_baseline():
    more = SMALL.replace("Kontakten besøker skolene", "Det forebygges mer enn før")

    assert findings(more, "no_baseline") == [Finding("no_baseline", "1")]
    assert findings(more + clause("Nullpunktet er timene i 2019."), "no_baseline") == []


def test_evaluation_is_owed_by_somebody():
    evaluated = SMALL + clause("Samarbeidet evalueres.")

    assert findings(evaluated, "evaluation_not_owed") == [Finding("evaluation_not_owed", "9")]
    assert findings(evaluated + COUNT, "evaluation_not_owed") == []


MEETING = """
  [[clause.commitment]]
  id = "M1"
  title = { nb = "Politiråd" }
  owed_by = ["politi", "kommune"]
  owed_to = ["politi", "kommune"]
  rule = "meeting"
  meeting = "council"
  per = "calendar_quarter"
  present = { police_contact = 1 }
"""


def test_meetings_are_called_and_written_down_by_somebody():
    meets = SMALL + MEETING

    assert findings(meets, "nobody_calls") == [Finding("nobody_calls", "1")]
    assert findings(meets, "nobody_writes_minutes") == [Finding("nobody_writes_minutes", "1")]
    assert "nobody_calls" not in codes(meets + clause("Ordføreren innkaller til politirådet."))
    assert "nobody_calls" not in codes(meets + clause("Ordføreren kaller partene inn."))
    assert "nobody_writes_minutes" not in codes(meets + clause("Kommunen skriver referat."))


def test_an_agreement_without_meetings_needs_nobody_to_call_them():
    assert not {"nobody_calls", "nobody_writes_minutes"} & codes(SMALL + COUNT)


def test_a_role_that_promises_rest_on_needs_a_deputy():
    rests = SMALL + COUNT + '  by_role = "police_contact"\n'
    deputy = '\n[[role]]\nid = "deputy"\ntitle = { nb = "stedfortreder" }\nparty = "politi"\n'

    assert findings(rests, "no_deputy") == [Finding("no_deputy", "1", "V1", {"role": "police_contact"})]
    assert findings(rests + deputy, "no_deputy") == []
    assert findings(rests + clause("Ved ferie har kontakten en vikar."), "no_deputy") == []
    assert findings(SMALL + COUNT, "no_deputy") == []


def test_who_signs_and_owes_nothing_is_named():
    owing = SMALL + COUNT

    assert findings(owing, "owes_nothing") == [Finding("owes_nothing", values={"party": "Dalen kommune"})]
    assert findings(SMALL + MEETING, "owes_nothing") == []


def test_duties_that_lean_are_counted():
    many = "".join(COUNT.replace('"V1"', f'"V{number}"') for number in range(4))

    assert findings(SMALL + MEETING + many, "leans") == [
        Finding("leans", values={"side": "municipality", "owed": 1, "total": 5})
    ]
    assert findings(SMALL + MEETING, "leans") == []


def test_upper_secondary_schools_belong_to_the_county():
    everywhere = SMALL + COUNT + '  for_each = { place = "school" }\n'
    county = '\n[[party]]\nid = "fylket"\nname = "Trøndelag fylkeskommune"\nkind = "other"\n'

    assert findings(everywhere, "county_schools") == [Finding("county_schools", "1", "V1")]
    assert findings(everywhere + county, "county_schools") == []
    assert findings(everywhere + clause("Fylkeskommunen avgjør for sine skoler."), "county_schools") == []
    assert findings(everywhere.replace('"school" }', '"school", teaches_stage = 8 }'), "county_schools") == []


def reach(terms: str) -> list[Finding]:
    commitment = COUNT.replace("  at_least = 8\n", "").replace('  per = "school_year"\n', "") + terms
    return findings(SMALL + commitment, "out_of_reach")


def test_more_days_than_a_period_has_can_not_be_kept():
    # the first week of 2020 in force, 1–5 January, has five days; one school day is a holiday and two are a weekend
    (found,) = reach('  at_least = 8\n  per = "week"\n')

    assert (found.values["required"], found.values["days"], found.values["period"]) == (8, 7, "2020-W02")


@pytest.mark.parametrize(
    ("terms", "out_of_reach"),
    [
        ('  at_least = 7\n  per = "week"\n', False),  # every day of the week
        ('  at_least = 7\n  per = "week"\n  for_each = { place = "school" }\n', True),  # five of them
        ('  at_least = 5\n  per = "week"\n  for_each = { place = "school" }\n', True),  # not in Easter week
        ('  at_least = 1\n  per = "week"\n  for_each = { place = "school" }\n', False),
        ('  at_least = 9\n  per = "week"\n  distinct = "items"\n', False),  # several a day count
        ('  at_least = 6\n  per = "week"\n  part_year = "full"\n', True),  # five days in the first week
        ('  at_least = 7\n  per = "week"\n  part_year = "exempt"\n', False),
        ('  at_least = 366\n  per = "calendar_year"\n', True),  # 2020 has them, 2021 has not
        ('  at_least = 365\n  per = "calendar_year"\n', False),
    ],
)
def test_what_is_in_reach_depends_on_the_days_there_are(terms: str, out_of_reach: bool):
    assert bool(reach(terms)) == out_of_reach


def test_an_amendment_may_bring_a_promise_within_reach():
    too_much = COUNT.replace("at_least = 8", "at_least = 8").replace("school_year", "week")
    amendment = """
[[amendment]]
agreed_on = 2020-01-01
valid_from = 2020-01-01
commitment = "V1"
set = { at_least = 2 }
decision = "Sak 1"
"""

    assert findings(SMALL + too_much, "out_of_reach") != []
    assert findings(SMALL + too_much + amendment, "out_of_reach") == []


def test_an_amendment_after_the_last_period_began_changes_nothing():
    amendment = """
[[amendment]]
agreed_on = 2022-08-02
valid_from = 2022-08-02
commitment = "V1"
set = { at_least = 2 }
decision = "Sak 1"
"""

    (found,) = findings(SMALL + COUNT + amendment, "amendment_without_effect")
    assert (found.clause, found.commitment) == ("1", "V1")
    assert findings(SMALL + COUNT + amendment.replace("2022-08-02", "2022-08-01"), "amendment_without_effect") == []


def test_a_deadline_before_the_agreement_can_only_be_kept_late():
    deadline = COUNT.replace('"count"', '"deadline"').replace('activity = "school_visit"', 'document = "plan"')
    deadline = deadline.replace("  at_least = 8\n", "").replace('per = "school_year"', "by = 2019-12-31")

    assert findings(SMALL + deadline, "deadline_before_start") == [Finding("deadline_before_start", "1", "V1")]
    assert findings(SMALL + deadline.replace("2019-12-31", "2020-01-01"), "deadline_before_start") == []


def test_what_belongs_to_a_clause_comes_first_in_the_order_of_the_file():
    order = [finding.clause for finding in lint(MALVIK)]
    refs = [each.ref for each in MALVIK.clauses]

    assert order == sorted(order, key=lambda ref: refs.index(ref) if ref else len(refs))


def test_the_malvik_agreement_lacks_what_its_readers_found_it_to_lack():
    found = {finding.code for finding in lint(MALVIK)}

    assert found == {
        "vague_word",
        "no_rule",
        "no_baseline",
        "nobody_calls",
        "nobody_writes_minutes",
        "no_deputy",
        "leans",
        "county_schools",
        "breach",
        "vacancy",
        "dispute",
        "privacy",
        "renewal",
        "costs",
        "reporting",
        "change",
        "end",
    }
