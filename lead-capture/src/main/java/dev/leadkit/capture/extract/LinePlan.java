package dev.leadkit.capture.extract;

import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import com.google.i18n.phonenumbers.internal.MatcherApi;
import com.google.i18n.phonenumbers.internal.RegexBasedMatcher;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import org.jspecify.annotations.Nullable;

/**
 * The fixed lines of one region's plan of ten digits, as libphonenumber has them. Its own questions ask for all other kinds of numbers
 * first, though most are lines, and match patterns; a plan tells lines by an area code and an office, so what is found of the numbers that
 * begin with four digits is kept. Safe to share.
 */
final class LinePlan {
    private static final int LEADS = 10_000;
    private static final int AFTER_LEAD = 1_000_000;

    /** Numbers that share their first six digits. */
    private static final int OF_OFFICE = 10_000;

    private static final byte NONE = 1;
    private static final byte SOME = 2;
    private static final byte ALL = 3;

    private final PhoneMetadata plan;

    /** Of the numbers that begin with four digits; 0 where nobody asked yet. */
    private final byte[] lines = new byte[LEADS];

    private final MatcherApi matcher = RegexBasedMatcher.create();

    private LinePlan(PhoneMetadata plan) {
        this.plan = plan;
    }

    /** Null where the host's version of libphonenumber keeps its plans elsewhere: they are no part of what it promises. */
    static @Nullable LinePlan of(String region) {
        try {
            return new LinePlan(DefaultMetadataDependenciesProvider.getInstance()
                    .getPhoneNumberMetadataSource()
                    .getMetadataForRegion(region));
        } catch (LinkageError e) {
            return null;
        }
    }

    /** @param national ten digits, without the country code */
    boolean holds(long national) {
        int lead = (int) (national / AFTER_LEAD);
        byte known = lines[lead];
        if (known == 0) {
            known = among(lead);
            lines[lead] = known; // any thread finds the same
        }
        return known == SOME ? isLine(national) : known == ALL;
    }

    /** How many of the numbers that begin so are lines, by the first and the last of each office. */
    private byte among(int lead) {
        int found = 0;
        int asked = 0;
        long first = (long) lead * AFTER_LEAD;
        for (long office = first; office < first + AFTER_LEAD; office += OF_OFFICE) {
            found += isLine(office) ? 1 : 0;
            found += isLine(office + OF_OFFICE - 1) ? 1 : 0;
            asked += 2;
        }
        return found == 0 ? NONE : found == asked ? ALL : SOME;
    }

    private boolean isLine(long national) {
        String digits = Long.toString(national);
        return isOf(plan.getGeneralDesc(), digits) && isOf(plan.getFixedLine(), digits);
    }

    private boolean isOf(PhoneNumberDesc kind, String national) {
        boolean fits = kind.getPossibleLengthCount() == 0
                || kind.getPossibleLengthList().contains(national.length());
        return fits && matcher.matchNationalNumber(national, kind, false);
    }
}
