create table trashed_document (
    trash_type varchar(50) not null,
    trash_doc bigint not null,
    trash_since timestamp(6) with time zone not null,
    trash_actor varchar(250) not null,
    primary key (trash_type, trash_doc)
);

create index trashed_document_by_time on trashed_document (trash_type, trash_since, trash_doc);

create table viewed_document (
    type_id varchar(50) not null,
    doc_id bigint not null,
    person bigint not null,
    seen timestamp(6) with time zone not null,
    primary key (type_id, doc_id, person)
);
