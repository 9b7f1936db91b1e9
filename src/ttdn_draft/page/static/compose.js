// (in work)
import { h } from "./dom.js";
export async function show(root) { root.append(h("div", { class: "wrap" }, h("h1", {}, "…"))); }
