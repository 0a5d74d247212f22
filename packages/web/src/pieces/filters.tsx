import type { VNode } from 'preact';
import { useWords } from '../locale.ts';
import type { Link } from './link.ts';
import { pieceWords } from './pieces.words.ts';

interface FieldBase {
  /** Name of the query parameter. */
  readonly name: string;
  readonly label: string;
  /** What is filtered by now; empty when it is not. */
  readonly value: string;
}

/** One thing to filter by. */
export type Field =
  | (FieldBase & { readonly choices: readonly { readonly value: string; readonly label: string }[] })
  | (FieldBase & { readonly choices?: never; readonly placeholder: string });

export interface FiltersProps {
  /** The page itself: what is chosen becomes its address, which means the same to the API. */
  readonly action: string;
  readonly fields: readonly Field[];
}

/** A row of filters above a list: a plain form, so that it works without scripts and can be linked to. */
export function Filters({ action, fields }: FiltersProps): VNode {
  const t = useWords(pieceWords);
  const clear: Link | null = fields.some(({ value }) => value !== '')
    ? { href: action, label: t('clearFilters') }
    : null;
  return (
    <form class="filters" method="get" action={action} aria-label={t('filters')}>
      {fields.map((field) => (
        <label key={field.name}>
          <span>{field.label}</span>
          <Control field={field} />
        </label>
      ))}
      <span class="filters-do">
        <button type="submit" class="button">
          {t('applyFilters')}
        </button>
        {clear !== null && <a href={clear.href}>{clear.label}</a>}
      </span>
    </form>
  );
}

function Control({ field }: { field: Field }): VNode {
  const { name, value } = field;
  if (field.choices === undefined) {
    return (
      <input
        name={name}
        value={value}
        placeholder={field.placeholder}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
      />
    );
  }
  return (
    <select name={name}>
      {field.choices.map((choice) => (
        <option key={choice.value} value={choice.value} selected={choice.value === value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
