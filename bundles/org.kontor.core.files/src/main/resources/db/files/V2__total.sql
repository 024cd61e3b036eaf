create table stored_total (bytes bigint not null);

insert into stored_total (bytes) select coalesce(sum(size), 0) from stored_file;
