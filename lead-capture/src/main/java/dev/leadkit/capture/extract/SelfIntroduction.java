package dev.leadkit.capture.extract;

import dev.leadkit.capture.extract.NameCue.Strength;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/** The name by which a visitor introduces himself: "I'm Jane", "this is Jane", "Jane here", "call me Jane". */
final class SelfIntroduction {
    /** So far from the start of a message "this is" and "here" still say who writes. */
    private static final int OPENING = 4;

    private static final int LONGEST_HERE = 6;

    /** The most words a name may have between the start of its clause and "here". */
    private static final int LONGEST_NAME = 3;

    private static final int LONGEST_ROLE = 7;

    private static final WordSet MET = WordSet.of("met", "spoke", "talked", "chatted");

    private static final WordSet ROLE_OPENERS = WordSet.of("the", "his", "her", "their", "your");
    private static final WordSet CALLED = WordSet.of("called", "named");
    private static final WordSet CARRIES_ON = WordSet.of("from", "at", "with", "again");
    private static final WordSet GOES_ON =
            WordSet.of("i", "i'm", "we", "and", "looking", "calling", "writing", "wanting", "trying", "hoping");
    private static final WordSet SAID_AGAIN = WordSet.of("again", "btw");
    private static final WordSet OPENS_NAME = WordSet.of("it's", "its", "is");
    private static final WordSet REACH = WordSet.listed("contact reach call ring phone text message email with");
    private static final WordSet DO_NOT = WordSet.of("don't", "not");

    /** "Click here": what one is told to do there. */
    private static final WordSet PRESSED = WordSet.listed(
            "click tap press look see buy order apply register start read check visit enter go sign book shop download type reply post");

    private static final WordSet CALL_ME_AT = WordSet.of("at", "on");

    private static final int GERMAN_NEAR = 12;
    private static final WordSet GERMAN = WordSet.listed("""
            ich wir sie der das und ist nicht ein eine einen für auf bei unser unsere liegt zwei mit zu oder dem uns etwa""");

    private static final WordSet OF_GERMAN = WordSet.of("der", "des", "von", "unserer", "meiner", "einer");

    private SelfIntroduction() {}

    /** At "I'm", "im" or the "I" of "I am" and "I go by". */
    static @Nullable NameCue iAm(Words words, int i) {
        if (!words.is(i, "i")) {
            return iAm(words, i, i + 1);
        }
        if (words.is(i + 1, "am")) {
            return iAm(words, i + 1, i + 2);
        }
        if (i + 1 < words.count() && (words.gap(i + 1) == ',' || words.gap(i + 1) == '(')) {
            return me(words, i); // "I, Jane Doe, …"
        }
        return goesBy(words, i + 1);
    }

    /** "I go by Jane", "I'm going by the name of Jane". */
    private static @Nullable NameCue goesBy(Words words, int go) {
        boolean going = words.is(go, "going");
        boolean named = words.is(go + 2, "the") && words.is(go + 3, "name");
        if (!(going || words.is(go, "go")) || !words.is(go + 1, "by") || going && !named) {
            return null;
        }
        int start = named ? go + 4 : go + 2;
        return NameCue.introducing(words.is(start, "of") ? start + 1 : start, Strength.CLEAR);
    }

    private static @Nullable NameCue iAm(Words words, int am, int next) {
        if (next >= words.count() || words.gap(next) != Words.BLANK || isGermanIn(words, am) || isRole(words, next)) {
            return null;
        }
        NameCue by = goesBy(words, next);
        if (by != null) {
            return by;
        }
        int behind = behindRole(words, next);
        if (behind > next) {
            return NameCue.introducing(behind, Strength.WEAK);
        }
        int start = CALLED.has(words, next) ? next + 1 : next;
        start += words.is(next, "known") && words.is(next + 1, "as") ? 2 : 0;
        return NameCue.introducing(start, start > next ? Strength.CLEAR : Strength.WEAK);
    }

    /** "I'm the owner, Jane", "I'm her mum, Jane Doe": where the name stands that ends such a part; {@code article} if none does. */
    private static int behindRole(Words words, int article) {
        boolean one = words.is(article, "a") || words.is(article, "an");
        if (!one && !ROLE_OPENERS.has(words, article)) {
            return article;
        }
        for (int i = article + 2; i < Math.min(words.count(), article + LONGEST_ROLE); i++) {
            boolean parted = words.gap(i) == ',' && words.isCapitalised(i) && !CompanyRun.isForm(words, i - 1);
            boolean titled = words.gap(i) == Words.BLANK && Workplace.isTitle(words, i - 1);
            boolean told =
                    !one || i + 1 < words.count() && words.isCapitalised(i + 1) && !CompanyRun.isKind(words, i + 1);
            if ((parted || titled) && told && endsPart(words, i)) {
                return i;
            }
            if (words.gap(i) != Words.BLANK) {
                return article;
            }
        }
        return article;
    }

