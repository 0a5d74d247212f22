import type { Frame, ListFootProps } from '@madang/web';

/** Where a page of a list leads: newest, older, and the whole list with the same filters for programs. */
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
