import type { Frame, Lang } from '@madang/web';
import { apiPrefix, type System } from '../define-system.ts';

/**
 * The search box of a page's frame, for a system that can search. On the page of results it holds what was looked for.
 *
 * @param path of the page
 * @param query of the page without `?`
 */
export function searchBoxOf(
  system: System | null,
  lang: Lang,
  path: string,
  query: string,
): Pick<Frame, 'search'> {
  if (system?.search === undefined) return {};
  const { name, search } = system;
  const action = `/${name}${search.path}`;
  const asked = path === action ? new URLSearchParams(query).get('q') : null;
  return {
    search: {
      action,
      placeholder: search.hint[lang],
      ...(asked === null ? {} : { query: asked }),
      suggest: {
        url: apiPrefix(name) + search.path,
        kinds: Object.entries(search.kinds).map(([kind, place]) => ({
          name: kind,
          label: place.title[lang],
          href: `/${name}${place.path}/`,
        })),
      },
    },
  };
}
