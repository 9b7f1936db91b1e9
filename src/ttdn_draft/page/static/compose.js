// Soạn mới: kind, system, province, commune, organ and year at the left, what will be used at the right.

import { Ended, call, turns } from "./call.js";
import { $, button, field, goTo, h, labelled, once, radios, tag } from "./dom.js";
import { combo } from "./combo.js";
import { faultBox } from "./faults.js";
import { chooseFolder, folderName, keepFolder } from "./folder.js";
import { rich, t } from "./words.js";

const QUIET = 200;
const LOOKS = { unsure: "a", missing: "a" };
const today = new Date();
const order = { kind: "huong-dan", system: "dang", province: "", commune: "", organ: "", signer: "", year: today.getFullYear() + (today.getMonth() > 8 ? 1 : 0) };
const names = { province: null, commune: null };

/** Shows the view in `root`. */
export async function show(root) {
  const view = new Compose(root);
  await view.begin();
}

class Compose {
  constructor(root) {
    this.root = root;
    Object.assign(this, { timer: 0, tried: turns(), listed: turns(), sent: false });
  }

  async begin() {
    if (!folderName()) keepFolder((await call("bat-dau")).folder);
    this.choices = await call("lua-chon", { province: order.province, commune: order.commune, organ: order.organ });
    this.use = h("aside", { class: "use", "aria-live": "polite", "aria-label": t("compose.use") });
    const write = once(() => this.write());
    this.form = h("form", { on: { submit: (event) => { event.preventDefault(); write(); } } });
    this.root.append(h("div", { class: "wrap" }, h("h1", {}, t("menu.soan-moi")), h("p", { class: "lead" }, t("compose.lead")),
      h("div", { class: "ask" }, this.form, this.use)));
    this.drawForm();
    await this.tryOut();
  }

  drawForm() {
    const pick = (name) => (value) => { order[name] = value; if (name === "system") Object.assign(order, { organ: "", signer: "" }); this.changed(name === "system"); };
    const options = (list) => list.map((one) => ({ value: one.id, label: one.name }));
    this.province = combo(this.choices.provinces, (one) => this.choosePlace("province", one));
    this.commune = combo(this.choices.communes, (one) => this.choosePlace("commune", one));
    this.province.set(names.province);
    this.commune.set(names.commune);
    this.organ = h("select", { class: "in", lang: "vi", on: { change: () => { order.organ = this.organ.value; order.signer = ""; this.changed(true); } } });
    this.signer = h("select", { class: "in", lang: "vi", on: { change: () => { order.signer = this.signer.value; this.changed(); } } });
    this.year = h("input", { class: "short", inputmode: "numeric", maxlength: "4", value: order.year, on: { input: () => this.chooseYear() } });
    this.name = h("p", { class: "note" });
    this.told = h("div", {});
    this.form.append(radios(t("compose.kind"), "kind", options(this.choices.kinds), order.kind, pick("kind")),
      radios(t("compose.system"), "system", options(this.choices.systems), order.system, pick("system")),
      h("div", { class: "pair" }, labelled(t("compose.province"), this.province, t("compose.province.hint")), labelled(t("compose.commune"), this.commune, t("compose.commune.hint"))),
      h("div", { class: "pair" }, field(t("compose.organ"), this.organ), field(t("compose.year"), this.year)), this.signerField = field(t("compose.signer"), this.signer),
      h("div", { class: "row" }, h("button", { type: "submit", class: "btn p" }, t("compose.write")), h("a", { class: "btn q", href: "#bat-dau" }, t("back"))), this.told, this.name);
    this.drawLists();
  }

  drawLists() {
    const draw = (select, list, chosen, first) => {
      select.replaceChildren(h("option", { value: "" }, first), ...list.map((one) => h("option", { value: one.id }, one.name)));
      select.value = chosen;
      select.disabled = !list.length;
    };
    draw(this.organ, this.choices.organs, order.organ, t("compose.usual"));
    draw(this.signer, this.choices.signers, order.signer, t("compose.head"));
    this.signerField.hidden = this.choices.signers.length < 2;
    this.commune.offer(this.choices.communes);
    this.commune.input.disabled = !this.choices.communes.length;
  }

  async choosePlace(name, one) {
    names[name] = one;
    order[name] = one ? one.id : "";
    Object.assign(order, { organ: "", signer: "" });
    if (name === "province") { names.commune = null; order.commune = ""; this.commune.set(null); }
    await this.changed(true);
  }

  chooseYear() {
    order.year = Number(this.year.value) || 0;
    this.changed();
  }

  async changed(lists = false) {
    if (lists) {
      const isLast = this.listed();
      const choices = await call("lua-chon", { province: order.province, commune: order.commune, organ: order.organ, system: order.system });
      if (!isLast()) return;
      this.choices = choices;
      this.drawLists();
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tryOut(), QUIET);
  }

  async tryOut() {
    const isLast = this.tried();
    if (!order.province || String(order.year).length !== 4) { this.drawUse([h("p", { class: "note" }, t(order.province ? "compose.year.short" : "compose.province.first"))], ""); return; }
    try {
      const found = await call("se-dung", order);
      if (isLast()) this.drawUse(this.rows(found), found.name);
    } catch (problem) {
      if (isLast() && !(problem instanceof Ended)) this.drawUse([faultBox(problem)], "");
    }
  }

  rows(found) {
    const row = ({ label, value, certainty, source }) => [h("dt", {}, label),
      h("dd", { title: source || null }, h("span", { lang: "vi" }, value), " ", LOOKS[certainty] ? tag(t(`certainty.${certainty}`), LOOKS[certainty]) : null)];
    return [h("dl", {}, found.rows.flatMap(row)), h("p", { class: "note end" }, found.questions ? rich("compose.questions", { n: found.questions }) : t("compose.questions.none"))];
  }

  drawUse(parts, name) {
    this.use.replaceChildren(h("h2", {}, t("compose.use")), ...parts);
    const other = button(t("folder.change"), "link", () => chooseFolder().then(() => this.tryOut()));
    this.name.replaceChildren(...(name ? rich("compose.name", { name, folder: folderName() }) : []), " ", other);
  }

  async write() {
    if (!order.province) { this.province.input.focus(); this.told.replaceChildren(h("p", { class: "fault", role: "alert" }, t("compose.province.first"))); return; }
    if (this.sent) return;
    this.sent = true;
    const submit = $("[type=submit]", this.form);
    submit.setAttribute("aria-disabled", "true");
    try {
      goTo("ban-soan", (await call("soan", order)).path);
    } catch (problem) {
      this.sent = false;
      submit.removeAttribute("aria-disabled");
      if (!(problem instanceof Ended)) this.told.replaceChildren(faultBox(problem));
    }
  }
}
