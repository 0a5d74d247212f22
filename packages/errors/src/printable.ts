// C0 and C1 controls but for line feed and tab, bidirectional marks and overrides, line separators, lone surrogates,
// zero-width and tag characters: everything that makes a terminal or a log show something other than what is there.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/**
 * A value from outside made safe to stand in a line of a terminal, a log or a message: hostile characters, line breaks
 * among them, become visible `\u{…}` escapes. Longer text is cut, and its length told.
 */
export function printable(text: string, maxLength = 2000): string {
  return printableLines(text, maxLength).replaceAll('\n', '\\u{a}');
}

/** The same for text of ours that may have several lines, such as an explanation. */
export function printableLines(text: string, maxLength = 2000): string {
  const safe = replaceUnprintable(
    cut(text, maxLength),
    (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return text.length > maxLength ? `${safe}… (${text.length} characters)` : safe;
}

/** Replaces each character that would not be seen as what it is; line feed and tab stay. */
export function replaceUnprintable(text: string, replacement: (character: string) => string): string {
  return text.replace(UNPRINTABLE, replacement);
}

// Not between the two halves of a character.
function cut(text: string, length: number): string {
  const halved = length < text.length && (text.codePointAt(length - 1) ?? 0) > 0xffff;
  return text.slice(0, halved ? length - 1 : length);
}
