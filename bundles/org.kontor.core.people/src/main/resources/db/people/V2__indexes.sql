create index person_session_of_person on person_session (person);
create index person_session_by_use on person_session (used);
create index person_token_of_person on person_token (person, id);
