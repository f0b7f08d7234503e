create function audit_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log only grows.';
end $$;

create trigger audit_keeps_its_rows before delete or update or truncate on audit
    for each statement execute function audit_only_grows();
