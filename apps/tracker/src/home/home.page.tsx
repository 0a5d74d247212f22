import type { Drawing } from '@madang/system';
import type { VNode } from 'preact';
import type { Overview } from './home.schema.ts';
import { LiveHome } from './live-home.tsx';

/** The explorer's first page: one island that keeps itself up to date, drawn whole without scripts. */
export function HomePage({ reply, api }: Drawing<Overview, unknown>): VNode {
  return <LiveHome initial={reply} url={api} events={api.replace(/overview$/, 'live')} />;
}
