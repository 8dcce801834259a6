"""The desk: both parties' workspace, under `/<slug>/arbeid/`."""

from django.urls import path

from politikontakt.web.desk.calendars import subscriptions
from politikontakt.web.desk.calendars import views as calendars
from politikontakt.web.desk.clause import statements
from politikontakt.web.desk.clause import views as clause
from politikontakt.web.desk.directory import views as directory
from politikontakt.web.desk.exchange import views as exchange
from politikontakt.web.desk.lost_time import views as lost_time
from politikontakt.web.desk.plan import absences, months, rows, runs
from politikontakt.web.desk.plan import views as plan
from politikontakt.web.desk.record import records
from politikontakt.web.desk.record import views as record
from politikontakt.web.desk.status import views as status
from politikontakt.web.desk.text import views as text

app_name = "desk"
HOME = "<slug:slug>/arbeid/"
urlpatterns = [
    path(f"{HOME}", status.status, name="home"),
    path(f"{HOME}avtalen/", status.status, name="status"),
    path(f"{HOME}avtalen/status.csv", status.status_csv, name="status_csv"),
    path(f"{HOME}avtalen/punkt/<ref:ref>/", clause.clause, name="clause"),
    path(f"{HOME}loefte/<ref:commitment>/bestrid/", statements.dispute, name="dispute"),
    path(f"{HOME}loefte/<ref:commitment>/vurder/", statements.judge, name="judge"),
    path(f"{HOME}loefte/<ref:commitment>/unntak/", statements.exempt, name="exempt"),
    path(f"{HOME}unntak/<int:pk>/godta/", statements.accept, name="accept"),
    path(f"{HOME}bestridelse/<int:pk>/avslutt/", statements.settle, name="settle"),
    path(f"{HOME}avtaleteksten/", text.agreement, name="agreement"),
    path(f"{HOME}avtaleteksten/ny/", text.new, name="agreement_new"),
    path(f"{HOME}avtaleteksten/lagre/", text.store, name="agreement_store"),
    path(f"{HOME}avtaleteksten/versjon/<int:number>/", text.version, name="agreement_version"),
    path(f"{HOME}avtaleteksten/versjon/<int:number>/fil/", text.download, name="agreement_file"),
    path(f"{HOME}plan/", plan.plan, name="plan"),
    path(f"{HOME}plan/maaned/<str:month>/", months.plan_month, name="plan_month"),
    path(f"{HOME}plan/fravaer/", absences.away, name="plan_away"),
    path(f"{HOME}plan/fravaer/<int:pk>/ta-ut/", absences.away_remove, name="away_remove"),
    path(f"{HOME}plan/ny/", runs.new, name="plan_new"),
    path(f"{HOME}plan/tapt/", runs.lost, name="plan_lost"),
    path(f"{HOME}plan/hva-om/", plan.what_if, name="what_if"),
    path(f"{HOME}plan/oppsett/", plan.settings, name="plan_settings"),
    path(f"{HOME}plan/forslag/<uuid:key>/", runs.run, name="plan_run"),
    path(f"{HOME}plan/forslag/<uuid:key>/naa/", runs.run_now, name="run_now"),
    path(f"{HOME}plan/forslag/<uuid:key>/godta/", runs.run_accept, name="run_accept"),
    path(f"{HOME}plan/forslag/<uuid:key>/stopp/", runs.run_stop, name="run_stop"),
    path(f"{HOME}plan/forslag/<uuid:key>/forkast/", runs.run_discard, name="run_discard"),
    path(f"{HOME}plan/rad/<ref:ref>/flytt/", rows.move, name="row_move"),
    path(f"{HOME}plan/rad/<ref:ref>/dager/", rows.days, name="row_days"),
    path(f"{HOME}plan/rad/<ref:ref>/tilbake/", rows.undo, name="row_undo"),
    path(f"{HOME}plan/rad/<ref:ref>/bekreft/", rows.confirm_row, name="row_confirm"),
    path(f"{HOME}skolerute/", calendars.calendars, name="calendars"),
    path(f"{HOME}skolerute/fil/", calendars.upload, name="calendars_upload"),
    path(f"{HOME}skolerute/uker/", calendars.grid, name="calendars_grid"),
    path(f"{HOME}skolerute/lagre/", calendars.confirm, name="calendars_confirm"),
    path(f"{HOME}abonnement/", subscriptions.subscriptions, name="subscriptions"),
    path(f"{HOME}abonnement/egen/ny/", subscriptions.own_renew, name="own_renew"),
    path(f"{HOME}abonnement/egen/av/", subscriptions.own_end, name="own_end"),
    path(f"{HOME}abonnement/skole/<str:ref>/ny/", subscriptions.school_renew, name="school_renew"),
    path(f"{HOME}abonnement/skole/<str:ref>/av/", subscriptions.school_end, name="school_end"),
    path(f"{HOME}katalog/", directory.directory, name="directory"),
    path(f"{HOME}katalog/sted/ny/", directory.place_new, name="place_new"),
    path(f"{HOME}katalog/sted/<ref:ref>/", directory.place_change, name="place_change"),
    path(f"{HOME}katalog/partner/ny/", directory.partner_new, name="partner_new"),
    path(f"{HOME}katalog/partner/<ref:ref>/", directory.partner_change, name="partner_change"),
    path(f"{HOME}katalog/skolefri/ny/", directory.closed_new, name="closed_new"),
    path(f"{HOME}katalog/skolefri/<int:pk>/ta-ut/", directory.closed_remove, name="closed_remove"),
    path(f"{HOME}katalog/rolle/ny/", directory.holding_new, name="holding_new"),
    path(f"{HOME}katalog/rolle/<int:pk>/", directory.holding_end, name="holding_end"),
    path(f"{HOME}katalog/kontaktkort/", directory.card, name="card"),
    path(f"{HOME}utveksling/", exchange.exchange, name="exchange"),
    path(f"{HOME}utveksling/import/<uuid:draft>/", exchange.import_preview, name="import_preview"),
    path(f"{HOME}utveksling/import/bekreft/", exchange.import_confirm, name="import_confirm"),
    path(f"{HOME}utveksling/eksport/", exchange.export, name="export"),
    path(f"{HOME}moeter/", records.records, name="records"),
    path(f"{HOME}moeter/ny/", records.meeting_new, name="meeting_new"),
    path(f"{HOME}moeter/<ref:ref>/rett/", records.meeting_correct, name="meeting_correct"),
    path(f"{HOME}dokument/nytt/", records.document_new, name="document_new"),
    path(f"{HOME}milepael/ny/", records.event_new, name="event_new"),
    path(f"{HOME}henvendelse/ny/", records.request_new, name="request_new"),
    path(f"{HOME}henvendelse/<ref:ref>/svar/", records.request_answer, name="request_answer"),
    path(f"{HOME}tapt-tid/", lost_time.lost_time, name="lost_time"),
    path(f"{HOME}logg/", record.log, name="activities"),
    path(f"{HOME}logg/ny/", record.new, name="activity_new"),
    path(f"{HOME}logg/<ref:ref>/", record.activity, name="activity"),
    path(f"{HOME}logg/<ref:ref>/rett/", record.correct, name="activity_correct"),
    path(f"{HOME}logg/<ref:ref>/trekk/", record.remove, name="activity_remove"),
]
