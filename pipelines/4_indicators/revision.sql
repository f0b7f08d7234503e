-- indicators.revision
-- grain  source × consecutive vintages × key whose value was added, changed, relabelled or withdrawn, or series absent from the newer one
-- materialized view
select * from clean.revision
