package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.AddressWords;
import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.MailProviders;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the visitor's company by the domain of their own address: "Fjord Boats", "fjord boats ltd" or "The Fjord Boat Company" with {@code
 * tove@fjordboats.example}, "Skerry Veterinary" with {@code tove@skerryvet.example}, whichever message either stands in.
 *
 * <p>Not "gmail" with {@code tove@gmail.com}, not "Hansen" with {@code tove@hansen.example} where Hansen is the visitor's name, and not
 * "fjord" with {@code tove@fjord-line.example}.
 */
public final class CompanyOfAddress {
    private static final double CONFIDENCE = 0.75;
    private static final int SHORTEST = 4;

    /** A match of this many letters counts although the domain or the text goes on. */
    private static final int LONG = 6;

    /** "example.com" is kept for examples. */
    private static final WordSet RESERVED = WordSet.listed("example test");

    /** What a domain adds to a name. */
    private static final WordSet ADDED = WordSet.listed("""
            hq inc ltd llc plc gmbh ag app co corp group online shop store web team usa us uk eu nz au io intl global official""");

    /** Before the country: "example.co.uk". */
    private static final WordSet SECOND = WordSet.listed("co com org net ac gov edu");

    private static final List<String> VERBS = List.of("get", "use", "try", "join", "hello");

    private final String domain;

    private CompanyOfAddress(String domain) {
        this.domain = domain;
    }

