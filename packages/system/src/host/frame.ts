import type { FastifyRequest } from '@madang/http';
import type { Frame, Lang } from '@madang/web';
import type { System } from '../define-system.ts';
import type { Choices } from './choices.ts';
import { searchBoxOf } from './search-box.ts';

export interface FrameSettings {
  readonly timezone: string;
  readonly lang: Lang;
}

/** What surrounds a page: language and theme chosen, the system's places with the current one marked. */
export function frameOf(
  request: FastifyRequest,
  choices: Choices,
  system: System | null,
  settings: FrameSettings,
): Frame {
  const { path, search } = partsOf(request.url);
  return {
    ...choices,
    timeZone: settings.timezone,
    now: new Date().toISOString(),
    system: system === null ? null : { name: system.title[choices.lang], href: `/${system.name}` },
    places: system === null ? [] : placesOf(system, choices.lang, path),
    path,
    query: withoutChoices(search),
    ...searchBoxOf(system, choices.lang, path, search),
  };
}

function partsOf(url: string): { path: string; search: string } {
  const end = url.indexOf('?');
  return end === -1 ? { path: url, search: '' } : { path: url.slice(0, end), search: url.slice(end + 1) };
}

function placesOf(system: System, lang: Lang, path: string): Frame['places'] {
  const hrefs = system.places.map((place) =>
    place.path === '/' ? `/${system.name}` : `/${system.name}${place.path}`,
  );
  const home = `/${system.name}`;
  // The longest place that the path starts with is the one we are in; the first page, with which all start, only by itself.
  const current = hrefs
    .filter((href) => path === href || (href !== home && path.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0];
  return system.places.map((place, index) => {
    const href = hrefs[index] ?? '/';
    return { href, label: place.title[lang], current: href === current };
  });
}

function withoutChoices(search: string): string {
  const query = new URLSearchParams(search);
  query.delete('lang');
  query.delete('theme');
  return query.toString();
}
