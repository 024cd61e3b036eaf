create table list_choice (
    person_id bigint not null,
    type_id varchar(50) not null,
    body varchar not null,
    primary key (person_id, type_id)
);

create table exchange_rate (
    from_currency varchar(3) not null,
    to_currency varchar(3) not null,
    rate_day date not null,
    factor numeric(24, 12) not null,
    primary key (from_currency, to_currency, rate_day)
);
