#!/usr/bin/env bash
# Writes docs/*.png anew from the sample.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

mvn -B -ntp -q -pl examples/lead-desk -am -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false test
