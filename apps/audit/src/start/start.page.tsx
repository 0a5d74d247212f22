import type { Drawing } from '@madang/system';
import { Card, Detail, Facts, formatNumber, Heading, useLocale, useWords } from '@madang/web';
import type { VNode } from 'preact';
import { CheckForm } from '../online/check-form.tsx';
import type { AuditFacts } from './start.schema.ts';
import { startWords } from './start.words.ts';

/** What the audit does, and the place to begin. */
export function StartPage({ reply, api }: Drawing<AuditFacts, unknown>): VNode {
  const t = useWords(startWords);
  const { rules, checklistLines, ruleSet, limits } = reply;
  const check = api.replace(/\/facts(?:\?.*)?$/, '/check');
  return (
    <>
      <div class="before-report audit-lead">
        <Heading title={t('title')} />
        <p>{t('lead')}</p>
      </div>
      <CheckForm action="/audit/check" api={check} limit={limits.bytes} failure={null} />
      <div class="before-report audit-start">
        <Facts
          facts={[
            { label: t('rules'), value: formatNumber(rules) },
            { label: t('lines'), value: formatNumber(checklistLines) },
            { label: t('ruleSet'), value: ruleSet },
            { label: t('longest'), value: t('seconds', { seconds: limits.seconds }) },
          ]}
        />
        <Families facts={reply} />
        <Card title={t('elsewhere')}>
          <Detail
            rows={[
              { label: t('command'), value: <code>./madang audit check my_score/</code> },
              {
                label: t('api'),
                value: (
                  <>
                    <code>POST {check}</code> <a href="/api/audit">{t('apiText')}</a>
                  </>
                ),
              },
              {
                label: t('editor'),
                value: (
                  <>
                    <code>./madang audit lsp</code> {t('editorText')}
                  </>
                ),
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}

function Families({ facts: { families } }: { facts: AuditFacts }): VNode {
  const t = useWords(startWords);
  const { lang } = useLocale();
  return (
    <Card title={t('what')} action={{ href: '/audit/rules', label: t('allRules') }}>
      <ul class="families">
        {families.map(({ id, title, rules }) => (
          <li key={id}>
            <a href={`/audit/rules?family=${id}`}>
              <code>{id}</code> {title[lang]}
            </a>{' '}
            <span class="muted">{t('count', { count: rules })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
