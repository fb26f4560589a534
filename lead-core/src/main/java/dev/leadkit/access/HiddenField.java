package dev.leadkit.access;

import dev.leadkit.lead.LeadField;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What can be hidden of leads. A lead is then shown as if it had no such value; its timeline says that it changed, and not
 * from what to what; and it can't be found, counted, added up or sorted by it.
 *
 * <p>Free text may hold any of a person's details. So whoever does not see one of them sees no free text either: no text of
 * messages and notes, and no need summary.
 */
public enum HiddenField {
    NAME,
    EMAIL,
    PHONE,
    COMPANY,
    LOCATION,
    AVATAR,
    /** The expected amount, also in sums and forecasts. */
    AMOUNT,
    /** The score with its band and its breakdown. */
    SCORE,
    /** The texts of messages, the texts of notes, the need summary, and the host's own fields. */
    TEXTS;

    private static final Set<HiddenField> CONTACT = EnumSet.of(NAME, EMAIL, PHONE, COMPANY, LOCATION, AVATAR);

    /** The name in {@link LeadField}, where there is one. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** These, and what they take with them. */
    static Set<HiddenField> closure(Set<HiddenField> hidden) {
        Set<HiddenField> all = EnumSet.noneOf(HiddenField.class);
        all.addAll(hidden);
        if (all.stream().anyMatch(CONTACT::contains)) {
            all.add(TEXTS);
        }
        return all;
    }
}
