package dev.leadkit.scoring;

import java.util.function.LongFunction;

/** Numbers in words, such as "3 questions", the small ones made once and for all. */
final class Phrases {
    private static final int KEPT = 101;

    private final LongFunction<String> make;
    private final String[] small = new String[KEPT];

    private Phrases(LongFunction<String> make) {
        this.make = make;
        for (int i = 0; i < KEPT; i++) {
            small[i] = make.apply(i);
        }
    }

    /** "none", "1 question", "2 questions". */
    static Phrases counting(String noun) {
        return new Phrases(number -> number == 0 ? "none" : number + " " + noun + (number == 1 ? "" : "s"));
    }

    /** "none", "purchase intent 82 %". */
    static Phrases percent(String noun) {
        return new Phrases(number -> number == 0 ? "none" : noun + " " + number + " %");
    }

    String of(long number) {
        return number >= 0 && number < KEPT ? small[(int) number] : make.apply(number);
    }
}
