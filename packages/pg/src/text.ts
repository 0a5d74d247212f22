// PostgreSQL's text holds every Unicode scalar value but U+0000, and no lone surrogate. U+FFFE is no character and occurs
// in no ordinary text, so it can announce four hex digits of a code unit that cannot be stored as it is.
const MARK = '\ufffe';
const UNSTORABLE = /[\0\ufffe]|\p{Surrogate}/gu;
const KEPT = /\ufffe([0-9a-f]{4})/g;

/**
 * Any JavaScript string as one that a text column takes; ordinary strings stay as they are, and so does null. Undone by
 * {@link readText}.
 */
export function keepText(text: string): string;
export function keepText(text: string | null): string | null;
export function keepText(text: string | null): string | null {
  if (text === null) return null;
  return text.replace(UNSTORABLE, (unit) => MARK + unit.charCodeAt(0).toString(16).padStart(4, '0'));
}

/** The string, or null, that {@link keepText} was given. */
export function readText(kept: string): string;
export function readText(kept: string | null): string | null;
export function readText(kept: string | null): string | null {
  if (kept === null) return null;
  return kept.replace(KEPT, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Whether a text column would take the string as it is and give it back the same. */
export function isStorable(text: string): boolean {
  // Nearly all text passes the first test, which is the faster one.
  return !/[\0\ud800-\udfff]/.test(text) || !/\0|\p{Surrogate}/u.test(text);
}
