create type shape.kind as enum ('transfer', 'it''s', 'deploy');

create domain shape.amount as numeric(80,0) not null default 0 constraint not_negative CHECK ((VALUE >= (0)::numeric));

create type shape.pair as (first integer, second text);

create sequence shape.counter as integer start 5 increment 2 minvalue 1 maxvalue 1000 cache 1 cycle;

create table shape.child (
  parent bigint not null,
  part integer not null,
  during tstzrange,
  constraint child_pkey PRIMARY KEY (parent, part),
  constraint child_parent_fkey FOREIGN KEY (parent) REFERENCES shape.parent(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint child_during_excl EXCLUDE USING gist (during WITH &&)
);
CREATE INDEX child_brin ON shape.child USING brin (part) WITH (pages_per_range='8');
CREATE UNIQUE INDEX child_expression ON shape.child USING btree (lower((part)::text), parent);
CREATE INDEX child_part ON shape.child USING btree (part DESC NULLS LAST) INCLUDE (parent) WHERE (part > 0);
CREATE TRIGGER child_note BEFORE INSERT OR UPDATE OF part ON shape.child FOR EACH ROW EXECUTE FUNCTION shape.note();

create table shape.events (
  height bigint not null,
  index integer not null,
  data bytea,
  constraint events_pkey PRIMARY KEY (height, index)
) partition by RANGE (height);
CREATE INDEX events_data ON ONLY shape.events USING btree (data);

create table shape.events_0 partition of shape.events FOR VALUES FROM ('0') TO ('1000');

create table shape.events_rest partition of shape.events DEFAULT;

create table shape.nothing;

create table shape.parent (
  id bigint generated always as identity not null,
  name text not null,
  kind shape.kind default 'transfer'::shape.kind,
  "Odd ""name" text collate "C",
  amount shape.amount,
  created timestamp(3) with time zone default now() not null,
  number integer default nextval('shape.counter'::regclass),
  double integer generated always as ((number * 2)) stored,
  tags text[] default '{}'::text[],
  constraint parent_pkey PRIMARY KEY (id),
  constraint parent_name_key UNIQUE (name),
  constraint short CHECK ((length(name) < 100))
) with (fillfactor=70, autovacuum_enabled=false);

create unlogged table shape.scratch (
  id integer
);

create view shape.joined with (security_barrier=true) as
 SELECT id,
    part,
    ( SELECT count(*) AS count
           FROM aside.other o
          WHERE (id = part)) AS others
   FROM (shape.parent p
     JOIN shape.child c ON ((parent = id)))
  WHERE (name <> 'a.b'::text);

create materialized view shape.kept as
 SELECT id,
    name
   FROM shape.parent;
CREATE UNIQUE INDEX kept_id ON shape.kept USING btree (id);

create view shape.simple as
 SELECT id,
    upper(name) AS name
   FROM shape.parent p
  WHERE (number > 3)
  ORDER BY name;

CREATE OR REPLACE FUNCTION shape.add(a integer, b integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN (a + b);

CREATE OR REPLACE FUNCTION shape.note()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  return new;
end $function$;

CREATE OR REPLACE PROCEDURE shape.nothing_much()
 LANGUAGE sql
AS $procedure$select 1$procedure$;

create aggregate shape.total(integer);

comment on schema shape is 'everything that a description must tell';
comment on table shape.parent is 'a parent''s table';
comment on column shape.parent.name is 'unique, at last';
