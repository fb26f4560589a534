package dev.leadkit.capture.extract;

import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import com.google.i18n.phonenumbers.internal.MatcherApi;
import com.google.i18n.phonenumbers.internal.RegexBasedMatcher;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import org.jspecify.annotations.Nullable;

/**
 * The fixed lines of one region's plan, as libphonenumber has them. Its own questions ask for all other kinds of numbers first, though
 * most are lines.
 */
final class LinePlan {
    private final PhoneMetadata plan;
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

    /** @param national without the country code */
    boolean holds(String national) {
        return isOf(plan.getGeneralDesc(), national) && isOf(plan.getFixedLine(), national);
    }

    private boolean isOf(PhoneNumberDesc kind, String national) {
        boolean fits = kind.getPossibleLengthCount() == 0
                || kind.getPossibleLengthList().contains(national.length());
        return fits && matcher.matchNationalNumber(national, kind, false);
    }
}
