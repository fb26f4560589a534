/**
 * What the editors of the settings need to know of a draft before it is saved. Start at {@link
 * dev.leadkit.examples.leaddesk.settings.Draft}.
 */
@NullMarked
package dev.leadkit.examples.leaddesk.settings;

import org.jspecify.annotations.NullMarked;
