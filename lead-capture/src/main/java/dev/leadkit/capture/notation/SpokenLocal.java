package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordMap;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of an address before its sign, as it is said: "jane dot doe", "jane underscore seven", "juan guión bajo perez", "jane
 * seventy seven", "j a n e", and with the initial said alone "j doe".
 *
 * <p>Of "I'm a doe", "y doe" (Spanish for "and") it is "doe".
 */
public final class SpokenLocal {
    private static final int MAX_PARTS = 6;
    private static final int MOST_INITIALS = 3;

    /** Words that stand before the sign without being an address: "look at", "email me at". */
    private static final WordSet NONE = WordSet.listed("""
            me us you it them him her look looking looked is are was be am i bought order ordered shop shopping site
            website page store work working here there available online meet see saw seen reach reached email e-mail
            mail found find buy up out and or the a price address account contact that this one sold listed arrive
            arriving login visit sign signed live stay""");

    public static final WordSet CUES = WordSet.listed("""
            email e-mail mail emails address reach contact send write correo courriel mailadresse id""");

    /** Behind them stands what something is. */
    private static final WordSet LINKS = WordSet.listed("it's its that's is just use");

    /** Letters that are words of a sentence. */
    private static final WordSet ENGLISH_LETTERS = WordSet.listed("a i u");

    private static final WordSet LETTERS = WordSet.of(ENGLISH_LETTERS, WordSet.listed("e o y w z à é è"));

    /** How an address is written, or what it consists of, but nothing of it. */
    private static final WordSet REMARKS = WordSet.listed("""
            word lowercase uppercase lower case caps capitals letters spaces space between together hundred thousand name surname
            firstname lastname hash""");

    /** What is said between the words by who thinks. */
    private static final WordSet FILLERS = WordSet.listed("uh um uhm umm er erm hmm");

    /** They tell how the next is written, and that what was read is not all. */
    private static final WordSet ASIDES = WordSet.listed("number numeral digit letter capital hash");

    private static final WordMap<Integer> TIMES = WordMap.<Integer>builder()
            .put(2, "double", "doppel")
            .put(3, "triple", "treble")
            .build();

    /** How far behind "as in" letters still go on. */
    private static final int SPELLING_REACH = 5;

    /** Behind a mark they are a part of a last name: "point van den bergh". */
    private static final WordSet PARTICLES = WordSet.listed("van von der den de del della di da dos le la ten ter zu");

    private final String text;
    private final Words words;
    private final SpokenSign sign;
    private final StringBuilder said = new StringBuilder(EmailBounds.MAX_LOCAL);
    private int first = -1;
    private boolean told;

    private SpokenLocal(String text, Words words, SpokenSign sign) {
        this.text = text;
        this.words = words;
        this.sign = sign;
    }

    /**
     * @param words those before the sign
     * @return null if they say none, or more than can be read
     */
    public static @Nullable SpokenLocal before(String text, Words words, SpokenSign sign) {
        SpokenLocal local = new SpokenLocal(text, words, sign);
        local.read();
        return local.first >= 0 && local.said.length() <= EmailBounds.MAX_LOCAL ? local : null;
    }

    /** Reads backwards. */
    private void read() {
        int word = words.count() - 1;
        char last = words.gap(words.count());
        if (word < 0 || !SpokenDomain.isClose(last, true)) {
            return;
        }
        while (word > 0 && FILLERS.has(words, word) && words.gap(word) == Words.BLANK) {
            word--;
        }
        if (REMARKS.has(words, word)) {
            return;
        }
        for (int parts = 0; ; parts++) {
            if (parts == MAX_PARTS) {
                first = -1; // a part of it could be somebody else's
                return;
            }
            String part = words.folded(word);
            if (part.indexOf('\'') >= 0) {
                return;
            }
            NumberWord number = number(word);
            if (number != null) {
                int from = startOfNumber(word, number);
                if (from < word || isNamed(word - 1) || isZero(word - 1)) {
                    NumberWord ten = from < word ? number(from) : null;
                    part = String.valueOf(ten == null ? number.value() : ten.value() + number.value());
                    word = from;
                }
            } else if (!said.isEmpty() && isDigit(said) && isZero(word)) {
                part = "0";
            }
            Integer times = isDigit(part) ? TIMES.get(words, word - 1) : null;
            if (times != null && words.gap(word) == Words.BLANK) {
                part = part.repeat(times);
                word--;
            }
            said.insert(0, part);
            first = word;
            if (word == 0) {
                return;
            }
            SpokenMark mark = mark(word - 1);
            boolean written = words.start(word) == words.end(word - 1) + 1 && "._+".indexOf(words.gap(word)) >= 0
                    || SpokenDomain.isWrittenDot(text, words, word);
            if (mark != null && word > mark.words()) {
                said.insert(0, mark.sign());
                word -= 1 + mark.words();
            } else if (written) {
                said.insert(0, words.gap(word));
                word--;
            } else if (isDigit(part) && words.gap(word) == Words.BLANK && (isNamed(word - 1) || isZero(word - 1))) {
                word--; // "jane seventy seven", "jane 77"
            } else if (isLetter(word) && isLetter(word - 1) && words.gap(word) == Words.BLANK) {
                word--; // "j a n e", letter by letter
                parts--;
            } else if (startOfParticles(word) < word) {
                int from = startOfParticles(word);
                for (int particle = word - 1; particle >= from; particle--) {
                    said.insert(0, words.folded(particle));
                }
                SpokenMark behind = Objects.requireNonNull(mark(from - 1));
                said.insert(0, behind.sign());
                word = from - 1 - behind.words();
            } else {
                if (sign != SpokenSign.WRITTEN) {
                    addInitials();
                }
                return;
            }
        }
    }

