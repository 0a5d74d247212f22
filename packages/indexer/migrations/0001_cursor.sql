-- Which chain this database holds. One row, written once: another chain is refused before a row of it is written.
create table indexer.chain (
  only_row boolean primary key default true check (only_row),
  nid text not null,
  genesis_hash bytea not null,
  platform text not null,
  pinned_at timestamptz not null default now()
);

-- How far each projection is. Moved in the transaction that writes the projection's rows.
create table indexer.cursor (
  projection text primary key,
  version integer not null,
  height bigint not null,
  block_hash bytea,
  block_time timestamptz
);

-- What the engine is doing, for people. Written beside the batches, never inside them.
create table indexer.status (
  only_row boolean primary key default true check (only_row),
  state text not null,
  waiting_for text,
  reason text,
  node_height bigint,
  rows_per_second double precision,
  eta timestamptz,
  updated_at timestamptz not null
);
