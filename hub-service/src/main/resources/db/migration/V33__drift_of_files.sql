-- Whether both sides of a drift are hashes of files.
alter table drift add column files boolean not null default false;
