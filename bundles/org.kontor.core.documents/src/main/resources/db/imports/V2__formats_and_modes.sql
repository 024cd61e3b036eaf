alter table import_batch add column file_format varchar(10) default 'CSV' not null;
alter table import_batch add column mode varchar(10) default 'CREATE' not null;
alter table import_batch add column match_field varchar(50);
alter table import_batch add column links varchar(10000) default '' not null;
alter table import_batch add column updated bigint default 0 not null;

create table import_mapping (
    person bigint not null,
    type_id varchar(50) not null,
    signature varchar(64) not null,
    field_ids varchar(60000) not null,
    mode varchar(10) not null,
    match_field varchar(50),
    links varchar(10000) not null,
    used timestamp(6) with time zone not null,
    primary key (person, type_id, signature)
);
