/**
 * The pages. Start at {@link dev.leadkit.examples.leaddesk.page.Pages}.
 */
@NullMarked
package dev.leadkit.examples.leaddesk.page;

import org.jspecify.annotations.NullMarked;
