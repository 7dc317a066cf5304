// Requests to the server, and the notice that tells what became of them.

const root = document.documentElement;
let notice = 0;

/** POST an object as JSON; resolves to the answer with its `status` (0 where nobody answered). */
export async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-Notula-Token": root.dataset.token },
      body: JSON.stringify(body),
    });
    if (answer.status === 403) return { said: root.dataset.restarted, status: 403 }; // the token is of an earlier start
    const data = await answer.json().catch(() => ({}));
    return { said: answer.statusText, ...data, status: answer.status };
  } catch {
    return { said: root.dataset.offline, status: 0 };
  }
}

/** GET a path as JSON; null where it fails. */
export async function getJson(path) {
  try {
    const answer = await fetch(path, { headers: { Accept: "application/json" } });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** GET a path as a document of its own; null where it fails. */
export async function getPage(path) {
  try {
    const answer = await fetch(path);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}

/** Tell something for a while; trouble stays until the next notice. */
export function tell(text, bad = false) {
  const toast = document.getElementById("toast");
  toast.textContent = text;
  toast.classList.toggle("bad", bad);
  clearTimeout(notice);
  if (!bad) notice = setTimeout(() => toast.replaceChildren(), 4000);
}

/** Fill an element with what a path of our own server answers. */
export async function fill(element, path) {
  const page = await getPage(path);
  element.replaceChildren(...(page ? page.body.childNodes : []));
}
