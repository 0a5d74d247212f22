import type { Drawing } from '@madang/system';
import type { VNode } from 'preact';
import { LiveView } from './live-view.tsx';
import type { LiveRun } from './live.schema.ts';

/** The newest run while it goes on: an island that keeps itself up to date, drawn whole without scripts. */
export function LivePage({ reply, api }: Drawing<LiveRun, unknown>): VNode {
  return <LiveView initial={reply} url={api} events={`${api}/events`} />;
}
