import { Card, useLocale, useWords } from '@madang/web';
import type { VNode } from 'preact';
import type { System } from '../define-system.ts';
import { hostWords } from './host.words.ts';

/** The first page of the house: every system that runs here, and where its pages and its API are. */
export function Courtyard({ systems }: { systems: readonly System[] }): VNode {
  const t = useWords(hostWords);
  const { lang } = useLocale();
  return (
    <>
      <h1>{t('courtyardTitle')}</h1>
      <p>{t('courtyardLead')}</p>
      {systems.map((system) => (
        <Card title={system.title[lang]} action={{ href: `/${system.name}`, label: t('room') }}>
          <p>{system.summary[lang]}</p>
          <p>
            <a href={`/api/${system.name}`}>{t('api')}</a>
          </p>
        </Card>
      ))}
    </>
  );
}
