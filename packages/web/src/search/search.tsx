import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { island } from '../islands/island.tsx';
import { useWords } from '../locale.ts';
import { focusOnSlash } from './focus-on-slash.ts';
import { searchWords } from './search.words.ts';
import { Suggestions } from './suggestions.tsx';
import { useCombobox, type SuggestSource } from './use-combobox.ts';

export interface SearchProps {
  /** Where the form sends `?q=`. */
  readonly action: string;
  readonly placeholder: string;
  /** What was searched for, on the page of results. */
  readonly query?: string;
  readonly suggest?: SuggestSource;
}

/**
 * The search box of the frame: a plain form. In a browser with scripts `/` moves the focus into it, and what is found while
 * one types is listed below it.
 */
export const Search = island('search', SearchBox);

function SearchBox({ action, placeholder, query = '', suggest }: SearchProps): VNode {
  const t = useWords(searchWords);
  const input = useRef<HTMLInputElement>(null);
  const { groups, count, shown, active, attributes, type, press, close } = useCombobox(suggest);
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
        required
        {...attributes}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={close}
      />
      <kbd class="needs-script" aria-hidden="true">
        /
      </kbd>
      {shown && <Suggestions groups={groups} active={active} />}
      <span class="unseen" role="status">
        {shown && (count === 0 ? t('nothing') : t('found', { count }))}
      </span>
    </form>
  );
}
