create sequence journal_position cache 1;
