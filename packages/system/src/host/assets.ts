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
  return {
    house,
    of: ({ name }) => ({ ...house, scripts: islands.get(name)?.scripts ?? house.scripts }),
    serve: [...house.serve, ...[...islands.values()].flatMap((found) => found?.serve ?? [])],
  };
}
