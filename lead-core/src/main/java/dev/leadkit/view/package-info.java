/**
 * Saved views: which leads somebody wants to see again, in what order and with which columns. Start at
 * {@link dev.leadkit.view.Views}, which a desk hands out.
 */
@NullMarked
package dev.leadkit.view;

import org.jspecify.annotations.NullMarked;
