-- Whoever signs in by OpenID Connect: by whom, and as whom there. The name is what they were called at their first sign-in.
alter table app_user add column issuer text;
alter table app_user add column subject text;
alter table app_user add column disabled bigint not null default 0;
create unique index app_user_of_provider on app_user (issuer, subject);

-- Wrong passwords, for each name and address, and for each name over all of them ('*'). Names that are no account's stand as a hash.
create table sign_in_try (
    name_key       text   not null,
    address        text   not null,
    failures       bigint not null,
    last_at        bigint not null,
    locked_until   bigint,
    succeeded_at   bigint,                        -- the account last signed in from there
    primary key (name_key, address)
);
create index sign_in_try_by_age on sign_in_try (last_at);
