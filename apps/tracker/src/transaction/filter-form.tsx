import { useWords } from '@madang/web';
import type { VNode } from 'preact';
import { trackerWords } from '../tracker.words.ts';
import { KINDS } from './transaction.schema.ts';

export interface Filters {
  readonly kind?: (typeof KINDS)[number] | undefined;
  readonly status?: 'success' | 'failure' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly method?: string | undefined;
}

/** Filters as a plain form: they become the page's address, which means the same to the API. Works without scripts. */
export function FilterForm({ filters }: { filters: Filters }): VNode {
  const t = useWords(trackerWords);
  return (
    <form class="filters" method="get" action="/tracker/transactions">
      <label>
        {t('kind')}
        <select name="kind">
          <option value="">{t('allKinds')}</option>
          {KINDS.map((kind) => (
            <option value={kind} selected={kind === filters.kind}>
              {kind}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('status')}
        <select name="status">
          <option value="">{t('anyStatus')}</option>
          {(['success', 'failure'] as const).map((status) => (
            <option value={status} selected={status === filters.status}>
              {t(status)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('from')}
        <input name="from" value={filters.from ?? ''} placeholder="hx…" autocomplete="off" />
      </label>
      <label>
        {t('to')}
        <input name="to" value={filters.to ?? ''} placeholder="cx…" autocomplete="off" />
      </label>
      <label>
        {t('method')}
        <input name="method" value={filters.method ?? ''} placeholder="transfer" autocomplete="off" />
      </label>
      <button type="submit">{t('filter')}</button>
    </form>
  );
}
