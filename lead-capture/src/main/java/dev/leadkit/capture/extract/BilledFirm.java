package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.CompanyCue.Kind;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * For whom something is ordered, or who pays: "ordering for Fjord Boats Ltd", "invoice to Fjord Boats", "reorder for fjord
 * bakery", "ten sacks for Fjord Nurseries, please". Only a name that says that it is a company is one.
 */
final class BilledFirm {
    private static final int NEAR = 4;
    private static final WordSet ORDERING = WordSet.listed("""
            order ordering reorder re-order buying buy shopping calling writing inquiring enquiring quote purchasing booking
            invoice account po need delivered""");
    private static final WordSet ONE = WordSet.listed("een ein eine einen une un uma um una uno");
    private static final WordSet BILLING =
            WordSet.listed("invoice invoices bill billed invoiced charge po order ship shipped deliver");

    private BilledFirm() {}

    /** Behind "for". */
    static @Nullable CompanyCue orderedFor(Words words, int i) {
        boolean thisIs = words.is(i - 1, "is") && words.is(i - 2, "this")
                || words.is(i - 1, "it's")
                || words.is(i - 1, "its")
                || words.is(i - 1, "ones");
        for (int k = i - 1; k >= Math.max(0, i - NEAR) && !words.startsSentence(k + 1); k--) {
            thisIs |= ORDERING.has(words, k);
        }
        return thisIs || isAmount(words, i)
                ? new CompanyCue(Workplace.skipArticle(words, i + 1), Kind.ORDERED)
                : Workplace.jobFor(words, i);
    }

    /** "The account is under Fjord Builders". */
    static @Nullable CompanyCue under(Words words, int i) {
        for (int k = i - 1; k >= Math.max(0, i - NEAR); k--) {
            if (words.is(k, "account") || words.is(k, "acct") || words.is(k, "invoice") || words.is(k, "order")) {
                return new CompanyCue(i + 1, Kind.ORDERED);
            }
        }
        return null;
    }

    /** "Same PO as before, Fjord Credit Union", "trade account, Fjord Roofing". */
    static @Nullable CompanyCue onAccount(Words words, int i) {
        for (int k = i + 1; k < Math.min(words.count(), i + NEAR) && !words.startsSentence(k); k++) {
            if (words.gap(k) == ',') {
                return words.isCapitalised(k) && CompanyRun.end(words, k) - k > 1
                        ? new CompanyCue(k, Kind.OURS_APART)
                        : null;
            }
        }
        return null;
    }

    /** Behind "to". */
    static @Nullable CompanyCue billedTo(Words words, int i) {
        for (int k = i - 1; k >= Math.max(0, i - NEAR) && !words.startsSentence(k + 1); k--) {
            if (BILLING.has(words, k)) {
                return new CompanyCue(Workplace.skipArticle(words, i + 1), Kind.ORDERED);
            }
        }
        return null;
    }

    /** "Für die Brauerei Fjord", "para a Clínica Fjord", not "voor een spa". */
    static @Nullable CompanyCue forOne(Words words, int i) {
        return ONE.has(words, i + 1) ? null : new CompanyCue(Workplace.skipArticle(words, i + 1), Kind.ORDERED);
    }

    /** "60 sacks of compost for …" opens a message. */
    private static boolean isAmount(Words words, int i) {
        return i > 1 && i <= 2 * NEAR && words.startsWithDigit(0);
    }
}
