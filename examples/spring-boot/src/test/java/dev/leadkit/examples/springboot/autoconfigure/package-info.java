@NullMarked
package dev.leadkit.examples.springboot.autoconfigure;

import org.jspecify.annotations.NullMarked;
