-- The sealed part of a plan is one text, so that its hash can be checked at any time.
create table plan (
  tenant text not null,
  id text not null,
  gateway text not null,
  hash text not null,
  body text not null,
  status text not null,
  reason text,
  created_at timestamptz not null,
  created_by text not null,
  approved_at timestamptz,
  approved_by text,
  applied_at timestamptz,
  applied_by text,
  convergence text,
  primary key (tenant, id)
);
create index plan_by_gateway on plan (tenant, gateway, created_at);

-- The journal: written before and after every call to a vendor.
create table plan_step (
  tenant text not null,
  plan text not null,
  number integer not null,
  state text not null,
  reason text,
  changed_at timestamptz not null,
  primary key (tenant, plan, number),
  foreign key (tenant, plan) references plan (tenant, id)
);

create table last_applied (
  tenant text not null,
  gateway text not null,
  kind text not null,
  native_id text not null,
  object text not null,
  primary key (tenant, gateway, kind, native_id)
);

create table policy_condition (
  tenant text not null,
  gateway text not null,
  policy text not null,
  target text not null,
  type text not null,
  version integer not null,
  status boolean not null,
  reason text not null,
  message text not null,
  at timestamptz not null,
  primary key (tenant, gateway, policy, target, type)
);
