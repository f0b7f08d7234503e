-- indicators.revision
-- grain  source × consecutive vintages × key whose value was added, changed or withdrawn
-- materialized view
select * from clean.revision
