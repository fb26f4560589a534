/**
 * What is kept of a person, handed over or erased. Start at {@link dev.leadkit.privacy.PersonalData}, which a desk hands
 * out.
 */
@NullMarked
package dev.leadkit.privacy;

import org.jspecify.annotations.NullMarked;
