"""The contact's phone, under `/<slug>/felt/`."""

from django.urls import path

from politikontakt.web.field.app import views as app
from politikontakt.web.field.called_out import views as called_out
from politikontakt.web.field.log import views as log
from politikontakt.web.field.pack import cards
from politikontakt.web.field.pack import views as pack
from politikontakt.web.field.sync import views as sync
from politikontakt.web.field.today import views as today

app_name = "field"
HOME = "<slug:slug>/felt/"
urlpatterns = [
    path(f"{HOME}", today.today, name="today"),
    path(f"{HOME}mer/", today.more, name="more"),
    path(f"{HOME}logg/", log.log, name="log"),
    path(f"{HOME}logg/<ref:ref>/", log.log, name="log_planned"),
    path(f"{HOME}angre/<uuid:key>/", log.undo, name="undo"),
    path(f"{HOME}kalt-ut/", called_out.plan_again, name="plan_again"),
    path(f"{HOME}kalt-ut/start/", called_out.start, name="call_out"),
    path(f"{HOME}kalt-ut/slutt/", called_out.end, name="come_back"),
    path(f"{HOME}kalt-ut/angre/", called_out.undo, name="never_out"),
    path(f"{HOME}synk/", sync.sync, name="sync"),
    path(f"{HOME}pakke/", pack.pack, name="pack"),
    path(f"{HOME}kort/", cards.cards, name="cards"),
    path(f"{HOME}app.webmanifest", app.manifest, name="manifest"),
    path(f"{HOME}worker.js", app.worker, name="worker"),
    path(f"{HOME}stil-<str:version>.css", app.styles, name="styles"),
    path(f"{HOME}filer.json", app.files, name="files"),
    path(f"{HOME}uten-dekning/", app.offline, name="offline"),
]
