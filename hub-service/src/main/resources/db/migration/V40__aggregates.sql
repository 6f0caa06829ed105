create table traffic_aggregate (
  tenant text not null,
  gateway text not null,
  bucket timestamptz not null,
  dimensions text not null,
  width_seconds integer not null,
  api text,
  requests bigint,
  errors bigint,
  policy_errors bigint,
  target_errors bigint,
  latency_ms double precision,
  target_latency_ms double precision,
  request_bytes bigint,
  response_bytes bigint,
  provenance text not null,
  observed_at timestamptz not null,
  settled boolean not null,
  revision integer not null,
  primary key (tenant, gateway, bucket, dimensions)
);

-- Everything before settled_until was read completely and is not read again.
create table aggregate_watermark (
  tenant text not null,
  gateway text not null,
  settled_until timestamptz not null,
  primary key (tenant, gateway)
);
