@NullMarked
package dev.leadkit.examples.leaddesk.settings;

import org.jspecify.annotations.NullMarked;
