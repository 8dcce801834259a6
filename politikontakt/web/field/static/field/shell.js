// What the server put on the page for the scripts (field/shell.py), and the words it gave them.

export const field = JSON.parse(document.getElementById("field").textContent);

/** A word by name, with `{…}` filled in. */
export function word(name, values = {}) {
  return (field.words[name] ?? name).replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

/** The phone's own local day in the municipality's time zone, or the day a demo was set to: 2018-03-15. */
export function today() {
  if (field.fixed_day) return field.today;
  return new Intl.DateTimeFormat("sv-SE", { timeZone: field.zone, dateStyle: "short" }).format(new Date());
}

/** A day as one says it near to it: «i dag», «i går», else «fredag 9. mars». */
export function dayWords(day) {
  const apart = Math.round((Date.parse(today()) - Date.parse(day)) / 86_400_000);
  if (apart === 0) return word("today");
  if (apart === 1) return word("yesterday");
  const shown = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
  return new Intl.DateTimeFormat(field.language, shown).format(new Date(`${day}T00:00:00Z`));
}

/** The clock of an instant: 14.52. */
export function clockWords(instant) {
  return new Intl.DateTimeFormat(field.language, { hour: "2-digit", minute: "2-digit", timeZone: field.zone })
    .format(new Date(instant))
    .replace(":", ".");
}

/** The day of an instant there: 2018-03-15. */
export function dayOf(instant) {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: field.zone, dateStyle: "short" }).format(new Date(instant));
}

/** An element with text and attributes. */
export function make(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}
