alter table job add column asked bigint default 0 not null;
