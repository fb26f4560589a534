/**
 * How e-mail addresses and telephone numbers are written, spoken and disguised, whoever they belong to. Not exported from the module.
 *
 * <ul>
 *   <li>Addresses: {@link AddressText} makes their marks plain, {@link EmailBounds} tells whether all of a written one was read and
 *       {@link AddressPieces} whether more of it stands across a blank; of a spoken one {@link SpokenSign} is the sign,
 *       {@link SpokenLocal} what is said before it, {@link SpokenDomain} what is said behind it, {@link SpokenMark} a mark within.
 *   <li>Numbers: {@link DigitRun} has the groups of digits in a row, {@link DigitShape} tells what they are if they are no telephone
 *       number, {@link NumberBounds} what the characters beside them say; {@link SpokenNumber} reads digits said as {@link
 *       NumberWord}s, which {@link NumberWords} has in several languages and {@link CountedNumber} puts together.
 * </ul>
 */
@NullMarked
package dev.leadkit.capture.notation;

import org.jspecify.annotations.NullMarked;
