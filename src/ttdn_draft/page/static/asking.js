// What a file of last year does not say, asked below the refusal: its year, or who issues now; the file is read again with it.

import { call } from "./call.js";
import { combo } from "./combo.js";
import { field, h, labelled } from "./dom.js";
import { t } from "./words.js";

const ASKED = { "last-year": askYear, year: () => [], issuer: askIssuer };

/** The fields for what a refusal asks, with the button that reads the file again; null where it asks nothing. */
export function askBack(problem, last, again) {
  const ask = problem.body && ASKED[problem.kind];
  if (!ask) return null;
  const more = { ...last.more };
  return h("form", { class: "back", on: { submit: (event) => { event.preventDefault(); again(more); } } }, ask(more, last.year, problem),
    h("div", { class: "row" }, h("button", { type: "submit", class: "btn p" }, t("roll.read.again"))));
}

function askYear(more, year) {
  const put = () => { more["X-Tu-Nam"] = last.value.trim(); };
  const last = h("input", { class: "short", inputmode: "numeric", maxlength: "4", value: year - 1, on: { input: put } });
  put();
  return [field(t("roll.last.year"), last)];
}

/** The province that the old one is in now is offered first. */
function askIssuer(more, year, problem) {
  const organ = h("select", { class: "in", lang: "vi", disabled: true, on: { change: () => { more["X-Co-Quan"] = organ.value; } } });
  const offer = async () => {
    const found = await call("lua-chon", { province: more["X-Tinh"] || "", commune: more["X-Xa"] || "" });
    organ.replaceChildren(h("option", { value: "" }, t("compose.usual")), ...found.organs.map((one) => h("option", { value: one.id }, one.name)));
    organ.disabled = !found.organs.length;
    commune.offer(found.communes);
    return found;
  };
  const pick = (name, rest) => (one) => { more[name] = one ? one.id : ""; for (const other of rest) delete more[other]; offer(); };
  const province = combo([], pick("X-Tinh", ["X-Xa", "X-Co-Quan"]));
  const commune = combo([], pick("X-Xa", ["X-Co-Quan"]));
  more["X-Tinh"] = problem.body.province;
  offer().then(({ provinces }) => {
    province.offer(provinces);
    province.set(provinces.find((one) => one.id === problem.body.province) || null);
  });
  return [h("div", { class: "pair" }, labelled(t("compose.province"), province, t("compose.province.hint")), labelled(t("compose.commune"), commune, t("compose.commune.hint"))),
    field(t("compose.organ"), organ)];
}
