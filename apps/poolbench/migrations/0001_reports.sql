-- Reports that somebody kept. The text is what the terminal showed; the rest of it is JSON as text, for programs.
create table poolbench.report (
  id bigint generated always as identity primary key,
  kept_at timestamptz not null default now(),
  server text not null,
  text text not null,
  report text not null
);
