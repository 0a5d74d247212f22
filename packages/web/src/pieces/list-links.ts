import type { Frame } from '../layout.tsx';
import type { ListFootProps } from './list-foot.tsx';

/**
 * Where a page of a list leads, with its filters: to the newest, to older ones, and to the whole list for programs.
 *
 * @param api address of the same list for programs
 * @param next cursor of the following page; null at the end
 */
export function listLinks(frame: Frame, api: string, next: string | null): ListFootProps {
  const filters = new URLSearchParams(frame.query);
  const paged = filters.has('cursor');
  filters.delete('cursor');
  filters.delete('limit');
  const whole = (format: string): string =>
    `${api.split('?')[0] ?? api}?${withParameter(filters, 'format', format)}`;
  return {
    newer: paged ? [frame.path, filters.toString()].filter((part) => part !== '').join('?') : null,
    older:
      next === null
        ? null
        : `${frame.path}?${withParameter(new URLSearchParams(frame.query), 'cursor', next)}`,
    csv: whole('csv'),
    jsonLines: whole('jsonl'),
  };
}

function withParameter(query: URLSearchParams, name: string, value: string): string {
  const copy = new URLSearchParams(query);
  copy.set(name, value);
  return copy.toString();
}
