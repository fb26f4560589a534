package dev.leadkit.capture.notation;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Digits said as words, one by one or as numbers of two or three digits: "six one seven, five five five, oh one double two",
 * "six one seven 555 0122", "zéro un quatre-vingt-dix-neuf zéro zéro trente-sept douze", "seis cuarenta y cuatro, 01 55 28",
 * "null acht zwölf siebenunddreißig".
 *
 * <p>Not "nineteen eighty four, ninety nine ten" (all tens and teens, as years are), nor what is counted in even steps, "eight nine
 * ten eleven", "five ten fifteen twenty", nor "forty thousand".
 *
 * @param digits as they are said, with {@code +} before them where "plus" is
 * @param counted whether so much was said as tens or teens that they could be times or prices
 * @param start where the first of the words that say them begins
 * @param end where the last of them ends
 * @param next the word behind them
 */
public record SpokenNumber(String digits, boolean counted, int start, int end, int next) {
    /** Fewer words than that say no number; so many of a text can be passed over at a time. */
    static final int LEAST_WORDS = 4;

    /** This many digits said one by one in a row are a phone number, whatever else is said. */
    private static final int TELLING = 4;

    private static final WordSet FILLERS = WordSet.listed("uh um er erm uhm eh hmm äh ähm euh");
    private static final WordSet PARTS = WordSet.of(NumberWords.ALL.words(), FILLERS);
    private static final WordSet THOUSANDS = WordSet.of("thousand", "tausend", "million");

    private static final int LONGEST = 40;
    private static final int LONGEST_GROUP = 7;

    /** So many numbers, of which some are written and some said, are those of a telephone. */
    private static final int LEAST_MIXED = 10;

    /** Whether "plus" was said before it. */
    public boolean hasPlus() {
        return digits.charAt(0) == '+';
    }

    /** Whether it begins as numbers for a telephone do, and neither counts nor times nor prices. */
    public boolean isDialled() {
        return digits.charAt(0) == '0' || hasPlus();
    }

    /** The next one that begins at a word or behind it; null if there is none. */
    public static @Nullable SpokenNumber from(Words words, int from) {
        int low = from;
        int at = from + LEAST_WORDS - 1;
        while (at < words.count()) {
            if (isPart(words, at)) {
                int first = at;
                while (first > low && isPart(words, first - 1) && isSpokenOn(words, first)) {
                    first--;
                }
                while (first < at && (isJoining(words, first) || isFiller(words, first))) {
                    first++;
                }
                Row row = new Row(words, first);
                if (row.next - first >= LEAST_WORDS && row.isSaid()) {
                    return row.number();
                }
                low = row.next;
                at = row.next - 1;
            }
            at += LEAST_WORDS;
        }
        return null;
    }

    /** Whether it may be a word of a number; most words are not, and are looked up once. */
    private static boolean isPart(Words words, int word) {
        return PARTS.has(words, word) || isWritten(words, word);
    }

    /** "Um" is one in Portuguese, but not before or behind a number in English. */
    private static boolean isFiller(Words words, int word) {
        return FILLERS.has(words, word)
                && (NumberWord.of(words, word) == null || isEnglish(words, word + 1) || isEnglish(words, word - 1));
    }

    /** But for zero, which others say as well. */
    private static boolean isEnglish(Words words, int word) {
        NumberWord number = NumberWords.ENGLISH.get(words, word);
        return number != null && number.value() > 0;
    }

    private static boolean isJoining(Words words, int word) {
        NumberWord number = NumberWord.of(words, word);
        return number != null && number.isJoining();
    }

    private static boolean isWritten(Words words, int word) {
        return word < words.count() && words.length(word) <= LONGEST_GROUP && words.isFigures(word);
    }

    /** Whether the words before a place say digits, which what is written there goes on with. */
    public static boolean endsBefore(Words words, int place) {
        int next = words.firstFrom(place);
        return next > 1 && isDigit(words, next - 1) && isDigit(words, next - 2) && isSpokenOn(words, next);
    }

