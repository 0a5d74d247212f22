create table probe.label (
  address text primary key,
  height bigint not null,
  name text,
  refusal text
);
