// A field for several names with suggestions of the server (ARIA combobox pattern), the chosen ones as chips above.

import { getJson } from "./api.js";

/** The field of a form's name; `meeting` says whose parties come first. */
export class Combo {
  constructor(input, meeting) {
    this.input = input;
    this.meeting = meeting;
    this.list = document.getElementById(input.getAttribute("aria-controls"));
    this.chips = input.closest(".field").querySelector(".chips");
    this.names = [];
    this.at = -1;
    this.asked = 0;
    input.addEventListener("input", () => this.#suggest());
    input.addEventListener("focus", () => this.#suggest());
    input.addEventListener("blur", () => setTimeout(() => this.#close(), 150));
    input.addEventListener("keydown", (event) => this.#key(event));
    this.list.addEventListener("mousedown", (event) => {
      const option = event.target.closest("li");
      if (option) {
        event.preventDefault();
        this.#take(option.dataset.name);
      }
    });
    this.chips.addEventListener("click", (event) => {
      const chip = event.target.closest("button");
      if (chip) this.set(this.names.filter((name) => name !== chip.dataset.name));
    });
  }

  /** Show these names as chosen. */
  set(names) {
    this.names = [...new Set(names)];
    this.chips.replaceChildren(
      ...this.names.map((name) => {
        const chip = document.createElement("button");
        chip.type = "button";
        chip.dataset.name = name;
        chip.textContent = `${name} ×`;
        chip.setAttribute("aria-label", `${this.chips.dataset.remove}: ${name}`);
        const item = document.createElement("li");
        item.append(chip);
        return item;
      }),
    );
    this.input.value = "";
  }

  /** The chosen names; what is typed and not yet taken counts, too. */
  get() {
    const typed = this.input.value.trim();
    return typed ? [...new Set([...this.names, typed])] : [...this.names];
  }

  async #suggest() {
    const turn = ++this.asked;
    const query = new URLSearchParams({ q: this.input.value.trim(), meeting: this.meeting });
    const found = (await getJson(`/parties?${query}`)) ?? [];
    if (turn !== this.asked || document.activeElement !== this.input) return;
    const typed = this.input.value.trim();
    const rest = found.filter((one) => !this.names.includes(one.name));
    if (typed && !found.some((one) => one.name === typed)) rest.push({ name: typed, more: this.input.dataset.typed });
    this.list.replaceChildren(...rest.map((one, at) => this.#option(one, at)));
    this.at = -1;
    if (this.input.value.trim() && rest.length) this.#mark(0);
    this.#show(rest.length > 0);
  }

  #option(one, at) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${at}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.name = one.name;
    const name = document.createElement("bdi");
    name.textContent = one.name;
    const more = document.createElement("small");
    more.textContent = one.more ? ` ${one.more}` : "";
    option.append(name, more);
    return option;
  }

  #key(event) {
    const options = [...this.list.children];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (options.length) this.#mark((this.at + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      const typed = this.input.value.trim();
      const name = !this.list.hidden && options[this.at] ? options[this.at].dataset.name : typed;
      if (name) {
        event.preventDefault();
        this.#take(name);
      }
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
      this.at = -1;
    } else if (event.key === "Backspace" && !this.input.value && this.names.length) {
      this.set(this.names.slice(0, -1));
    }
  }

  #mark(at) {
    [...this.list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    this.at = at;
    const option = this.list.children[at];
    this.input.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
  }

  #take(name) {
    this.set([...this.names, name]);
    this.#suggest();
  }

  #show(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }

  #close() {
    this.#show(false);
    this.input.removeAttribute("aria-activedescendant");
  }
}
