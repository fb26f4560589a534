/**
 * What to do when two people changed the same lead: both changes side by side, field by field. Start at {@link
 * dev.leadkit.conflict.ThreeWay}.
 */
@NullMarked
package dev.leadkit.conflict;

import org.jspecify.annotations.NullMarked;
