@NullMarked
package dev.leadkit.examples.leaddesk.host;

import org.jspecify.annotations.NullMarked;
