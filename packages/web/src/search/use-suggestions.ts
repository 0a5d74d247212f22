import { useEffect, useState } from 'preact/hooks';
import type { FoundItem } from './suggestion.ts';

/** So long nothing is asked after a key: between two keys of somebody who types. */
const PAUSE_MS = 150;

/**
 * What is found for a text while it is typed; null before there is an answer, and when there is none. The last answer stays
 * until the next one is there. A question that is no longer the newest is given up.
 *
 * @param url of the answer, which takes `?q=`; null asks nothing
 */
export function useSuggestions(url: string | null, text: string): readonly FoundItem[] | null {
  const [items, setItems] = useState<readonly FoundItem[] | null>(null);
  const term = text.trim();
  useEffect(() => {
    if (url === null || term === '') {
      setItems(null);
      return undefined;
    }
    const abort = new AbortController();
    const look = async (): Promise<void> => {
      const found = await ask(url, term, abort.signal);
      if (!abort.signal.aborted) setItems(found);
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [url, term]);
  return items;
}

/** Null when it cannot be had: the form finds without suggestions, and tells what is wrong. */
async function ask(url: string, term: string, signal: AbortSignal): Promise<readonly FoundItem[] | null> {
  try {
    const reply = await fetch(`${url}?${new URLSearchParams({ q: term }).toString()}`, {
      headers: { accept: 'application/json' },
      signal,
    });
    return reply.ok ? ((await reply.json()) as { items: readonly FoundItem[] }).items : null;
  } catch {
    return null;
  }
}
