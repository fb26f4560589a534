@NullMarked
package dev.leadkit.examples.springboot.chat;

import org.jspecify.annotations.NullMarked;