    /** Whether the words behind a place say digits that go on with what is written before it. */
    public static boolean beginsBehind(Words words, int place) {
        int next = words.firstFrom(place);
        return isDigit(words, next) && isDigit(words, next + 1) && isSpokenOn(words, next);
    }

    /** Whether more is said right behind it that is none of its digits: "… five thousand". */
    public boolean isCut(Words words) {
        NumberWord behind = NumberWord.of(words, next);
        boolean number = behind != null && (behind.isNumber() || behind.sort() == NumberWord.Sort.HUNDRED);
        return (number || THOUSANDS.has(words, next)) && isSpokenOn(words, next);
    }

    /** Whether a word says one digit: "five", "oh", "siete". */
    public static boolean isDigit(Words words, int word) {
        NumberWord number = NumberWord.of(words, word);
        return number != null && number.isDigit();
    }

    /** No sentence ends between the words, but for marks with which some write a pause. */
    private static boolean isSpokenOn(Words words, int word) {
        return !words.startsSentence(word) || words.gap(word) == '.' || words.gap(word) == ';';
    }

    /** The numbers in a row from one word on. */
    private static final class Row {
        private final Words words;
        private final int first;
        private final StringBuilder said = new StringBuilder();
        private int next;
        private int numbers;
        private int last;
        private int step;
        private boolean even = true;
        private boolean lastIsSaid;
        private boolean together;
        private boolean dialled;
        private int digitsInRow;
        private int mostDigitsInRow;
        private boolean counted;

        Row(Words words, int first) {
            this.words = words;
            this.first = first;
            next = first;
            while (next < words.count() && said.length() < LONGEST && (next == first || isSpokenOn(words, next))) {
                if (!addNext()) {
                    break;
                }
            }
            next = Math.max(next, first + 1);
        }

        private boolean addNext() {
            int from = next;
            while (from > first && isFiller(words, from)) {
                from++;
            }
            int times = times(from);
            int word = times > 1 ? from + 1 : from;
            if (isWritten(words, word)) {
                add(words.raw(word), false, times);
                next = word + 1;
                return true;
            }
            CountedNumber number = CountedNumber.at(words, word, said.length() % 2 == 1 && !hasPlus());
            if (number == null) {
                return false;
            }
            add(String.valueOf(number.value()), true, times);
            next = number.next();
            return true;
        }

        /** How often the next number is meant: "double two". */
        private int times(int at) {
            NumberWord word = NumberWord.of(words, at);
            return word != null && word.sort() == NumberWord.Sort.TIMES ? word.value() : 1;
        }

        private void add(String digits, boolean isSaid, int times) {
            said.append(digits.repeat(times));
            dialled |= isSaid && digits.length() != 2;
            counted |= isSaid && digits.length() > 1;
            digitsInRow = digits.length() > 1 ? 0 : digitsInRow + times;
            mostDigitsInRow = Math.max(mostDigitsInRow, digitsInRow);
            together |= isSaid && lastIsSaid || times > 1;
            lastIsSaid = isSaid;
            int value = Integer.parseInt(digits);
            even &= times == 1 && (numbers < 2 || value - last == step);
            step = value - last;
            last = value;
            numbers++;
        }

        private boolean hasPlus() {
            return hasSign() || first > 0 && words.is(first - 1, "plus") && words.gap(first) == Words.BLANK;
        }

        private boolean hasSign() {
            return words.isBehind(first, '+');
        }

        /** Whether it is said for a telephone: two numbers in a row in words, and not counted up or down. */
        boolean isSaid() {
            return (together || numbers >= LEAST_MIXED) && dialled && !(even && step != 0);
        }

        SpokenNumber number() {
            boolean plus = hasPlus();
            return new SpokenNumber(
                    plus ? "+" + said : said.toString(),
                    counted && mostDigitsInRow < TELLING,
                    hasSign() ? words.start(first) - 1 : words.start(plus ? first - 1 : first),
                    words.end(next - 1),
                    next);
        }
    }
}
