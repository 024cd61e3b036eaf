create index journal_by_batch on journal (batch_id, position) where batch_id is not null;
create index journal_by_import on journal (import_id, position) where import_id is not null;
