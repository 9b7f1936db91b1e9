// A file that is handed from one view to the next.

let held = null;

/** Keeps a file for the next view. */
export const handOver = (file) => { held = file; };

/** The file that was kept, once. */
export function takeOver() {
  const file = held;
  held = null;
  return file;
}
