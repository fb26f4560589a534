/**
 * The REST interface under {@code /api/v1}. Start at {@link dev.leadkit.examples.leaddesk.rest.RestApi}.
 */
@NullMarked
package dev.leadkit.examples.leaddesk.rest;

import org.jspecify.annotations.NullMarked;
