import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { island } from '../islands/island.tsx';
import { useWords } from '../locale.ts';
import { searchWords } from './search.words.ts';

export interface SearchProps {
  /** Where the form sends `?q=`. */
  readonly action: string;
  readonly placeholder: string;
  /** What was searched for, on the page of results. */
  readonly query?: string;
}

/** The search box of the frame: a plain form; in a browser with scripts `/` moves the focus into it. */
export const Search = island('search', SearchBox);

function SearchBox({ action, placeholder, query }: SearchProps): VNode {
  const t = useWords(searchWords);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => focusOnSlash(() => input.current?.focus()), []);
  return (
    <form class="search" role="search" action={action} method="get">
      <input
        ref={input}
        type="search"
        name="q"
        aria-label={t('search')}
        placeholder={placeholder}
        defaultValue={query}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
      />
      <kbd class="needs-script" aria-hidden="true">
        /
      </kbd>
    </form>
  );
}

function focusOnSlash(focus: () => void): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    focus();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
