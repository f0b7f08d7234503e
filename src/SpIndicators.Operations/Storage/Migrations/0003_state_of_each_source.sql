-- How a run went for each of its sources: NoNewData, Landed or Failed, with a source's own reason. Empty: the run ended before
-- that was known, or is of a time when it was not written down; then the run speaks for the source.

alter table run_source add column state text;
alter table run_source add column reason text;
