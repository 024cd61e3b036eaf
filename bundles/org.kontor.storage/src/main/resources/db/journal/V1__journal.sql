create table journal (
    epoch bigint not null,
    position bigint not null,
    moment timestamp(6) with time zone not null,
    actor varchar(250) not null,
    parent bigint,
    depth bigint not null,
    import_id bigint,
    event varchar(100) not null,
    doc_type varchar(50),
    doc_id bigint,
    body varchar not null,
    primary key (epoch, position)
);

create index journal_of_document on journal (doc_type, doc_id, position);
