#!/bin/sh
# Run once by PostgreSQL's image, on an empty data folder. Passwords come from the container's environment.
set -eu
psql -XqAt -v ON_ERROR_STOP=1 -v database=soccer -U postgres -d postgres -f /etc/soccer/init.sql
