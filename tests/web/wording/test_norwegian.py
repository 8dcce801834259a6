"""The words of the engine's codes in both written forms, as the parties read them."""

import pytest
from django.utils import translation

from politikontakt.core.commitments.verdict import Standing
from politikontakt.web.ui.wording import ignored, periods, reasons, rules, standings

STANDINGS = {
    "kept": ("Oppfylt", "Oppfylt"),
    "late": ("Oppfylt for sent", "Oppfylt for seint"),
    "on_track": ("I rute", "I rute"),
    "at_risk": ("På etterskudd", "På etterskot"),
    "broken": ("Brutt", "Brote"),
    "not_due": ("Ikke forfalt", "Ikkje forfalle"),
    "not_measured": ("Ikke målt", "Ikkje målt"),
    "disputed": ("Omstridt", "Omstridd"),
    "waived": ("Satt til side", "Sett til side"),
    "excused": ("Fritatt", "Friteken"),
}

MEANINGS = {
    "kept": ("Det som er lovet for perioden, er gjort.", "Det som er lova for perioden, er gjort."),
    "late": ("Det er gjort, men etter fristen.", "Det er gjort, men etter fristen."),
    "on_track": (
        "Minst så mye er gjort som en kunne vente til nå, eller resten er i planen.",
        "Minst så mykje er gjort som ein kunne vente til no, eller resten er i planen.",
    ),
    "at_risk": (
        "Mindre er gjort enn en kunne vente til nå, men det kan fortsatt nås.",
        "Mindre er gjort enn ein kunne vente til no, men det kan framleis nåast.",
    ),
    "broken": ("Det kan ikke lenger nås, eller fristen er ute.", "Det kan ikkje lenger nåast, eller fristen er ute."),
    "not_due": ("Ingenting skyldes ennå.", "Ingen skuldar noko enno."),
    "not_measured": ("Ingen har målt det, så ingen kan si det.", "Ingen har målt det, så ingen kan seie det."),
    "disputed": ("En av partene er uenig i tallet.", "Ein av partane er usamd i talet."),
    "waived": (
        "De som har det til gode, er enige om å la det hvile.",
        "Dei som har det til gode, er samde om å la det kvile.",
    ),
    "excused": (
        "De som har det til gode, godtar at det ikke lot seg gjøre.",
        "Dei som har det til gode, godtek at det ikkje let seg gjere.",
    ),
}

REASONS = {
    "no_rule": ("Avtalen sier ikke hvordan dette kan måles.", "Avtalen seier ikkje korleis dette kan målast."),
    "part_period": (
        "Bare en del av perioden er innenfor avtalen, og da skyldes ingenting.",
        "Berre ein del av perioden er innanfor avtalen, og då er det ingen som skuldar noko.",
    ),
    "part_period_reduced": (
        "Tallet er redusert, fordi bare en del av perioden teller.",
        "Talet er redusert, fordi berre ein del av perioden tel.",
    ),
    "out_of_days": ("Det er færre dager igjen enn det mangler besøk.", "Det er færre dagar att enn det manglar besøk."),
    "no_subject": ("Dette gjelder ingen av stedene som er ført opp.", "Dette gjeld ingen av stadene som er førte opp."),
    "exception_not_accepted": (
        "Det er bedt om unntak, men ikke alle som har noe til gode, har godtatt det.",
        "Det er bede om unntak, men ikkje alle som har noko til gode, har godteke det.",
    ),
    "low_coverage": (
        "For lite av arbeidstiden er ført til å si det.",
        "For lite av arbeidstida er ført til å seie det.",
    ),
    "no_baseline": (
        "Det finnes ikke noe nullpunkt som ble låst før avtalen begynte.",
        "Det finst ikkje noko nullpunkt som vart låst før avtalen byrja.",
    ),
    "no_measurement": ("Ingen har målt denne perioden.", "Ingen har målt denne perioden."),
    "cannot_tell": ("Målingen er for usikker til å si det.", "Målinga er for usikker til å seie det."),
    "leaves_after_end": (
        "Elevene går ut av skolen etter at avtalen har tatt slutt.",
        "Elevane går ut av skulen etter at avtalen har teke slutt.",
    ),
    "nothing_asked": ("Ingenting ble bedt om i perioden.", "Ingenting vart bede om i perioden."),
    "parties_disagree": ("Partene vurderer det ulikt.", "Partane vurderer det ulikt."),
}

