// Sending what waits: in order, the same items again until an answer has come. The server takes each key once, so a lost
// reply does no harm. One tab sends at a time. `send()` gives how it went: done, nothing, busy, offline, signed_out,
// no_access, trouble.

import { change, items, remove } from "./keeping.js";
import { field, today } from "./shell.js";

const FORMAT = 1;
const AT_ONCE = 50;
const PATIENCE = 20_000;

export async function send() {
  if (!(await waiting()).length) return "nothing";
  if (!navigator.locks) return round();
  const options = { ifAvailable: true };
  return navigator.locks.request(`politikontakt-${field.slug}`, options, (lock) => (lock ? round() : "busy"));
}

async function waiting() {
  return (await items()).filter((each) => each.fate === "waiting");
}

async function round() {
  try {
    const here = await ask(field.sync);
    if (!here.ok) return refusalOf(here);
    const { who, csrf } = await here.json();
    for (;;) {
      const parcel = (await waiting()).filter((each) => each.who === who).slice(0, AT_ONCE);
      if (!parcel.length) return "done";
      const answer = await post(who, csrf, parcel);
      if (!answer.ok) return refusalOf(answer);
      await settle(parcel, (await answer.json()).items);
      if (await allWait(parcel)) return "trouble"; // no room to note the answers: not at once the same again
    }
  } catch (error) {
    if (error instanceof TypeError || error.name === "TimeoutError" || error.name === "AbortError") return "offline";
    throw error;
  }
}

async function allWait(parcel) {
  const still = new Set((await waiting()).map((each) => each.id));
  return parcel.every((each) => still.has(each.id));
}

function ask(address, options = {}) {
  const patience = AbortSignal.timeout(PATIENCE);
  return fetch(address, { cache: "no-store", credentials: "same-origin", signal: patience, ...options });
}

async function post(who, csrf, parcel) {
  for (const each of parcel) await keptIfThereIsRoom(() => change(each.id, { tried: true }));
  const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf };
  const sent = parcel.map(({ key, do: what, body, about_nobody = false }) => ({ key, do: what, body, about_nobody }));
  const body = JSON.stringify({ format: FORMAT, who, day: today(), items: sent });
  return ask(field.sync, { method: "POST", headers, body });
}

/** A full phone can't even note how it went. Then the same is sent again, which the server takes once. */
async function keptIfThereIsRoom(write) {
  try {
    await write();
  } catch (error) {
    if (error.name !== "QuotaExceededError") throw error;
  }
}

async function settle(parcel, answers) {
  for (const [at, answer] of answers.entries()) await keptIfThereIsRoom(() => settleOne(parcel[at], answer));
}

/** An answer is for the very content that was sent: where that has been written over since, it says nothing. */
async function settleOne(sent, answer) {
  const same = (there) => there.fate === "waiting" && there.key === sent.key && sameBody(there, sent);
  const nothingThere = answer.status === 404 && ["take_back", "never_out"].includes(sent.do);
  if (nothingThere) return forget(sent);
  const stored = answer.status === 200 || answer.status === 201;
  const fate = stored ? { fate: "sent", sent_at: Date.now(), answer: null } : { fate: "needs", answer };
  return change(sent.id, fate, same);
}

function sameBody(one, other) {
  return JSON.stringify(one.body) === JSON.stringify(other.body);
}

/** What was to be taken back never came: both are gone. */
async function forget(sent) {
  const key = sent.body.row ?? sent.body.call_out;
  for (const each of await items()) if (each.hidden && each.key === key) await remove(each.id);
  await remove(sent.id);
}

function refusalOf(answer) {
  if (answer.status === 401) return "signed_out";
  return answer.status === 403 ? "no_access" : "trouble";
}
