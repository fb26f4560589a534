@NullMarked
package dev.leadkit.examples.leaddesk.insight;

import org.jspecify.annotations.NullMarked;
