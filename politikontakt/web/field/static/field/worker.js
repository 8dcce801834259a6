// The service worker of one municipality's field pages: it keeps the app's files and pages, so that they open without
// coverage. What was logged is not its business: that lies in IndexedDB and is sent by the page.
// Registered as worker.js?v=<version>. Each version has a cache of its own, filled before it takes over.

const VERSION = new URL(self.location.href).searchParams.get("v") ?? "0";
const HOME = new URL("./", self.location.href).pathname;
const OURS = `politikontakt ${HOME} `;
const CACHE = OURS + VERSION;
const SHEETS = `${HOME}logg/`;
const OFFLINE = `${HOME}uten-dekning/`;
const NEVER_KEPT = ["synk/", "pakke/", "kort/", "worker.js", "filer.json", "kalt-ut/", "angre/"].map((each) => HOME + each);
const AT_ONCE = [HOME, SHEETS]; // shown from the cache first, and made fresh by their scripts
const ASKS_THE_SERVER = ["place", "logged"];
const FRESH = "X-Fresh";

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(clear().then(() => self.clients.claim())));

async function fill() {
  const list = await (await sound(fetch(`${HOME}filer.json`, { cache: "no-store" }))).json();
  const cache = await caches.open(CACHE);
  await Promise.all(list.files.map(async (each) => cache.put(each, await sound(fetch(each, { cache: "reload" })))));
  await Promise.all(list.pages.map((each) => page(cache, each)));
}

async function page(cache, address) {
  const answer = await fetch(address, { cache: "no-store", credentials: "same-origin" });
  if (answer.ok && !answer.redirected) await cache.put(address, answer);
}

async function sound(asked) {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer;
}

async function clear() {
  const names = await caches.keys();
  await Promise.all(names.filter((each) => each.startsWith(OURS) && each !== CACHE).map((each) => caches.delete(each)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (NEVER_KEPT.some((each) => address.pathname.startsWith(each))) {
    if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => caches.match(OFFLINE)));
    return;
  }
  if (request.headers.has(FRESH)) event.respondWith(renew(request, address));
  else if (request.mode === "navigate") event.respondWith(keptPage(request, address));
  else event.respondWith(keptFile(request));
});

/** All log sheets are one page to the phone; its script fills it in. What a search asks for, the script reads. */
function nameOf(address) {
  return address.pathname.startsWith(SHEETS) ? SHEETS : address.pathname;
}

/** Log sheets are all one page, which knows its place itself. */
function asksTheServer(address) {
  return address.pathname === HOME && ASKS_THE_SERVER.some((each) => address.searchParams.has(each));
}

async function keptPage(request, address) {
  const cache = await caches.open(CACHE);
  const there = await cache.match(nameOf(address));
  if (there && AT_ONCE.includes(nameOf(address)) && !asksTheServer(address)) return there;
  try {
    const answer = await fetch(request);
    const whole = nameOf(address) === address.pathname && !address.search;
    if (whole && answer.ok && !answer.redirected) {
      await cache.put(address.pathname, answer.clone());
    }
    return answer;
  } catch {
    return there ?? (await cache.match(OFFLINE)) ?? Response.error();
  }
}

/** The page itself asks for a fresh copy, once it shows the kept one. */
async function renew(request, address) {
  const answer = await fetch(request);
  if (answer.ok && !answer.redirected && !asksTheServer(address)) {
    await (await caches.open(CACHE)).put(nameOf(address), answer.clone());
  }
  return answer;
}

async function keptFile(request) {
  return (await (await caches.open(CACHE)).match(request)) ?? fetch(request);
}
