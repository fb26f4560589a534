#!/usr/bin/env bash
# Writes docs/*.png anew from the sample; the modules must have been compiled (mvn -DskipTests test-compile suffices).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

mvn -B -ntp -q -pl examples/lead-desk -am test-compile exec:java \
  -Dexec.skip=false -Dexec.classpathScope=test \
  -Dexec.mainClass=dev.leadkit.examples.leaddesk.browser.Screenshots -Dexec.arguments=examples/lead-desk/docs
