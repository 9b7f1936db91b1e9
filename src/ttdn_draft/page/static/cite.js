// Căn cứ: documents that may be cited, found by number or subject; each sentence is copied or put into the draft.

import { Ended, call, turns } from "./call.js";
import { copyWords, intoDraft } from "./calendar.js";
import { button, field, h, radios, tag } from "./dom.js";
import { faultBox } from "./faults.js";
import { dayWords, rich, t } from "./words.js";

const QUIET = 200;
const LOOKS = { "in-force": "o", amended: "a", "phase-over": "e", ended: "e", unclear: "a" };
const state = { query: "", system: "dang", day: dayWords(new Date()) };

/** What a person writes as a day (22/11/2026) as the program reads it; "" for no day. */
function readDay(words) {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words.trim());
  if (!found) return "";
  const [d, m, y] = found.slice(1).map(Number);
  const day = new Date(y, m - 1, d);
  return day.getMonth() === m - 1 ? `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}` : "";
}

/** The state of a document, as a tag. */
export const stateTag = (hit) => tag(t(`cite.${hit.state}`), LOOKS[hit.state] || "");

/** The sentence of a hit in the system that she chose. */
const sentenceOf = (hit, system) => (system === "nha-nuoc" && hit.state_sentence) || hit.sentence;

/** Shows the view in `root`. */
export async function show(root) {
  const told = h("p", { class: "note", "aria-live": "polite" });
  const list = h("ul", { class: "res" });
  const look = () => search(told, list);
  const query = h("input", { type: "search", value: state.query, autocomplete: "off", lang: "vi", on: { input: () => { state.query = query.value; soon(look); } } });
  const day = h("input", { value: state.day, class: "short wide", on: { change: () => { state.day = day.value; look(); } } });
  root.append(h("div", { class: "wrap" }, h("h1", {}, t("menu.can-cu")), h("div", { class: "find" }, field(t("cite.query"), query),
    radios(t("cite.system"), "system", [{ value: "dang", label: t("cite.party") }, { value: "nha-nuoc", label: t("cite.state") }], state.system, (value) => { state.system = value; look(); }),
    field(t("cite.day"), day)), told, list));
  query.focus();
  await look();
}

const turn = turns();
let timer = 0;
function soon(act) {
  clearTimeout(timer);
  timer = setTimeout(act, QUIET);
}

async function search(told, list) {
  const day = readDay(state.day);
  const isLast = turn();
  if (!day) { told.textContent = t("cite.day.wrong"); return; }
  if (!state.query.trim()) { told.textContent = t("cite.begin"); list.replaceChildren(); return; }
  try {
    const { hits } = await call("can-cu", { query: state.query.trim(), day });
    if (!isLast()) return;
    told.replaceChildren(...(hits.length ? rich("cite.found", { n: hits.length }) : []));
    list.replaceChildren(...(hits.length ? hits.map(entry) : [nothing()]));
  } catch (problem) { if (isLast() && !(problem instanceof Ended)) list.replaceChildren(h("li", {}, faultBox(problem))); }
}

const nothing = () => h("li", {}, h("div", {}, h("h2", {}, t("cite.none")), h("p", {}, t("cite.none.text"))));

function entry(hit) {
  const words = sentenceOf(hit, state.system);
  const old = hit.state === "ended" || hit.state === "phase-over";
  return h("li", {}, h("div", {}, h("p", { class: "t", lang: "vi" }, words),
    h("p", {}, stateTag(hit), hit.successor ? [" ", h("span", { class: "note" }, rich("cite.successor", { name: hit.successor }))] : null),
    h("p", { class: "src" }, t("source"), " ", hit.source || t("source.none"), hit.doubts.length ? [" ", hit.doubts.map((one) => tag(t("cite.doubt", { words: one }), "a long"))] : null)),
  h("div", {}, button(t("cite.copy"), old ? "s" : "p s", () => copyWords(words)), button(t("cite.copy.short"), "s", () => copyWords(hit.short)), intoDraft(words, hit.mark)));
}
