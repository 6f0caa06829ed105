create table access_token (
  tenant text not null,
  name text not null,
  hash text not null,
  permissions text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  primary key (tenant, name)
);
create unique index access_token_hash on access_token (tenant, hash);
