/**
 * Who may see and do what. Start at {@link dev.leadkit.access.AccessPolicy}, which a host gives to its kit.
 */
@NullMarked
package dev.leadkit.access;

import org.jspecify.annotations.NullMarked;
