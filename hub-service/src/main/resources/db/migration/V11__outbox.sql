create table outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  tenant text not null,
  topic text not null,
  key text not null,
  type text not null,
  subject text not null,
  payload text not null,
  created_at timestamptz not null
);
