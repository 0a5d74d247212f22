const ESCAPED = /[<>&\u2028\u2029]/g;

/** A message as the node writes it: JSON with characters of HTML escaped, and a line's end. */
export function messageText(message: object): string {
  const json = JSON.stringify(message).replace(
    ESCAPED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
}
