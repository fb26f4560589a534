package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which names in a message are the visitor's own, by weights learned from our samples. A name that a cue announced is kept
 * unless the weights are clearly against it; where no cue announced any, the likeliest candidate is taken if it is likely enough.
 */
final class OwnNames {
    static final OwnNames NAMES = new OwnNames("name", new NameSpotter(), 1.25, 1.55, WordSet.listed("""
            answer-to-name-question opening beside-contact self-introduction"""));
    static final OwnNames FIRMS = new OwnNames("company", new FirmSpotter(), 1.3, 2.3, WordSet.listed("""
            answer-to-company-question comes-from title-at workplace own-company"""));

    /** Told by nothing but what stands around it. */
    static final String SURROUNDINGS = "surroundings";

    private static final double CONFIDENCE = 0.5;

    /** What it has more of it where more than enough speaks for it. */
    private static final double MORE_CONFIDENCE = 0.05;

    /** Log-odds below which a cue that is doubted is not believed. */
    private static final double UNLIKELY = -1.5;

    private static final int LONGEST_ARTICLE = 4;

    /** What a cue is sure of that nothing else may be meant by: "jag heter …", "jeg arbejder hos …". */
    private static final double PLAIN = 0.8;

    /** Without one of them a message is hardly in English, of which most samples are. */
    private static final WordSet ENGLISH =
            WordSet.listed("the my name is and you for we our it at are this that company");

    /** From it on letters are of scripts of which the samples hold too little. */
    private static final char FIRST_OTHER_SCRIPT = '\u0370';

    /** In a longer text only what cues tell is found. */
    private static final int LONGEST = 16_000;

    private final String field;
    private final Spotter spotter;

    /** Log-odds from which on what no cue told is the visitor's. */
    private final double likely;

    /** The same of what is written without a capital. */
    private final double likelySmall;

    /** The codes of cues that are doubted. */
    private final WordSet doubted;

    private OwnNames(String field, Spotter spotter, double likely, double likelySmall, WordSet doubted) {
        this.field = field;
        this.spotter = spotter;
        this.likely = likely;
        this.likelySmall = likelySmall;
        this.doubted = doubted;
    }

    Extraction<String> among(Turn turn, Extraction<String> told) {
        if (turn.text().length() > LONGEST
                || areCertain(turn, told)
                || told.found().isEmpty() && !spotter.mayBeIn(turn)) {
            return told;
        }
        List<Spotted> all = spot(turn, told);
        List<Candidate<String>> found = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>(told.rejected());
        for (Candidate<String> one : told.found()) {
            Spotted spotted = spotted(turn.words(), one.span(), one.because());
            boolean certain = isCertain(turn, one) || !all.contains(spotted);
            if (!certain && spotter.logOdds(turn, spotted, all) < UNLIKELY) {
                rejected.add(new Rejected(field, one.span(), "unlikely"));
            } else {
                found.add(one);
            }
        }
        if (found.isEmpty()) {
            addLikeliest(turn, all, found);
        }
        return Extraction.of(found, rejected);
    }

    private boolean areCertain(Turn turn, Extraction<String> told) {
        for (Candidate<String> one : told.found()) {
            if (!isCertain(turn, one)) {
                return false;
            }
        }
        return !told.found().isEmpty();
    }

    private boolean isCertain(Turn turn, Candidate<String> one) {
        String text = turn.text();
        return !doubted.contains(one.because())
                || one.confidence() >= PLAIN && !mayBeEnglish(turn.words())
                || text.charAt(one.span().start()) >= FIRST_OTHER_SCRIPT
                || one.because().equals(NameCue.SELF_INTRODUCTION) && isOfCapitals(turn.words(), one.span())
                || one.because().equals(CompanyCue.Kind.ANSWER.code) && isWhole(text, one.span());
    }

    private static boolean mayBeEnglish(Words words) {
        for (int i = 0; i < words.count(); i++) {
            if (ENGLISH.has(words, i)) {
                return true;
            }
        }
        return words.count() == 0;
    }

    /** Whether it is all that was said, but for a mark or an article. */
    private static boolean isWhole(String text, Span span) {
        return span.start() <= LONGEST_ARTICLE && span.end() >= text.length() - 1;
    }

    /** Whether it has two words or more with a capital, and no others but "van der". */
    private static boolean isOfCapitals(Words words, Span span) {
        int first = words.firstFrom(span.start());
        int end = words.firstFrom(span.end());
        int capitals = 0;
        for (int i = first; i < end; i++) {
            boolean capital = words.isCapitalised(i);
            if (!capital && !(i > first && NameRun.isParticle(words, i))) {
                return false;
            }
            capitals += capital ? 1 : 0;
        }
        return capitals > 1;
    }

    /** All that may be a name, what was told first. */
    List<Spotted> spot(Turn turn, Extraction<String> told) {
        List<Spotted> known = new ArrayList<>();
        told.found().forEach(one -> known.add(spotted(turn.words(), one.span(), one.because())));
        told.rejected().forEach(one -> known.add(spotted(turn.words(), one.span(), "refused-" + one.code())));
        known.removeIf(one -> one.to() <= one.from()); // a part of a word, in scripts without blanks
        return spotter.spot(turn.words(), known);
    }

    Spotter spotter() {
        return spotter;
    }

    private static Spotted spotted(Words words, Span span, String cue) {
        return new Spotted(words.firstFrom(span.start()), words.firstFrom(span.end()), cue);
    }

    /** "Cheers Jane" behind "this is Jane from Acme": what bot or agent had just written. */
    private static boolean isSaidBefore(Turn turn, Spotted one) {
        return turn.asked() != null && turn.asked().contains(turn.words().raw(one.from()));
    }

    private void addLikeliest(Turn turn, List<Spotted> all, List<Candidate<String>> found) {
        double most = 0;
        Spotted likeliest = null;
        for (Spotted one : all) {
            boolean small = Spotter.letters(turn.words(), one).equals("s");
            double least = (small ? likelySmall : likely) + spotter.doubt(turn.words(), one);
            double more = one.isTold() || isSaidBefore(turn, one) ? 0 : spotter.logOdds(turn, one, all) - least;
            if (more > most) {
                most = more;
                likeliest = one;
            }
        }
        if (likeliest != null) {
            Span span = Span.ofWords(turn.words(), likeliest.from(), likeliest.to());
            double confidence = CONFIDENCE + MORE_CONFIDENCE * Math.tanh(most);
            found.add(new Candidate<>(spotter.value(turn.words(), likeliest), span, confidence, SURROUNDINGS));
        }
    }
}
