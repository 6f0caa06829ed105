create table gateway_credential (
  id text primary key,
  tenant text not null,
  gateway text not null,
  token_hash text not null unique,
  created_at timestamptz not null,
  created_by text not null,
  revoked_at timestamptz
);
create index gateway_credential_by_gateway on gateway_credential (tenant, gateway);
