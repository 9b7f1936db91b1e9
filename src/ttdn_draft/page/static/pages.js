// What prints, beside the text: the pages as pictures, or where nothing draws them the words of the Word file in order.

import { Ended, call, callForFile } from "./call.js";
import { $, button, dialog, h, tag } from "./dom.js";
import { faultBox } from "./faults.js";
import { t } from "./words.js";

const PAUSE = 500;
const SAY_AFTER = 400;
const WAIT = 4000; // before pages that took too long are asked for again
const TRIES = 3;

/** The pages of a desk in `root`. */
export class Pages {
  constructor(desk, root) {
    Object.assign(this, { desk, root, timer: 0, running: false, drawn: -1, map: [], pictures: new Map(), stopped: false, at: 1, hung: 0 });
    this.state = h("span", { id: "pages-state", "aria-live": "polite" });
    this.number = h("span", { id: "page-number" });
    this.box = h("div", { class: "sc", id: "pages", tabindex: "0", role: "region", "aria-label": t("pages"), on: { scroll: () => this.scrolled() } });
    const turn = (by) => () => this.turn(by);
    this.nav = h("div", { class: "pgn" }, button("‹", "s", turn(-1), { "aria-label": t("pages.before") }), this.number,
      button("›", "s", turn(1), { "aria-label": t("pages.next") }), h("span", { class: "sp" }), this.state, button(t("pages.large"), "s q", () => this.enlarge(), { id: "large" }));
    root.append(this.nav, this.box);
    this.skeleton();
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    for (const url of this.pictures.values()) URL.revokeObjectURL(url);
  }

  skeleton() {
    this.box.replaceChildren(h("div", { class: "pg", "aria-busy": "true" }, h("p", { class: "note" }, t("pages.first")),
      ["100%", "82%", "91%", "64%"].map((width) => h("div", { class: "sk", style: { width } }))));
  }

