import { useWords } from '@madang/web';
import type { VNode } from 'preact';
import { addressWords } from './address.words.ts';

const TABS = {
  transactions: 'transactions',
  tokenTransfers: 'token-transfers',
  internalTransfers: 'internal-transfers',
  logs: 'logs',
} as const;

/** What an address has a list of. */
export type Tab = keyof typeof TABS;

/** The lists of an address, as links. */
export function Tabs({ address, here }: { address: string; here: Tab }): VNode {
  const t = useWords(addressWords);
  return (
    <nav class="choice" aria-label={t('activity')}>
      {(Object.keys(TABS) as Tab[]).map((tab) => (
        <a key={tab} href={listHref(address, tab)} aria-current={tab === here ? 'page' : undefined}>
          {t(tab)}
        </a>
      ))}
    </nav>
  );
}

/** The page of one of an address's lists. */
export function listHref(address: string, tab: Tab): string {
  return `/tracker/addresses/${address}/${TABS[tab]}`;
}
