create index run_wait_in_trouble on run_wait (trouble);
