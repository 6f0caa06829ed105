create table drift (
  id bigint generated always as identity primary key,
  tenant text not null,
  gateway text not null,
  kind text not null,
  native_id text not null,
  path text not null,
  drift_kind text not null,
  was text,
  is_now text,
  sources text not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  resolved_at timestamptz
);
create unique index drift_open on drift (tenant, gateway, kind, native_id, path)
  where resolved_at is null;
