"""Many files: plan the jobs, do each, write its results, record and report them."""