    /** @return empty where a domain tells no company: a provider's, or one too short to be told from a word */
    public static Optional<CompanyOfAddress> of(String address) {
        String label = label(address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT));
        String letters = withoutVerb(plain(label));
        return letters.length() < SHORTEST || isNobodys(label) || CompanyLabel.isFirmOrVenue(label)
                ? Optional.empty()
                : Optional.of(new CompanyOfAddress(letters));
    }

    private static boolean isNobodys(String label) {
        return MailProviders.ALL.contains(label) || RESERVED.contains(label);
    }

    /** "fjord" of "mail.fjord.co.uk"; empty where the domain has no dot. */
    private static String label(String domain) {
        int end = domain.lastIndexOf('.');
        int start = domain.lastIndexOf('.', end - 1) + 1;
        if (end > 0 && start > 0 && SECOND.contains(domain.substring(start, end))) {
            end = start - 1;
            start = domain.lastIndexOf('.', end - 1) + 1;
        }
        return end > 0 ? domain.substring(start, end) : "";
    }

    /** "getfjord", "usefjord": what a domain that was taken is made of. */
    private static String withoutVerb(String letters) {
        for (String verb : VERBS) {
            if (letters.startsWith(verb) && letters.length() - verb.length() >= SHORTEST) {
                return letters.substring(verb.length());
            }
        }
        return letters;
    }

    /** The company in what the visitor wrote; empty if it does not name it. */
    public Optional<Candidate<String>> in(String text) {
        Words words = Words.of(text);
        for (int i = 0; i < words.count(); i++) {
            int end = isInAddress(words, i) || isOnlyWord(words, i) ? i : endOfName(words, i);
            if (end > i) {
                int start = words.is(i - 1, "the") && words.isCapitalised(i - 1) && i > 0 ? i - 1 : i;
                Span span = Span.ofWords(words, start, end);
                return Optional.of(new Candidate<>(words.raw(start, end), span, CONFIDENCE, "firm-of-address"));
            }
        }
        return Optional.empty();
    }

    /** "Some research" with jane@research.example. */
    private boolean isOnlyWord(Words words, int word) {
        boolean ordinary = CommonWords.isOrdinary(words, word)
                || FirmWords.isKind(words, word)
                || CommonWords.hasOrdinaryEnding(words.folded(word));
        return ordinary && !words.isCapitalised(word) && words.is(word, domain);
    }

    /** The index behind the name that is spelled from a word on; the word itself if none is. */
    private int endOfName(Words words, int start) {
        int spelled = 0;
        for (int i = start; i < words.count() && (i == start || isJoined(words, i)); i++) {
            int next = spell(words, i, spelled);
            if (next < 0) {
                return endOfPart(words, start, i, spelled);
            }
            spelled = next;
            boolean last = i + 1 == words.count() || !isJoined(words, i + 1);
            if (last && spelled < domain.length() && endOfPart(words, start, i + 1, spelled) > start) {
                return endOfPart(words, start, i + 1, spelled);
            }
            if (spelled == domain.length() || spelled >= LONG && ADDED.contains(domain.substring(spelled))) {
                boolean cut = spelled < domain.length() && i == start && !words.isCapitalised(start);
                return cut ? start : wholeName(words, start, i + 1);
            }
        }
        return start;
    }

    /** Of a name that goes on otherwise than the domain does: "Skerry Veterinary" at skerryvet, "Fjord Cove" at fjordcovehoa. */
    private int endOfPart(Words words, int start, int next, int spelled) {
        if (spelled < LONG || !words.isCapitalised(start)) {
            return start;
        }
        if (isShortened(words, next, spelled)) {
            return wholeName(words, start, next + 1);
        }
        int rest = domain.length() - spelled;
        boolean named = next - start > 1
                || rest < SHORTEST && !CommonWords.isOrdinary(words, start) && !Places.startsAt(words, start);
        boolean part = named && rest <= SHORTEST;
        return part ? wholeName(words, start, next) : start;
    }

    /** A legal form or a word in capitals belongs to the name too. */
    private static int wholeName(Words words, int start, int end) {
        int whole = words.isCapitalised(start) ? CompanyRun.end(words, start) : end;
        boolean form = end < words.count() && words.gap(end) == Words.BLANK && CompanyRun.isForm(words, end);
        return Math.max(whole, form ? CompanyRun.end(words, start) : end);
    }

    /** How much of the domain is spelled with this word, an ampersand before it left out or said; -1 if it does not go on. */
    private int spell(Words words, int word, int spelled) {
        String said = plain(words.folded(word));
        if (domain.startsWith(said, spelled)) {
            return spelled + said.length();
        }
        boolean and = spelled > 0 && words.gap(word) == '&';
        if (and && domain.startsWith("and" + said, spelled)) {
            return spelled + 3 + said.length();
        }
        boolean left = spelled > 0
                && words.is(word, "and")
                && !words.is(word - 1, "and"); // of many of them a text may be made
        return left ? spelled : -1;
    }

    /** "Veterinary", of which the domain has "vet". */
    private boolean isShortened(Words words, int word, int spelled) {
        String rest = domain.substring(spelled);
        return rest.length() > 1
                && word < words.count()
                && plain(words.folded(word)).startsWith(rest)
                && words.isCapitalised(word);
    }

    /** Its letters and digits without accents. */
    private static String plain(String word) {
        var letters = new StringBuilder(word.length());
        Normalizer.normalize(word, Normalizer.Form.NFD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString().replace("ß", "ss").replace("ø", "o").replace("ł", "l");
    }

    private static boolean isJoined(Words words, int word) {
        char gap = words.gap(word);
        return gap == Words.BLANK || gap == '&' || gap == '-' || gap == '\'';
    }

    /** A sign, or a dot or slash without a blank, before or behind it; "at fjord dot com", "arroba fjord punto com". */
    private static boolean isInAddress(Words words, int word) {
        boolean spoken = words.is(word - 1, "at")
                && (words.is(word + 1, "dot") || words.is(word + 2, "dot") || words.is(word + 3, "dot"));
        return spoken
                || AddressWords.DOTS.has(words, word + 1)
                || isAddressMark(words, word)
                || isAddressMark(words, word + 1);
    }

    private static boolean isAddressMark(Words words, int word) {
        if (word <= 0 || word >= words.count()) {
            return false;
        }
        char gap = words.gap(word);
        int between = words.start(word) - words.end(word - 1);
        boolean blankless = between == 1 && (gap == '.' || gap == '/');
        return gap == '@' || blankless || gap == ':' && between != 2; // "https://fjord"
    }
}
