package dev.leadkit.lead;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of a lead's fields in activities, in required fields of stages and among the pinned fields of a lead. */
public final class LeadField {
    public static final String NAME = "name";
    public static final String EMAIL = "email";
    public static final String PHONE = "phone";
    public static final String COMPANY = "company";
    public static final String LOCATION = "location";
    public static final String AVATAR = "avatar";
    public static final String AMOUNT = "amount";
    /** How likely it is won, in the place of what its stage says. */
    public static final String PROBABILITY = "probability";
    /** Until when it is left alone, see {@link Lead#snoozedUntil()}. */
    public static final String SNOOZED_UNTIL = "snoozedUntil";

    public static final String ASSIGNEE = "assignee";
    public static final String LOST_REASON = "lostReason";
    public static final String STAGE = "stage";
    public static final String TAGS = "tags";
    public static final String NOTES = "notes";
    /** In activities: a legal hold that was set or lifted. */
    public static final String HOLD = "hold";

    private static final String CUSTOM = "field:";
    private static final String CLEARED = "cleared:";
    private static final List<String> SEVERAL = List.of(EMAIL, PHONE);
    private static final Pattern CUSTOM_KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private LeadField() {}

    /** The name of a custom field. */
    public static String custom(String key) {
        return CUSTOM + key;
    }

    /** The key of the custom field of a name; absent when it is the name of something else. */
    public static @Nullable String keyOfCustom(String field) {
        String key = field.startsWith(CUSTOM) ? field.substring(CUSTOM.length()) : "";
        return isCustomKey(key) ? key : null;
    }

    /** Whether a custom field may have this key: 1 to 64 letters, digits, {@code -} and {@code _}. */
    public static boolean isCustomKey(String key) {
        return CUSTOM_KEY.matcher(key).matches();
    }

    /** The name of what was said about a use of the person's data. */
    public static String consent(String purpose) {
        return "consent:" + purpose;
    }

    /** The name under which it is pinned that a lead is held, by the id of the matter. */
    public static String hold(String matter) {
        return HOLD + ":" + matter;
    }

    /** The matter for which a pin says that a lead is held; absent when the pin says something else. */
    public static @Nullable String matterOfHold(String pin) {
        String any = hold("");
        return pin.startsWith(any) ? pin.substring(any.length()) : null;
    }

    /** The name under which it is pinned that another lead is somebody else. */
    public static String distinctFrom(LeadId other) {
        return "distinct-from:" + other;
    }

    /** The name under which it is pinned that somebody took away one of the values of {@link #EMAIL} or {@link #PHONE}. */
    public static String cleared(String field, String value) {
        return CLEARED + field + ":" + value;
    }

    /** The field of which a pin says that one of its values was taken away; absent when the pin says something else. */
    public static @Nullable String fieldOfCleared(String pin) {
        for (String field : SEVERAL) {
            if (pin.startsWith(cleared(field, ""))) {
                return field;
            }
        }
        return null;
    }

    /** The name under which a tag is pinned, whether a person set or removed it. */
    public static String tag(String tag) {
        return "tag:" + tag;
    }
}
