-- When a token was last taken, to the minute: enough to find those that nobody uses.
alter table access_token add column used_at timestamptz;
