-- A projection that is no longer followed keeps its rows, but nothing waits for it.
alter table indexer.cursor add column followed boolean not null default true;

-- What the engine does for each projection: those that stand at one height share it, one that catches up has its own.
drop table indexer.status;
create table indexer.status (
  projection text primary key,
  state text not null,
  waiting_for text,
  reason text,
  node_height bigint,
  rows_per_second double precision,
  eta timestamptz,
  updated_at timestamptz not null
);
