import {
  Entries,
  formatNumber,
  Hash,
  Time,
  UntrustedText,
  useWords,
  visible,
  type Entry,
  type Fact,
} from '@madang/web';
import type { ComponentChild, VNode } from 'preact';
import { AddressLink } from '../address-link.tsx';
import type { Log } from './log.schema.ts';
import { logWords } from './log.words.ts';

/** Characters of a value that a list shows; the whole is in the API's answer. */
const MOST_SHOWN = 300;
const MOST_OF_NAME = 60;

type Say = ReturnType<typeof logWords>;

interface LogListProps {
  readonly logs: readonly Log[];
  /** All of one transaction, which need not be named for each. */
  readonly ofTransaction?: boolean;
}

/** Logs one under another: the event's name, who wrote it, and its values with their names and types. */
export function LogList({ logs, ofTransaction = false }: LogListProps): VNode {
  const t = useWords(logWords);
  return <Entries entries={logs.map((log) => entryOf(log, ofTransaction, t))} />;
}

function entryOf(log: Log, ofTransaction: boolean, t: Say): Entry {
  const { height, transactionIndex, index, params } = log;
  return {
    key: `${height}-${transactionIndex}-${index}`,
    head: <LogHead log={log} ofTransaction={ofTransaction} />,
    facts: params === null ? valuesAsWritten(log, t) : params.map((param, at) => factOf(param, at, t)),
    note: params === null ? t('unread') : params.length === 0 ? t('noParameters') : null,
  };
}

function LogHead({ log, ofTransaction }: { log: Log; ofTransaction: boolean }): VNode {
  const t = useWords(logWords);
  const { name, signature, address, index, height, transactionHash, timestamp } = log;
  return (
    <>
      <b>
        <Raw text={name ?? signature ?? t('unnamed')} />
      </b>
      <AddressLink address={address} />
      {ofTransaction ? (
        <span class="muted">{t('place', { index })}</span>
      ) : (
        <>
          <Hash value={transactionHash} href={`/tracker/transactions/${transactionHash}`} />
          <a href={`/tracker/blocks/${height}`}>{formatNumber(height)}</a>
          <Time time={timestamp} />
        </>
      )}
    </>
  );
}

function factOf({ name, type, value }: NonNullable<Log['params']>[number], at: number, t: Say): Fact {
  return {
    label: name === null ? t('parameter', { place: at + 1, type }) : visible(name.slice(0, MOST_OF_NAME)),
    value: value === null ? <NotGiven /> : drawn(type, value),
  };
}

function valuesAsWritten({ indexed, data }: Log, t: Say): Fact[] {
  return [...indexed, ...data].map((value, at) => ({
    label: t('place', { index: at + 1 }),
    value: value === null ? <NotGiven /> : <Raw text={value} />,
  }));
}

function NotGiven(): VNode {
  const t = useWords(logWords);
  return <i class="muted">{t('notGiven')}</i>;
}

function drawn(type: string, value: string | boolean): ComponentChild {
  if (typeof value === 'boolean') return String(value);
  if (type === 'Address') return <AddressLink address={value} />;
  return type === 'int' ? formatNumber(value) : <Raw text={value} />;
}

function Raw({ text }: { text: string }): VNode {
  return <UntrustedText text={text} max={MOST_SHOWN} />;
}
