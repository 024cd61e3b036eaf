create index journal_by_batch on journal (batch_id, position);
create index journal_by_import on journal (import_id, position);
