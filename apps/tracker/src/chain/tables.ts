import { defineTable } from '@madang/pg';

/** The tables that the projection fills by COPY, columns in the order in which rows carry them. */
export const blockTable = defineTable('tracker.block', {
  height: 'int8',
  hash: 'bytea',
  previous_hash: 'bytea',
  version: 'text',
  time: 'timestamptz',
  producer: 'bytea',
  merkle_root: 'bytea',
  transaction_count: 'int4',
  failed_count: 'int4',
  log_count: 'int4',
  fees: 'numeric',
});

export const blockHashTable = defineTable('tracker.block_hash', { hash: 'bytea', height: 'int8' });

export const transactionTable = defineTable('tracker.transaction', {
  height: 'int8',
  index: 'int4',
  hash: 'bytea',
  time: 'timestamptz',
  kind: 'text',
  method: 'text',
  sender: 'bytea',
  recipient: 'bytea',
  value: 'numeric',
  succeeded: 'bool',
  failure_code: 'text',
  failure_message: 'text',
  fee: 'numeric',
  version: 'text',
  nid: 'text',
  nonce: 'text',
  sent_at: 'numeric',
  step_limit: 'numeric',
  step_used: 'numeric',
  step_price: 'numeric',
  step_details: 'text',
  signature: 'text',
  data_type: 'text',
  data: 'text',
  score_address: 'bytea',
  log_count: 'int4',
  token_transfer_count: 'int4',
  internal_transfer_count: 'int4',
});

export const transactionHashTable = defineTable('tracker.transaction_hash', {
  hash: 'bytea',
  height: 'int8',
  index: 'int4',
});

export const logTable = defineTable('tracker.log', {
  height: 'int8',
  transaction_index: 'int4',
  index: 'int4',
  time: 'timestamptz',
  address: 'bytea',
  signature: 'text',
  indexed: 'text',
  data: 'text',
});

export const tokenTransferTable = defineTable('tracker.token_transfer', {
  height: 'int8',
  transaction_index: 'int4',
  log_index: 'int4',
  sub_index: 'int4',
  time: 'timestamptz',
  token: 'bytea',
  standard: 'text',
  operator: 'bytea',
  sender: 'bytea',
  recipient: 'bytea',
  value: 'numeric',
  token_id: 'numeric',
});

export const internalTransferTable = defineTable('tracker.internal_transfer', {
  height: 'int8',
  transaction_index: 'int4',
  index: 'int4',
  time: 'timestamptz',
  sender: 'bytea',
  recipient: 'bytea',
  value: 'numeric',
});

export const contractVersionTable = defineTable('tracker.contract_version', {
  address: 'bytea',
  deploy_hash: 'bytea',
  position: 'int4',
  height: 'int8',
  language: 'text',
  status: 'text',
  audit_hash: 'bytea',
  code_hash: 'bytea',
});
