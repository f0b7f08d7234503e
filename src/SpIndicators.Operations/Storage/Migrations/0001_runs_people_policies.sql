-- One text for SQLite and PostgreSQL. Instants are UTC ticks in a bigint: exact, and compared alike by both, whatever
-- the server's time zone or collation. Yes and no are 1 and 0. {identity} is what each calls a number it counts itself.

create table run (
    run_id         text   not null primary key,
    schedule       text   not null,
    sources        text   not null,               -- ids with commas between; empty: all
    cause          text   not null,
    who            text   not null,
    attempt        bigint not null,
    max_attempts   bigint not null,
    offline        bigint not null,
    year_from      bigint,
    year_to        bigint,
    dry_run        bigint not null,
    state          text   not null,
    started_at     bigint not null,
    ended_at       bigint,
    node           text   not null,
    reason         text,
    vintage        text,
    rows_in        bigint,
    rows_out       bigint,
    rows_rejected  bigint,
    checks_passed  bigint,
    checks_failed  bigint,
    added          bigint,
    changed        bigint,
    withdrawn      bigint,
    anomalies      bigint,
    by_scheduler   bigint not null,               -- its process listens for being asked to stop
    stop_asked_at  bigint
);
create index run_of_schedule on run (schedule, run_id);
create index run_in_state on run (state);

-- Which sources a run asked for, named or found on the way.
create table run_source (
    source_id      text   not null,
    run_id         text   not null references run (run_id),
    primary key (source_id, run_id)
);

create table run_step (
    run_id         text   not null references run (run_id),
    ordinal        bigint not null,
    kind           text   not null,
    item           text,
    started_at     bigint not null,
    ended_at       bigint,
    done           bigint not null,
    total          bigint not null,
    outcome        text,
    primary key (run_id, ordinal)
);

create table run_fetch (
    run_id         text   not null references run (run_id),
    ordinal        bigint not null,
    source_id      text   not null,
    url            text   not null,
    http_status    bigint,
    etag           text,
    bytes          bigint,
    sha256         text,
    row_count      bigint,
    duration       bigint not null,
    outcome        text   not null,
    primary key (run_id, ordinal)
);

create table run_log (
    run_id         text   not null references run (run_id),
    ordinal        bigint not null,
    at             bigint not null,
    level          text   not null,
    line           text   not null,
    primary key (run_id, ordinal)
);

create table node_heartbeat (
    node           text   not null primary key,
    beat_at        bigint not null
);

create table publish_policy (
    source_id      text   not null primary key,
    policy         text   not null
);

create table app_user (
    name_key       text   not null primary key,   -- the name in lower case
    name           text   not null,
    role           text   not null,
    created_at     bigint not null,
    locked_until   bigint,
    failures       bigint not null,
    must_change    bigint not null,
    stamp          text   not null,
    password_hash  text   not null
);

create table audit (
    id             {identity},
    at             bigint not null,
    who            text   not null,
    action         text   not null,
    subject        text   not null,
    details        text
);
