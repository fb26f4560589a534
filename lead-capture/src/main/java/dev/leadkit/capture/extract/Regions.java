package dev.leadkit.capture.extract;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.leadkit.lead.InvalidInputException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The countries whose national phone numbers may be meant, by their two letters of ISO 3166. */
public final class Regions {
    private static final String EXPECTED = "an ISO 3166 code such as US";
    private static final Set<String> KNOWN = known();

    private Regions() {}

    private static Set<String> known() {
        Set<String> known = new HashSet<>(PhoneNumberUtil.getInstance().getSupportedRegions()); // Kosovo's XK
        known.addAll(Arrays.asList(Locale.getISOCountries()));
        return Set.copyOf(known);
    }

    /** Whether a code is that of a country, in capitals or not; {@code UK} and {@code Germany} are none. */
    public static boolean isKnown(String code) {
        return KNOWN.contains(code.toUpperCase(Locale.ROOT));
    }

    /**
     * A code in capitals.
     *
     * @param field what it is given for
     * @throws InvalidInputException if it is that of no country
     */
    public static String require(String field, String code) {
        String capitals = code.toUpperCase(Locale.ROOT);
        if (KNOWN.contains(capitals)) {
            return capitals;
        }
        String expected = capitals.equals("UK") ? "GB, the ISO 3166 code of the United Kingdom" : EXPECTED;
        throw new InvalidInputException(field, expected, "\"%s\"".formatted(code));
    }
}
