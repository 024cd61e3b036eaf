create index run_wait_by_away on run_wait (away);
