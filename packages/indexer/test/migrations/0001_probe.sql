create table probe.seen (
  height bigint not null,
  index integer not null,
  hash text not null,
  fee numeric not null,
  primary key (height, index)
);
