-- Bytes of files that native documents name by their hash; kept once a tenant.
create table blob (
  tenant text not null,
  hash text not null,
  bytes bytea not null,
  kept_at timestamptz not null,
  primary key (tenant, hash)
);
