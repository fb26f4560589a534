#!/usr/bin/env bash
# Measures the server with 100,000 leads on PostgreSQL and twenty users; see "Load" in the README. Takes about five minutes.
# Options go to Maven, such as -Dleadkit.load.leads=5000, -Dleadkit.load.seconds=10, -Dleadkit.load.pause=500 (milliseconds).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

mvn -B -ntp -q -pl examples/lead-desk -am -Dtest=Load -Dsurefire.failIfNoSpecifiedTests=false "$@" test
