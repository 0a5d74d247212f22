import type { VNode } from 'preact';
import type { Say } from './html.words.ts';
import { noticesOf } from './sentence.ts';
import type { Source } from './source.ts';
import { FLAGS } from './terms.words.ts';
import { Text } from './text.tsx';

/** What a reader should know before believing the figures; nothing when there is none. */
export function Cautions({ source, t }: { source: Source; t: Say }): VNode | null {
  const notices = source.records.flatMap((record) =>
    record.type === 'run_end' ? noticesOf(record, source.lang) : [],
  );
  const ours = [...emptyOf(source, t), ...flaggedOf(source, t)];
  if (notices.length + ours.length === 0) return null;
  return (
    <section aria-labelledby="cautions">
      <h2 id="cautions">{t('cautions')}</h2>
      <ul class="cautions">
        {notices.map(({ text, lang }) => (
          <li>
            <Text text={text} lang={lang === source.lang ? undefined : lang} />
          </li>
        ))}
        {ours.map((text) => (
          <li>
            <Text text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Cells that can be compared with nothing. */
function emptyOf({ report }: Source, t: Say): string[] {
  return report.sections
    .flatMap(({ cells }) => cells)
    .map(({ name, rates }) => ({
      name,
      empty: rates.filter((rate) => rate === 0).length,
      rounds: rates.length,
    }))
    .filter(({ empty }) => empty > 0)
    .map(({ name, empty, rounds }) => t('emptyRounds', { cell: name, empty, rounds }));
}

function flaggedOf({ report, lang }: Source, t: Say): string[] {
  const flags = report.sections.flatMap(({ cells }) => cells.flatMap((cell) => cell.flags));
  return [...new Set(flags)].map((flag) =>
    t('flagged', {
      count: flags.filter((one) => one === flag).length,
      meaning: FLAGS.get(flag)?.[lang] ?? flag,
    }),
  );
}
