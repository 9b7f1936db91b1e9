// What is handed from one view to the next: a file that was dropped, or words for the draft.

const held = { file: null, words: null };

const take = (name) => {
  const value = held[name];
  held[name] = null;
  return value;
};

/** Keeps a file for the next view. */
export const handOver = (file) => { held.file = file; };

/** The file that was kept, once. */
export const takeOver = () => take("file");

/** Keeps words for the desk: {words, mark}, the mark of a citation where it is one. */
export const handWords = (words) => { held.words = words; };

/** The words that were kept, once. */
export const takeWords = () => take("words");
