// What she does before the program has read what a button, an answer or a fact put into her text: acts in, kept in their
// order, done where she stood once it is read. Nothing that she types or presses in between is lost or goes elsewhere.

import { readText } from "./blocks.js";
import { difference, shown, toSource } from "./runs.js";

const same = (one, other) => Boolean(one && other) && one.key === other.key && one.from === other.from && one.to === other.to;

/** The acts that wait for an editor's text to be read. */
export class Waiting {
  constructor(editor) {
    Object.assign(this, { editor, acts: [], aim: null, stood: null, focus: null, away: null });
  }

  /** The text waits to be read; `aim` is where she will stand then ({place}, {place, whole}), null: where she is. */
  begin(aim) {
    this.follow();
    if (aim && this.acts.length) this.acts.push(this.going(aim));
    else if (aim) this.aim = this.track(aim);
    this.focus = document.activeElement;
  }

  /** A spot that moves with what is written before it. */
  track(spot) {
    return this.editor.manuscript.follow({ ...spot });
  }

  going(spot) {
    const aim = this.track(spot);
    return () => this.editor.restore(aim);
  }

  /** She went elsewhere by herself: what she does from here on is done there. */
  follow() {
    const now = this.editor.caret();
    if (now && !same(now, this.stood)) {
      if (this.acts.length) this.acts.push(this.going(now));
      else this.aim = this.track(now);
    }
    this.stood = now;
  }

  /** Keeps an act. */
  add(act) {
    this.follow();
    this.acts.push(act);
    this.tell();
  }

  /** Tells that something of hers is not in her text yet, or that all is. */
  tell() {
    const { manuscript } = this.editor;
    manuscript.isWaiting = this.acts.length > 0;
    manuscript.tell("waits");
  }

  /** Keeps what she composed in a host: its words, and where they stand if that is not where she stands by now. */
  addComposed(host) {
    const { editor } = this;
    const { key } = host.dataset;
    const unit = editor.manuscript.unit(key);
    if (!unit) return;
    const change = difference(shown(unit.runs), readText(host).normalize("NFC"), editor.caret()?.to);
    const { from, to } = change;
    if (!same({ key, from, to }, this.stood)) this.acts.push(this.going({ key, from, to, start: toSource(unit, from), place: toSource(unit, to) }));
    this.acts.push(() => editor.insert(change.text));
    this.tell();
    editor.tidyHost(key, to);
    this.stood = editor.caret();
  }

  /** Forgets what waits; whether anything did. */
  drop() {
    const had = this.acts.length > 0;
    Object.assign(this, { acts: [], aim: null, stood: null });
    if (had) this.tell();
    return had;
  }

  /** The text is read: where she stands in it before what waits is done, or null where she went out of the text. */
  where() {
    this.follow();
    const { aim } = this;
    const now = document.activeElement;
    const isAway = now !== this.focus && now !== document.body && !this.editor.root.contains(now);
    Object.assign(this, { aim: null, stood: null, away: isAway ? now : null });
    return isAway && !this.acts.length ? null : aim;
  }

  /** Does what waits, up to what makes the program read again; what she went to meanwhile has the focus again. */
  go() {
    const acts = this.acts.splice(0);
    const had = acts.length > 0;
    while (acts.length && !this.editor.manuscript.isStale) acts.shift()();
    this.acts.push(...acts);
    if (had) this.tell();
    this.away?.focus({ preventScroll: true });
    this.away = null;
  }
}
