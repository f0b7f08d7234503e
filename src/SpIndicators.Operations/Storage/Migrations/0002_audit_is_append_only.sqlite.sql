create trigger audit_keeps_its_rows before delete on audit
begin
    select raise(abort, 'The audit log only grows.');
end;

create trigger audit_keeps_its_words before update on audit
begin
    select raise(abort, 'The audit log only grows.');
end;
