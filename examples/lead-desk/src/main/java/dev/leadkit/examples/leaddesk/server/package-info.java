/**
 * The process: options, the web server and its shutdown. Start at {@link
 * dev.leadkit.examples.leaddesk.server.LeadDeskMain}.
 */
@NullMarked
package dev.leadkit.examples.leaddesk.server;

import org.jspecify.annotations.NullMarked;
