create unique index journal_by_position on journal (position);
