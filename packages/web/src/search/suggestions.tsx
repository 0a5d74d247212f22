import type { VNode } from 'preact';
import { useWords } from '../locale.ts';
import { UntrustedText } from '../pieces/text.tsx';
import { searchWords } from './search.words.ts';
import type { Suggestion, SuggestionGroup } from './suggestion.ts';
import { LIST_ID } from './use-combobox.ts';

interface SuggestionsProps {
  readonly groups: readonly SuggestionGroup[];
  /** Index of the one that Enter leads to. */
  readonly active: number | null;
}

/** What was found, below the field: links by kind, which the field's keys reach. */
export function Suggestions({ groups, active }: SuggestionsProps): VNode {
  const t = useWords(searchWords);
  if (groups.length === 0) return <p class="search-results search-nothing">{t('nothing')}</p>;
  // A press on an option must not take the focus from the field, which would close the list before the click.
  return (
    <div
      class="search-results"
      role="listbox"
      id={LIST_ID}
      aria-label={t('results')}
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ name, label, suggestions }) => (
        <div key={name} role="group" aria-labelledby={`${LIST_ID}-${name}`}>
          <span id={`${LIST_ID}-${name}`} class="search-kind">
            {label}
          </span>
          {suggestions.map((one) => (
            <Option key={one.id} suggestion={one} active={one.index === active} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Option({ suggestion, active }: { suggestion: Suggestion; active: boolean }): VNode {
  const { href, title, detail, index } = suggestion;
  return (
    <a role="option" id={`${LIST_ID}-${index}`} aria-selected={active} href={href} tabIndex={-1}>
      <span class="search-title">
        <UntrustedText text={title} max={80} />
      </span>
      {detail !== null && (
        <span class="search-detail">
          <UntrustedText text={detail} max={80} />
        </span>
      )}
    </a>
  );
}
