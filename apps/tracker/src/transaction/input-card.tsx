import { Card, Fold, useWords } from '@madang/web';
import type { VNode } from 'preact';
import { trackerWords } from '../tracker.words.ts';
import type { TransactionInput } from './transaction.schema.ts';

/** Characters of an input that a page shows; a deployed contract is half a million of them. */
const MOST_SHOWN = 20_000;

/** What was sent, in every form that it can be read in. */
export function InputCard({ input, data }: { input: TransactionInput; data: unknown }): VNode {
  const t = useWords(trackerWords);
  const { text, json } = input;
  return (
    <Card title={t('input')}>
      {text !== null && <Fold name={t('asText')} text={text} max={MOST_SHOWN} open />}
      {json !== null && json !== undefined && (
        <Fold name={t('asJson')} text={JSON.stringify(json, null, 2)} max={MOST_SHOWN} open={text === null} />
      )}
      {typeof data === 'string' && (
        <Fold name={t('asHex')} text={data} max={MOST_SHOWN} open={text === null} />
      )}
    </Card>
  );
}
