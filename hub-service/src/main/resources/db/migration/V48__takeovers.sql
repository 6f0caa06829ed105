-- What others made on a gateway and policies took over as it was. A row is never changed, only
-- ended. Kept after the thing itself is gone: a rollback brings it back under the same identity.
create table takeover (
  id bigint generated always as identity primary key,
  tenant text not null,
  gateway text not null,
  kind text not null,
  native_id text not null,
  path text not null,
  our_kind text not null,
  our_native_id text not null,
  our_path text not null,
  found text not null,
  policies text not null,
  taken_by text not null,
  taken_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  check ((ended_at is null) = (ended_by is null))
);
create unique index takeover_theirs
  on takeover (tenant, gateway, kind, native_id, path) where ended_at is null;
create unique index takeover_ours
  on takeover (tenant, gateway, our_kind, our_native_id, our_path) where ended_at is null;
