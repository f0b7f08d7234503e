-- indicators.revision
-- grain  source × consecutive vintages × key whose value was added, changed, relabelled or withdrawn
-- materialized view
select * from clean.revision
