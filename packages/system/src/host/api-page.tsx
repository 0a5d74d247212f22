import { Card, Table, useLocale, useWords } from '@madang/web';
import type { VNode } from 'preact';
import type { Answer, Live } from '../answer/answer.ts';
import type { Upload } from '../answer/upload.ts';
import type { Localized } from '../localized.ts';
import { apiPrefix, type System } from '../define-system.ts';
import { hostWords } from './host.words.ts';

interface Row {
  readonly path: string;
  readonly summary: Localized;
  readonly parameters: readonly string[];
  /** Whether its path can be followed as it stands, but for its parameters. */
  readonly isLink: boolean;
}

/** What can be asked of each system by a program, from the declarations that serve it. */
export function ApiPage({ systems }: { systems: readonly System[] }): VNode {
  const t = useWords(hostWords);
  const { lang } = useLocale();
  return (
    <>
      <h1>{t('apiTitle')}</h1>
      <p>{t('apiLead')}</p>
      {systems.map((system) => (
        <Card
          title={system.title[lang]}
          action={{ href: `${apiPrefix(system.name)}/openapi.json`, label: t('openapi') }}
        >
          <Questions system={system} />
        </Card>
      ))}
    </>
  );
}

function Questions({ system }: { system: System }): VNode {
  const t = useWords(hostWords);
  const { lang } = useLocale();
  const rows = [
    ...system.answers.map((answer) => rowOf(system, answer)),
    ...(system.live ?? []).map((live) => rowOf(system, live)),
    ...(system.uploads ?? []).map((upload) => rowOf(system, upload)),
  ];
  return (
    <Table
      caption={t('apiTitle')}
      rows={rows}
      keyOf={(row) => row.path}
      columns={[
        { key: 'path', head: t('path'), phone: true, cell: (row) => <Path row={row} /> },
        { key: 'summary', head: t('question'), phone: false, cell: (row) => row.summary[lang] },
        {
          key: 'parameters',
          head: t('parameters'),
          phone: false,
          cell: (row) => row.parameters.join(', ') || t('none'),
        },
      ]}
    />
  );
}

// Only a path without parameters can be followed as it stands.
function Path({ row }: { row: Row }): VNode {
  const followable = row.isLink && !row.path.includes(':');
  return followable ? <a href={row.path}>{row.path}</a> : <code>{row.path}</code>;
}

function rowOf(system: System, question: Answer | Live | Upload): Row {
  return {
    path: apiPrefix(system.name) + question.path,
    summary: question.summary,
    parameters: 'query' in question ? Object.keys(question.query.shape) : [],
    isLink: 'load' in question,
  };
}
