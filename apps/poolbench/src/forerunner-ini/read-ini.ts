/** Values by section and key, both in lower case. */
export type IniSettings = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Reads an INI file as Python's ConfigParser does, as far as psycopg-test needs: `key = value` or `key: value` below `[section]`,
 * whole lines of comment with `#` or `;`, values that go on in lines which are indented. Quotes around a value are taken off.
 */
export function readIni(text: string): IniSettings {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | undefined;
  let key: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, name] = /^\[([^\]]+)\]\s*$/.exec(line) ?? [];
    const [, left, right] = /^([^\s=:#;][^=:]*?)\s*[=:]\s*(.*)$/.exec(line) ?? [];
    if (line.trim() === '' || /^\s*[#;]/.test(line)) continue;
    if (name !== undefined) {
      section = sections.get(name.toLowerCase()) ?? new Map<string, string>();
      sections.set(name.toLowerCase(), section);
      key = undefined;
    } else if (/^\s/.test(line) && key !== undefined) {
      section?.set(key, `${section.get(key) ?? ''} ${line.trim()}`);
    } else if (left !== undefined) {
      key = left.toLowerCase();
      section?.set(key, (right ?? '').trim());
    }
  }
  return new Map([...sections].map(([name, values]) => [name, unquoted(values)]));
}

function unquoted(values: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...values].map(([key, value]) => [key, value.replace(/^(["'])(.*)\1$/s, '$2')]));
}
