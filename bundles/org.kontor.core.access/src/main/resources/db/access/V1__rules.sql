create table access_rule (
    role varchar(20) not null,
    type_id varchar(50) not null,
    operation varchar(20) not null,
    reach varchar(20) not null,
    primary key (role, type_id, operation)
);
