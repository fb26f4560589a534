/**
 * A bot that follows a script, for the page Chat. Start at {@link dev.leadkit.examples.leaddesk.bot.ScriptedBot}.
 */
@NullMarked
package dev.leadkit.examples.leaddesk.bot;

import org.jspecify.annotations.NullMarked;