    /** The letter in "double o seven", "one o nine", where a figure stands behind it. */
    private boolean isZero(int word) {
        return words.is(word, "o") && (number(word - 1) != null || TIMES.get(words, word - 1) != null);
    }

    /** "The number two", "hash one", "capital D oe", "j. doe", "J as in Juliet, A, N, E", "jayne with a y". */
    private boolean isBehindAside() {
        if (first < 1) {
            return false;
        }
        boolean hash = ASIDES.has(words, first) && words.length(first) < said.length();
        boolean initial = words.gap(first) == '.' && isLetter(first - 1);
        if (hash || initial || ASIDES.has(words, first - 1) && words.gap(first) == Words.BLANK) {
            return true;
        }
        if (!isLetter(first)) {
            return false;
        }
        for (int word = Math.max(1, first - SPELLING_REACH); word < first; word++) {
            if (words.is(word, "in") && words.is(word - 1, "as")) {
                return true;
            }
        }
        return words.is(first - 1, "with") || words.gap(first) == ',' && isLetter(first - 1);
    }

    /** In "claire point van den bergh" the first "van"; the word itself where no mark and particles stand before it. */
    private int startOfParticles(int word) {
        int from = word;
        while (from > 0 && PARTICLES.has(words, from - 1) && words.gap(from) == Words.BLANK) {
            from--;
        }
        SpokenMark mark = from == word || from == 0 ? null : mark(from - 1);
        return mark != null && from > mark.words() ? from : word;
    }

    /** "d winfield", "j r tibbets". */
    private void addInitials() {
        int from = first;
        while (from > 0
                && first - from < MOST_INITIALS
                && isLetter(from - 1)
                && Character.isLetter(text.charAt(words.start(from - 1)))
                && words.gap(from) == Words.BLANK) {
            from--;
        }
        WordSet ordinary = sign.isEnglish() ? ENGLISH_LETTERS : LETTERS;
        while (from < first && ordinary.has(words, from)) {
            from++;
        }
        for (int word = first - 1; word >= from; word--) {
            said.insert(0, words.folded(word));
        }
        told = from < first && LINKS.has(words, from - 1);
        first = from;
    }

    /** What is said for figures; a letter is not, and may be one of the address. */
    private @Nullable NumberWord number(int word) {
        NumberWord number = sign.numbers().get(words, word);
        return number != null && number.isNumber() && number.value() < 100 && !isLetter(word) ? number : null;
    }

    /** The word "seventy" where the number is the "seven" of "seventy seven". */
    private int startOfNumber(int word, NumberWord number) {
        int before = word - 1;
        NumberWord and = sign.numbers().get(words, before);
        boolean joined = and != null && and.sort() == NumberWord.Sort.AND;
        NumberWord ten = joined ? sign.numbers().get(words, before - 1) : and;
        boolean counted = number.isDigit()
                && number.value() > 0
                && ten != null
                && ten.isTen()
                && (joined || ten.takes(number.value()));
        return !counted ? word : joined ? before - 1 : before;
    }

    /** Whether figures may end the word: one that neither links nor says what follows, or another number. */
    private boolean isNamed(int word) {
        if (number(word) != null) {
            return true;
        }
        return word >= 0
                && !CommonWords.isFunction(words, word)
                && !CUES.has(words, word)
                && !NONE.has(words, word)
                && SpokenMark.endingAt(words, word) == null;
    }

    private static boolean isDigit(CharSequence part) {
        return Character.isDigit(part.charAt(0));
    }

    private boolean isLetter(int word) {
        return words.length(word) == 1;
    }

    private @Nullable SpokenMark mark(int word) {
        return !SpokenDomain.isQuiet(words, word) || words.gap(word + 1) == ','
                ? null
                : SpokenMark.endingAt(words, word);
    }

    /** The first of its words. */
    public int first() {
        return first;
    }

    /** Whether it is one word, without marks or digits. */
    public boolean isWord() {
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            if (c == '.' || c == '_' || Character.isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether what was said before it may be a part of it, so that it could be somebody else's.
     *
     * @param typed whether its sign was typed, so that a blank before it mostly ends another word
     * @param asked whether it answers a question for one
     */
    public boolean isCut(boolean typed, boolean asked) {
        return isBehindAside() || AddressLead.isBroken(words, first, typed, asked);
    }

    /** "it's j doe", which no sentence goes on with "at". */
    public boolean isTold() {
        return told;
    }

    /** Whether it is a word that often stands there without being an address. */
    public boolean isOrdinary() {
        return NONE.contains(said.toString()) || !sign.isEnglish() && CommonWords.isFunction(words, first);
    }

    @Override
    public String toString() {
        return said.toString();
    }
}
