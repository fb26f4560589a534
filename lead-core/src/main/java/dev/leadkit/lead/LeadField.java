package dev.leadkit.lead;

/** The names of a lead's fields in activities, in required fields of stages and among the pinned fields of a lead. */
public final class LeadField {
    public static final String NAME = "name";
    public static final String EMAIL = "email";
    public static final String PHONE = "phone";
    public static final String COMPANY = "company";
    public static final String LOCATION = "location";
    public static final String AVATAR = "avatar";
    public static final String AMOUNT = "amount";
    public static final String ASSIGNEE = "assignee";
    public static final String LOST_REASON = "lostReason";
    public static final String STAGE = "stage";
    public static final String TAGS = "tags";
    public static final String NOTES = "notes";
    /** In activities: a legal hold that was set or lifted. */
    public static final String HOLD = "hold";

    private LeadField() {}

    /** The name of what was said about a use of the person's data. */
    public static String consent(String purpose) {
        return "consent:" + purpose;
    }

    /** The name under which it is pinned that a lead is held, by the id of the matter. */
    public static String hold(String matter) {
        return HOLD + ":" + matter;
    }

    /** The name under which it is pinned that another lead is somebody else. */
    public static String distinctFrom(LeadId other) {
        return "distinct-from:" + other;
    }

    /** The name under which a tag is pinned, whether a person set or removed it. */
    public static String tag(String tag) {
        return "tag:" + tag;
    }
}
