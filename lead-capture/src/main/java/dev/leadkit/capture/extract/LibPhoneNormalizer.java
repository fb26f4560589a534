package dev.leadkit.capture.extract;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.PhoneNumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Brings phone numbers into E.164 by the numbering plans of libphonenumber, and e-mail addresses into lower case.
 *
 * <p>A number that no plan knows keeps its digits as they were given and is not valid. The local part of an address is
 * lower-cased as well: the standard lets a host tell {@code Jane@} from {@code jane@}, no host that matters does. Plus
 * tags and dots stay, since they may name another mailbox. Immutable and safe to share.
 */
public final class LibPhoneNormalizer implements ContactNormalizer {
    private static final String UNKNOWN_REGION = "ZZ";

    private final PhoneNumberUtil plans;

    public LibPhoneNormalizer() {
        this.plans = PhoneNumberUtil.getInstance();
    }

    @Override
    public PhoneNumber phone(String raw, @Nullable String region) {
        String trimmed = raw.strip();
        try {
            Phonenumber.PhoneNumber parsed =
                    plans.parse(trimmed, region == null ? UNKNOWN_REGION : region.toUpperCase(Locale.ROOT));
            if (plans.isValidNumber(parsed)) {
                return new PhoneNumber(plans.format(parsed, PhoneNumberFormat.E164), raw, true);
            }
        } catch (NumberParseException e) {
            // no plan fits; the digits below say what was given
        }
        String digits = digits(trimmed);
        return digits.isEmpty() ? PhoneNumber.digitsOf(raw) : new PhoneNumber(digits, raw, false);
    }

    @Override
    public String email(String raw) {
        return raw.strip().toLowerCase(Locale.ROOT);
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
