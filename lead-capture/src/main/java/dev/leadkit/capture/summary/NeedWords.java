package dev.leadkit.capture.summary;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;

/** What single words say about a need. The worths are relative to each other; only their order of size matters much. */
final class NeedWords {
    /** The head of a thing that is asked for. */
    static final double THING = 4;

    /** The first word of what the visitor wants to do. */
    static final double DEED = 1;

    /** A small word that says that a fact follows. */
    static final double SIGN = 0.8;

    /** Any other word that says something. */
    static final double OTHER = 0.5;

    private static final double NUMBER = 1.5;
    private static final double TIME = 1.2;
    private static final double CAPITAL = 1.1;

    private static final WordSet SIGNS = WordSet.listed("""
            need want like looking interested buy book order reserve rent purchase find search searching schedule
            hire prefer preferably for with near from in at brauche suche möchte quiero necesito busco voudrais
            cherche vorrei cerco
            """);
    private static final WordSet EMPTY = WordSet.listed("""
            hi hello hey thanks thank you please ok okay yes no sure great good bye goodbye that that's thats all it
            is the a an and i me my to of so well fine perfect cool nice day have nothing else very much for help
            your sounds yeah yep nope dear sir madam can could would be do right correct works morning afternoon
            evening there awesome welcome now just not i'm i'd i'll i've don't know assistance question questions
            what this was are will too also alright go ahead
            """);
    private static final WordSet TIMES = WordSet.listed("""
            today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday week weekend month
            january february march april may june july august september october november december am pm noon evening
            morning afternoon o'clock asap
            """);
    private static final WordSet NUMBERS = WordSet.listed("one two three four five six seven eight nine ten");

    /** Words that end a thing: they are no part of its name. */
    private static final WordSet FUNCTION = WordSet.listed("""
            on by or but if that's which who where when while as than about around before after between under over
            into we he she they you his her their our has had am were been does did should may might must because
            since until up out here how why whether anywhere close next
            """);

    private static final WordSet SECRETS = WordSet.listed("""
            pin password passcode passwort ssn cvv cvc otp contraseña
            """);

    private NeedWords() {}

    /** @param inside whether it stands inside a sentence, where a capital tells a name from other words */
    static double worth(Words words, int word, boolean inside) {
        String folded = words.folded(word);
        if (Character.isDigit(folded.charAt(0))) {
            return NUMBER;
        }
        if (isTime(folded)) {
            return TIME;
        }
        if (SIGNS.contains(folded) || EMPTY.contains(folded)) {
            return 0;
        }
        return inside && words.isCapitalised(word) ? CAPITAL : OTHER;
    }

    static boolean isSign(String word) {
        return SIGNS.contains(word);
    }

    /** Whether it is a day, an hour or a number in words, which may be of either. */
    static boolean isTime(String word) {
        return TIMES.contains(word) || NUMBERS.contains(word);
    }

    /** Whether it is a small number in words. */
    static boolean isNumber(String word) {
        return NUMBERS.contains(word);
    }

    /** Whether it cannot be part of the name of a thing. */
    static boolean endsThing(String word) {
        return EMPTY.contains(word) || SIGNS.contains(word) || FUNCTION.contains(word);
    }

    /** Whether a secret is given, which is nobody's need: "my pin is 0314". */
    static boolean isSecret(Words words) {
        boolean number = false;
        for (int i = 0; i < words.count(); i++) {
            number |= hasDigit(words, i);
        }
        return number && hasSecretWord(words, 0, words.count());
    }

    /** Whether a word in {@code [from, to)} says that a secret is near. */
    static boolean hasSecretWord(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (SECRETS.contains(words.folded(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean hasDigit(Words words, int word) {
        return words.folded(word).chars().anyMatch(Character::isDigit);
    }
}