IGNORED = {
    "cancelled": ("Det ble avlyst.", "Det vart avlyst."),
    "outside_period": ("Det var en dag avtalen ikke gjaldt.", "Det var ein dag avtalen ikkje gjaldt."),
    "wrong_role": ("Ingen som var med, hadde rollen den dagen.", "Ingen som var med, hadde rolla den dagen."),
    "wrong_purpose": ("Det hadde et annet formål.", "Det hadde eit anna føremål."),
    "wrong_audience": ("Det var for andre enn dem som er lovet det.", "Det var for andre enn dei som er lova det."),
    "too_short": ("Det var for kort.", "Det var for kort."),
    "after_day": ("Det er datert etter dagen det regnes for.", "Det er datert etter dagen det blir rekna for."),
    "not_done": (
        "Det var planlagt, og dagen gikk uten at det ble ført som gjort.",
        "Det var planlagt, og dagen gjekk utan at det vart ført som gjort.",
    ),
    "same_day": (
        "Et annet samme dag teller, og en dag teller én gang.",
        "Eit anna same dag tel, og ein dag tel éin gong.",
    ),
    "missing_agenda:evaluation": (
        "«Evaluering av modellen» sto ikke på sakslista.",
        "«Evaluering av modellen» stod ikkje på saklista.",
    ),
}

RULES = {
    "count": ("Et antall", "Eit tal på gonger"),
    "meeting": ("Møter", "Møte"),
    "deadline": ("En frist", "Ein frist"),
    "staffing": ("En rolle som er fylt", "Ei rolle som er fylt"),
    "share": ("En andel av tiden", "Ein del av tida"),
    "baseline": ("Mer enn før", "Meir enn før"),
    "cohort": ("Én gang for hvert kull", "Éin gong for kvart kull"),
    "coverage": ("Hver av flere", "Kvar av fleire"),
    "answer": ("Svar i tide", "Svar i tide"),
    "judgement": ("Partenes egen vurdering", "Vurderinga til partane sjølve"),
}

PERIODS = {
    "2017": ("2017", "2017"),
    "2016/17": ("skoleåret 2016/17", "skuleåret 2016/17"),
    "2016-Q4": ("4. kvartal 2016", "4. kvartal 2016"),
    "2016-H2": ("2. halvår 2016", "2. halvår 2016"),
    "2016-10": ("oktober 2016", "oktober 2016"),
    "2016-W40": ("uke 40 i 2016", "veke 40 i 2016"),
    "avtaleår 1": ("avtaleår 1", "avtaleår 1"),
    "avtalekvartal 2": ("avtalekvartal 2", "avtalekvartal 2"),
    "avtaletiden": ("hele avtaletiden", "heile avtaletida"),
}


def in_both(say):
    """What is said in Bokmål and in Nynorsk."""
    found = []
    for language in ("nb", "nn"):
        with translation.override(language):
            found.append(str(say()).replace("\N{NO-BREAK SPACE}", " "))
    return tuple(found)


@pytest.mark.parametrize("code", STANDINGS)
def test_a_standing_has_its_word_and_its_meaning(code):
    assert in_both(lambda: standings.word(Standing(code))) == STANDINGS[code]
    assert in_both(lambda: standings.meaning(Standing(code))) == MEANINGS[code]


@pytest.mark.parametrize("code", REASONS)
def test_a_reason(code):
    assert in_both(lambda: reasons.reason(code)) == REASONS[code]


@pytest.mark.parametrize("code", IGNORED)
def test_why_a_row_does_not_count(code):
    assert in_both(lambda: ignored.reason(code)) == IGNORED[code]


@pytest.mark.parametrize("code", RULES)
def test_a_kind_of_promise(code):
    assert in_both(lambda: rules.name(code)) == RULES[code]


@pytest.mark.parametrize("label", PERIODS)
def test_a_period(label):
    assert in_both(lambda: periods.period(label)) == PERIODS[label]


def test_every_code_is_in_a_table():
    assert set(STANDINGS) == set(MEANINGS) == {standing.value for standing in Standing}
    assert set(REASONS) == set(reasons.REASONS)
    assert set(IGNORED) - {"missing_agenda:evaluation"} == set(ignored.IGNORED)
    assert set(RULES) == set(rules.RULES)
