package dev.leadkit.capture.ownership;

/** Why an address or a number is not taken for the visitor's. */
enum Objection {
    /** It is somebody else's. */
    THIRD_PARTY("third-party"),
    /** The visitor says that it is not theirs, no longer valid, or not to be used. */
    NEGATED("negated"),
    /** It stands in what somebody else wrote. */
    QUOTED("quoted"),
    /** It repeats what bot or agent had just written. */
    ECHO("echo");

    /** What hosts see of it, in {@code Rejected}. */
    final String code;

    Objection(String code) {
        this.code = code;
    }
}
