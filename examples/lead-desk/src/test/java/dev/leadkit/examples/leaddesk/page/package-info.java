@NullMarked
package dev.leadkit.examples.leaddesk.page;

import org.jspecify.annotations.NullMarked;
