drop table match_key;

create table match_key (
    match_key varchar(560) not null,
    doc_id bigint not null,
    type_id varchar(50) not null,
    rule_id varchar(300) not null,
    primary key (match_key, doc_id)
);

create index match_key_by_document on match_key (doc_id, type_id);

delete from shape_part where part = 'SETTING' and part_id = 'duplicates-built';
