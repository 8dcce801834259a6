"""What can be expected of a promised number, as sentences: the chance, and until when it can safely wait."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from politikontakt.core.planner.forecast import Forecast

TENTHS = 10


def outlook_sentences(forecast: Forecast) -> tuple[str, ...]:
    """«The chance of 8 is 7 in 10.» «Week 21 is the last safe week.» None once it is reached."""
    if forecast.done >= forecast.required:
        return ()
    return _sentence(_chance(forecast)), _last_safe_week(forecast)


def chance_sentence(forecast: Forecast) -> str:
    """«The chance of 8 is 7 in 10.», "" where it is reached or as good as certain."""
    if forecast.done >= forecast.required or tenths(forecast) >= TENTHS:
        return ""
    return _sentence(_chance(forecast))


def tenths(forecast: Forecast) -> int:
    """The chance in tenths: 0 hardly any, 10 as good as certain."""
    return round(float(forecast.chance) * TENTHS)


def _chance(forecast: Forecast) -> str:
    values = {"required": forecast.required, "tenths": tenths(forecast)}
    missing = forecast.required - forecast.done - forecast.planned
    if missing > 0:
        said = ngettext("%(n)d more is needed for %(required)d", "%(n)d more are needed for %(required)d", missing)
        return said % {**values, "n": missing}
    if tenths(forecast) >= TENTHS:
        return _("%(required)d is as good as certain") % values
    if tenths(forecast) <= 0:
        return _("there is hardly any chance of %(required)d") % values
    return _("the chance of %(required)d is %(tenths)d in 10") % values


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}."


def _last_safe_week(forecast: Forecast) -> str:
    if forecast.last_safe_week is None:
        return _("Too few weeks are left to be safe.")
    return _("Week %(week)d is the last safe week.") % {"week": forecast.last_safe_week[1]}
