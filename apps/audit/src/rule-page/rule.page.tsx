import type { Drawing } from '@madang/system';
import { Breadcrumb, Detail, Heading, useLocale, useWords, type Fact } from '@madang/web';
import type { VNode } from 'preact';
import { auditWords, type SayAudit } from '../audit.words.ts';
import { Sentence } from '../output/html/text.tsx';
import { FAMILIES, familyOf } from '../rule-list/families.ts';
import { Severity } from '../rule-list/severity.tsx';
import type { RuleDetail } from './rule-detail.schema.ts';
import { ruleHtml } from './rule-html.ts';

/** The page of one rule: its facts, and what it says. */
export function RulePage({ reply }: Drawing<RuleDetail, unknown>): VNode {
  const t = useWords(auditWords);
  const { lang } = useLocale();
  const { id, title, page, severity } = reply;
  return (
    <>
      <Breadcrumb
        trail={[
          { href: '/audit', label: t('start') },
          { href: '/audit/rules', label: t('rules') },
        ]}
        here={<code>{id}</code>}
      />
      <Heading title={<Sentence text={title[lang]} />}>
        <Severity value={severity} label={t(severity)} />
      </Heading>
      <div class="rule-columns">
        <article class="rule-doc" dangerouslySetInnerHTML={{ __html: ruleHtml(page[lang]) }} />
        <aside aria-label={id}>
          <Detail rows={factsOf(reply, t, lang)} />
        </aside>
      </div>
      <Neighbours rule={reply} t={t} />
    </>
  );
}

function factsOf(rule: RuleDetail, t: SayAudit, lang: 'ko' | 'en'): Fact[] {
  const { id, name, severity, confidence, checklist, advice, samples } = rule;
  const family = familyOf(id);
  const count = (kind: 'bad' | 'good') => samples.filter((sample) => sample.kind === kind).length;
  return [
    { label: t('id'), value: <code>{`${id}-${name}`}</code> },
    ...(family === undefined
      ? []
      : [
          {
            label: t('family'),
            value: <a href={`/audit/rules?family=${family}`}>{FAMILIES[family][lang]}</a>,
          },
        ]),
    { label: t('severity'), value: t(severity) },
    { label: t('confidence'), value: t(confidence) },
    {
      label: t('checklist'),
      value:
        checklist.length === 0 ? (
          <span class="muted">{t('noLine')}</span>
        ) : (
          <ul>
            {checklist.map((line) => (
              <li key={line.id}>
                <code>{line.id}</code> {line.title[lang]}
              </li>
            ))}
          </ul>
        ),
    },
    { label: t('advice'), value: <Sentence text={advice[lang]} /> },
    { label: t('samples'), value: t('samplesOf', { bad: count('bad'), good: count('good') }) },
    { label: t('command'), value: <code>{`./madang audit explain ${id}`}</code> },
  ];
}

function Neighbours({ rule: { before, after }, t }: { rule: RuleDetail; t: SayAudit }): VNode {
  return (
    <nav class="rule-neighbours" aria-label={t('otherRules')}>
      {before !== null && (
        <a href={`/audit/rules/${before}`} rel="prev">
          <span aria-hidden="true">←</span> {t('ruleBefore')} <code>{before}</code>
        </a>
      )}
      {after !== null && (
        <a href={`/audit/rules/${after}`} rel="next">
          {t('ruleAfter')} <code>{after}</code> <span aria-hidden="true">→</span>
        </a>
      )}
    </nav>
  );
}
