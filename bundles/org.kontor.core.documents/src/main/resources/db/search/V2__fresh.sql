create table search_fresh (
    type_id varchar(50) not null,
    doc_id bigint not null,
    in_title varchar(8200) not null,
    in_all varchar(8200) not null,
    primary key (type_id, doc_id)
);
