// The keys of the desk: F8 for questions, Ctrl+S, undo and redo, bold, italic, levels, Esc.

const TYPED = "input, textarea, select";

/** What listens to the keys of a desk. */
export function deskKeys(desk) {
  return (event) => {
    if (event.isComposing || desk.editor.composing || document.querySelector("dialog[open]")) return;
    const act = named(desk, event) || (event.target.closest?.(".host") && inText(desk, event));
    if (!act) return;
    event.preventDefault();
    act();
  };
}

function named(desk, event) {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (key === "F8") return () => { desk.tab("h"); desk.pick(""); desk.keepPlace(); desk.questions.step(shiftKey ? -1 : 1); };
  if (key === "Escape" && desk.closePanel) return desk.closePanel;
  if (key === "Escape" && event.target.closest?.(".pane.l, .pane.r")) return () => desk.backToText();
  if (!(ctrlKey || metaKey) || altKey || event.target.closest?.(TYPED)) return ctrlKey && key.toLowerCase() === "s" ? () => desk.save() : null;
  const acts = { s: () => desk.save(), z: () => desk.undo(shiftKey), y: () => desk.undo(true) };
  return acts[key.toLowerCase()] || null;
}

function inText(desk, event) {
  const { key, code, ctrlKey, metaKey, altKey } = event;
  const later = (act) => () => desk.editor.whenRead(act);
  const heading = /^Digit([123])$/.exec(code);
  if (ctrlKey && altKey && heading) return later(() => desk.toolbar.shape(`heading${heading[1]}`));
  if (altKey && !ctrlKey && /^Arrow(Left|Right)$/.test(key)) return later(() => desk.toolbar.level(key === "ArrowRight" ? 1 : -1));
  if (!(ctrlKey || metaKey) || altKey) return null;
  const name = { b: "bold", i: "italic" }[key.toLowerCase()];
  return name ? later(() => desk.toolbar.format(name)) : null;
}
