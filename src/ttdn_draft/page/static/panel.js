// Căn cứ… and Ngày kỷ niệm… beside the text: found over the pages, put where she stands, her place is kept.

import { call, turns } from "./call.js";
import { dayTags, daysOf, ofMonth, shortDay } from "./calendar.js";
import { stateTag } from "./cite.js";
import { bare } from "./combo.js";
import { $, button, field, h } from "./dom.js";
import { faultBox } from "./faults.js";
import { insertDay, insertMark } from "./inserting.js";
import { t } from "./words.js";

const QUIET = 200;

/** Opens a panel over the pages of a desk: "cite" or "calendar". */
export function openPanel(desk, kind) {
  $(".panel", desk.root)?.remove();
  const here = desk.keepPlace();
  const spot = { here: here && desk.manuscript.follow(here) };
  const close = desk.closePanel = () => { panel.remove(); desk.closePanel = null; desk.pick(""); desk.backToText(); };
  const list = h("ul", { class: "sc" });
  const panel = h("div", { class: "panel", role: "region", "aria-label": t(`panel.${kind}`), on: { keydown: (event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } } } },
    h("div", { class: "head" }, h("h2", {}, t(`panel.${kind}`)), button(t("close"), "s", close)), kind === "cite" ? bases(desk, list, spot) : days(desk, list, spot), list);
  $("#right", desk.root).append(panel);
  desk.pick("pages");
  $("input", panel).focus();
}

/** Puts something in where she stood; the next thing goes behind it, and so does she. */
const put = (desk, spot, insert, what) => desk.editor.whenRead(() => {
  const place = insert(desk, what, spot.here);
  if (place === null) return;
  const here = desk.manuscript.follow({ place });
  desk.keepPlace(place);
  desk.manuscript.addEventListener("read", () => { spot.here = Object.assign(here, { key: desk.editor.keyAt(here.place) }); }, { once: true });
});

function bases(desk, list, spot) {
  let timer = 0;
  const turn = turns();
  const look = async () => {
    const isLast = turn();
    if (!query.value.trim()) { list.replaceChildren(h("li", {}, h("p", { class: "note" }, t("cite.begin")))); return; }
    try {
      const { hits } = await call("can-cu", { query: query.value.trim(), day: "" });
      if (!isLast()) return;
      list.replaceChildren(...hits.map(row), ...(hits.length ? [] : [h("li", {}, h("p", {}, t("cite.none")), h("p", { class: "note" }, t("cite.none.text")))]));
    } catch (problem) { if (isLast()) list.replaceChildren(h("li", {}, faultBox(problem))); }
  };
  const row = (hit) => h("li", {}, h("p", { class: "t", lang: "vi" }, hit.sentence), h("p", {}, stateTag(hit)), h("p", { class: "src" }, t("source"), " ", hit.source || t("source.none")),
    button(t("insert"), "p s", () => put(desk, spot, insertMark, hit.mark), { "aria-label": `${t("insert")}: ${hit.short}` }));
  const query = h("input", { type: "search", autocomplete: "off", lang: "vi", on: { input: () => { clearTimeout(timer); timer = setTimeout(look, QUIET); } } });
  look();
  return h("div", { class: "seek" }, field(t("cite.query"), query));
}

/** The year and the province that the text itself names. */
function wanted(facts) {
  const value = (name) => facts.find((one) => one.path.length === 1 && one.path[0] === name)?.value;
  const year = /\d{4}/.exec(`${value("ngay") ?? ""}`)?.[0] || /20\d\d/.exec(`${value("trich_yeu") ?? ""}`)?.[0];
  return { year: Number(year) || new Date().getFullYear(), province: `${value("tinh") ?? ""}` };
}

function days(desk, list, spot) {
  const { year, province } = wanted(desk.manuscript.facts);
  const month = h("select", { on: { change: () => draw() } }, h("option", { value: "0" }, t("panel.year")), Array.from({ length: 12 }, (_, at) => h("option", { value: at + 1 }, t("calendar.month", { month: at + 1 }))));
  const query = h("input", { type: "search", autocomplete: "off", lang: "vi", on: { input: () => draw() } });
  const row = (one) => h("li", {}, h("p", { class: "t", lang: "vi" }, one.text), h("p", {}, shortDay(one), dayTags(one)), h("p", { class: "src" }, t("source"), " ", one.source || t("source.none")),
    button(t("insert"), "p s", () => put(desk, spot, insertDay, one.text), { "aria-label": `${t("insert")}: ${one.text}` }));
  const draw = async () => {
    try {
      const all = await daysOf(year, province);
      const sought = bare(query.value.trim());
      const mine = Number(month.value) ? ofMonth(all, Number(month.value)) : all.filter((one) => one.tier === "tron" || one.tier === "le5" || sought);
      const found = mine.filter((one) => bare(one.text).includes(sought));
      list.replaceChildren(...found.slice(0, 120).map(row), ...(found.length ? [] : [h("li", {}, t("calendar.none"))]));
    } catch (problem) { list.replaceChildren(h("li", {}, faultBox(problem))); }
  };
  draw();
  return h("div", { class: "seek" }, field(t("panel.search", { year }), query), field(t("calendar.months"), month));
}
