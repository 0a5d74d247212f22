import type { Drawing } from '@madang/system';
import { Breadcrumb, Card, Chip, Hash, Heading, UntrustedText, useWords, Why } from '@madang/web';
import type { VNode } from 'preact';
import { LogList } from '../log/log-list.tsx';
import { logWords } from '../log/log.words.ts';
import { InternalTransferTable, TokenTransferTable } from '../transfer/transfer-tables.tsx';
import { transferWords } from '../transfer/transfer.words.ts';
import { trackerWords } from '../tracker.words.ts';
import type { TransactionWithContents } from './transaction-with-contents.ts';
import { InputCard } from './input-card.tsx';
import { TransactionFacts } from './transaction-facts.tsx';
import { WholeList } from './whole-list.tsx';

export function TransactionPage({ reply }: Drawing<TransactionWithContents, unknown>): VNode {
  const t = useWords(trackerWords);
  const { transaction } = reply;
  const { hash, failure, fee, input, data } = transaction;
  const succeeded = transaction.status === 'success';
  return (
    <>
      <Breadcrumb
        trail={[{ href: '/tracker/transactions', label: t('transactions') }]}
        here={<Hash value={hash} />}
      />
      <Heading title={t('transaction')}>
        <Chip tone={succeeded ? 'good' : 'bad'}>{t(succeeded ? 'success' : 'failure')}</Chip>
      </Heading>
      {failure !== null && <Failure failure={failure} free={fee === '0'} />}
      <Card title={t('transaction')}>
        <TransactionFacts transaction={transaction} />
      </Card>
      <Moved reply={reply} />
      {input !== null && <InputCard input={input} data={data} />}
      <Logged reply={reply} />
    </>
  );
}

function Failure({ failure, free }: { failure: { code: string; message: string }; free: boolean }): VNode {
  const t = useWords(trackerWords);
  const reverted = failure.message.startsWith('Reverted');
  return (
    <Why tone="bad" lead={<UntrustedText text={failure.message} max={400} />}>
      ({t('failureCode', { code: failure.code })}){' '}
      {t(free ? 'failureNoFee' : reverted ? 'failureReverted' : 'failureOther')}
    </Why>
  );
}

/** Tokens and ICX that moved beside the value that was sent. */
function Moved({ reply }: { reply: TransactionWithContents }): VNode {
  const t = useWords(transferWords);
  const { transaction, tokenTransfers, internalTransfers } = reply;
  return (
    <>
      {tokenTransfers.length > 0 && (
        <Card title={t('tokenTransfers')}>
          <TokenTransferTable transfers={tokenTransfers} caption={t('tokenTransfers')} of="transaction" />
          <WholeList
            hash={transaction.hash}
            of="token-transfers"
            shown={tokenTransfers.length}
            count={transaction.tokenTransferCount}
          />
        </Card>
      )}
      {internalTransfers.length > 0 && (
        <Card title={t('internalTransfers')}>
          <InternalTransferTable
            transfers={internalTransfers}
            caption={t('internalTransfers')}
            of="transaction"
          />
          <WholeList
            hash={transaction.hash}
            of="internal-transfers"
            shown={internalTransfers.length}
            count={transaction.internalTransferCount}
          />
        </Card>
      )}
    </>
  );
}

function Logged({ reply: { transaction, logs } }: { reply: TransactionWithContents }): VNode | null {
  const t = useWords(logWords);
  if (logs.length === 0) return null;
  return (
    <Card title={t('logs')}>
      <LogList logs={logs} ofTransaction />
      <WholeList hash={transaction.hash} of="logs" shown={logs.length} count={transaction.logCount} />
    </Card>
  );
}
