-- Keys of the large tables start with the height: it is their order, their partition and, on a cluster, their shard.
create table tracker.block (
  height bigint primary key,
  hash bytea not null,
  previous_hash bytea,
  version text not null,
  time timestamptz not null,
  producer bytea,
  merkle_root bytea,
  transaction_count integer not null,
  failed_count integer not null,
  log_count integer not null,
  fees numeric not null
);

-- Look-ups by hash have tables of their own, so that each may be spread by its own key.
create table tracker.block_hash (
  hash bytea primary key,
  height bigint not null
);

create table tracker.transaction (
  height bigint not null,
  index integer not null,
  hash bytea not null,
  time timestamptz not null,
  kind text not null,
  method text,
  sender bytea,
  recipient bytea,
  value numeric,
  succeeded boolean not null,
  failure_code text,
  failure_message text,
  fee numeric not null,
  version text,
  nid text,
  nonce text,
  -- The sender's clock is whatever the sender wrote, in microseconds: not bounded to what a timestamptz takes.
  sent_at numeric,
  step_limit numeric,
  step_used numeric not null,
  step_price numeric not null,
  -- JSON object address -> steps, when a contract's deposit paid a part.
  step_details text,
  signature text,
  data_type text,
  -- JSON text as on the chain. Not jsonb, which cannot hold U+0000 and rounds nothing but forgets order and spelling.
  data text,
  score_address bytea,
  log_count integer not null,
  primary key (height, index)
);

create table tracker.transaction_hash (
  hash bytea primary key,
  height bigint not null,
  index integer not null
);

-- Lists with a filter, newest first. A method's name may be half a megabyte long: the index takes its beginning.
create index transaction_by_sender on tracker.transaction (sender, height, index);
create index transaction_by_recipient on tracker.transaction (recipient, height, index);
create index transaction_by_kind on tracker.transaction (kind, height, index);
create index transaction_by_method on tracker.transaction (left(method, 64), height, index) where method is not null;
create index transaction_failed on tracker.transaction (height, index) where not succeeded;

-- What has been counted up to the projection's cursor; moved in the transaction that writes the rows.
create table tracker.counter (
  only_row boolean primary key default true check (only_row),
  height bigint not null,
  blocks bigint not null,
  transactions bigint not null,
  failed_transactions bigint not null,
  logs bigint not null
);

insert into tracker.counter (height, blocks, transactions, failed_transactions, logs)
values (-1, 0, 0, 0, 0);
