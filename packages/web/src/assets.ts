import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageAssets } from './document.tsx';

/** Something to serve, at a URL that changes when its content does: it may be cached for ever. */
export type Served =
  | { readonly url: string; readonly type: string; readonly body: string }
  /** Every file in `folder`, under the URL prefix `url`, which ends with a slash. */
  | { readonly url: string; readonly folder: string };

export interface HouseAssets extends PageAssets {
  readonly serve: readonly Served[];
}

/** The scripts of one app's islands, and what to serve for them. */
export interface IslandAssets {
  readonly scripts: readonly string[];
  readonly serve: readonly Served[];
}

// In the order of the cascade.
const STYLES = [
  'tokens',
  'base',
  'frame',
  'pieces',
  'entries',
  'table',
  'form',
  'rooms',
  'yard',
  'chart',
  'print',
];
const require = createRequire(import.meta.url);
const HOUSE = fileURLToPath(new URL('..', import.meta.url));

/** What every page needs: style, fonts, icon, and the script for the house's own islands. Reads files; call it once at start. */
export function houseAssets(): HouseAssets {
  const plot = readFileSync(require.resolve('uplot/dist/uPlot.min.css'), 'utf8');
  const sheets = [plot, ...STYLES.map((name) => read(`./style/${name}.css`))];
  const style = file('style.css', 'text/css', sheets.join('\n'));
  const icon = file('icon.svg', 'image/svg+xml', read('./favicon.svg'));
  const fonts = pretendard();
  const islands = islandsOf('web', HOUSE);
  return {
    styles: [style.url, fonts.style.url],
    icon: icon.url,
    scripts: islands?.scripts ?? [],
    serve: [style, icon, fonts.style, fonts.files, ...(islands?.serve ?? [])],
  };
}

/** Colours, type and space of the house as a style sheet, for a document that stands alone. */
export function houseTokens(): string {
  return read('./style/tokens.css');
}

/**
 * The built islands of a workspace; `null` when it has none. A bundle holds the house's islands too, so a page sends either
 * these scripts or the house's, never both.
 *
 * @param name part of the URL
 * @param folder of the workspace
 * @throws when there are islands that were not built
 */
export function islandsOf(name: string, folder: string): IslandAssets | null {
  const web = join(folder, 'web');
  if (!existsSync(join(web, 'islands.ts')) && !existsSync(join(web, 'islands.tsx'))) return null;
  const manifest = join(web, 'dist', 'manifest.json');
  if (!existsSync(manifest))
    throw new Error(`The islands in ${web} are not built: run "npm run build" first.`);
  const { entry } = JSON.parse(readFileSync(manifest, 'utf8')) as { entry: string };
  const url = `/assets/${name}/`;
  return { scripts: [`${url}${entry}`], serve: [{ url, folder: join(web, 'dist', 'files') }] };
}

/** The Korean face, for machines without one, as slices of which a browser fetches only those it needs. */
function pretendard(): { style: Served; files: Served } {
  const manifest = require.resolve('pretendard/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = join(dirname(manifest), 'dist/web/variable');
  const url = `/assets/pretendard-${version}/`;
  const rules = readFileSync(join(folder, 'pretendardvariable-dynamic-subset.css'), 'utf8');
  return {
    style: file('fonts.css', 'text/css', rules.replaceAll('url(./woff2-dynamic-subset/', `url(${url}`)),
    files: { url, folder: join(folder, 'woff2-dynamic-subset') },
  };
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function file(name: string, type: string, body: string): { url: string; type: string; body: string } {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
  return { url: `/assets/house/${hash}/${name}`, type, body };
}