  later(wait = PAUSE) {
    if (this.drawn === this.desk.manuscript.revision) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), wait);
  }

  async now() {
    if (this.running || this.stopped) return;
    this.running = true;
    const { revision, text, path } = this.desk.manuscript;
    const slow = setTimeout(() => this.say("pages.again", ""), SAY_AFTER);
    try {
      const found = await call("trang", { path, text });
      if (!this.stopped) await this.draw(found);
      this.drawn = revision;
      this.hung = found.hung ? this.hung + 1 : 0;
      if (this.hung && this.hung <= TRIES) { this.drawn = -1; this.later(WAIT); }
    } catch (problem) { this.refused(problem); } finally {
      clearTimeout(slow);
      this.running = false;
      if (!this.stopped && revision !== this.desk.manuscript.revision) this.later();
    }
  }

  refused(problem) {
    if (problem instanceof Ended) this.say("pages.old", "a");
    else if (problem.kind === "newer") this.later();
    else if (problem.kind === "errors") {
      this.say("pages.errors", "e");
      if (!$(".pg img", this.box)) this.box.replaceChildren(h("div", { class: "msg a" }, h("h2", {}, t("pages.errors")), h("p", {}, t("pages.errors.text"))));
    } else if (problem.faults) { this.say("pages.old", "a"); if (!$(".pg img", this.box)) this.box.replaceChildren(faultBox(problem)); } else throw problem;
  }

  say(word, look) {
    this.state.replaceChildren(look === "" ? h("span", { class: "note" }, t(word)) : tag(t(word), look));
  }

  async draw(found) {
    this.map = found.map || [];
    this.count = found.pages.length;
    this.box.setAttribute("aria-label", t(found.engine ? "pages" : "pages.words"));
    for (const one of [this.number, $("#large", this.root), ...this.nav.querySelectorAll("[aria-label]")]) one.hidden = !found.engine;
    if (!found.engine) { this.drawLines(found); return; }
    await this.fetchPictures(found.pages);
    const keep = this.box.scrollTop;
    const have = $$pages(this.box);
    if (have.length === found.pages.length) have.forEach((element, at) => this.dress(element, found.pages[at], at));
    else this.box.replaceChildren(...found.pages.map((page, at) => this.dress(this.page(), page, at)));
    this.box.scrollTop = keep;
    this.say("pages.fresh", "o");
    this.scrolled();
  }

  async fetchPictures(pages) {
    for (const { id } of pages) {
      if (!this.pictures.has(id)) this.pictures.set(id, URL.createObjectURL(await callForFile("anh", { trang: id })));
    }
    const wanted = new Set(pages.map((page) => page.id));
    for (const [id, url] of this.pictures) if (!wanted.has(id)) { setTimeout(() => URL.revokeObjectURL(url), 2000); this.pictures.delete(id); }
  }

  page() {
    const picture = h("img", { alt: "" });
    const element = h("div", { class: "pg" }, picture);
    element.addEventListener("click", (event) => this.clicked(element, event));
    return element;
  }

  dress(element, { id, width_mm: width, height_mm: height }, at) {
    const picture = $("img", element);
    const url = this.pictures.get(id);
    if (picture.getAttribute("src") !== url) picture.src = url;
    picture.alt = t("pages.alt", { n: at + 1, all: this.count });
    element.dataset.page = at + 1;
    element.style.aspectRatio = `${width} / ${height}`;
    return element;
  }

  drawLines({ lines, hung }) {
    this.state.replaceChildren();
    const go = ({ block }) => () => block >= 0 && this.desk.showPlace(0, block);
    const again = button(t("again"), "s", () => { this.drawn = -1; this.later(0); });
    this.box.replaceChildren(h("div", { class: "msg a" }, h("h2", {}, t(hung ? "pages.hung" : "pages.none")), h("p", {}, t(hung ? "pages.hung.text" : "pages.none.text")),
      hung ? again : button(t("pages.how"), "s", howToInstall)),
      h("div", { class: "pg words", lang: "vi" }, h("h3", {}, t("pages.words")), lines.map((line) => h("p", { "data-block": line.block, on: { click: go(line) } }, line.text))));
  }

  /** A click on a page moves the text to what stands there. */
  clicked(element, event) {
    const frame = element.getBoundingClientRect();
    const y = (event.clientY - frame.top) / frame.height;
    const page = Number(element.dataset.page);
    const before = this.map.filter((spot) => spot.page < page || (spot.page === page && spot.y <= y + 0.01));
    const spot = before.at(-1) || this.map[0];
    if (!spot) return;
    const key = this.desk.manuscript.blocks.find((one) => one.number === spot.block)?.key;
    const host = key === undefined ? null : this.desk.editor.host(key) || this.desk.editor.host(`${key}.0.0`);
    if (host) { this.desk.pick(""); host.focus({ preventScroll: true }); this.desk.editor.reveal(host); }
  }

  /** The pages come into sight on a narrow screen: at the block that she was at. */
  seen() {
    this.showBlock(this.block);
    this.scrolled();
  }

  /** Scrolls to where a block prints. */
  showBlock(block) {
    if (block === undefined || block < 0) return;
    this.block = block;
    const line = $(`[data-block="${block}"]`, this.box);
    if (line) { this.scrollTo(line.offsetTop); return; }
    const spot = this.map.find((one) => one.block === block) || this.map.filter((one) => one.block < block).at(-1);
    const element = spot && $(`[data-page="${spot.page}"]`, this.box);
    if (element) this.scrollTo(element.offsetTop + spot.y * element.offsetHeight);
  }

  scrollTo(top) {
    const at = top - this.box.offsetTop;
    if (at < this.box.scrollTop + 20 || at > this.box.scrollTop + this.box.clientHeight - 60) this.box.scrollTop = Math.max(0, at - 120);
  }

  scrolled() {
    const pages = $$pages(this.box);
    const middle = this.box.scrollTop + this.box.clientHeight / 3;
    const here = pages.filter((one) => one.offsetTop - this.box.offsetTop <= middle).at(-1);
    this.at = here ? Number(here.dataset.page) : 1;
    this.number.textContent = pages.length ? t("pages.number", { n: this.at, all: pages.length }) : "";
  }

  turn(by) {
    const element = $(`[data-page="${this.at + by}"]`, this.box);
    if (element) this.box.scrollTop = element.offsetTop - this.box.offsetTop - 8;
  }

  enlarge() {
    const url = $(`[data-page="${this.at}"] img`, this.box)?.src;
    if (!url) return;
    const box = dialog(t("pages.number", { n: this.at, all: this.count }), h("div", { class: "large", tabindex: "0", role: "region", "aria-label": t("pages") }, h("img", { src: url, alt: t("pages.alt", { n: this.at, all: this.count }) })),
      button(t("close"), "p s", () => box.close()));
    box.classList.add("wide");
  }
}

const $$pages = (box) => [...box.querySelectorAll(".pg[data-page]")];

function howToInstall() {
  const box = dialog(t("pages.how"), h("p", {}, t("pages.how.text")), button(t("close"), "p s", () => box.close()));
}
