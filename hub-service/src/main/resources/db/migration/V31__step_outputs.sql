-- What a step that landed made known: values its plan left pending.
alter table plan_step add column outputs text;
