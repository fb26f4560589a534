/**
 * Finds who a visitor is in what they wrote: e-mail addresses, phone numbers, names, companies, places and budgets, each with its
 * place in the text, a confidence and a reason, and the look-alikes with the reason why they were refused. All extractors are
 * pure, linear in the length of the text and safe to share. Start at {@link dev.leadkit.capture.extract.Extractor}.
 *
 * <p>Three packages that are not exported know how an address or a number is written and spoken ({@code
 * dev.leadkit.capture.notation}), whose it is ({@code dev.leadkit.capture.ownership}), and which amount can be spent ({@code
 * dev.leadkit.capture.budget}).
 */
@NullMarked
package dev.leadkit.capture.extract;

import org.jspecify.annotations.NullMarked;
