-- What a first start does and no later one repeats, whatever somebody has made of it since.

create table done_once (
    what           text   not null primary key,
    at             bigint not null
);
