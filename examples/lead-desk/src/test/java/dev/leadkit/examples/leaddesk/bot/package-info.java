@NullMarked
package dev.leadkit.examples.leaddesk.bot;

import org.jspecify.annotations.NullMarked;
