package dev.leadkit.capture.summary;

import dev.leadkit.capture.extract.Span;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cuts a message into the pieces that may stand in a summary, at sentence ends and around contact data. */
final class ClauseCutter {
    private static final int MAX_CLAUSES = 40;
    private static final int LONGEST_PIECE = 150;
    private static final int LONGEST_SENTENCE = 300;
    private static final int LONGEST_REFUSAL = 40;

    private static final WordSet POLITE = WordSet.listed("""
            hi hello hey please thanks thank you ok okay yes yeah no sure so well and also then great yep um oh alright
            hallo moin servus bonjour salut hola ciao buongiorno salve olá hej hei goedendag merhaba selam namaste привет
            здравствуйте вітаю cześć ahoj
            """);

    /** "Good morning", "guten Tag", "добрый день". */
    private static final WordSet GOOD = WordSet.listed(
            "good guten guter buenos buenas buon bom boa god goede dzień dobrý добрый доброе добрий iyi");

    private static final WordSet OF_THE_DAY = WordSet.listed("""
            morning afternoon evening day tag morgen abend días tardes noches giorno dia tarde noite dag middag avond kveld
            dobry den день утро вечер günler""");

    private static final WordSet FROM = WordSet.listed("from of at with von de da van fra från chez");

    /** What is left of a sentence behind a name begins with one of them: "Jane here, …", "Jane und möchte …". */
    private static final WordSet BEHIND_NAME =
            WordSet.listed("here again speaking calling und y et e en og och hier aquí ici");

    /** What leads up to contact data or is left behind it, and is no need, says no more than this. */
    private static final double LEAST_BESIDE_CONTACT = 1.5;

    private static final WordSet TITLES = WordSet.of("dr", "mr", "mrs", "ms", "prof");

    private final int message;
    private final Utterance utterance;
    private final String text;
    private final boolean whole;
    private final int longest;
    private final Negations negations;
    private final List<Clause> clauses = new ArrayList<>();

    /** How many pieces of contact data stand before the sentence that is looked at. */
    private int passed;

    private ClauseCutter(int message, Utterance utterance, boolean whole) {
        this.message = message;
        this.utterance = utterance;
        this.text = utterance.text();
        this.negations = Negations.in(text);
        this.whole = whole;
        this.longest = whole ? LONGEST_SENTENCE : LONGEST_PIECE;
    }

    /**
     * The sentences without polite words and without the words that only lead up to a request, and beside each the mere
     * things that it asks for. Neither a thing nor the rest of a sentence stands by itself where a "not" before it was cut off.
     */
    static List<Clause> pieces(int message, Utterance utterance) {
        return new ClauseCutter(message, utterance, false).cut();
    }

    /** The sentences without polite words around them; an ellipsis stands where one was cut. */
    static List<Clause> sentences(int message, Utterance utterance) {
        return new ClauseCutter(message, utterance, true).cut();
    }

    private List<Clause> cut() {
        int start = 0;
        for (int i = 0; i <= text.length() && clauses.size() < MAX_CLAUSES; i++) {
            if (i < text.length() && !endsClause(text, i) && i - start < longest) {
                continue;
            }
            int end = i;
            if (end < text.length() && i - start >= longest) {
                end = lastBlank(text, start, end);
            }
            List<Span> contact = contactIn(start, end);
            if (contact.isEmpty() && !ContactLook.isIn(text, start, end)) {
                if (!isRefused(end)) {
                    add(start, end);
                }
            } else {
                addAroundContact(start, end, contact);
            }
            boolean divided = end == text.length() || text.charAt(end) == ' ' || endsClause(text, end);
            start = divided ? end + 1 : end;
            i = Math.max(i, start - 1);
        }
        return clauses;
    }

    /** Whether a question ends at a place and nothing but a "no" follows it: "chairs? no." */
    private boolean isRefused(int end) {
        if (end >= text.length() || text.charAt(end) != '?') {
            return false;
        }
        int to = end + 1;
        while (to < text.length() && to - end <= LONGEST_REFUSAL && !endsClause(text, to)) {
            to++;
        }
        Words answer = Words.of(text, end + 1, to);
        return to - end <= LONGEST_REFUSAL && Answers.refuses(answer) && Answers.sayNothingElse(answer);
    }

    /** Where a long sentence is cut: at its last blank, else before the number at its end; no further back than its start. */
    private static int lastBlank(String text, int start, int end) {
        for (int i = end; i > start; i--) {
            if (text.charAt(i) == ' ') {
                return i;
            }
        }
        int cut = end;
        while (cut > start && Character.isDigit(text.charAt(cut)) && Character.isDigit(text.charAt(cut - 1))) {
            cut--;
        }
        return cut > start ? cut : end;
    }

    static boolean endsClause(String text, int at) {
        char c = text.charAt(at);
        return c == '\n' || c == '!' || c == '?' || c == ';' || c == '。' || c == '.' && endsSentence(text, at);
    }

