/**
 * The command line of LeadKit: conversations in, leads with their reasons out. Start at
 * {@link dev.leadkit.examples.cli.LeadKitCli}; each command is one class.
 */
@NullMarked
package dev.leadkit.examples.cli;

import org.jspecify.annotations.NullMarked;
