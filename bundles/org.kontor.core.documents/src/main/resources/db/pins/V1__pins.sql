create table document_pin (
    type_id varchar(50) not null,
    doc_id bigint not null,
    entry bigint not null,
    pinned timestamp(6) with time zone not null,
    primary key (type_id, doc_id, entry)
);
