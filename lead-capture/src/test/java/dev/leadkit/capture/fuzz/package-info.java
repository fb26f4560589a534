/**
 * Looks for texts that break what reads them, with Jazzer. In the build each target reads its seeds; with the profile
 * {@code fuzz} it makes texts of its own. Start at {@link dev.leadkit.capture.fuzz.FuzzedText}.
 */
@NullMarked
package dev.leadkit.capture.fuzz;

import org.jspecify.annotations.NullMarked;