    /** Neither the point of a number nor that of "Dr. Lund". */
    private static boolean endsSentence(String text, int point) {
        if (point + 1 < text.length() && !Character.isWhitespace(text.charAt(point + 1))) {
            return false;
        }
        int start = point;
        while (start > 0 && point - start < 4 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return !TITLES.contains(text.substring(start, point).toLowerCase(Locale.ROOT));
    }

    /** @param start no earlier than the last time */
    private List<Span> contactIn(int start, int end) {
        List<Span> contact = utterance.contact();
        while (passed < contact.size() && contact.get(passed).end() <= start) {
            passed++;
        }
        int to = passed;
        while (to < contact.size() && contact.get(to).start() < end) {
            to++;
        }
        return contact.subList(passed, to);
    }

    /** Of a sentence with contact data what {@link BeforeContact} keeps before each piece of it, and what follows the last. */
    private void addAroundContact(int start, int end, List<Span> contact) {
        int from = start;
        for (Span span : contact) {
            addUpTo(from, Math.max(from, span.start()), Math.min(end, span.end()));
            from = Math.min(end, span.end());
        }
        if (contact.isEmpty()) {
            addUpTo(start, end, end); // it only looks like contact data
        } else if (!ContactLook.isIn(text, from, end)) {
            add(behindName(from, end), end, LEAST_BESIDE_CONTACT);
        }
    }

    private int behindName(int from, int end) {
        Words words = Words.of(text, from, end);
        int first = 0;
        while (first < words.count() && BEHIND_NAME.has(words, first)) {
            first++;
        }
        if (FROM.has(words, first)) {
            first++;
            while (first < words.count() && words.isCapitalised(first)) {
                first++; // "Jane from Acme, …"
            }
        }
        return first < words.count() ? Math.max(from, words.start(first)) : end;
    }

    private void addUpTo(int start, int contact, int contactEnd) {
        Words words = Words.of(text, start, contact);
        int kept = BeforeContact.kept(words, text.substring(contact, Math.max(contact, contactEnd)));
        int end = kept > 0 ? words.end(kept - 1) : start;
        if (end > start && !ContactLook.isIn(text, start, end)) {
            add(start, end, BeforeContact.isParted(words) ? 0 : LEAST_BESIDE_CONTACT);
        }
    }

    private void add(int start, int end) {
        add(start, end, 0);
    }

    /** @param least what says no more is left out */
    private void add(int start, int end, double least) {
        Words words = Words.of(text, start, end);
        int first = 0;
        while (first < words.count() && isPolite(words, first)) {
            first++;
        }
        int last = words.count();
        while (last > first && isPolite(words, last - 1)) {
            last--;
        }
        if (last <= first || NeedWords.isSecret(words) || negations.reach(words.start(first))) {
            return;
        }
        Map<String, Double> worth = new LinkedHashMap<>();
        double signs = 0;
        for (int i = first; i < last; i++) {
            signs += NeedWords.isSign(words.folded(i)) ? NeedWords.SIGN : 0;
            raise(worth, words.folded(i), NeedWords.worth(words, i, i > first));
        }
        int asked = Request.afterLead(words, first, last);
        if (asked > first && asked < last && worth.containsKey(words.folded(asked))) {
            raise(worth, words.folded(asked), NeedWords.DEED);
        }
        for (Request.Thing thing : Request.things(words, first, last)) {
            if (!negations.reach(words.start(thing.start()))) {
                raise(worth, words.folded(thing.head()), NeedWords.THING);
                if (!whole) {
                    addThing(words, thing, worth);
                }
            }
        }
        int begin = whole || asked >= last ? first : asked;
        double says =
                signs + worth.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!worth.isEmpty() && says > least && !TakenBack.isAll(words, first, last)) {
            Span span = new Span(withSign(words.start(begin), start), endOf(words.end(last - 1), end));
            clauses.add(new Clause(message, span, whole ? cutOut(start, end, span) : tidy(text, span), signs, worth));
        }
    }

    private void addThing(Words words, Request.Thing thing, Map<String, Double> worth) {
        Map<String, Double> part = new LinkedHashMap<>();
        for (int i = thing.start(); i < thing.end(); i++) {
            raise(part, words.folded(i), worth.getOrDefault(words.folded(i), 0.0));
        }
        if (!part.isEmpty()) {
            Span span = new Span(words.start(thing.start()), words.end(thing.end() - 1));
            clauses.add(new Clause(message, span, tidy(text, span), NeedWords.SIGN, part));
        }
    }

    private static void raise(Map<String, Double> worth, String word, double to) {
        if (to > 0) {
            worth.merge(word, to, Math::max);
        }
    }

    private int withSign(int at, int lowest) {
        return at > lowest && ContactLook.isMoney(text.charAt(at - 1)) ? at - 1 : at;
    }

    /** A whole sentence keeps its question mark. */
    private int endOf(int lastWord, int end) {
        return whole && end < text.length() && text.charAt(end) == '?' ? end + 1 : lastWord;
    }

    private String cutOut(int start, int end, Span span) {
        boolean begins = start == 0 || endsClause(text, start - 1);
        boolean ends = end == text.length() || endsClause(text, end);
        return (begins ? "" : "…") + tidy(text, span) + (ends ? "" : "…");
    }

    private static boolean isPolite(Words words, int word) {
        boolean thanked = !words.is(word, "you") || words.is(word - 1, "thank");
        boolean denies = words.is(word, "no") && !Negations.isAnswer(words, word);
        boolean greets = GOOD.has(words, word) && OF_THE_DAY.has(words, word + 1)
                || OF_THE_DAY.has(words, word) && GOOD.has(words, word - 1);
        return greets || POLITE.has(words, word) && thanked && !denies;
    }

    static String tidy(String text, Span span) {
        StringBuilder out = new StringBuilder(span.length());
        boolean blank = false;
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                blank = out.length() > 0;
            } else {
                if (blank) {
                    out.append(' ');
                    blank = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }
}
