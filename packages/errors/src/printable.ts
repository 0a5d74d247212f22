// C0 and C1 controls but for line feed and tab, bidirectional marks and overrides, line separators, lone surrogates,
// zero-width and tag characters: everything that makes a terminal or a log show something other than what is there.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** Text from outside made safe for a terminal or a log line: hostile characters become visible `\u{…}` escapes. */
export function printable(text: string, maxLength = 2000): string {
  const safe = text
    .slice(0, maxLength)
    .replace(UNPRINTABLE, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
  return text.length > maxLength ? `${safe}… (${text.length} characters)` : safe;
}
