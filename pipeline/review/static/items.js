// The cards of a meeting or of the queue: which one is chosen, what is done with it, and how the page shows it after.

import { fill, getPage, post, tell } from "./api.js";
import { light, loadLines } from "./source.js";

const reading = () => document.getElementById("reading");
export const inQueue = () => reading()?.dataset.queue === "yes";
export const meetingId = () => reading()?.dataset.meeting ?? "";
export const cards = () => [...document.querySelectorAll("#reading .card")];
export const current = () => document.querySelector('#reading .card[aria-current="true"]');
const byId = (id) => document.getElementById(`item-${id}`);

/** Choose a card: it is the one that keys act on, and its evidence is lit. */
export function choose(card, { focus = true, scroll = true } = {}) {
  if (!card) return;
  for (const other of cards()) if (other !== card) other.removeAttribute("aria-current");
  card.setAttribute("aria-current", "true");
  if (focus && !card.contains(document.activeElement)) card.focus({ preventScroll: true });
  if (scroll) card.scrollIntoView({ block: "nearest" });
  light(JSON.parse(card.dataset.evidence));
}

/** Light the next field of a card alone; after the last one all of them. */
export function stepField(card, step) {
  const fields = [...card.querySelectorAll("[data-evidence]")];
  const at = fields.indexOf(document.activeElement.closest(".card [data-evidence]"));
  const next = at + step;
  if (next >= 0 && next < fields.length) {
    fields[next].focus();
  } else {
    card.focus();
    light(JSON.parse(card.dataset.evidence));
  }
}

/** Choose the card so many places on. */
export function move(step) {
  if (inQueue()) return moveInQueue(step);
  const all = cards();
  const at = all.indexOf(current());
  choose(all[Math.min(Math.max(at + step, 0), all.length - 1)]);
}

/** Show the queue's next or previous item; at its ends nothing happens. */
async function moveInQueue(step) {
  const places = reading().querySelector("[data-next]")?.dataset;
  const id = step > 0 ? places?.next : places?.previous;
  if (id) await reloadQueue(id);
}

/** Choose what the address names, else the first card that waits for a decision. */
export function chooseFirst() {
  const named = new URLSearchParams(location.search).get("item");
  const card = (named && byId(named)) || cards().find((one) => one.dataset.state === "pending") || cards()[0];
  if (card) choose(card, { focus: Boolean(named) || inQueue(), scroll: Boolean(named) });
}

/** Send a decision about a card and show what it did; false where it was not taken. */
export async function send(decision, card) {
  const path = `/decide${filter()}`;
  const about = card ? { item_id: card.dataset.item, revision: Number(card.dataset.revision) } : {};
  const answer = await post(path, { ...about, ...decision });
  const taken = answer.status === 200;
  if (taken) await show(answer, card);
  else if (answer.stale && !document.querySelector("dialog[open]")) await refresh(answer.item);
  tell(answer.said, !taken);
  return { taken, ...answer };
}

/** What the queue, or this meeting, limits bulk decisions to. */
export function filter() {
  const list = new URLSearchParams(location.search).get("list");
  if (inQueue()) return list ? `?list=${encodeURIComponent(list)}` : "";
  return meetingId() ? `?meeting=${encodeURIComponent(meetingId())}` : "";
}

async function show(answer, card) {
  const first = answer.items?.[0];
  const back = answer.kind === "undo" || answer.kind === "redo";
  if (!reading()) return back ? location.reload() : undefined;
  if (inQueue()) {
    const stay = back ? first?.id : ["accept", "reject", "skip", "accept_all"].includes(answer.kind) ? null : first?.id;
    await reloadQueue(stay);
  } else if (back && first && first.meeting !== meetingId()) {
    location.assign(`/meetings/${first.meeting}?item=${first.id}`);
  } else {
    const ahead = card && ["accept", "reject", "skip"].includes(answer.kind) ? following(card) : null;
    await reload(ahead ?? (answer.kind === "add" || back || !card ? first?.id : card.dataset.item));
  }
}

/** The id of the next card that waits for a decision, else of the next one. */
function following(card) {
  const all = cards();
  const rest = all.slice(all.indexOf(card) + 1);
  return (rest.find((one) => one.dataset.state === "pending") ?? rest[0] ?? card).dataset.item;
}

/** Show the reading anew and choose a card in it; the source stays as it is. */
export async function reload(id) {
  const page = await getPage(location.pathname + location.search);
  const fresh = page?.getElementById("reading");
  if (!fresh) return location.reload();
  const open = [...reading().querySelectorAll("details")].map((one) => one.open);
  reading().replaceChildren(...fresh.childNodes);
  [...reading().querySelectorAll("details")].forEach((one, at) => (one.open = open[at] ?? one.open));
  choose((id && byId(id)) || cards()[0]);
}

/** Show an item anew, on whichever page it is. */
export const refresh = (id) => (inQueue() ? reloadQueue(id) : reload(id));

async function reloadQueue(id) {
  const list = new URLSearchParams(location.search).get("list");
  const query = new URLSearchParams({ ...(list ? { list } : {}), ...(id ? { item: id } : {}) });
  const path = `/queue${String(query) ? `?${query}` : ""}`;
  const page = await getPage(path);
  if (!page) return location.assign(path);
  const main = document.getElementById("main");
  const fresh = page.getElementById("main");
  const same = id === undefined || (fresh.querySelector("#reading")?.dataset.meeting ?? "-") === meetingId();
  history.replaceState(null, "", path);
  if (same && main.querySelector("#source")) {
    reading().replaceChildren(...fresh.querySelector("#reading").childNodes);
  } else {
    main.className = fresh.className;
    main.replaceChildren(...fresh.childNodes);
    document.dispatchEvent(new Event("notula:main"));
    loadLines();
  }
  choose(cards()[0]);
}

/** What a key or button does with a card. */
export async function act(name, card, button) {
  if (name === "undo" || name === "redo") return send({ kind: name });
  if (!card) return;
  if (["accept", "reject", "skip", "reopen"].includes(name)) return send({ kind: name }, card);
  if (name === "promote") return send({ kind: "promote" }, card);
  if (name === "keep_human" || name === "take_machine") {
    const take = name === "keep_human" ? "human" : "machine";
    return send({ kind: "resolve", take, fields: [button.dataset.field] }, card);
  }
  if (name === "merge") return merge(card);
  if (name === "mark") {
    const marked = card.classList.toggle("marked");
    card.querySelector("[data-marked]").hidden = !marked;
    return undefined;
  }
  if (name === "history") return openHistory(card.dataset.item);
}

function merge(card) {
  const all = cards();
  const marked = all.filter((one) => one.classList.contains("marked") && one !== card);
  const next = all[all.indexOf(card) + 1];
  const others = marked.length ? marked : next && next.dataset.list === card.dataset.list ? [next] : [];
  const named = others.map((one) => [one.dataset.item, Number(one.dataset.revision)]);
  return send({ kind: "merge", others: named }, card);
}

/** Show the log of an item. */
export async function openHistory(id) {
  await fill(document.getElementById("history-body"), `/items/${id}/history`);
  document.getElementById("history-dialog").showModal();
}
