// What the program refused, as a box on the page: what happened, and what to do.

import { Ended, Refused } from "./call.js";
import { h } from "./dom.js";
import { t } from "./words.js";

/** A box with the sentences of a refusal. */
export function faultBox(problem) {
  const lines = problem.faults?.length ? problem.faults : [{ cau: t("fault.unknown"), cach_sua: "", id: "" }];
  return h("div", { class: "msg e", role: "alert" }, lines.map((fault) =>
    h("p", {}, h("b", {}, fault.cau), " ", fault.cach_sua || "", fault.id ? h("small", {}, ` ${fault.id}`) : null)));
}

/** Shows a refusal where a view or a part of it would stand; that nobody answers is told above the page. */
export function tellFault(root, problem) {
  if (problem instanceof Refused) root.append(h("div", { class: "wrap" }, faultBox(problem)));
  else if (!(problem instanceof Ended)) throw problem;
}
