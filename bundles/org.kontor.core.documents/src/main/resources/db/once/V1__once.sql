create table once_answer (
    scope varchar(200) not null,
    request_key varchar(200) not null,
    content varchar(200) not null,
    answer varchar(1000000),
    kept_until timestamp(6) with time zone not null,
    primary key (scope, request_key)
);

create index once_answer_by_end on once_answer (kept_until);
