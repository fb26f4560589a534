/**
 * Finds the amounts in a message, and tells which of them the visitor can spend. Not exported from the module. Start at
 * {@link BudgetCue}, which makes a {@link SpendableAmount} of an {@link Amount} if what stands around it says so:
 *
 * <ul>
 *   <li>{@link Amounts} reads them from first to last: {@link DigitAmount} those in digits, with {@link NumberSize}, {@link Lakhs}, {@link
 *       Sizes} and {@link Currencies}; {@link SpelledAmount}, {@link ForeignSpelledAmount} and {@link SummedAmount} those in words; {@link
 *       UnspacedAmount} those in signs of scripts without blanks;
 *   <li>{@link AmountLead} has the words before one, in which {@link BudgetName}, {@link SpendingLimit}, {@link SpendingPlan},
 *       {@link Bargain}, {@link Funding} and {@link PricedWish} look for what makes it a budget, and {@link OtherMoney}, {@link
 *       SellingPrice}, {@link PaidAlready} and {@link TooMuch} for what makes it something else;
 *   <li>{@link BudgetAfter} has the words behind it, in which {@link LimitAfter}, {@link PlanAfter} and {@link RateAfter} look for what makes it a
 *       budget, {@link CurrencyAfter} for its currency, and {@link CountedAfter} and {@link OtherAfter} for what makes it something else;
 *   <li>{@link ForeignLimit} and {@link ForeignPlan} look on both sides, in other languages; {@link UnspacedBudget} does where no blanks
 *       divide words;
 *   <li>{@link BudgetNouns}, {@link LimitWords}, {@link WishWords}, {@link OtherMoneyWords} and {@link CountedThings} are lists of words by
 *       what they mean; {@code number-words.txt}, read by {@link NumberLanguage}, has those of numbers;
 *   <li>{@link BudgetQuestion} tells whether a budget was asked for;
 *   <li>{@link LikelyBudget} finds the one that no word tells, by what our sample messages teach.
 * </ul>
 */
@NullMarked
package dev.leadkit.capture.budget;

import org.jspecify.annotations.NullMarked;
