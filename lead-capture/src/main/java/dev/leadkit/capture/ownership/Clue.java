package dev.leadkit.capture.ownership;

/** What may be seen around a value: which words or {@link WordRole}s stand where. Each that is seen adds its weight. */
enum Clue {
    /** A word of the sentence before the value. */
    BEFORE("before"),
    /** One of the last few of them. */
    NEAR_BEFORE("near-before"),
    PAIR_BEFORE("pair-before"),
    LAST("last"),
    LAST_TWO("last-two"),
    LAST_THREE("last-three"),
    /** The first words of the sentence that holds the value. */
    FIRST("first"),
    FIRST_TWO("first-two"),
    /** A word of the sentence behind the value. */
    AFTER("after"),
    NEAR_AFTER("near-after"),
    PAIR_AFTER("pair-after"),
    NEXT("next"),
    NEXT_TWO("next-two"),
    /** What follows a value that begins its sentence. */
    NEXT_ALONE("next-alone"),
    /** A word of the sentences before. */
    EARLIER("earlier"),
    PAIR_EARLIER("pair-earlier"),
    /** A word of the sentences behind. */
    LATER("later"),
    PAIR_LATER("pair-later"),
    /** A word of what the message answers. */
    ASKED("asked"),
    /** A word of the value itself, where it is a name. */
    WORD("word"),
    /** How a name is written, and what stands before or behind it. */
    SHAPE_LAST("shape-last"),
    SHAPE_NEXT("shape-next"),
    ROLE_BEFORE("role-before"),
    LAST_ROLES("last-roles"),
    /** The roles of the last words that have one that counts. */
    LAST_TELLING("last-telling"),
    FIRST_ROLES("first-roles"),
    ROLE_AFTER("role-after"),
    NEXT_ROLES("next-roles"),
    /** Anything else. */
    IS("is");

    /** What it is called in the file of weights. */
    final String code;

    Clue(String code) {
        this.code = code;
    }

    /** Whether what the value itself looks like is part of it. */
    boolean isOfShape() {
        return this == SHAPE_LAST || this == SHAPE_NEXT;
    }

    /** Whether it is of other sentences than the value's. */
    boolean isBeside() {
        return ordinal() >= EARLIER.ordinal() && ordinal() <= ASKED.ordinal();
    }

    /** Whether it is of what the words do, and not of the words. */
    boolean isOfRoles() {
        return ordinal() >= ROLE_BEFORE.ordinal() && this != IS;
    }
}
