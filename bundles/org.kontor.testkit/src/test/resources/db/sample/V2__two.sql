insert into sample (name) values ('first');
