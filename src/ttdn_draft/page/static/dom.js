// Makes and finds elements of the page: a tag, its properties and its children in, the element out.

export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

/** An element; `on` holds listeners, `style` goes through the CSSOM, true and false are attributes there or not. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) set(element, name, value);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, name, value) {
  if (name === "on") for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
  else if (name === "style") Object.assign(element.style, value);
  else if (name === "value") element.value = value;
  else if (value === true) element.setAttribute(name, "");
  else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
}

const STILL = 400; // ms in which the second half of a double click comes

/** An act that is done once, however often it is asked for before it has ended: a double click writes one file. */
export function once(act) {
  let isBusy = false;
  const free = () => setTimeout(() => { isBusy = false; }, STILL);
  return (event) => {
    if (isBusy) return undefined;
    const done = act(event);
    if (!done?.then) return done;
    isBusy = true;
    return done.finally(free);
  };
}

/** A button of the page; `look` is its class beside `btn`: p (filled), s (small), q (quiet). */
export const button = (words, look, act, more = {}) =>
  h("button", { type: "button", class: `btn ${look}`, on: { click: once(act) }, ...more }, words);

/** A small word with a ground: e (error), a (amber), o (done), b (blue) or none. */
export const tag = (words, look = "") => h("span", { class: `tag ${look}` }, words);

/** Puts rows into a list; one that stands there with the same words and `data-row` stays, so that a press begun on it holds. */
export function putRows(list, rows) {
  const there = new Map([...list.children].filter((row) => row.dataset.row).map((row) => [row.outerHTML, row]));
  const wanted = rows.map((row) => there.get(row.outerHTML) ?? row);
  for (const row of [...list.children]) if (!wanted.includes(row)) row.remove();
  wanted.forEach((row, at) => { if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null); });
}

let last = 0;
/** An id that no other element has. */
export const newId = () => `i${(last += 1)}`;

/** A field with a list (combo.js) under its label and hint. */
export function labelled(words, { box, input }, hint) {
  const id = (input.id = newId());
  input.setAttribute("aria-describedby", `${id}h`);
  return h("div", { class: "f" }, h("label", { class: "lb", for: id }, words), h("p", { class: "hint", id: `${id}h` }, hint), box);
}

/** A labelled field: the label, a hint, the control, and where its message stands. */
export function field(words, control, { hint, message, wide = true } = {}) {
  const id = (control.id ||= newId());
  const notes = [];
  if (wide) control.classList.add("in");
  if (hint) notes.push(h("p", { class: "hint", id: `${id}h` }, hint));
  const told = message ? h("p", { class: "fault", id: `${id}e` }, message) : null;
  const described = [hint && `${id}h`, told && `${id}e`].filter(Boolean).join(" ");
  if (described) control.setAttribute("aria-describedby", described);
  if (told) control.setAttribute("aria-invalid", "true");
  return h("div", { class: "f" }, h("label", { class: "lb", for: id }, words), notes, control, told);
}

/** A row of radios that looks like one control. */
export function radios(legend, name, choices, chosen, changed) {
  const one = ({ value, label }) =>
    h("label", {},
      h("input", { type: "radio", name, value, checked: value === chosen, on: { change: () => changed(value) } }), label);
  return h("fieldset", {}, h("legend", {}, legend), h("div", { class: "opt" }, choices.map(one)));
}

let gone;
/** Says shortly what was done; never what is needed later. */
export function say(words) {
  const toast = $("#toast");
  toast.textContent = words;
  clearTimeout(gone);
  gone = setTimeout(() => { toast.textContent = ""; }, 4500);
}

/** Opens a dialog with a title and a body; gives it back. Closing removes it and gives the focus back. */
export function dialog(title, ...body) {
  const before = document.activeElement;
  const caret = getSelection().rangeCount ? getSelection().getRangeAt(0).cloneRange() : null;
  const back = () => {
    if (before?.isConnected && document.activeElement === document.body) before.focus();
    if (!caret || !before?.isContentEditable || document.activeElement !== before || !before.contains(caret.startContainer)) return;
    getSelection().removeAllRanges(); // the browser gives the focus back, but no caret: letters typed at once would be lost
    getSelection().addRange(caret);
  };
  const id = newId();
  const box = h("dialog", { class: "dlg", "aria-labelledby": id }, h("h2", { id, tabindex: "-1" }, title), body);
  const gone = () => { if (box.isConnected) { box.remove(); back(); } };
  box.addEventListener("close", gone);
  box.close = () => { HTMLDialogElement.prototype.close.call(box); gone(); }; // at once: what comes next finds her caret
  document.body.append(box);
  box.showModal();
  return box;
}

/** Goes to a view; what stands behind the slash is its own. */
export function goTo(view, rest = "") {
  location.hash = rest ? `${view}/${encodeURIComponent(rest)}` : view;
}

/** Asks for a file of this computer by its own window. */
export function pickFile(kinds, chosen) {
  const input = h("input", { type: "file", accept: kinds });
  input.addEventListener("change", () => input.files[0] && chosen(input.files[0]));
  input.click();
}

/** Makes a part of the page take a file that is dropped on it. */
export function takesDrops(element, chosen) {
  element.addEventListener("dragover", (event) => { event.preventDefault(); element.classList.add("over"); });
  element.addEventListener("dragleave", () => element.classList.remove("over"));
  element.addEventListener("drop", (event) => {
    event.preventDefault();
    element.classList.remove("over");
    if (event.dataTransfer.files[0]) chosen(event.dataTransfer.files[0]);
  });
}
