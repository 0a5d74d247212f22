import { createHash } from 'node:crypto';
import type { Served } from '@madang/http';
import type { PageAssets } from '@madang/web/host';
import { houseAssets, islandsOf } from '@madang/web/host';
import type { System } from '../define-system.ts';

/** What pages need from the browser's side, read from disk once. */
export interface Assets {
  readonly house: PageAssets;
  /** A system's own islands replace the house's: its bundle holds both. */
  of(system: System): PageAssets;
  readonly serve: readonly Served[];
}

export function loadAssets(systems: readonly System[]): Assets {
  const house = houseAssets();
  const islands = new Map(systems.map((system) => [system.name, islandsOf(system.name, system.folder)]));
  const styles = new Map(
    systems.map(({ name, styles: own = [] }) => [name, own.map((text) => styleOf(name, text))]),
  );
  return {
    house,
    of: ({ name }) => ({
      ...house,
      styles: [...house.styles, ...(styles.get(name) ?? []).map(({ url }) => url)],
      scripts: islands.get(name)?.scripts ?? house.scripts,
    }),
    serve: [
      ...house.serve,
      ...[...styles.values()].flat(),
      ...[...islands.values()].flatMap((found) => found?.serve ?? []),
    ],
  };
}

/** A style sheet of a system, at a URL that changes with its content. */
function styleOf(system: string, body: string): Served {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
  return { url: `/assets/styles/${system}-${hash}.css`, type: 'text/css', body };
}
