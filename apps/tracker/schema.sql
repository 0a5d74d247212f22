create table tracker.address (
  address bytea not null,
  first_height bigint not null,
  last_height bigint not null,
  transaction_count bigint not null,
  sent_count bigint not null,
  received_count bigint not null,
  token_transfer_count bigint not null,
  internal_transfer_count bigint not null,
  log_count bigint not null,
  constraint address_pkey PRIMARY KEY (address)
);

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

create table tracker.contract (
  address bytea not null,
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
  api text,
  constraint contract_pkey PRIMARY KEY (address)
);
CREATE INDEX contract_by_height ON tracker.contract USING btree (first_height, address);

create table tracker.contract_version (
  address bytea not null,
  deploy_hash bytea not null,
  "position" integer not null,
  height bigint not null,
  language text,
  status text not null,
  audit_hash bytea,
  code_hash bytea,
  constraint contract_version_pkey PRIMARY KEY (address, deploy_hash)
);
CREATE INDEX contract_version_by_deploy ON tracker.contract_version USING btree (deploy_hash);

create table tracker.counter (
  only_row boolean default true not null,
  height bigint not null,
  blocks bigint not null,
  transactions bigint not null,
  failed_transactions bigint not null,
  logs bigint not null,
  token_transfers bigint default 0 not null,
  internal_transfers bigint default 0 not null,
  addresses bigint default 0 not null,
  contracts bigint default 0 not null,
  tokens bigint default 0 not null,
  constraint counter_pkey PRIMARY KEY (only_row),
  constraint counter_only_row_check CHECK (only_row)
);

create table tracker.genesis (
  only_row boolean default true not null,
  audit_enabled boolean not null,
  constraint genesis_pkey PRIMARY KEY (only_row),
  constraint genesis_only_row_check CHECK (only_row)
);

create table tracker.holding (
  token bytea not null,
  holder bytea not null,
  balance numeric not null,
  constraint holding_pkey PRIMARY KEY (token, holder)
);
CREATE INDEX holding_by_balance ON tracker.holding USING btree (token, balance, holder);
CREATE INDEX holding_by_holder ON tracker.holding USING btree (holder, token);

create table tracker.internal_transfer (
  height bigint not null,
  transaction_index integer not null,
  index integer not null,
  "time" timestamp with time zone not null,
  sender bytea not null,
  recipient bytea not null,
  value numeric not null,
  constraint internal_transfer_pkey PRIMARY KEY (height, transaction_index, index)
);
CREATE INDEX internal_transfer_by_recipient ON tracker.internal_transfer USING btree (recipient, height, transaction_index, index);
CREATE INDEX internal_transfer_by_sender ON tracker.internal_transfer USING btree (sender, height, transaction_index, index);

create table tracker.item (
  token bytea not null,
  token_id numeric not null,
  holder bytea not null,
  balance numeric not null,
  constraint item_pkey PRIMARY KEY (token, token_id, holder)
);
CREATE INDEX item_by_balance ON tracker.item USING btree (token, balance, token_id, holder);

create table tracker.log (
  height bigint not null,
  transaction_index integer not null,
  index integer not null,
  "time" timestamp with time zone not null,
  address bytea not null,
  signature text,
  indexed text not null,
  data text not null,
  constraint log_pkey PRIMARY KEY (height, transaction_index, index)
);
CREATE INDEX log_by_address ON tracker.log USING btree (address, height, transaction_index, index);
CREATE INDEX log_by_signature ON tracker.log USING btree ("left"(signature, 64), height, transaction_index, index);

create table tracker.token (
  address bytea not null,
  standard text not null,
  total_supply numeric not null,
  holders bigint not null,
  transfers bigint not null,
  first_height bigint not null,
  constraint token_pkey PRIMARY KEY (address)
);
CREATE INDEX token_by_height ON tracker.token USING btree (first_height, address);

create table tracker.token_transfer (
  height bigint not null,
  transaction_index integer not null,
  log_index integer not null,
  sub_index integer not null,
  "time" timestamp with time zone not null,
  token bytea not null,
  standard text not null,
  operator bytea,
  sender bytea not null,
  recipient bytea not null,
  value numeric not null,
  token_id numeric,
  constraint token_transfer_pkey PRIMARY KEY (height, transaction_index, log_index, sub_index)
);
CREATE INDEX token_transfer_by_recipient ON tracker.token_transfer USING btree (recipient, height, transaction_index, log_index, sub_index);
CREATE INDEX token_transfer_by_sender ON tracker.token_transfer USING btree (sender, height, transaction_index, log_index, sub_index);
CREATE INDEX token_transfer_by_token ON tracker.token_transfer USING btree (token, height, transaction_index, log_index, sub_index);

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
  token_transfer_count integer default 0 not null,
  internal_transfer_count integer default 0 not null,
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
