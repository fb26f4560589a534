package dev.leadkit.capture.extract;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.PhoneNumber;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings phone numbers into E.164 by the numbering plans of libphonenumber, and e-mail addresses into lower case and composed
 * letters.
 *
 * <p>A number that no plan knows keeps its digits as they were given and is not valid. The local part of an address is
 * lower-cased as well: the standard lets a host tell {@code Jane@} from {@code jane@}, no host that matters does. Plus
 * tags and dots stay, since they may name another mailbox. Immutable and safe to share.
 */
public final class LibPhoneNormalizer implements ContactNormalizer {
    private static final String UNKNOWN_REGION = "ZZ";

    private final PhoneNumberUtil plans;
    private final NorthAmericanNumbers northAmerica;

    /** Has no settings; reads the numbering plans of libphonenumber as they are needed. */
    public LibPhoneNormalizer() {
        this.plans = PhoneNumberUtil.getInstance();
        this.northAmerica = new NorthAmericanNumbers(plans);
    }

    @Override
    public PhoneNumber phone(String raw, @Nullable String region) {
        String trimmed = raw.strip();
        String e164 = e164(trimmed, region == null ? UNKNOWN_REGION : region.toUpperCase(Locale.ROOT));
        if (e164 != null) {
            return new PhoneNumber(e164, raw, true);
        }
        String digits = digits(trimmed);
        return digits.isEmpty() ? PhoneNumber.digitsOf(raw) : new PhoneNumber(digits, raw, false);
    }

    /** Null if no plan knows the number. */
    private @Nullable String e164(String trimmed, String region) {
        Phonenumber.PhoneNumber number = northAmerica.read(trimmed, region);
        if (number != null) {
            return northAmerica.isValid(number) ? NorthAmericanNumbers.e164(number) : null;
        }
        try {
            Phonenumber.PhoneNumber parsed = plans.parse(trimmed, region);
            return plans.isValidNumber(parsed) ? plans.format(parsed, PhoneNumberFormat.E164) : otherForm(trimmed);
        } catch (NumberParseException e) {
            return null;
        }
    }

    /**
     * A number in a form of its country that the plans have dropped, but channels still give: as it is written, so that the
     * other form is found by the {@linkplain #phoneCandidates candidates}. Null if there is none.
     */
    private @Nullable String otherForm(String trimmed) {
        if (!trimmed.startsWith("+")) {
            return null;
        }
        String e164 = "+" + digits(trimmed);
        boolean known = phoneCandidates(e164).stream().anyMatch(other -> !other.equals(e164) && isValid(other));
        return known ? e164 : null;
    }

    private boolean isValid(String e164) {
        try {
            return plans.isValidNumber(plans.parse(e164, UNKNOWN_REGION));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /**
     * Mexico's mobile numbers were dialled with a 1 behind the country code, Argentina's are with a 9 from abroad, and
     * Brazil's got a 9 in front of the eight digits that some channels still leave out.
     */
    @Override
    public Set<String> phoneCandidates(String e164) {
        Set<String> candidates = new TreeSet<>(Set.of(e164));
        alternate(e164, "+52", "1", 10, candidates);
        alternate(e164, "+54", "9", 10, candidates);
        if (e164.startsWith("+55") && e164.length() > 5) {
            alternate(e164, e164.substring(0, 5), "9", 8, candidates);
        }
        return candidates;
    }

    /** Adds the number without, or with, a digit between the prefix and so many digits. */
    private static void alternate(String e164, String prefix, String digit, int rest, Set<String> to) {
        int with = prefix.length() + digit.length() + rest;
        if (e164.length() == with && e164.startsWith(prefix + digit)) {
            to.add(prefix + e164.substring(prefix.length() + digit.length()));
        } else if (e164.length() == with - digit.length() && e164.startsWith(prefix)) {
            to.add(prefix + digit + e164.substring(prefix.length()));
        }
    }

    @Override
    public String email(String raw) {
        return Mailboxes.canonical(raw.strip());
    }

    private static String digits(String raw) {
        StringBuilder digits = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            int digit = Character.digit(raw.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (Character.isLetter(raw.charAt(i)) && digits.length() >= 7) {
                break; // an extension such as "ext. 12"
            }
        }
        return digits.toString();
    }
}
