// The source beside the reading: lights evidence, scrolls to it, and tells which characters are selected.
// Offsets count characters of the canonical text (code points, as Python does), not UTF-16 units.

import { getJson } from "./api.js";

const SVG = "http://www.w3.org/2000/svg";
const length = (text) => [...text].length;

/** Light the evidence of an item, and scroll to it. `marks` are {m: look, s, e, b: boxes}. */
export function light(marks, scroll = true) {
  const view = document.getElementById("source");
  if (!view) return;
  for (const old of view.querySelectorAll("rect.lit")) old.remove();
  for (const old of view.querySelectorAll("span.lit")) old.removeAttribute("class");
  const paper = document.getElementById("paper");
  const lit = marks.flatMap((mark) => (paper ? lightText(paper, mark) : lightPages(view, mark)));
  if (scroll && lit.length) scrollTo(view, lit[0]);
}

function lightPages(view, mark) {
  return mark.b.flatMap(([page, x0, top, x1, bottom]) => {
    const picture = view.querySelector(`svg[data-page="${page}"]`);
    if (!picture) return [];
    const rect = document.createElementNS(SVG, "rect");
    const place = { x: x0 - 1, y: top - 1, width: Math.max(x1 - x0 + 2, 2), height: Math.max(bottom - top + 2, 2), rx: 1.5 };
    for (const [name, value] of Object.entries(place)) rect.setAttribute(name, value);
    rect.setAttribute("class", `lit ${mark.m}`);
    picture.append(rect);
    return [rect];
  });
}

function lightText(paper, mark) {
  cutAt(paper, mark.s);
  cutAt(paper, mark.e);
  const found = [];
  for (const span of paper.children) {
    const start = Number(span.dataset.s);
    if (start >= mark.e) break;
    if (start >= mark.s) {
      span.className = `lit ${mark.m}`;
      found.push(span);
    }
  }
  return found;
}

/** Let a piece of the text begin at an offset. */
function cutAt(paper, offset) {
  const spans = paper.children;
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (Number(spans[middle].dataset.s) <= offset) low = middle;
    else high = middle - 1;
  }
  const span = spans[low];
  if (!span) return;
  const start = Number(span.dataset.s);
  const letters = [...span.textContent];
  if (offset <= start || offset >= start + letters.length) return;
  const rest = span.cloneNode(false);
  rest.removeAttribute("id");
  rest.dataset.s = offset;
  rest.textContent = letters.slice(offset - start).join("");
  span.textContent = letters.slice(0, offset - start).join("");
  span.after(rest);
}

function scrollTo(view, element) {
  const box = element.getBoundingClientRect();
  const frame = view.getBoundingClientRect();
  if (box.top >= frame.top + 20 && box.bottom <= frame.bottom - 20) return;
  view.scrollTop += box.top - frame.top - frame.height / 3;
}

/** Lay the printed lines over the page pictures, so that they can be selected and read aloud. */
export async function loadLines() {
  const view = document.getElementById("source");
  const path = view?.dataset.lines;
  if (!path || view.dataset.laid) return;
  view.dataset.laid = "yes";
  const lines = (await getJson(path)) ?? [];
  for (const line of lines) {
    const picture = view.querySelector(`svg[data-page="${line.p}"]`);
    if (!picture || !line.t.trim()) continue;
    const text = document.createElementNS(SVG, "text");
    const place = { x: line.x, y: line.y + line.h * 0.8, "font-size": line.h * 0.85, textLength: Math.max(line.w, 1) };
    for (const [name, value] of Object.entries(place)) text.setAttribute(name, value);
    text.setAttribute("lengthAdjust", "spacingAndGlyphs");
    text.dataset.s = line.s;
    text.textContent = `${line.t}\n`;
    picture.append(text);
  }
  view.dataset.ready = "yes";
}

/** The selected characters of the source as {start, end, text}; null where nothing of it is selected. */
export function selected() {
  const view = document.getElementById("source");
  const selection = getSelection();
  if (!view || !selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!view.contains(range.commonAncestorContainer)) return null;
  const touched = [...view.querySelectorAll("[data-s]")].filter((piece) => range.intersectsNode(piece));
  if (!touched.length) return null;
  const starts = touched.map((piece) => offsetIn(piece, range.startContainer, range.startOffset, true));
  const ends = touched.map((piece) => offsetIn(piece, range.endContainer, range.endOffset, false));
  const start = Math.min(...starts);
  const end = Math.max(...ends);
  return end > start ? { start, end, text: selection.toString().trim() } : null;
}

function offsetIn(piece, container, offset, first) {
  const start = Number(piece.dataset.s);
  if (piece.contains(container) && container.nodeType === Node.TEXT_NODE) {
    return start + length(container.data.slice(0, offset).replace(/\n$/, piece.closest("svg") ? "" : "\n"));
  }
  const whole = piece.closest("svg") ? piece.textContent.replace(/\n$/, "") : piece.textContent;
  return first ? start : start + length(whole);
}
