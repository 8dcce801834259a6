// Kalt ut: one tap begins it, one tap ends it, with or without coverage. What counts is the time; nothing else is kept.

import { items, keep, kept } from "./keeping.js";
import { clockWords, field, today, word } from "./shell.js";

const UNDO_WITHIN = 10 * 60_000;
const LONGEST = 24 * 60;
const KINDS = ["call_out", "come_back", "never_out"];

let again = () => {};

export async function begin(deliver) {
  again = deliver;
  const section = document.getElementById("out");
  if (!section) return;
  take("call-out", () => ({ do: "call_out", body: { cause: "called_out", happened_on: today() } }));
  take("come-back", comeBack);
  take("never-out", async () => ({ do: "never_out", body: { call_out: (await running()).key } }));
  await show(section);
}

/** A form that works without script too: with it, the tap is kept on the phone and sent from there. */
function take(id, made) {
  const form = document.getElementById(id);
  if (!form || form.dataset.taken) return;
  form.dataset.taken = "yes";
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const entry = { key: crypto.randomUUID(), who: field.who, about_nobody: false, fate: "waiting", made_at: Date.now() };
    await keep({ ...entry, ...(await made(form)) });
    const section = document.getElementById("out");
    await show(section);
    lead(section);
    again();
  });
}

/** The button that was tapped is gone: the focus goes on to what took its place, wherever on the page one was. */
function lead(section) {
  if (section.hidden) return document.querySelector("#call-out button").focus({ preventScroll: true });
  section.querySelector("h2").focus({ preventScroll: true });
  section.scrollIntoView({ block: "nearest" });
}

async function comeBack(form) {
  const out = await running();
  const said = form.elements.minutes.value;
  const since = Math.round((Date.now() - out.since) / 60_000);
  const minutes = Math.min(Math.max(said === "" ? since : Number(said), 0), LONGEST);
  return { do: "come_back", body: { call_out: out.key, minutes, cause: form.elements.cause.value } };
}

/** What goes on now: what the server said last, and what the phone has done since. */
async function running() {
  const section = document.getElementById("out");
  const fresh = (await kept("fresh_at")) ?? 0;
  const since = Date.parse(section.dataset.since);
  let out = section.dataset.key ? { key: section.dataset.key, since } : null;
  for (const each of await items()) {
    const newer = each.fate === "waiting" || (each.fate === "sent" && each.sent_at > fresh);
    if (!KINDS.includes(each.do) || !newer || each.who !== field.who) continue;
    out = each.do === "call_out" ? { key: each.key, since: each.made_at } : null;
  }
  return out;
}

async function show(section) {
  const out = await running();
  section.hidden = !out;
  document.getElementById("call-out").hidden = Boolean(out);
  if (!out) return;
  document.getElementById("forms")?.removeAttribute("disabled");
  section.querySelector("h2").textContent = word("out_since", { clock: clockWords(out.since) });
  document.getElementById("never-out").hidden = Date.now() - out.since > UNDO_WITHIN;
}
