// Between the log sheet's fields and what is kept of it.

const CODES = ["audience", "themes", "people"];
const TEXTS = ["place", "kind", "happened_on", "starts_at", "purpose", "partner", "note", "replaces"];

/** The sheet's content as the server takes it. */
export function read(form) {
  const said = new FormData(form);
  const body = Object.fromEntries(TEXTS.map((each) => [each, said.get(each) ?? ""]));
  for (const each of CODES) body[each] = said.getAll(each);
  return { ...body, starts_at: body.starts_at.slice(0, 5), minutes: Number(said.get("minutes") ?? 0), status: "done" };
}

/**
 * What a thumb quicker than the script has changed on the sheet, of what the page came with. A page that one comes back
 * to tells nothing: there the browser itself writes what stood on it last.
 */
export function touched(form) {
  if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") return {};
  const bare = form.cloneNode(true);
  bare.reset();
  const before = read(bare);
  const changed = ([name, value]) => String(value) !== String(before[name]);
  return Object.fromEntries(Object.entries(read(form)).filter(changed));
}

/** Fill the sheet with a draft's content, or with a row of the plan. */
export function fill(form, body) {
  for (const each of TEXTS) {
    const input = form.elements[each];
    if (!input || body[each] === undefined) continue;
    if (input.tagName === "SELECT") choose(input, body[each]);
    else input.value = body[each] ?? "";
  }
  for (const each of CODES) tick(form, each, body[each] ?? []);
  minutes(form, body.minutes);
}

function choose(select, value) {
  if (![...select.options].some((each) => each.value === value)) select.add(new Option(value, value));
  select.value = value;
}

function tick(form, name, values) {
  for (const box of form.querySelectorAll(`input[name="${name}"]`)) box.checked = values.includes(box.value);
}

/** A length between the steps gets a step of its own. */
function minutes(form, value) {
  const steps = [...form.querySelectorAll('input[name="minutes"]')];
  let step = steps.find((each) => Number(each.value) === value);
  if (!step && value !== undefined) {
    const label = steps.at(-1).closest("label").cloneNode(true);
    step = label.querySelector("input");
    step.value = String(value);
    step.removeAttribute("id");
    step.removeAttribute("checked");
    label.lastChild.textContent = String(value);
    steps.at(-1).closest("label").parentElement.append(label);
  }
  if (step) step.checked = true;
}

/** The words of what is chosen in a list. */
export function chosen(form, name) {
  const select = form.elements[name];
  return select?.value ? select.selectedOptions[0].textContent.trim() : "";
}
