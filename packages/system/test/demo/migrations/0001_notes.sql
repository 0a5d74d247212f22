create table demo.note (
  id bigint generated always as identity primary key,
  title text not null,
  colour text not null check (colour in ('red', 'green')),
  details jsonb
);
