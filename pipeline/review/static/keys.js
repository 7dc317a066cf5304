// The keyboard: one letter each while no form is open; they can be switched off in the list of shortcuts.

const KEYS = {
  j: "next", ArrowDown: "next", k: "previous", ArrowUp: "previous", a: "accept", x: "reject", e: "edit", o: "owner",
  d: "due", t: "status", s: "skip", u: "undo", U: "redo", b: "split", v: "mark", m: "merge", p: "promote", n: "add",
  r: "reopen", h: "history", g: "source", "/": "find", "?": "help",
};
const OFF = "notula-keys-off";

/** Call `perform` with the name of what a key stands for. */
export function listen(perform) {
  const box = document.getElementById("keys-on");
  box.checked = localStorage.getItem(OFF) !== "yes";
  box.addEventListener("change", () => localStorage.setItem(OFF, box.checked ? "no" : "yes"));
  document.addEventListener("keydown", (event) => {
    const name = KEYS[event.key];
    if (!name || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!box.checked && !event.key.startsWith("Arrow")) return;
    if (event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
    if (event.key.startsWith("Arrow") && !event.target.closest(".card")) return; // elsewhere arrows scroll
    event.preventDefault();
    perform(name);
  });
}
