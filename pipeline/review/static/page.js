// What runs on every page: switches scripts on, joins keys, buttons and forms.

import { getPage, post, tell } from "./api.js";
import { openFor, setUp } from "./editor.js";
import { act, chooseFirst, choose, current, move, openHistory, stepField } from "./items.js";
import { listen } from "./keys.js";
import { light, loadLines } from "./source.js";

const el = (id) => document.getElementById(id);
document.documentElement.classList.remove("nojs");

const OPENERS = new Set(["edit", "owner", "due", "status", "split", "add", "accept_all", "history", "help"]);
let before = Promise.resolve();
let opening = false; // what is typed while a form is about to open is not meant as shortcuts

/** Do what a key or button asks for, after what was asked for before is done: fast typists lose nothing. */
function perform(name, id = null, button = null) {
  if (opening) return;
  opening = OPENERS.has(name);
  before = before
    .then(() => performNow(name, id ? el(id) : current(), button))
    .catch((trouble) => tell(String(trouble), true))
    .finally(() => (opening = false));
}

function performNow(name, card, button) {
  if (name === "next" || name === "previous") return move(name === "next" ? 1 : -1);
  if (name === "help") return el("keys-dialog").showModal();
  if (name === "find") return el("search-top").focus();
  if (name === "source") return document.activeElement === el("source") ? current()?.focus() : el("source")?.focus();
  if (openFor(name, card)) return undefined;
  return act(name, card, button);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const card = event.target.closest(".card");
  if (card && !event.target.closest("a")) choose(card, { scroll: false, focus: !button });
  if (!button) return fieldLit(event.target);
  if (button.dataset.act) perform(button.dataset.act, card?.id, button);
  else if (button.dataset.open) openDialog(el(button.dataset.open));
  else if (button.dataset.history) openHistory(button.dataset.history);
});
document.addEventListener("keydown", (event) => {
  const form = document.querySelector("dialog[open] form");
  if (!form || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit();
});
// Left and right light the fields of a card one by one, then all of them again.
document.addEventListener("keydown", (event) => {
  const card = event.target.closest(".card");
  if (!card || event.target !== document.activeElement || event.target.closest("input, textarea, select, button")) return;
  if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
  event.preventDefault();
  stepField(card, event.key === "ArrowRight" ? 1 : -1);
});
document.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card");
  if (card && card !== current()) choose(card, { focus: false, scroll: false });
  fieldLit(event.target);
});

/** Light one field of a card alone. */
function fieldLit(target) {
  const field = target.closest("[data-evidence]");
  if (field && !field.classList.contains("card")) light(JSON.parse(field.dataset.evidence));
}

document.addEventListener("change", async (event) => {
  const field = event.target;
  if (field.dataset.status) {
    const answer = await post("/decide", {
      kind: "status", item_id: field.dataset.status, status: field.value, seen: field.dataset.was,
    });
    tell(answer.said, answer.status !== 200);
    if (answer.status !== 200) field.value = field.dataset.was;
    else {
      field.dataset.was = field.value;
      await showDue(field.closest("tr"));
    }
  } else if (field.hasAttribute("data-submit")) {
    field.form.submit();
  }
});
for (const field of document.querySelectorAll("select[data-status]")) field.dataset.was = field.value;

/** Show a follow-up's deadline anew: whether it is overdue depends on the status. */
async function showDue(row) {
  const fresh = (await getPage(location.href))?.getElementById(row.id);
  if (fresh) row.cells[0].replaceWith(fresh.cells[0]);
  else for (const pill of row.cells[0].querySelectorAll(".pill")) pill.remove(); // no longer of the list
}

/** Open a dialog; what it is prefilled with is selected, so that typing replaces it. */
function openDialog(dialog) {
  dialog.showModal();
  dialog.querySelector('input:not([type="checkbox"])')?.select();
}

function askName() {
  const dialog = el("name-dialog");
  el("name-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await post("/name", { name: el("name-input").value });
    if (answer.name) document.querySelector('[data-open="name-dialog"] bdi').textContent = answer.name;
    else tell(answer.said, true);
    dialog.close();
  });
  dialog.addEventListener("close", () => {
    localStorage.setItem("notula-asked", "yes");
    current()?.focus({ preventScroll: true });
  });
  if (dialog.dataset.ask && localStorage.getItem("notula-asked") !== "yes") openDialog(dialog);
}

setUp();
document.addEventListener("notula:main", setUp);
listen(perform);
loadLines();
chooseFirst();
askName();
if (document.querySelector("[data-reload]")) setTimeout(() => document.querySelector("dialog[open]") || location.reload(), 3000);
