import { isAddress, isHash } from '@madang/icon';
import type { Drawing } from '@madang/system';
import {
  Card,
  Empty,
  Hash,
  Heading,
  Table,
  UntrustedText,
  useLocale,
  useWords,
  visible,
  type Column,
} from '@madang/web';
import type { VNode } from 'preact';
import { readTerm } from './search-term.ts';
import { searchPlace } from './search.place.ts';
import { MOST_FOUND, type FoundItem, type SearchQuery, type SearchReply } from './search.schema.ts';
import { searchWords } from './search.words.ts';

export function SearchPage({ reply: { items }, input: { q } }: Drawing<SearchReply, SearchQuery>): VNode {
  const t = useWords(searchWords);
  const exact = items.filter((item) => isExact(item, q));
  return (
    <>
      <Heading title={t('resultsFor', { text: visible(q) })} />
      {exact.length === 1 && <Way to={exact[0]} />}
      <Card title={t('found')}>
        {items.length === 0 ? (
          <Empty>
            {t('nothing')} {t('howTo')}
          </Empty>
        ) : (
          <FoundTable items={items} />
        )}
        {items.length === MOST_FOUND && <p class="muted">{t('onlyFirst', { count: MOST_FOUND })}</p>}
      </Card>
    </>
  );
}

/** Whether the item is the very thing that the text names, and not one with a name like it. */
function isExact({ kind, id, detail }: FoundItem, text: string): boolean {
  const { height, hash, addresses } = readTerm(text);
  if (kind === 'block') return id === String(height) || detail === hash;
  return id === hash || (addresses !== null && addresses.first === addresses.last);
}

const WAYS = { block: 'openBlock', transaction: 'openTransaction', address: 'openAddress' } as const;

function Way({ to }: { to: FoundItem | undefined }): VNode | null {
  const t = useWords(searchWords);
  if (to === undefined || to.kind === 'contract' || to.kind === 'token') return null;
  return (
    <p class="next">
      <a class="button" href={hrefOf(to)}>
        {t(WAYS[to.kind])}
      </a>
    </p>
  );
}

function FoundTable({ items }: { items: readonly FoundItem[] }): VNode {
  const t = useWords(searchWords);
  const { lang } = useLocale();
  const columns: Column<FoundItem>[] = [
    { key: 'kind', head: t('kind'), phone: true, cell: ({ kind }) => searchPlace.kinds[kind].title[lang] },
    {
      key: 'name',
      head: t('name'),
      phone: true,
      cell: (item) => <Text text={item.title} href={hrefOf(item)} />,
    },
    {
      key: 'detail',
      head: t('detail'),
      phone: false,
      cell: ({ detail }) => (detail === null ? '' : <Text text={detail} />),
    },
  ];
  return (
    <Table caption={t('found')} columns={columns} rows={items} keyOf={({ kind, id }) => `${kind} ${id}`} />
  );
}

/** A title or a detail, which may be a hash or an address. */
function Text({ text, href }: { text: string; href?: string }): VNode {
  if (isHash(text) || isAddress(text)) return <Hash value={text} {...(href !== undefined && { href })} />;
  const drawn = <UntrustedText text={text} max={200} />;
  return href === undefined ? drawn : <a href={href}>{drawn}</a>;
}

function hrefOf({ kind, id }: FoundItem): string {
  return `/tracker${searchPlace.kinds[kind].path}/${id}`;
}
