create index run_wait_in_trouble on run_wait (run_id) where trouble;
