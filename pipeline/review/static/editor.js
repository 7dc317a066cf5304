// The forms in which an item is changed, added, split, or given a status.

import { fill, getJson, tell } from "./api.js";
import { Combo } from "./combo.js";
import { current, filter, meetingId, refresh, send } from "./items.js";
import { selected } from "./source.js";

const el = (id) => document.getElementById(id);
const PARTIES = ["owners", "recipients", "chair", "note_taker", "attendees", "absent"];
const FIELDS = {
  follow_ups: ["action", "text", "owners", "recipients", "due"],
  agreements: ["text", "kind"],
  agenda: ["text"],
  suggestions: ["text"],
};
const MARKER = /^(?:[•▪◦*–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s+/; // of a list; the item is what it says
let combos = {};
let editing = null; // {card, values, selection}
let stale = null; // the id of an item that somebody else has changed while its form is open

/** Make the forms of the page work; called again when the page's middle is exchanged. */
export function setUp() {
  if (!el("edit-dialog")) return;
  combos = Object.fromEntries(PARTIES.map((name) => [name, new Combo(el(`edit-${name}`), meetingId())]));
  el("edit-form").addEventListener("submit", (event) => save(event, saveItem));
  el("header-form").addEventListener("submit", (event) => save(event, saveHeader));
  el("split-form").addEventListener("submit", (event) => save(event, saveSplit));
  el("status-form").addEventListener("submit", (event) => save(event, saveStatus));
  el("threshold-form").addEventListener("submit", (event) => save(event, acceptAll));
  el("edit-list").addEventListener("change", () => showFields(el("edit-list").value, true));
  el("split-text").addEventListener("input", countPieces);
  preview(el("edit-due"), el("due-hint"), "");
  preview(el("header-date"), el("date-hint"), "date");
  for (const dialog of document.querySelectorAll("main dialog")) {
    for (const button of dialog.querySelectorAll("[data-close]")) button.onclick = () => dialog.close();
    dialog.addEventListener("close", closed);
  }
}

/** After a form: back to the card, which shows what somebody else has made of it. */
async function closed() {
  const id = stale;
  stale = null;
  if (id) await refresh(id);
  else current()?.focus({ preventScroll: true });
}

/** Keep the dialog open until what it holds is saved. */
async function save(event, saver) {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector("button.main");
  if (button.disabled) return;
  button.disabled = true;
  try {
    const answer = await saver();
    if (answer?.taken) stale = null;
    if (!answer || answer.taken) form.closest("dialog").close();
    else if (answer.stale) explainClash(form, answer);
  } finally {
    button.disabled = false;
  }
}

/** Somebody else was faster: say what they did, keep what is typed; saving again is then a choice. */
function explainClash(form, answer) {
  const clash = form.querySelector(".clash");
  if (clash) {
    clash.textContent = answer.said;
    clash.hidden = false;
  }
  stale = answer.item;
  if (editing?.card) editing.card.dataset.revision = answer.revision;
}

/** Open the form of an action; false where the action has none. */
export function openFor(name, card) {
  if (name === "add") return openAdd();
  if (name === "accept_all") return openThresholds();
  if (!card) return false;
  if (["edit", "owner", "due"].includes(name)) {
    if (card.dataset.list === "meeting") return name === "edit" ? openHeader(card) : true;
    if (name !== "edit" && card.dataset.list !== "follow_ups") return true;
    return openItem(card, name);
  }
  if (name === "split" && card.dataset.list !== "meeting") return openSplit(card);
  if (name === "status" && card.dataset.list === "follow_ups") return openStatus(card);
  return false;
}

function openItem(card, name) {
  const values = JSON.parse(card.dataset.values);
  editing = { card, values };
  fillItem(card.dataset.list, values, null, { owner: ["owners"], due: ["due"] }[name]);
  el("edit-dialog").showModal();
  const first = { edit: card.dataset.list === "follow_ups" ? "edit-action" : "edit-text", owner: "edit-owners", due: "edit-due" };
  const input = el(first[name]);
  input.focus();
  if (name !== "owner") input.select();
  return true;
}

function openAdd() {
  const selection = selected();
  if (!selection) {
    send({ kind: "add", meeting_id: meetingId(), list: "follow_ups", changes: { text: "-" } }); // says what is missing
    return true;
  }
  const text = selection.text.replace(/\s+/g, " ").replace(MARKER, "");
  editing = { card: null, values: { owners: [], recipients: [], due: "", kind: "decision" }, selection };
  fillItem("follow_ups", { ...editing.values, text, action: text }, text);
  el("edit-dialog").showModal();
  el("edit-action").focus();
  return true;
}

/** Fill the form; `only` names the fields that are shown, all of the list's where it is not given. */
function fillItem(list, values, quote, only) {
  const adding = quote !== null;
  const title = el("edit-title");
  title.textContent = adding ? title.dataset.add : title.dataset.edit;
  el("edit-clash").hidden = true;
  el("edit-quote").hidden = !adding;
  el("edit-quote").textContent = quote ?? "";
  el("edit-action").value = values.action ?? "";
  el("edit-text").value = values.text ?? "";
  el("edit-kind").value = values.kind ?? "decision";
  el("edit-due").value = values.due ?? "";
  el("due-hint").textContent = "";
  for (const name of ["owners", "recipients"]) combos[name].set(values[name] ?? []);
  el("edit-list").value = list;
  showFields(list, adding, only);
  if (values.due) el("edit-due").dispatchEvent(new Event("input"));
}

function showFields(list, adding, only = FIELDS[list]) {
  el("edit-dialog").dataset.list = list;
  for (const field of el("edit-form").querySelectorAll("[data-when]")) {
    const name = field.dataset.when;
    field.hidden = name === "list" ? !adding : !only.includes(name);
  }
}

function itemChanges(list, values) {
  const now = {
    action: el("edit-action").value.trim(),
    text: el("edit-text").value.trim(),
    kind: el("edit-kind").value,
    due: el("edit-due").value.trim(),
    owners: combos.owners.get(),
    recipients: combos.recipients.get(),
  };
  const same = (name) => JSON.stringify(now[name]) === JSON.stringify(values[name] ?? "");
  return Object.fromEntries(FIELDS[list].filter((name) => !same(name)).map((name) => [name, now[name]]));
}

async function saveItem() {
  const list = el("edit-dialog").dataset.list;
  const changes = itemChanges(list, editing.values);
  if (editing.card) {
    if (!Object.keys(changes).length) return send({ kind: "accept" }, editing.card);
    return send({ kind: "edit", changes }, editing.card);
  }
  const { start, end } = editing.selection;
  return send({ kind: "add", meeting_id: meetingId(), list, changes, selection: { start, end } });
}

function openHeader(card) {
  const values = JSON.parse(card.dataset.values);
  editing = { card, values };
  el("header-clash").hidden = true;
  for (const [id, name] of HEADER) el(id).value = values[name];
  for (const name of ["chair", "note_taker", "attendees", "absent"]) combos[name].set(values[name]);
  el("date-hint").textContent = "";
  el("header-dialog").showModal();
  el("header-name").focus();
  return true;
}

const HEADER = [
  ["header-name", "title"],
  ["header-date", "date"],
  ["header-time", "time"],
  ["header-place", "place"],
  ["header-mode", "mode"],
];

async function saveHeader() {
  const changes = {};
  for (const [id, name] of HEADER) if (el(id).value.trim() !== editing.values[name]) changes[name] = el(id).value.trim();
  for (const name of ["chair", "note_taker", "attendees", "absent"]) {
    const now = combos[name].get();
    if (JSON.stringify(now) !== JSON.stringify(editing.values[name])) changes[name] = now;
  }
  if (!Object.keys(changes).length) return send({ kind: "accept" }, editing.card);
  return send({ kind: "edit_header", changes }, editing.card);
}

function openSplit(card) {
  const values = JSON.parse(card.dataset.values);
  editing = { card, values };
  el("split-text").value = values.action || values.text;
  countPieces();
  el("split-dialog").showModal();
  el("split-text").focus();
  el("split-text").setSelectionRange(0, 0);
  return true;
}

const pieces = () =>
  el("split-text").value.split("\n").map((line) => line.trim()).filter(Boolean);

function countPieces() {
  const count = pieces().length;
  const hint = el("split-hint");
  hint.textContent = count < 2 ? hint.dataset.one : hint.dataset.many.replace("{count}", count);
}

async function saveSplit() {
  const task = editing.card.dataset.list === "follow_ups";
  const changes = pieces().map((text) => (task ? { text, action: text } : { text }));
  return send({ kind: "split", pieces: changes }, editing.card);
}

function openStatus(card) {
  const values = JSON.parse(card.dataset.values);
  editing = { card, values };
  el("status-value").value = values.status;
  el("status-on").value = "";
  el("status-reason").value = "";
  el("status-dialog").showModal();
  el("status-value").focus();
  return true;
}

async function saveStatus() {
  const on = el("status-on").value || null;
  return send({ kind: "status", status: el("status-value").value, on, reason: el("status-reason").value }, editing.card);
}

function openThresholds() {
  fill(el("threshold-body"), `/thresholds${filter()}`).then(() => {
    const level = el("threshold-body").querySelector('input[value="0.9"]:not(:disabled)');
    (level ?? el("threshold-body").querySelector("input:not(:disabled)"))?.click();
    el("threshold-dialog").showModal();
  });
  return true;
}

async function acceptAll() {
  const level = el("threshold-form").querySelector('input[name="at_least"]:checked');
  if (!level) return null;
  return send({ kind: "accept_all", at_least: Number(level.value) });
}

/** Tell while it is typed which day a text means. */
function preview(input, hint, kind) {
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const text = input.value.trim();
      const query = new URLSearchParams({ meeting: meetingId(), text, as: kind });
      const answer = text ? await getJson(`/due?${query}`) : { said: "", known: true };
      if (answer && input.value.trim() === text) {
        hint.textContent = answer.said;
        hint.className = `hint ${answer.known ? "good" : "bad"}`;
      }
    }, 150);
  });
}
