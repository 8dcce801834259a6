// Where every field page begins: the page's own script, then what runs on all of them.

import { register } from "./fresh.js";
import { tidy } from "./keeping.js";
import { field, word } from "./shell.js";

const page = document.getElementById("page")?.dataset.page ?? "plain";
const PAGES = { today: "./today.js", log: "./log.js", more: "./more.js" };

async function begin() {
  if (!("indexedDB" in window)) {
    document.getElementById("says")?.append(word("no_storage"));
    return;
  }
  if (PAGES[page]) (await import(PAGES[page])).begin();
  await tidy();
  navigator.storage?.persist?.();
}

begin();
// What is needed now comes first; keeping the app for next time can wait a moment.
const later = () => setTimeout(() => register(), 300);
if (document.readyState === "complete") later();
else addEventListener("load", later, { once: true });

export { field };
