import { createContext, h, type FunctionComponent } from 'preact';
import { useContext } from 'preact/hooks';

/** What travels in JSON unchanged; anything else in the props of an island does not compile. */
type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends bigint | symbol | ((...values: never[]) => unknown)
    ? never
    : { readonly [K in keyof T]: Plain<T[K]> };

type IfPlain<P> = P extends Plain<P> ? unknown : 'The props of an island are plain values.';

/** A component that the server draws and the browser brings to life. */
export interface Island<P extends object> extends FunctionComponent<P> {
  /** Names the island in the page; unique among the islands of one page. */
  readonly islandName: string;
  readonly Inside: FunctionComponent<P>;
}

/** Collects the names of the islands of one page, so that a page without any sends no script. */
export const IslandsDrawn = createContext<Set<string> | null>(null);

/**
 * Makes an island of a component. Its props travel to the browser as JSON in an attribute, so they are plain values.
 *
 * ```tsx
 * export const LiveBlocks = island('live-blocks', ({ blocks }: { blocks: Block[] }) => <ul>…</ul>);
 * // web/islands.ts of the app: hydrateIslands(LiveBlocks);
 * ```
 */
export function island<P extends object>(
  name: string,
  Inside: FunctionComponent<P> & IfPlain<P>,
  element: 'div' | 'span' = 'div',
): Island<P> {
  const Drawn: FunctionComponent<P> = (props) => {
    useContext(IslandsDrawn)?.add(name);
    const attributes = { 'data-island': name, 'data-props': JSON.stringify(props) };
    return h(element, attributes, h<P>(Inside, props));
  };
  return Object.assign(Drawn, { islandName: name, Inside });
}
