import type { VNode } from 'preact';
import type { Say } from './html.words.ts';
import { momentText, secondsOf, spanText } from './moment.ts';
import type { Source } from './source.ts';
import { Text } from './text.tsx';

/** What was measured where and when, and how it ended. */
export function Beginning({ source, t }: { source: Source; t: Say }): VNode {
  const { server, imported } = source.report.start;
  return (
    <header>
      <p class="eyebrow">{t('page')}</p>
      <h1>
        <Text
          text={
            imported === null
              ? t('heading', { version: server?.version ?? '' })
              : t('headingImported', { tool: imported.tool })
          }
        />
      </h1>
      <Ending source={source} t={t} />
      <dl class="facts">
        {factsOf(source, t).map(([name, ...lines]) => (
          <div>
            <dt>{name}</dt>
            {lines
              .filter((line) => line !== '')
              .map((line) => (
                <dd>
                  <Text text={line} />
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </header>
  );
}

/** Says in plain words that a run did not come to its end; nothing when it did. */
export function Ending({ source, t }: { source: Source; t: Say }): VNode | null {
  const { ending } = source.report;
  if (ending === 'finished') return null;
  const end = source.records.find((record) => record.type === 'run_end');
  return (
    <div class="banner" role="note">
      <p>{t(ending)}</p>
      {end?.error && (
        <p>
          <Text text={`${end.error.message} (${end.error.code})`} lang="en" />
        </p>
      )}
    </div>
  );
}

type Fact = readonly [name: string, ...lines: readonly string[]];

function factsOf(source: Source, t: Say): Fact[] {
  const { start, ending } = source.report;
  const { server, machine, versions, plan, seeds, imported } = start;
  const [last] = source.records.slice(-1);
  return [
    ...(imported === null ? [] : [[t('imported'), imported.tool, imported.file] as const]),
    ...(server === null
      ? []
      : [
          [
            t('server'),
            `PostgreSQL ${server.version}`,
            server.address,
            server.scratch ? t('scratch') : '',
          ] as const,
          [t('login'), `${server.authentication ?? t('unknown')} · ${server.tls ?? t('noTls')}`] as const,
        ]),
    ...(machine === null
      ? []
      : [
          [
            t('machine'),
            `${t('cores', { count: machine.cores })}, ${gigabytes(Number(machine.memory_bytes))}`,
            machine.cpu,
            machine.system,
          ] as const,
        ]),
    ...('node' in versions ? [[t('programs'), ...programsOf(versions)] as const] : []),
    [t('plan'), `${plan.name}, ${t('rounds', { count: plan.rounds })}`, plan.scenarios.join(' ')],
    ...(Object.keys(seeds).length === 0
      ? []
      : [[t('seeds'), ...Object.entries(seeds).map(([name, seed]) => `${name} ${seed}`)] as const]),
    [t('began'), momentText(start)],
    ...(last === undefined
      ? []
      : [
          [
            t('ended'),
            momentText(last),
            t(`ending_${ending}`, { span: spanText(secondsOf(source.records), t) }),
          ] as const,
        ]),
  ];
}

function programsOf(versions: Readonly<Record<string, string>>): string[] {
  const drivers = ['pg', 'postgres']
    .filter((name) => name in versions)
    .map((name) => `${name} ${versions[name] ?? ''}`);
  return [`Node ${versions['node'] ?? ''}`, drivers.join(', ')];
}

function gigabytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
