-- What people decided about drift. A decision is never changed, only ended; a later one of the same
-- place has the next version. Secrets stand here by reference and fingerprint, as in drift.
create table drift_decision (
  id bigint generated always as identity primary key,
  tenant text not null,
  gateway text not null,
  kind text not null,
  native_id text not null,
  path text not null,
  version integer not null,
  decision text not null check (decision in ('ADOPT', 'IGNORE')),
  wanted text,
  was text,
  found text,
  files boolean not null,
  sources text not null,
  reason text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  until timestamptz,
  ended_at timestamptz,
  ended_by text,
  ended_as text,
  check ((decision = 'IGNORE') = (until is not null)),
  check ((ended_at is null) = (ended_as is null))
);
create unique index drift_decision_in_force
  on drift_decision (tenant, gateway, kind, native_id, path) where ended_at is null;
create unique index drift_decision_version
  on drift_decision (tenant, gateway, kind, native_id, path, version);

-- How drift ended: RESOLVED by a plan or by whoever made it, or ADOPTED.
alter table drift add column closed_as text;
