import { Filters, kindWords, useWords } from '@madang/web';
import type { VNode } from 'preact';
import { trackerWords } from '../tracker.words.ts';
import { KINDS } from './transaction.schema.ts';

export interface TransactionFilters {
  readonly kind?: (typeof KINDS)[number] | undefined;
  readonly status?: 'success' | 'failure' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly method?: string | undefined;
}

/** The filters of the list of transactions. */
export function FilterForm({ filters }: { filters: TransactionFilters }): VNode {
  const t = useWords(trackerWords);
  const kinds = useWords(kindWords);
  return (
    <Filters
      action="/tracker/transactions"
      fields={[
        {
          name: 'kind',
          label: t('kind'),
          value: filters.kind ?? '',
          choices: [
            { value: '', label: t('allKinds') },
            ...KINDS.map((kind) => ({ value: kind, label: kinds(kind) })),
          ],
        },
        {
          name: 'status',
          label: t('status'),
          value: filters.status ?? '',
          choices: [
            { value: '', label: t('anyStatus') },
            { value: 'success', label: t('success') },
            { value: 'failure', label: t('failure') },
          ],
        },
        { name: 'from', label: t('from'), value: filters.from ?? '', placeholder: 'hx…' },
        { name: 'to', label: t('to'), value: filters.to ?? '', placeholder: 'cx…' },
        { name: 'method', label: t('method'), value: filters.method ?? '', placeholder: 'transfer' },
      ]}
    />
  );
}
