create table search_filled (
    type_id varchar(50) primary key,
    version bigint not null,
    last_id bigint not null,
    done boolean not null
);
