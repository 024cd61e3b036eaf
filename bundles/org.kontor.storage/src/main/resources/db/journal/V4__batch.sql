alter table journal add column batch_id bigint;
