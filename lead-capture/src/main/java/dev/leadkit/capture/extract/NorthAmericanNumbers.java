package dev.leadkit.capture.extract;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers of the North American plan without libphonenumber's parser, which takes several times as long as to look
 * up the plan. There is nothing to parse in them: ten digits of which the first is 2 to 9, with or without a 1 before them
 * (ITU-T E.164 and the plan's administrator, nanpa.com); no other prefix is dialled within the plan.
 *
 * <p>Read: "212-736-5000", "(212) 736 5000", "1.212.736.5000" where the region is of the plan, "+1 212 736 5000" anywhere.
 * Left to the parser: an extension, letters, other marks, any other count of digits.
 */
final class NorthAmericanNumbers {
    private static final int COUNTRY_CODE = 1;
    private static final int DIGITS = 10;

    private final PhoneNumberUtil plans;
    private final String mainRegion;
    private final Set<String> regions;
    private final @Nullable LinePlan lines;

    NorthAmericanNumbers(PhoneNumberUtil plans) {
        this.plans = plans;
        this.mainRegion = plans.getRegionCodeForCountryCode(COUNTRY_CODE);
        this.regions = Set.copyOf(plans.getRegionCodesForCountryCode(COUNTRY_CODE));
        this.lines = LinePlan.of(mainRegion);
    }

    /** The number, which the plan need not hold; null if it is to be parsed. */
    @Nullable
    PhoneNumber read(String raw, String region) {
        boolean plus = !raw.isEmpty() && raw.charAt(0) == '+';
        if (!plus && !regions.contains(region)) {
            return null;
        }
        long value = 0;
        int digits = 0;
        for (int i = plus ? 1 : 0; i < raw.length() && digits <= DIGITS + 1; i++) {
            char c = raw.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                digits++;
            } else if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')') {
                return null;
            }
        }
        if (digits == DIGITS + 1) {
            value -= COUNTRY_CODE * 10_000_000_000L;
        }
        boolean whole = digits == DIGITS + 1 || digits == DIGITS && !plus;
        return whole && value >= 2_000_000_000L && value < 10_000_000_000L
                ? new PhoneNumber().setCountryCode(COUNTRY_CODE).setNationalNumber(value)
                : null;
    }

    static String e164(PhoneNumber number) {
        return "+" + COUNTRY_CODE + number.getNationalNumber();
    }

    /**
     * What {@link PhoneNumberUtil#isValidNumber} says of such a number. It asks for one kind of number after the other, for
     * lines, which most are, as the last; here these come first.
     */
    boolean isValid(PhoneNumber number) {
        boolean line = lines != null && lines.holds(number.getNationalNumber());
        return line || plans.isValidNumberForRegion(number, mainRegion) || plans.isValidNumber(number);
    }
}
