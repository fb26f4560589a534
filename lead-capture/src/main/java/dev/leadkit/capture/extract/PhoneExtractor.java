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
 * https://forum.example/t/02079460555} ({@code code}), {@code 212-736-50**} ({@code masked}), {@code 212 736 5…} ({@code cut}), "my
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
    public Extraction<PhoneNumber> extract(Turn turn) {
        Judging judging = new Judging(turn);
        int at = turn.nextDigit(0);
        while (at >= 0 && judging.isOpen()) {
            DigitRun run = DigitRun.at(turn.text(), at);
            if (run.digits() >= SHORTEST && !SpokenNumber.endsBefore(turn.words(), run.start())) {
                judgeParts(run, judging);
            }
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
        if (rest.digits() <= DigitShape.LONGEST_PHONE - 3
                || DigitShape.isCard(rest)
                || DigitShape.isDecimal(rest)
                || DigitShape.isVersion(rest)
                || NumberBounds.isGlued(judging.turn.text(), rest)) {
            judging.judge(rest);
            return;
        }
        int start = 0;
        for (int group = 0; group < rest.groups(); group++) {
            if (rest.size(group) >= SHORTEST_WITHOUT_CUE && rest.groups() > 1) {
                if (group > start && isDashedCode(rest, group)) {
                    judging.reject(rest, "code");
                    return;
                }
                if (group > start) {
                    judging.judge(rest.part(start, group));
                }
                judging.judge(rest.part(group, group + 1));
                start = group + 1;
            }
        }
        if (start == 0 && !rest.hasPlus()) {
            start = leadOfNationalNumber(rest);
        }
        if (start < rest.groups()) {
            judging.judge(rest.part(start, rest.groups()));
        }
    }

    /** "20240131-5550104477": a dash ties it to digits that are no phone number. */
    private static boolean isDashedCode(DigitRun run, int group) {
        return run.mark(group - 1) == '-' && run.size(group - 1) > 4 && run.size(group - 1) < SHORTEST_WITHOUT_CUE;
    }

    /** "12563 231 456 1236": the groups before a number written as 3-3-4 are something else. */
    private static int leadOfNationalNumber(DigitRun run) {
        int count = run.groups();
        boolean national =
                count > 3 && run.size(count - 1) == 4 && run.size(count - 2) == 3 && run.size(count - 3) == 3;
        return national && run.size(0) > 3 ? count - 3 : 0;
    }

    /** What was found and refused so far in one message. */
    private final class Judging {
        private final Turn turn;
        private final List<Candidate<PhoneNumber>> found = new ArrayList<>(2);
        private final List<Rejected> rejected = new ArrayList<>(2);

        Judging(Turn turn) {
            this.turn = turn;
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

        void judge(DigitRun run) {
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
            String problem = problem(run, cue, phone, run.start(), run.end());
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
            String problem = DigitShape.certain(run);
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
            String written = run.isDictated() ? run.plain() : span.of(turn.text());
            if (!run.hasPlus() && NumberBounds.isOfChatLink(turn.text(), run)) {
                written = "+" + written;
            }
            PhoneNumber number = normalizer.phone(written, turn.region());
            if (!number.valid()) {
                String broken = NumberBounds.problem(turn.text(), run, span.end());
                boolean code = account && !run.hasPlus() || !phone && NumberCue.isSplitCode(turn.text(), run);
                if (broken == null && code) {
                    broken = "code";
                }
                if (broken != null) {
                    reject(run, broken);
                    return;
                }
            }
            found.add(new Candidate<>(number, span, confidence(number, phone), phone ? "phone-cue" : "bare-number"));
        }

        private static double confidence(PhoneNumber number, boolean phone) {
            return (phone ? 0.8 : 0.55) + (number.valid() ? 0.15 : 0);
        }
    }
}
