// A page from the phone's cache shows at once; here it is made fresh. Who is signed in, which language and which version
// come with the fresh page: where one of them has changed, all kept pages are fetched anew.

import { keepAs, kept } from "./keeping.js";
import { field } from "./shell.js";

const FRESH = { headers: { "X-Fresh": "yes" }, cache: "no-store", credentials: "same-origin" };
const PARTS = ["#content", ".pk-actions"];

/** Gives fresh, changed (the page is being loaded anew), signed_out, offline or trouble. */
export async function refresh() {
  try {
    const answer = await fetch(field.home + asked(), FRESH);
    if (answer.redirected) return "signed_out";
    if (!answer.ok) return answer.status === 403 ? "no_access" : "trouble";
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = JSON.parse(page.getElementById("field").textContent);
    await keepAs("fresh_at", Date.now());
    if (now.version !== field.version) await register(now.version);
    if (["who", "language", "version", "today"].some((each) => now[each] !== field[each])) return startAnew(now);
    replace(page);
    return "fresh";
  } catch (error) {
    if (error instanceof TypeError) return "offline";
    throw error;
  }
}

/** The place that the page's address asks for. */
export function asked() {
  const place = new URLSearchParams(location.search).get("place");
  return place ? `?place=${encodeURIComponent(place)}` : "";
}

/** Fetch what is needed without coverage: the days around today, the empty log sheet, and the card of each place. */
export async function stock() {
  try {
    const pack = await json(field.pack);
    if (!pack) return;
    await keepAs("pack", pack);
    await fetch(field.log, FRESH);
    const cards = await kept("cards");
    const same = cards && cards.state === pack.state && cards.today === pack.today && cards.language === field.language;
    if (same) return;
    const fresh = await json(field.cards);
    if (fresh) await keepAs("cards", { ...fresh, language: field.language });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

async function json(address) {
  const answer = await fetch(address, { cache: "no-store", credentials: "same-origin" });
  return answer.ok ? answer.json() : null;
}

export async function register(version = field.version) {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(`${field.worker}?v=${version}`, { scope: field.home });
}

async function startAnew(now) {
  await fetch(field.log, FRESH);
  if (now.version !== field.version) await taken();
  location.reload();
  return "changed";
}

/** Wait until the new worker has taken over, but not for ever. */
function taken() {
  const over = new Promise((done) => navigator.serviceWorker?.addEventListener("controllerchange", done, { once: true }));
  return Promise.race([over, new Promise((done) => setTimeout(done, 8000))]);
}

/** Put the fresh parts in, unless somebody is in the middle of something there. */
function replace(page) {
  for (const part of PARTS) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh && !old.contains(document.activeElement) && !old.querySelector("details[open]")) {
      old.replaceWith(document.adoptNode(fresh));
    }
  }
}
