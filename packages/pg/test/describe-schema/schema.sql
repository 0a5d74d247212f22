create schema shape;
create schema aside;
comment on schema shape is 'everything that a description must tell';

create type shape.kind as enum ('transfer', 'it''s', 'deploy');
create domain shape.amount as numeric(80) not null default 0 constraint not_negative check (value >= 0);
create type shape.pair as (first int, second text);

create sequence shape.counter as int start 5 increment 2 maxvalue 1000 cycle;

create table shape.parent (
  id bigint generated always as identity primary key,
  name text not null unique,
  kind shape.kind default 'transfer',
  "Odd ""name" text collate "C",
  amount shape.amount,
  created timestamptz(3) not null default now(),
  number int default nextval('shape.counter'),
  double int generated always as (number * 2) stored,
  tags text[] default '{}',
  constraint short check (length(name) < 100)
) with (fillfactor = 70, autovacuum_enabled = false);
comment on table shape.parent is 'a parent''s table';
comment on column shape.parent.name is 'unique, at last';

create table shape.child (
  parent bigint not null references shape.parent (id) on delete cascade deferrable initially deferred,
  part int,
  during tstzrange,
  exclude using gist (during with &&),
  primary key (parent, part)
);
create index child_part on shape.child using btree (part desc nulls last) include (parent) where part > 0;
create unique index child_expression on shape.child (lower(part::text), parent);
create index child_brin on shape.child using brin (part) with (pages_per_range = 8);

create unlogged table shape.scratch (id int);
create table shape.nothing ();

create table shape.events (height bigint not null, index int not null, data bytea, primary key (height, index))
  partition by range (height);
create index events_data on shape.events (data);
create table shape.events_0 partition of shape.events for values from (0) to (1000);
create table shape.events_rest partition of shape.events default;

create table aside.other (id int primary key);

create function shape.add(a int, b int default 1) returns int language sql immutable
  return a + b;
create function shape.note() returns trigger language plpgsql as $$
begin
  return new;
end $$;
create procedure shape.nothing_much() language sql as 'select 1';
create aggregate shape.total(int) (sfunc = int4pl, stype = int, initcond = '0');
create trigger child_note before insert or update of part on shape.child for each row execute function shape.note();

create view shape.simple as select p.id, upper(p.name) as name from shape.parent p where p.number > 3 order by p.name;
create view shape.joined with (security_barrier) as
  select p.id, c.part, (select count(*) from aside.other o where o.id = c.part) as others
    from shape.parent p join shape.child c on c.parent = p.id
   where p.name <> 'a.b';
create materialized view shape.kept as select id, name from shape.parent;
create unique index kept_id on shape.kept (id);

create table shape.migration (number int primary key);
