/**
 * Tells from the words around an address or a number, and from what was asked, whether it is the visitor's own and still good; and by
 * how much they speak for a name, a company or an amount being theirs. Not exported from the module. For addresses and numbers start at
 * {@link Ownership}, which has the code of each {@link Objection} and asks in this order:
 *
 * <ul>
 *   <li>{@link Repetition}, whether the value stands in what somebody else wrote: in {@link QuotationMarks}, below a {@link QuotedPage}'s
 *       name, in a copied mail, in what bot or agent had just written; or is {@link Replaced};
 *   <li>{@link PlainReading}, to which a plain sentence tells it at a glance, so that most values need no other rule; beside it
 *       {@link PlainClause} and what they know of a word, {@link PlainWord} and {@link PlainWords};
 *   <li>{@link UnspacedOwner}, for Chinese and Japanese;
 *   <li>{@link Unmistakable}, which knows examples, friends and what answers a question for somebody else's, and {@link Row}, since what is
 *       said of the first of several values is said of all;
 *   <li>{@link OwnershipModel}, which adds up what each {@link Clue} in the {@link Surroundings} of the value speaks for or against it,
 *       as our own sample messages teach; where it is certain it decides alone, where it is sure it overrules what follows;
 *   <li>{@link OwnershipGrammar}, which reads what stands within {@link SentenceBounds} and asks
 *       <ul>
 *         <li>{@link WordsBefore}, for the nearest word before the value that speaks against it;
 *         <li>{@link Giving}, whether the {@linkplain ClauseBefore clause before} the value gives it: where a {@link Tie} binds it to the
 *             clause by the verb (a {@link Directive} has somebody write or call), else as something {@link Added}; unless there is a
 *             {@link Denial};
 *         <li>{@link WordsAfter}, for what is said of the value behind it;
 *         <li>{@link Neighbours}, for the sentences beside, and {@link ContactQuestion}, for what was asked.
 *       </ul>
 * </ul>
 *
 * <p>Of names, companies and amounts {@link OwnershipModel} alone tells, for those who find them: what the {@link Surroundings} of one say
 * together with the {@link ValueSigns} of the value itself.
 *
 * <p>What all know of single words stands in {@link WordRole} and {@link OwnershipWords}; of other languages than English the model knows
 * more, by {@link ForeignWords}.
 */
@NullMarked
package dev.leadkit.capture.ownership;

import org.jspecify.annotations.NullMarked;
