create table roomname.note (
  id bigint generated always as identity primary key,
  written_at timestamptz not null default now(),
  text text not null
);

insert into roomname.note (text)
values ('This room is furnished: now make it yours.');
