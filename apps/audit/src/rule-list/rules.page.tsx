import type { Drawing, ListReply } from '@madang/system';
import { Card, Heading, ListFoot, listLinks, Table, useLocale, useWords, type Column } from '@madang/web';
import type { VNode } from 'preact';
import { auditWords, type SayAudit } from '../audit.words.ts';
import type { RuleItem } from './rule.schema.ts';

/** What an audit looks for. */
export function RulesPage({ reply, frame, api }: Drawing<ListReply<RuleItem>, unknown>): VNode {
  const t = useWords(auditWords);
  const { lang } = useLocale();
  return (
    <>
      <Heading title={t('rules')} />
      <p>{t('lead')}</p>
      <Card title={t('rules')}>
        <Table caption={t('rules')} columns={columnsOf(t, lang)} rows={reply.items} keyOf={({ id }) => id} />
        <ListFoot {...listLinks(frame, api, reply.next)} />
      </Card>
    </>
  );
}

function columnsOf(t: SayAudit, lang: 'ko' | 'en'): Column<RuleItem>[] {
  return [
    { key: 'id', head: t('id'), phone: true, cell: ({ id }) => <code>{id}</code> },
    { key: 'title', head: t('finds'), phone: true, cell: ({ title }) => withCode(title[lang]) },
    { key: 'severity', head: t('severity'), phone: true, cell: ({ severity }) => t(severity) },
    { key: 'advice', head: t('advice'), phone: false, cell: ({ advice }) => withCode(advice[lang]) },
  ];
}

/** What stands between backticks is code. */
const withCode = (text: string): (string | VNode)[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
