package dev.leadkit.capture.extract;

import dev.leadkit.capture.notation.DigitRun;
import dev.leadkit.capture.notation.DigitShape;
import dev.leadkit.capture.notation.NumberBounds;
import dev.leadkit.capture.notation.SpokenNumber;
import dev.leadkit.capture.ownership.Ownership;
import dev.leadkit.capture.text.Words;
import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds phone numbers: groups of digits by a scanner of our own, of which a {@link ContactNormalizer} sees only those
 * that nothing speaks against.
 *
 * <p>Matches {@code +49 171 1234567}, {@code (555) 010-4477 ext. 12}, {@code 5550104477}, "call me at 010 4477" (a
 * short one needs the cue), {@code 0 7 7 0 0 9 0 0 4 1 5}, {@code (089) / 99998 123}, "area code 614, 889, 3052", "six one
 * seven, five five five, oh one double two" or "zéro un quatre-vingt-dix-neuf zéro zéro trente-sept douze" (where no digits are
 * written). A number that fits no numbering plan is found all the same, as not valid.
 *
 * <p>Nearly matches, and is rejected: {@code 10.05.2024} ({@code date}), "order 7916676427" ({@code order-number}),
 * {@code 4111 1111 1111 1111} ({@code card-number}), {@code GB29 NWBK 6016 1331 9268 19} ({@code bank-account}),
 * {@code 192.168.10.12} ({@code ip-address}), "$1500000" ({@code price}), {@code 52.5200066}, {@code 10.4.2.20231105}, "at six
 * fifteen, seven thirty, eight forty five" ({@code quantity}),
 * {@code 123-45-6789} ({@code national-id}), {@code 12345-6789} ({@code postal-code}), {@code 978-3-16-148410-0} ({@code
 * book-number}), "abc 265398721", {@code 20240117-5550}, {@code
 * https://forum.example/t/02079460555} ({@code code}), {@code 212-736-50**} ({@code masked}), {@code 212 736 500…} ({@code cut}), "my
 * boss's number is …", "is … your number?" ({@code third-party}), "don't call me on …" ({@code negated}), a line behind
 * {@code >} ({@code quoted}), a number that bot or agent had just written ({@code echo}).
 */
public final class PhoneExtractor implements Extractor<PhoneNumber> {
    /** More survivors than that in one message are not looked at. */
    static final int MAX_CHECKED = 32;

    private static final int SHORTEST = 7;
    private static final int SHORTEST_WITHOUT_CUE = 9;

    /** The most digits an account number has; a longer one has a country code. */
    private static final int LONGEST_ACCOUNT = 10;

    /** By so much less sure, so that a telephone beside it comes first. */
    private static final double FAX = 0.3;

    private final ContactNormalizer normalizer;

    /** @param normalizer brings numbers to their canonical form and knows which are valid; called from several threads at once */
    public PhoneExtractor(ContactNormalizer normalizer) {
        this.normalizer = Objects.requireNonNull(normalizer, "normalizer");
    }

    @Override
    public String field() {
        return "phone";
    }

    @Override
    public Extraction<PhoneNumber> extract(Turn written) {
        Turn turn = StyledDigits.plain(written);
        Judging judging = new Judging(turn);
        DigitRun before = null;
        int at = turn.nextDigit(0);
        while (at >= 0 && judging.isOpen()) {
            DigitRun run = DigitRun.at(turn.text(), at);
            boolean whole = run.digits() >= SHORTEST;
            DigitRun code = before != null && before.digits() + run.digits() >= SHORTEST_WITHOUT_CUE ? before : null;
            if ((whole || code != null)
                    && !SpokenNumber.endsBefore(turn.words(), run.start())
                    && (code == null || !judging.judgedWithCode(code, run))) {
                judgeParts(run, judging);
            }
            before = run;
            at = turn.nextDigit(run.end());
        }
        if (judging.found.isEmpty()) {
            judgeSpoken(turn.words(), judging);
        }
        return judging.result();
    }

    private static void judgeSpoken(Words words, Judging judging) {
        SpokenNumber said = SpokenNumber.from(words, 0);
        while (said != null && judging.isOpen()) {
            judging.judge(said);
            said = SpokenNumber.from(words, said.next());
        }
    }

    /** Cuts off dates and numbers that are whole by themselves, then judges what is left. */
    private void judgeParts(DigitRun run, Judging judging) {
        int from = 0;
        for (int group = 0; group < run.groups(); group++) {
            int date = run.groups() > 2 || group == 0 ? DigitShape.dateGroups(run, group) : 0;
            if (date > 0 && !run.hasPlus()) {
                judgeRest(run, from, group, judging);
                judging.reject(run.part(group, group + date), "date");
                group += date - 1;
                from = group + 1;
            }
        }
        judgeRest(run, from, run.groups(), judging);
    }

    private void judgeRest(DigitRun run, int from, int to, Judging judging) {
        if (from >= to) {
            return;
        }
        DigitRun rest = run.part(from, to);
        if (isDashedCode(rest)) {
            judging.reject(rest, "code");
            return;
        }
        List<DigitRun> parts = judging.search.in(rest);
        for (DigitRun part : parts) {
            judging.judge(part, parts.size() == 1 ? rest : part);
        }
    }

    /** "20240131-5550104477": a dash ties it to digits that are no phone number. */
    private static boolean isDashedCode(DigitRun run) {
        boolean dashed = false;
        for (int group = 1; group < run.groups() && run.digits() > DigitShape.LONGEST_PHONE - 3; group++) {
            int before = run.size(group - 1);
            dashed |= run.size(group) >= SHORTEST_WITHOUT_CUE
                    && run.mark(group - 1) == '-'
                    && before > 4
                    && before < SHORTEST_WITHOUT_CUE;
        }
        return dashed && !run.hasPlus();
    }

    /** What was found and refused so far in one message. */
    private final class Judging {
        private final Turn turn;
        private final NumberSearch search;
        private @Nullable DigitRun lastRun;
        private @Nullable PhoneNumber lastNumber;
        private final List<Candidate<PhoneNumber>> found = new ArrayList<>(2);
        private final List<Rejected> rejected = new ArrayList<>(2);

        Judging(Turn turn) {
            this.turn = turn;
            this.search = new NumberSearch(turn.words(), this::read);
        }

        boolean isOpen() {
            return found.size() < MAX_CHECKED && rejected.size() < 2 * MAX_CHECKED;
        }

        Extraction<PhoneNumber> result() {
            return Extraction.of(found, rejected);
        }

        void reject(DigitRun run, String code) {
            rejected.add(new Rejected(field(), new Span(run.start(), run.end()), code));
        }

        /** "(415)\n863-2200", "+91, 8123456789": whether its first digits stand apart, and it is judged with them. */
        boolean judgedWithCode(DigitRun code, DigitRun run) {
            CodeApart apart = CodeApart.between(turn.words(), code, run);
            if (apart == CodeApart.NONE) {
                return false;
            }
            DigitRun whole = run.behind(code);
            DigitRun number = search.in(whole).get(0);
            if (number.start() == whole.start() && read(number).valid() && (code.hasPlus() || !isKnown(run))) {
                judge(number, whole);
                return true;
            }
            if (apart == CodeApart.CERTAIN) {
                reject(run, "cut");
            }
            return apart == CodeApart.CERTAIN;
        }

        private boolean isKnown(DigitRun run) {
            return search.in(run).stream().anyMatch(part -> read(part).valid());
        }

        /** @param around whose these are is told by the words beside all of these */
        void judge(DigitRun run, DigitRun around) {
            if (run.digits() < SHORTEST || found.size() >= MAX_CHECKED) {
                return;
            }
            String shape = shape(run);
            if (shape != null) {
                reject(run, shape);
                return;
            }
            NumberCue cue = NumberCue.around(turn, run.start(), run.end());
            boolean account = cue == NumberCue.ACCOUNT;
            boolean phone =
                    cue == NumberCue.PHONE || account || run.hasPlus() || NumberBounds.isOfChatLink(turn.text(), run);
            String problem = problem(run, cue, phone, around.start(), around.end());
            if (problem != null) {
                reject(run, problem);
                return;
            }
            accept(run, phone, account && run.digits() <= LONGEST_ACCOUNT);
        }

        void judge(SpokenNumber said) {
            DigitRun run = DigitRun.at(said.digits(), said.hasPlus() ? 1 : 0);
            if (run.digits() < SHORTEST) {
                return;
            }
            Span span = new Span(said.start(), said.end());
            NumberCue cue = NumberCue.around(turn, span.start(), span.end());
            boolean phone = cue == NumberCue.PHONE || said.hasPlus();
            String problem = said.isCut(turn.words()) ? "cut" : DigitShape.certain(run);
            if (problem == null) {
                problem = problem(run, cue, phone, span.start(), span.end());
            }
            if (problem != null) {
                rejected.add(new Rejected(field(), span, problem));
                return;
            }
            PhoneNumber number = normalizer.phone(said.digits(), turn.region());
            if (said.counted() && !phone && !said.isDialled() && !number.valid()) {
                rejected.add(new Rejected(field(), span, "quantity")); // times, prices
                return;
            }
            found.add(new Candidate<>(number, span, confidence(number, phone), "spoken-number"));
        }

        /** Why digits of a fitting shape are no number of the visitor's; null if they are one. */
        private @Nullable String problem(DigitRun run, NumberCue cue, boolean phone, int start, int end) {
            String problem = phone ? null : problem(run, cue);
            if (problem == null) {
                problem = Ownership.objection(turn.reply(), start, end);
            }
            boolean tooShort = run.digits() < SHORTEST_WITHOUT_CUE && !phone && !endsAnswer(run, end);
            return problem == null && tooShort ? "too-short" : problem;
        }

        /** "Ana 555-9876" when a name was asked for. */
        private boolean endsAnswer(DigitRun run, int end) {
            return run.isLocal() && end == turn.text().stripTrailing().length() && turn.asksName();
        }

        private @Nullable String shape(DigitRun run) {
            String text = turn.text();
            if (NumberBounds.isGlued(text, run)) {
                return "code";
            }
            if (NumberBounds.isMasked(text, run)) {
                return "masked";
            }
            return NumberBounds.isAmount(text, run) ? "price" : DigitShape.certain(run);
        }

        private static @Nullable String problem(DigitRun run, NumberCue cue) {
            return cue == NumberCue.RECORD ? "order-number" : DigitShape.likely(run);
        }

        /** @param account whether it is that of a messenger, and a telephone's only if a plan knows it */
        private void accept(DigitRun run, boolean phone, boolean account) {
            Span span = new Span(run.start(), run.endWithExtension());
            PhoneNumber number = read(run);
            if (!number.valid()) {
                String broken = NumberBounds.problem(turn.text(), run, span.end());
                if (broken == null && SpokenNumber.beginsBehind(turn.words(), span.end())) {
                    broken = "cut";
                }
                boolean code = account && !run.hasPlus() || !phone && NumberCue.isSplitCode(turn.text(), run);
                if (broken == null && code) {
                    broken = "code";
                }
                if (broken != null) {
                    reject(run, broken);
                    return;
                }
            }
            double fax = NumberCue.isFax(turn, run.start()) ? FAX : 0;
            double confidence = confidence(number, phone) - fax;
            found.add(new Candidate<>(number, span, confidence, phone ? "phone-cue" : "bare-number"));
        }

        /** The number that the digits are to the normalizer; read once for the run that is asked for last. */
        private PhoneNumber read(DigitRun run) {
            PhoneNumber number = lastNumber;
            if (run != lastRun || number == null) {
                number = number(run);
                lastRun = run;
                lastNumber = number;
            }
            return number;
        }

        private PhoneNumber number(DigitRun run) {
            String written = run.isPlain() ? turn.text().substring(run.start(), run.endWithExtension()) : run.dialled();
            if (NumberBounds.isInternational(turn.text(), run)) {
                written = "+" + written;
            }
            PhoneNumber number = normalizer.phone(written, turn.region());
            String abroad = number.valid() || run.hasPlus() ? null : run.dialledAbroad();
            PhoneNumber foreign = abroad == null ? number : normalizer.phone(abroad, turn.region());
            return foreign.valid() ? foreign : number;
        }

        private static double confidence(PhoneNumber number, boolean phone) {
            return (phone ? 0.8 : 0.55) + (number.valid() ? 0.15 : 0);
        }
    }
}
