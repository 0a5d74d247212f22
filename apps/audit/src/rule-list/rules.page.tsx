import type { Drawing, ListReply } from '@madang/system';
import {
  Breadcrumb,
  Card,
  Empty,
  Filters,
  Heading,
  ListFoot,
  listLinks,
  Table,
  useLocale,
  useWords,
  type Column,
  type Field,
} from '@madang/web';
import type { VNode } from 'preact';
import { auditWords, type SayAudit } from '../audit.words.ts';
import { severities } from '../catalogue/finding.ts';
import { Sentence } from '../output/html/text.tsx';
import { FAMILIES, families, familyOf } from './families.ts';
import type { RuleFilters } from './list-rules.ts';
import type { RuleItem } from './rule.schema.ts';
import { Severity } from './severity.tsx';

/** What an audit looks for, family by family. */
export function RulesPage({ reply, input, frame, api }: Drawing<ListReply<RuleItem>, RuleFilters>): VNode {
  const t = useWords(auditWords);
  const { lang } = useLocale();
  const groups = families
    .map((family) => ({ family, items: reply.items.filter(({ id }) => familyOf(id) === family) }))
    .filter(({ items }) => items.length > 0);
  return (
    <>
      <Breadcrumb trail={[{ href: '/audit', label: t('start') }]} here={t('rules')} />
      <Heading title={t('rules')}>
        <span class="muted">{t('rulesCount', { count: reply.items.length })}</span>
      </Heading>
      <Filters action="/audit/rules" fields={fieldsOf(input, t, lang)} />
      {groups.length === 0 && (
        <Empty next={{ href: '/audit/rules', label: t('allRules') }}>{t('noRule')}</Empty>
      )}
      {groups.map(({ family, items }) => (
        <Card key={family} title={`${family} · ${FAMILIES[family][lang]}`}>
          <Table
            caption={FAMILIES[family][lang]}
            columns={columnsOf(t, lang)}
            rows={items}
            keyOf={({ id }) => id}
          />
        </Card>
      ))}
      {groups.length > 0 && <ListFoot order="other" {...listLinks(frame, api, reply.next)} />}
    </>
  );
}

function fieldsOf({ severity, family, text }: RuleFilters, t: SayAudit, lang: 'ko' | 'en'): Field[] {
  const all = { value: '', label: t('all') };
  return [
    { name: 'text', label: t('text'), value: text ?? '', placeholder: t('textHint') },
    {
      name: 'family',
      label: t('family'),
      value: family ?? '',
      choices: [all, ...families.map((value) => ({ value, label: `${value} · ${FAMILIES[value][lang]}` }))],
    },
    {
      name: 'severity',
      label: t('severity'),
      value: severity ?? '',
      choices: [all, ...severities.map((value) => ({ value, label: t(value) }))],
    },
  ];
}

function columnsOf(t: SayAudit, lang: 'ko' | 'en'): Column<RuleItem>[] {
  return [
    {
      key: 'id',
      head: t('id'),
      phone: true,
      cell: ({ id }) => (
        <a class="mono" href={`/audit/rules/${id}`}>
          {id}
        </a>
      ),
    },
    { key: 'title', head: t('finds'), phone: true, cell: ({ title }) => <Sentence text={title[lang]} /> },
    {
      key: 'severity',
      head: t('severity'),
      phone: true,
      cell: ({ severity }) => <Severity value={severity} label={t(severity)} />,
    },
    {
      key: 'advice',
      head: t('advice'),
      phone: false,
      cell: ({ advice }) => <Sentence text={advice[lang]} />,
    },
  ];
}
