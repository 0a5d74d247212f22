create table tracker.block (
  height bigint not null,
  hash bytea not null,
  previous_hash bytea,
  version text not null,
  "time" timestamp with time zone not null,
  producer bytea,
  merkle_root bytea,
  transaction_count integer not null,
  failed_count integer not null,
  log_count integer not null,
  fees numeric not null,
  constraint block_pkey PRIMARY KEY (height)
);

create table tracker.block_hash (
  hash bytea not null,
  height bigint not null,
  constraint block_hash_pkey PRIMARY KEY (hash)
);

create table tracker.counter (
  only_row boolean default true not null,
  height bigint not null,
  blocks bigint not null,
  transactions bigint not null,
  failed_transactions bigint not null,
  logs bigint not null,
  constraint counter_pkey PRIMARY KEY (only_row),
  constraint counter_only_row_check CHECK (only_row)
);

create table tracker.transaction (
  height bigint not null,
  index integer not null,
  hash bytea not null,
  "time" timestamp with time zone not null,
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
  sent_at numeric,
  step_limit numeric,
  step_used numeric not null,
  step_price numeric not null,
  step_details text,
  signature text,
  data_type text,
  data text,
  score_address bytea,
  log_count integer not null,
  constraint transaction_pkey PRIMARY KEY (height, index)
);
CREATE INDEX transaction_by_kind ON tracker.transaction USING btree (kind, height, index);
CREATE INDEX transaction_by_method ON tracker.transaction USING btree ("left"(method, 64), height, index) WHERE (method IS NOT NULL);
CREATE INDEX transaction_by_recipient ON tracker.transaction USING btree (recipient, height, index);
CREATE INDEX transaction_by_sender ON tracker.transaction USING btree (sender, height, index);
CREATE INDEX transaction_failed ON tracker.transaction USING btree (height, index) WHERE (NOT succeeded);

create table tracker.transaction_hash (
  hash bytea not null,
  height bigint not null,
  index integer not null,
  constraint transaction_hash_pkey PRIMARY KEY (hash)
);
