package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Where somebody lives or has his post sent, as it is written on an envelope: a street with the number of a house, and a code of the post
 * beside it, or words that say whose address it is.
 *
 * <p>"12 Elm Road, Leeds LS1 4AP", "Hauptstr. 5, 50667 Köln", "12 rue des Lilas, 75011 Paris", "my address is 12 Elm Road", "I live at 12
 * Elm Road". Not "the house on Elm Road", "5 streets in 75011", "a flat near 12 Elm Road".
 */
final class PostalAddress {
    private static final int MOST_OF_STREET = 4;

    /** How far a code may stand from a street, in words. */
    private static final int REACH = 8;

    private static final int CUE_REACH = 4;
    private static final int LEAST_CODE = 4;
    private static final int LONGEST_CODE = 5;
    private static final int LONGEST_NUMBER = 5;

    /** They stand behind the name of a street. */
    private static final WordSet STREETS = WordSet.listed("""
            road rd street st avenue ave lane ln drive dr court ct close crescent cres way place pl square sq terrace boulevard blvd row grove
            gardens walk mews parkway pkwy highway hwy circle cir trail trl wharf quay hill rise alley
            straße strasse str weg platz allee gasse ring ufer damm straat laan plein kade gata gatan väg vägen vei veien gade vej utca út""");

    /** Such a name may end with one of them. */
    private static final List<String> ENDINGS = List.of(
            "straße", "strasse", "str", "weg", "platz", "allee", "gasse", "straat", "laan", "plein", "gracht", "gatan",
            "vägen", "veien", "gata", "gade", "vej");

    /** They stand before it. */
    private static final WordSet STREETS_BEFORE = WordSet.listed("""
            rue avenue boulevard chemin impasse allée quai via viale piazza corso calle avenida av paseo plaza rua travessa praça ulica ul
            улица ул вулиця вул jalan jl""");

    private static final WordSet CUES =
            WordSet.listed("address adresse anschrift dirección indirizzo endereço adres live living wohne");

    private final Words words;
    private final List<Span> spans = new ArrayList<>();

    private PostalAddress(Words words) {
        this.words = words;
    }

    static List<Span> in(Words words) {
        var addresses = new PostalAddress(words);
        for (int i = 0; i < words.count(); i++) {
            if (addresses.isNumber(i)) {
                addresses.readAround(i);
            }
        }
        return addresses.spans;
    }

    private void readAround(int number) {
        int end = endOfStreet(number);
        if (end > number + 1) {
            mark(number, end);
            return;
        }
        int start = startOfStreet(number);
        if (start < number) {
            mark(start, number + 1);
        }
    }

    /** "12", "12a", "1204". */
    private boolean isNumber(int word) {
        return word < words.count() && words.startsWithDigit(word) && words.length(word) <= LONGEST_NUMBER;
    }

    /** The end of a street whose number stands before it: "12 Elm Road", "12 rue des Lilas". */
    private int endOfStreet(int number) {
        int named = number + 1;
        if (named < words.count() && STREETS_BEFORE.has(words, named) && isNear(named)) {
            return endOfName(named + 1);
        }
        int last = Math.min(words.count() - 1, number + MOST_OF_STREET);
        for (int i = named; i <= last && isNear(i) && !words.startsWithDigit(i); i++) {
            if (i > named && STREETS.has(words, i) || isStreetName(i)) {
                return i + 1;
            }
            if (CommonWords.isFunction(words, i)) {
                break;
            }
        }
        return number;
    }

    /** Behind the words in capitals, and the small ones between, with which the name of a street goes on. */
    private int endOfName(int from) {
        int end = from;
        for (int i = from; i < Math.min(words.count(), from + MOST_OF_STREET) && isNear(i); i++) {
            end = words.isCapitalised(i) ? i + 1 : end;
        }
        return end;
    }

    /** The start of a street whose number stands behind it: "Hauptstr. 5", "Calle Mayor 12". */
    private int startOfStreet(int number) {
        int lowest = Math.max(0, number - MOST_OF_STREET);
        boolean parted = words.gap(number) == ','; // "Calle Mayor, 12"; not "Elm Road, 2 chairs"
        for (int i = number - 1; i >= lowest && (isNear(i + 1) || parted && i == number - 1); i--) {
            if (STREETS_BEFORE.has(words, i) && i < number - 1 || !parted && isStreetName(i)) {
                return i;
            }
            if (!parted
                    && STREETS.has(words, i)
                    && i == number - 1
                    && i > 0
                    && words.isCapitalised(i - 1)
                    && isNear(i)) {
                return i - 1;
            }
            if (words.startsWithDigit(i)) {
                break;
            }
        }
        return number;
    }

    /** "Hauptstraße", "Keizersgracht". */
    private boolean isStreetName(int word) {
        String folded = words.folded(word);
        return words.isCapitalised(word)
                && ENDINGS.stream().anyMatch(end -> folded.length() > end.length() && folded.endsWith(end));
    }

    private boolean isNear(int word) {
        return words.gap(word) == Words.BLANK || words.gap(word) == '.' && words.start(word) - words.end(word - 1) <= 2;
    }

    private void mark(int from, int to) {
        int start = from;
        int end = to;
        boolean named = hasCapital(from, to);
        for (int i = from - 1; i >= Math.max(0, from - REACH); i--) {
            start = isCode(i, from, named) ? i : start;
        }
        for (int i = Math.min(words.count(), to + REACH) - 1; i >= to && end == to; i--) {
            end = isCode(i, words.count(), named) ? isHalved(i) ? i + 2 : i + 1 : end;
        }
        if (start < from || end > to || isTold(from)) {
            spans.add(new Span(words.start(start), words.end(end - 1)));
        }
    }

    private boolean hasCapital(int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.isCapitalised(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a code of the post: "LS1 4AP", and where the street has a name in capitals "50667", "1012 AB", "1060 Wien". */
    private boolean isCode(int word, int to, boolean named) {
        if (word >= to) {
            return false;
        }
        if (isHalved(word)) {
            return true;
        }
        boolean place = word + 1 < words.count() && words.isCapitalised(word + 1) && isNear(word + 1);
        int least = place ? LEAST_CODE : LONGEST_CODE;
        boolean sum = CommonWords.isFunction(words, word - 1); // "for 15000"
        return named
                && !sum
                && words.isFigures(word)
                && words.length(word) >= least
                && words.length(word) <= LONGEST_CODE;
    }

    /** "LS1 4AP", "K1A 0B1". */
    private boolean isHalved(int word) {
        int half = word + 1;
        return half < words.count()
                && words.gap(half) == Words.BLANK
                && !words.startsWithDigit(word)
                && NeedWords.hasDigit(words, word)
                && words.length(word) < LONGEST_CODE
                && words.startsWithDigit(half)
                && words.length(half) == 3
                && !words.isFigures(half)
                && !words.folded(half).endsWith("m");
    }

    /** Whether words just before say that it is where somebody lives. */
    private boolean isTold(int from) {
        for (int i = from - 1; i >= Math.max(0, from - CUE_REACH) && !words.startsSentence(i + 1); i--) {
            if (CUES.has(words, i)) {
                return true;
            }
        }
        return false;
    }
}
