import { Card, UntrustedText, useWords } from '@madang/web';
import type { VNode } from 'preact';
import { trackerWords } from '../tracker.words.ts';
import type { TransactionInput } from './transaction.schema.ts';

/** What was sent, in every form that it can be read in. The text comes from anyone: it is shown, never believed. */
export function InputCard({ input, data }: { input: TransactionInput; data: unknown }): VNode {
  const t = useWords(trackerWords);
  const { text, json } = input;
  return (
    <Card title={t('input')}>
      {text !== null && <Form name={t('asText')} text={text} open />}
      {json !== null && json !== undefined && (
        <Form name={t('asJson')} text={JSON.stringify(json, null, 2)} open={text === null} />
      )}
      {typeof data === 'string' && <Form name={t('asHex')} text={data} open={text === null} />}
    </Card>
  );
}

const MOST_SHOWN = 20_000;

function Form({ name, text, open }: { name: string; text: string; open: boolean }): VNode {
  return (
    <details open={open}>
      <summary>{name}</summary>
      <pre>
        <UntrustedText text={text} max={MOST_SHOWN} />
      </pre>
    </details>
  );
}
