-- Content is stored once per tenant whatever holds it: a snapshot, a served resource, or both.
create table native_content (
  tenant text not null,
  hash text not null,
  form text not null,
  body text not null,
  primary key (tenant, hash)
);

create table snapshot (
  id bigint generated always as identity primary key,
  tenant text not null,
  gateway text not null,
  taken_at timestamptz not null,
  hash text not null,
  objects integer not null
);
create index snapshot_by_gateway on snapshot (tenant, gateway, id);

create table snapshot_object (
  snapshot bigint not null references snapshot (id) on delete cascade,
  tenant text not null,
  kind text not null,
  native_id text not null,
  hash text not null,
  primary key (snapshot, kind, native_id),
  foreign key (tenant, hash) references native_content (tenant, hash)
);

-- One row a gateway: what the last read brought, and which snapshot is the view.
create table gateway_read (
  tenant text not null,
  gateway text not null,
  began_at timestamptz not null,
  outcome text not null,
  failure text,
  problem_code text,
  problem_kind text,
  problem_message text,
  problem_path text,
  problem_next_step text,
  complete_at timestamptz,
  snapshot bigint references snapshot (id),
  primary key (tenant, gateway)
);

-- What the hub itself serves to a gateway. A row holds from from_version until to_version.
create table resource_set (
  tenant text not null,
  gateway text not null,
  version bigint not null,
  changed_at timestamptz not null,
  primary key (tenant, gateway)
);

create table native_resource (
  tenant text not null,
  gateway text not null,
  kind text not null,
  native_id text not null,
  from_version bigint not null,
  to_version bigint,
  hash text not null,
  primary key (tenant, gateway, kind, native_id, from_version),
  foreign key (tenant, hash) references native_content (tenant, hash)
);
create unique index native_resource_current
  on native_resource (tenant, gateway, kind, native_id) where to_version is null;
