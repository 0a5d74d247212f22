import type { Frame, ListFootProps } from '@madang/web';

/** Where a page of a list leads: newest, older, and the whole list with the same filters for programs. */
export function listLinks(frame: Frame, api: string, next: string | null): ListFootProps {
  const filters = new URLSearchParams(frame.query);
  const paged = filters.has('cursor');
  filters.delete('cursor');
  filters.delete('limit');
  const address = (path: string, more: Readonly<Record<string, string>>): string => {
    const query = new URLSearchParams([...filters, ...Object.entries(more)]).toString();
    return query === '' ? path : `${path}?${query}`;
  };
  const list = api.split('?')[0] ?? api;
  return {
    newer: paged ? address(frame.path, {}) : null,
    older: next === null ? null : address(frame.path, { cursor: next }),
    csv: address(list, { format: 'csv' }),
    jsonLines: address(list, { format: 'jsonl' }),
  };
}
