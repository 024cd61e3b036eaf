create table access_role (
    id varchar(50) primary key,
    name varchar(100) not null
);

create table access_assignment (
    role varchar(50) not null,
    holder varchar(50) not null,
    primary key (role, holder)
);

create table access_right (
    role varchar(50) not null,
    type_id varchar(50) not null,
    area varchar(70) not null,
    operation varchar(20) not null,
    reach varchar(20) not null,
    primary key (role, type_id, area, operation)
);

insert into access_right (role, type_id, area, operation, reach) select lower(role), type_id, 'type', operation, reach from access_rule;

drop table access_rule;
