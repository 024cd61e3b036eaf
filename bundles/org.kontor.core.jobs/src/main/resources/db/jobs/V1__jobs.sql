create table job (
    job_id varchar(100) not null,
    job_key varchar(200) not null,
    payload varchar not null,
    due timestamp(6) with time zone not null,
    attempt bigint not null,
    taken_by varchar(50),
    taken_until timestamp(6) with time zone,
    problem varchar(2000),
    primary key (job_id, job_key)
);

create index job_by_due on job (due);
