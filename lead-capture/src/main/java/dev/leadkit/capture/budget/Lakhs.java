package dev.leadkit.capture.budget;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.Reply;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the letter behind a number stands for lakhs, hundred thousands of rupees, and not for litres.
 *
 * <p>Matches "5L" from a visitor in India, or where he or who asks him speaks of rupees or lakhs. Not "a 5L pot".
 */
final class Lakhs {
    static final int ZEROS = 5;

    private static final Set<String> REGIONS = Set.of("IN", "PK", "BD", "NP", "LK");

    private static final WordSet SIGNS = WordSet.listed("inr rs rupee rupees lakh lakhs lac lacs crore crores cr");

    private final Reply reply;
    private final @Nullable String region;
    private @Nullable Boolean usual;

    /** @param region where the visitor is, null if unknown */
    Lakhs(Reply reply, @Nullable String region) {
        this.reply = reply;
        this.region = region;
    }

    /** @param end behind the letter */
    boolean areMeant(int end) {
        return (isUsual() || isGuessed(end)) && !namesThing(end);
    }

    /** "Our budget is 7.5L" from anywhere; where one is known to be elsewhere it is litres. */
    private boolean isGuessed(int end) {
        return region == null
                && reply.text().charAt(end - 1) == 'L'
                && (has(reply.words(), AmountLead.STRONG) || has(reply.askedWords(), AmountLead.STRONG));
    }

    private boolean isUsual() {
        Boolean made = usual;
        if (made == null) {
            made = region != null && REGIONS.contains(region.toUpperCase(Locale.ROOT))
                    || isRupees(reply.text(), reply.words())
                    || reply.asked() != null && isRupees(reply.asked(), reply.askedWords());
            usual = made;
        }
        return made;
    }

    private static boolean isRupees(String text, @Nullable Words words) {
        if (text.indexOf('₹') >= 0) {
            return true;
        }
        return has(words, SIGNS);
    }

    private static boolean has(@Nullable Words words, WordSet some) {
        for (int i = 0; words != null && i < words.count(); i++) {
            if (some.has(words, i)) {
                return true;
            }
        }
        return false;
    }

    /** "5L pot", not "5L max". */
    private boolean namesThing(int end) {
        Words words = reply.words();
        int next = words.firstFrom(end);
        return next < words.count()
                && words.gap(next) == Words.BLANK
                && !CommonWords.isFunction(words, next)
                && !BudgetAfter.LIMITS.has(words, next)
                && Currencies.code(words.folded(next)) == null;
    }
}
