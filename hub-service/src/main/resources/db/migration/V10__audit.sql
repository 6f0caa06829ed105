-- One chain of hashes per tenant. The head is locked while a record is appended, so that numbers
-- have no gaps and every record knows its predecessor; it also shows a chain cut off at its end.
create table audit_head (
  tenant text primary key,
  seq bigint not null,
  hash text not null
);

create table audit_record (
  tenant text not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail text not null,
  previous_hash text not null,
  hash text not null,
  primary key (tenant, seq)
);

create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'audit records are append-only';
end $$;

create trigger audit_record_append_only before update or delete or truncate on audit_record
  for each statement execute function audit_refuse();

-- p_canonical is the text of the record that is hashed; the reader builds it again from the columns.
create function audit_append(p_tenant text, p_at text, p_actor text, p_action text,
    p_subject text, p_detail text, p_canonical text) returns bigint language plpgsql as $$
declare
  head audit_head%rowtype;
  next_seq bigint;
  next_hash text;
begin
  insert into audit_head (tenant, seq, hash) values (p_tenant, 0, repeat('0', 64))
    on conflict (tenant) do nothing;
  select * into head from audit_head where tenant = p_tenant for update;
  next_seq := head.seq + 1;
  next_hash := encode(sha256(convert_to(
    head.hash || chr(10) || next_seq || chr(10) || p_canonical, 'UTF8')), 'hex');
  insert into audit_record (tenant, seq, at, actor, action, subject, detail, previous_hash, hash)
    values (p_tenant, next_seq, p_at::timestamptz, p_actor, p_action, p_subject, p_detail,
      head.hash, next_hash);
  update audit_head set seq = next_seq, hash = next_hash where tenant = p_tenant;
  return next_seq;
end $$;
