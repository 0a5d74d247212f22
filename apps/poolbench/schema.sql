create table poolbench.report (
  id bigint generated always as identity not null,
  kept_at timestamp with time zone default now() not null,
  server text not null,
  text text not null,
  report text not null,
  constraint report_pkey PRIMARY KEY (id)
);