    private static boolean endsPart(Words words, int name) {
        int end = NameRun.end(words, name, Strength.WEAK);
        return end > name && (end == words.count() || words.gap(end) != Words.BLANK);
    }

    /** "I'm Head of IT", "ich bin Geschäftsführer": what one is, where "Guy" is a name too. */
    static boolean isRole(Words words, int start) {
        return WhatOneIs.isSaid(words, start)
                || Workplace.isTitle(words, start) && !words.is(start, "guy") && !isTitleOfName(words, start);
    }

    /** "Chef Jane Doe", not "VP Operations". */
    private static boolean isTitleOfName(Words words, int title) {
        int name = title + 1;
        return !words.isUpper(title)
                && words.gap(name) == Words.BLANK
                && NameRun.end(words, name, Strength.CLEAR) > name
                && words.isCapitalised(name);
    }

    /** "Wasserschaden im Keller", "leuchtet gelb im Tacho" are German. */
    private static boolean isGermanIn(Words words, int i) {
        if (words.is(i, "im") && OF_GERMAN.has(words, i + 2)) {
            return true; // "im Namen der …"
        }
        if (!words.is(i, "im") || i < 2 || words.startsSentence(i)) {
            return false;
        }
        boolean noun = words.gap(i) == Words.BLANK && words.isCapitalised(i - 1) && !words.startsSentence(i - 1);
        return noun || isGerman(words, i);
    }

    private static boolean isGerman(Words words, int i) {
        for (int k = Math.max(0, i - GERMAN_NEAR); k < Math.min(words.count(), i + GERMAN_NEAR); k++) {
            if (GERMAN.has(words, k)) {
                return true;
            }
        }
        return false;
    }

    static @Nullable NameCue thisIs(Words words, int i) {
        boolean opens =
                words.startsSentence(i) || words.gap(i) == ',' || i < OPENING || NameFillers.isHesitation(words, i - 1);
        if (!opens || !words.is(i + 1, "is")) {
            return null;
        }
        return NameCue.introducing(NameFillers.skipHesitations(words, i + 2), Strength.WEAK);
    }

    /** "It's Jane" says a name only at the start of a short message, with a capital, or with "again" or "from Acme" behind. */
    static @Nullable NameCue itIs(Words words, int i) {
        if (i >= OPENING - 1 || words.is(i + 1, "under")) {
            return null;
        }
        if (words.is(i + 1, "me") && i + 2 < words.count() && words.gap(i + 2) == ',') {
            return ifCapital(words, i + 2); // "it's me, Jane"
        }
        if (SAID_AGAIN.has(words, i + 2) && words.gap(i + 2) == Words.BLANK) {
            return NameCue.introducing(i + 1, Strength.WEAK);
        }
        int end = NameRun.end(words, i + 1, Strength.CLEAR);
        boolean from = end < words.count() && end > i + 1 && CARRIES_ON.has(words, end) && words.isCapitalised(end - 1);
        if (words.is(end, "we") && words.gap(end) == ',' && MET.has(words, end + 1)) {
            return NameCue.introducing(i + 1, Strength.WEAK); // "its jane, we met in Bergen"
        }
        return from || words.count() - i <= 5 ? ifCapital(words, i + 1) : null;
    }

    /** "It's Jane" with nothing before it or behind it, which may say anything of anything. */
    static boolean isBareItIs(Words words, int i) {
        if (!words.is(i, "it's") && !words.is(i, "its")) {
            return false;
        }
        int end = NameRun.end(words, i + 1, Strength.CLEAR);
        return !words.is(i + 1, "me") && words.startsSentence(i) && (end >= words.count() || words.startsSentence(end));
    }

    static NameCue myself(Words words, int i) {
        return NameCue.introducing(i + (words.is(i + 1, "is") ? 2 : 1), Strength.CLEAR);
    }

    static @Nullable NameCue callMe(Words words, int i) {
        int next = i + 2;
        if (!words.is(i + 1, "me") || DO_NOT.has(words, i - 1) || CALL_ME_AT.has(words, next)) {
            return null;
        }
        return NameCue.introducing(next, Strength.WEAK);
    }

