create table nonsense (;
