// A page from the phone's cache shows at once; here it is made fresh. Who is signed in, which language and which version
// come with the fresh page: where one of them has changed, all kept pages are fetched anew.

import { keepAs } from "./keeping.js";
import { field } from "./shell.js";

const FRESH = { headers: { "X-Fresh": "yes" }, cache: "no-store", credentials: "same-origin" };
const PARTS = ["#content", ".pk-actions"];

/** Gives fresh, changed (the page is being loaded anew), signed_out, offline or trouble. */
export async function refresh() {
  try {
    const answer = await fetch(field.home, FRESH);
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

/** Fetch what the log sheet needs without coverage: the days around today, and the empty sheet. */
export async function stock() {
  try {
    const answer = await fetch(field.pack, { cache: "no-store", credentials: "same-origin" });
    if (!answer.ok) return;
    await keepAs("pack", await answer.json());
    await fetch(field.log, FRESH);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
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
