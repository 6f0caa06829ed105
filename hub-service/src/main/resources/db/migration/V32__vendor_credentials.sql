-- What a gateway is called with: sealed, never read back by anybody but the hub itself.
create table vendor_credential (
  tenant text not null,
  gateway text not null,
  type text not null,
  fingerprint text not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (tenant, gateway)
);
