-- Logs, what moved by them, who took part, and the contracts behind them.

alter table tracker.transaction
  add column token_transfer_count integer not null default 0,
  add column internal_transfer_count integer not null default 0;

-- One row per event log. Values are JSON lists of texts and nulls as the node writes them, signature first.
create table tracker.log (
  height bigint not null,
  transaction_index integer not null,
  index integer not null,
  time timestamptz not null,
  address bytea not null,
  signature text,
  indexed text not null,
  data text not null,
  primary key (height, transaction_index, index)
);

-- A signature is whatever the contract wrote: the index takes its beginning.
create index log_by_address on tracker.log (address, height, transaction_index, index);
create index log_by_signature on tracker.log (left(signature, 64), height, transaction_index, index);

-- What moved by a log of a token. `sub_index` counts the items of a batch.
create table tracker.token_transfer (
  height bigint not null,
  transaction_index integer not null,
  log_index integer not null,
  sub_index integer not null,
  time timestamptz not null,
  token bytea not null,
  standard text not null,
  operator bytea,
  sender bytea not null,
  recipient bytea not null,
  value numeric not null,
  token_id numeric,
  primary key (height, transaction_index, log_index, sub_index)
);

create index token_transfer_by_token
  on tracker.token_transfer (token, height, transaction_index, log_index, sub_index);
create index token_transfer_by_sender
  on tracker.token_transfer (sender, height, transaction_index, log_index, sub_index);
create index token_transfer_by_recipient
  on tracker.token_transfer (recipient, height, transaction_index, log_index, sub_index);

-- ICX that a contract sent. `index` is that of the log.
create table tracker.internal_transfer (
  height bigint not null,
  transaction_index integer not null,
  index integer not null,
  time timestamptz not null,
  sender bytea not null,
  recipient bytea not null,
  value numeric not null,
  primary key (height, transaction_index, index)
);

create index internal_transfer_by_sender
  on tracker.internal_transfer (sender, height, transaction_index, index);
create index internal_transfer_by_recipient
  on tracker.internal_transfer (recipient, height, transaction_index, index);

create table tracker.address (
  address bytea primary key,
  first_height bigint not null,
  last_height bigint not null,
  transaction_count bigint not null,
  sent_count bigint not null,
  received_count bigint not null,
  token_transfer_count bigint not null,
  internal_transfer_count bigint not null,
  log_count bigint not null
);

-- A contract as its transactions left it; name, symbol, decimals and API as the node gave them at `described_at`.
create table tracker.contract (
  address bytea primary key,
  language text,
  owner bytea,
  status text not null,
  blocked boolean not null,
  disabled boolean not null,
  first_height bigint not null,
  described_at bigint,
  name text,
  symbol text,
  decimals integer,
  api text
);

-- The list of contracts, newest first.
create index contract_by_height on tracker.contract (first_height, address);

create table tracker.contract_version (
  address bytea not null,
  deploy_hash bytea not null,
  position integer not null,
  height bigint not null,
  language text,
  status text not null,
  audit_hash bytea,
  code_hash bytea,
  primary key (address, deploy_hash)
);

create index contract_version_by_deploy on tracker.contract_version (deploy_hash);

-- A contract that has moved a token. Supply and holders follow from its logs.
create table tracker.token (
  address bytea primary key,
  standard text not null,
  total_supply numeric not null,
  holders bigint not null,
  transfers bigint not null,
  first_height bigint not null
);

-- The list of tokens, newest first.
create index token_by_height on tracker.token (first_height, address);

-- Units of a token by address: for IRC3 the number of its tokens, for IRC31 the sum over all ids. No row for zero.
create table tracker.holding (
  token bytea not null,
  holder bytea not null,
  balance numeric not null,
  primary key (token, holder)
);

create index holding_by_balance on tracker.holding (token, balance, holder);
create index holding_by_holder on tracker.holding (holder, token);

-- Units of one id (IRC3, IRC31) by address. No row for zero.
create table tracker.item (
  token bytea not null,
  token_id numeric not null,
  holder bytea not null,
  balance numeric not null,
  primary key (token, token_id, holder)
);

create index item_by_balance on tracker.item (token, balance, token_id, holder);

-- What the genesis says about the chain's rules.
create table tracker.genesis (
  only_row boolean primary key default true check (only_row),
  audit_enabled boolean not null
);

alter table tracker.counter
  add column token_transfers bigint not null default 0,
  add column internal_transfers bigint not null default 0,
  add column addresses bigint not null default 0,
  add column contracts bigint not null default 0,
  add column tokens bigint not null default 0;
