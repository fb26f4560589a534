/**
 * Who asks, and what he may: keys, signed sessions, roles, limits. Start at {@link
 * dev.leadkit.examples.leaddesk.security.Authentication}.
 */
@NullMarked
package dev.leadkit.examples.leaddesk.security;

import org.jspecify.annotations.NullMarked;
