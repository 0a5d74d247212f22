import { gzipSync } from 'node:zlib';
import { formatBytes } from '@madang/web';
import type { VNode } from 'preact';
import type { LogRecord } from '../../record/schema/record.schema.ts';
import type { Say } from './html.words.ts';
import type { Source } from './source.ts';

/** The records themselves, inside the page: a link saves them as a file. */
export function Raw({ source, t }: { source: Source; t: Say }): VNode {
  const { records, report } = source;
  const lines = linesOf(records);
  const packed = gzipSync(lines, { level: 9 });
  return (
    <section aria-labelledby="raw">
      <h2 id="raw">{t('raw')}</h2>
      <p class="muted">{t('rawSize', { count: records.length, plain: formatBytes(lines.byteLength) })}</p>
      <p>
        <a
          class="button"
          href={`data:application/gzip;base64,${packed.toString('base64')}`}
          download={`poolbench-${report.start.run_id}.jsonl.gz`}
        >
          {t('download', { packed: formatBytes(packed.byteLength) })}
        </a>
      </p>
    </section>
  );
}

function linesOf(records: readonly LogRecord[]): Buffer {
  return Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}
