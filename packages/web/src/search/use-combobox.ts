import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import {
  groupByKind,
  moveActive,
  type FoundItem,
  type SearchKind,
  type SuggestionGroup,
} from './suggestion.ts';
import { useSuggestions } from './use-suggestions.ts';

/** Id of the list, and of each of its options behind `-`. */
export const LIST_ID = 'search-results';

/** What finds things while one types: the address of an answer that takes `?q=`, and what it can find. */
export interface SuggestSource {
  readonly url: string;
  readonly kinds: readonly SearchKind[];
}

/** The list below a field: what is in it, whether it is seen, which option is active, and what the field's events do to it. */
export interface Combobox {
  readonly groups: readonly SuggestionGroup[];
  readonly count: number;
  readonly shown: boolean;
  /** Index of the option that Enter leads to; null while Enter sends the form. */
  readonly active: number | null;
  /** Of the field. None without a script or a source: then it is a field like any other. */
  readonly attributes: Readonly<Record<string, string | boolean>>;
  readonly type: (text: string) => void;
  readonly press: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
  readonly close: () => void;
}

/** A combobox in the pattern of the ARIA practices: the focus stays in the field, arrows, Enter and Escape act on the list. */
export function useCombobox(source: SuggestSource | undefined): Combobox {
  const alive = useAlive();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const items = useSuggestions(source?.url ?? null, text);
  const [active, setActive] = useActive(items);
  const groups = groupByKind(items ?? [], source?.kinds ?? []);
  const count = groups.reduce((sum, { suggestions }) => sum + suggestions.length, 0);
  const shown = open && items !== null;

  function close(): void {
    setOpen(false);
    setActive(null);
  }

  function press(event: TargetedKeyboardEvent<HTMLInputElement>): void {
    const act = actionOf(event);
    if (act === null) return;
    act();
    event.preventDefault();
  }

  function actionOf({ key, isComposing }: KeyboardEvent): (() => void) | null {
    // While a syllable is being composed, keys belong to its composition.
    if (isComposing) return null;
    if (count > 0 && (key === 'ArrowDown' || key === 'ArrowUp'))
      return () => {
        setOpen(true);
        setActive(moveActive(active, key === 'ArrowDown' ? 1 : -1, count));
      };
    if (shown && key === 'Escape') return close;
    if (shown && key === 'Enter' && active !== null)
      return () => document.getElementById(`${LIST_ID}-${active}`)?.click();
    return null;
  }

  return {
    groups,
    count,
    shown,
    active,
    attributes: alive && source !== undefined ? attributesOf(shown && count > 0, active) : {},
    type(typed) {
      setText(typed);
      setOpen(true);
      setActive(null);
    },
    press,
    close,
  };
}

/** False on the server, and while the browser takes over what the server drew. */
function useAlive(): boolean {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return alive;
}

/** The active option. It is forgotten when other items come, so that Enter never leads to what one did not see. */
function useActive(
  items: readonly FoundItem[] | null,
): readonly [number | null, (index: number | null) => void] {
  const [chosen, choose] = useState<{ index: number | null; of: readonly FoundItem[] | null } | null>(null);
  const active = chosen !== null && chosen.of === items ? chosen.index : null;
  return [active, (index) => choose({ index, of: items })];
}

function attributesOf(expanded: boolean, active: number | null): Combobox['attributes'] {
  return {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': expanded,
    'aria-controls': LIST_ID,
    ...(expanded && active !== null ? { 'aria-activedescendant': `${LIST_ID}-${active}` } : {}),
  };
}
