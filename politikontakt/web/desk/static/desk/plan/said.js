// Talking with the server about a row in hand: asking, sending, and showing what it says.

const said = document.getElementById("said");

said.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event.target.action, new FormData(event.target, event.submitter));
});

/** Each day with what stands against it; no answer is no reason. */
export async function ask(address, first, last) {
  try {
    const answer = await fetch(`${address}?first=${first}&last=${last}`);
    return answer.ok ? (await answer.json()).days : {};
  } catch {
    return {};
  }
}

/** Send a form; show the part of a page that comes back, and the month as it is now. */
export async function send(address, form) {
  if (!form.get("client_key")) form.set("client_key", key());
  try {
    const answer = await fetch(address, { method: "POST", body: form, headers: { "HX-Request": "true" } });
    if (answer.status !== 200 && answer.status !== 422) throw new Error(answer.status);
    said.replaceChildren(...parsed(await answer.text()).body.childNodes);
    await refresh();
  } catch {
    await refresh().catch(() => {});
    show(said.dataset.trouble, "danger");
  }
}

/** A sentence where the server's words stand; "" for none. */
export function show(words, color = "info") {
  if (!words) return said.replaceChildren();
  const box = Object.assign(document.createElement("div"), { className: "ds-alert pk-tightalert" });
  const text = Object.assign(document.createElement("p"), { textContent: words });
  box.dataset.color = color;
  box.append(text);
  said.replaceChildren(box);
}

async function refresh() {
  const page = parsed(await (await fetch(location.href)).text());
  const fresh = page.getElementById("calendar");
  if (fresh) document.getElementById("calendar").replaceWith(fresh);
}

function parsed(text) {
  return new DOMParser().parseFromString(text, "text/html");
}

/** A key for what is sent, made without what only secure addresses have. */
function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
