const CUT = '(secret)';

/** `postgres://user:password@host`: the password may hold anything but what ends the part of an address it stands in. */
const IN_ADDRESS = /\b([a-z][a-z0-9+.-]*:\/\/[^\s:/?#@]*):[^\s/?#]*@/gi;

/** `password=…`, `PGPASSWORD: …`, `"password":"…"`, with quotes of any kind or none, closed or not. */
const AFTER_NAME =
  /((?:password|passwd|passphrase|pwd)\\?["']?\s*[=:]\s*\\?)(?:(["'])(?:\\.|(?!\2)[^\\])*\2|["']?[^\s&;,'"]+)/gi;

/** `alter role … password '…'`. */
const IN_SQL = /\b(password\s+)'(?:[^']|'')*'/gi;

/**
 * Makes a function that cuts secrets out of text: those that are known, plain or as an address or JSON would write them, and
 * whatever stands where passwords stand.
 */
export function secretCutter(known: readonly string[]): (text: string) => string {
  const spellings = [...new Set(known.filter((secret) => secret !== '').flatMap(spellingsOf))];
  // The longest first: one secret may be a part of another.
  spellings.sort((a, b) => b.length - a.length);
  return (text) =>
    spellings
      .reduce((rest, spelling) => rest.replaceAll(spelling, CUT), text)
      .replace(IN_ADDRESS, `$1:${CUT}@`)
      .replace(AFTER_NAME, `$1$2${CUT}$2`)
      .replace(IN_SQL, `$1'${CUT}'`);
}

function spellingsOf(secret: string): string[] {
  return [secret, encodeURIComponent(secret.toWellFormed()), JSON.stringify(secret).slice(1, -1)];
}
