export { island } from './island.tsx';
export type { Island } from './island.tsx';
export { hydrateIslands } from './hydrate.tsx';
export { useEvents } from './events.ts';
export type { Connection, Handlers } from './events.ts';
export { useLive } from './live.ts';
export type { Live, LiveSource } from './live.ts';
export { postEvents } from './post-events.ts';
export type { PostFailure, PostOptions } from './post-events.ts';