    /** "Jane Doe here", "jane speaking", "well, it's Jane Doe here". */
    static @Nullable NameCue here(Words words, int i) {
        boolean firm = i > 1 && words.gap(i - 1) == '&'; // "Fjord & Lund here"
        if (i == 0 || firm || words.gap(i) != Words.BLANK || isBehindFrom(words, i) || PRESSED.has(words, i - 1)) {
            return null;
        }
        boolean capital = words.isCapitalised(i - 1);
        boolean ends = i + 1 >= words.count()
                || words.gap(i + 1) != Words.BLANK
                || capital && (CARRIES_ON.has(words, i + 1) || GOES_ON.has(words, i + 1));
        boolean near = capital ? i <= LONGEST_HERE || opensPart(words, i) : i < OPENING;
        return ends && near ? NameCue.endingBefore(i, Strength.CLEAR) : null;
    }

    /** "Jane speaking", "you're speaking with Jane". */
    static @Nullable NameCue speaking(Words words, int i) {
        NameCue with = youSpeakWith(words, i);
        return with == null ? here(words, i) : with;
    }

    /** No more than a name stands between a mark, or "it's", and a word. */
    private static boolean opensPart(Words words, int i) {
        for (int start = i - 1; start >= Math.max(1, i - LONGEST_NAME) && words.isCapitalised(start); start--) {
            if (words.gap(start) == ',' || words.startsSentence(start) || OPENS_NAME.has(words, start - 1)) {
                return true;
            }
        }
        return false;
    }

    /** "Jane from Acme here". */
    private static boolean isBehindFrom(Words words, int i) {
        int start = i - 1;
        while (start > Math.max(0, i - LONGEST_NAME) && words.isCapitalised(start) && words.gap(start) == Words.BLANK) {
            start--;
        }
        return start > 0 && CARRIES_ON.has(words, start) && start < i - 1;
    }

    /** "Ask for Jane on 212 736 5000". */
    static @Nullable NameCue askFor(Words words, int i) {
        int name = i + 2;
        if (!words.is(i + 1, "for") || name >= words.count() || !words.isCapitalised(name)) {
            return null;
        }
        int end = NameRun.end(words, name, Strength.WEAK);
        boolean on = end > name && CALL_ME_AT.has(words, end) && ContactRun.startsAt(words, end + 1);
        return on ? NameCue.introducing(name, Strength.WEAK) : null;
    }

    /** "Jane Doe this side". */
    static @Nullable NameCue side(Words words, int i) {
        return words.is(i - 1, "this") && i > 1 && words.gap(i - 1) == Words.BLANK && opensPart(words, i - 1)
                        || i <= OPENING && words.is(i - 1, "this")
                ? NameCue.endingBefore(i - 1, Strength.CLEAR)
                : null;
    }

    /** "You're chatting with Jane" answers who it is. */
    static @Nullable NameCue youSpeakWith(Words words, int i) {
        boolean you = words.is(i - 1, "you're") || words.is(i - 1, "are") && words.is(i - 2, "you");
        boolean with = words.is(i + 1, "with") || words.is(i + 1, "to");
        return you && with ? ifCapital(words, i + 2) : null;
    }

    /** "You can reach me, Jane, on …", "that would be me, Jane Doe". */
    static @Nullable NameCue me(Words words, int i) {
        boolean parted = i + 1 < words.count() && (words.gap(i + 1) == ',' || words.gap(i + 1) == '(');
        if (!parted || !words.isCapitalised(i + 1) || !endsPart(words, i + 1)) {
            return null;
        }
        boolean two = NameRun.end(words, i + 1, Strength.WEAK) - i > 2;
        return two || REACH.has(words, i - 1) ? ifCapital(words, i + 1) : null; // "that's me, Jane Doe"
    }

    /** "Ask for Jane, that's me", "Jane Doe, that is my name". */
    static @Nullable NameCue thatIsMe(Words words, int i) {
        int me = words.is(i, "that's") ? i + 1 : i + 2;
        boolean is = me == i + 1 || words.is(i + 1, "is");
        boolean mine = words.is(me, "me") || words.is(me, "my") && words.is(me + 1, "name");
        boolean parted = i > 0 && (words.gap(i) == ',' || words.startsSentence(i));
        return is && mine && parted && words.isCapitalised(i - 1) ? NameCue.endingBefore(i, Strength.CLEAR) : null;
    }

    private static @Nullable NameCue ifCapital(Words words, int start) {
        return NameCue.withCapital(words, start, Strength.WEAK, NameCue.SELF_INTRODUCTION);
    }
}
