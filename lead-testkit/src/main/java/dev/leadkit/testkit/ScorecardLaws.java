package dev.leadkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.EngagementTally;
import dev.leadkit.lead.Breakdown;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What a host may rely on in a score, as jqwik properties over any lead, instant and conversation. Extend it and point it at
 * your card, or at a scorer of your own:
 *
 * <pre>{@code
 * class OurCardTest extends ScorecardLaws {
 *     @Override
 *     protected LeadScorer scorer() {
 *         return Scorecard.read(path);
 *     }
 *
 *     @Override
 *     protected List<Raise> neverLowers() {
 *         return List.of(Raise.QUESTIONS, Raise.EMAIL);
 *     }
 * }
 * }</pre>
 *
 * <p>A failure begins with the number of the law. The numbers stay the same from release to release. Each law is tried as
 * often as {@code jqwik.tries.default} says, which is 1,000 unless set. A card that reads values of its own, such as names of
 * firms or custom fields, should be given leads that have them by {@link #leads()}.
 *
 * <p>SCORE-02 changes the default locale and time zone of the machine for a moment, so nothing that depends on them should run at the
 * same time.
 */
public abstract class ScorecardLaws {
    private static final String SESSION = "s-1";
    private static final Instant FAR_FUTURE = Instant.parse("9999-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9998-01-01T00:00:00Z");
    private static final Instant EARLIEST = Instant.parse("0002-01-01T00:00:00Z");
    private static final Duration MOMENT = Duration.ofNanos(1_000);

    /** For subclasses. */
    protected ScorecardLaws() {}

    /** What is to keep the laws. Asked for once in each try. */
    protected abstract LeadScorer scorer();

    /** Whose scores are looked at; override it to mix in what your card looks for. */
    protected Arbitrary<Lead> leads() {
        return LeadArbitraries.leads();
    }

    /** What never lowers a score, for SCORE-04; nothing unless said otherwise. */
    protected List<Raise> neverLowers() {
        return List.of();
    }

    /** Whether the band may depend on the earlier score, as with a hysteresis; then SCORE-05 does not look at it. */
    protected boolean bandsDependOnTheWay() {
        return false;
    }

    /** Something more that is known of a lead. */
    public enum Raise {
        MESSAGES(lead ->
                with(lead, lead.engagement().messages() + 1, lead.engagement().questions())),
        QUESTIONS(lead -> with(
                lead,
                Math.max(lead.engagement().messages(), lead.engagement().questions() + 1),
                lead.engagement().questions() + 1)),
        PURCHASE_INTENT(lead -> withIntents(lead, 1, lead.engagement().qualifiedIntent(), false)),
        QUALIFIED_INTENT(lead -> withIntents(lead, lead.engagement().purchaseIntent(), 1, false)),
        MARKED_QUALIFIED(lead -> withIntents(
                lead, lead.engagement().purchaseIntent(), lead.engagement().qualifiedIntent(), true)),
        EMAIL(lead -> with(
                lead,
                lead.contact()
                        .withEmails(
                                joined(lead.contact().emails(), Raise.somebody().emails())))),
        PHONE(lead -> with(
                lead,
                lead.contact()
                        .withPhones(
                                joined(lead.contact().phones(), Raise.somebody().phones()))));

        private final UnaryOperator<Lead> change;

        Raise(UnaryOperator<Lead> change) {
            this.change = change;
        }

        private static Contact somebody() {
            return Leads.aLead()
                    .email("ottoline@example.com")
                    .phone("+15550100")
                    .build()
                    .contact();
        }

        private static <T> List<T> joined(List<T> before, List<T> more) {
            return Stream.concat(before.stream(), more.stream()).toList();
        }

        private static Lead with(Lead lead, int messages, int questions) {
            Engagement before = lead.engagement();
            return lead.toBuilder()
                    .engagement(new Engagement(
                            messages,
                            questions,
                            before.activeTime(),
                            before.channels(),
                            before.purchaseIntent(),
                            before.qualifiedIntent(),
                            before.markedQualified(),
                            before.firstMessageAt(),
                            before.lastMessageAt()))
                    .build();
        }

        private static Lead withIntents(Lead lead, double purchase, double qualified, boolean marked) {
            boolean isMarked = marked || lead.engagement().markedQualified();
            return lead.toBuilder()
                    .engagement(lead.engagement().withIntents(purchase, qualified, isMarked))
                    .build();
        }

        private static Lead with(Lead lead, Contact contact) {
            return lead.toBuilder().contact(contact).build();
        }

        /** The same lead, not counted by day on either side. */
        private static Lead undated(Lead lead) {
            return lead.toBuilder()
                    .engagement(lead.engagement().withDays(List.of()))
                    .build();
        }
    }

    /** For the laws. */
    @Provide
    public final Arbitrary<Lead> scored() {
        return leads();
    }

    /** For the laws: times after the last message, most of them within a year, some before it. */
    @Provide
    public final Arbitrary<Duration> ages() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-3_600, 3_600).map(Duration::ofSeconds),
                Arbitraries.longs().between(0, 400L * 24 * 3600 * 1000).map(Duration::ofMillis));
    }

    /** For the laws. */
    @Provide
    public final Arbitrary<List<ChatMessage>> conversations() {
        return CaptureArbitraries.conversations(SESSION);
    }

    private static Instant asOf(Lead lead, Duration age) {
        Instant last = lead.engagement().lastMessageAt();
        Instant asOf = (last == null ? Leads.NOW : last).plus(age);
        return asOf.isAfter(LATEST) ? LATEST : asOf.isBefore(EARLIEST) ? EARLIEST : asOf;
    }

    /** No lead is too strange to be scored; the score says when, by which card and in which band. */
    @Property
    @Label("SCORE-01 takes any lead, and gives 0 to 100 and a band")
    public final void takesAnyLead(@ForAll("scored") Lead lead, @ForAll("ages") Duration age) {
        law("SCORE-01 takes any lead, and gives 0 to 100 and a band", lead, scorer -> {
            Score score = scorer.score(lead, asOf(lead, age));

            assertThat(score.value()).isBetween(0, 100);
            assertThat(score.band()).isNotBlank();
            assertThat(score.card()).isNotBlank();
            assertThat(score.asOf()).isEqualTo(asOf(lead, age));
        });
    }

    /**
     * Nothing is remembered from lead to lead or from time to time, and no clock, chance, shared counter or setting of the machine
     * has a say.
     */
    @Property
    @Label("SCORE-02 gives the same score to the same lead and instant")
    public final void givesTheSameScore(
            @ForAll("scored") Lead lead, @ForAll("scored") Lead other, @ForAll("ages") Duration age) {
        law("SCORE-02 gives the same score to the same lead and instant", lead, scorer -> {
            Score first = scorer.score(lead, asOf(lead, age));
            scorer.score(other, asOf(other, age));
            scorer.score(lead, asOf(lead, Duration.ZERO));
            Score second = scorer.score(lead, asOf(lead, age));

            assertThat(second).isEqualTo(first);
            assertThat(scorer().score(lead.toBuilder().build(), asOf(lead, age)))
                    .isEqualTo(first);
            assertThat(Abroad.call(() -> scorer.score(lead, asOf(lead, age))))
                    .as("the score in another locale and time zone")
                    .isEqualTo(first);
        });
    }

    /** No point is unexplained: each entry says who gave it and why, and together they are the score. */
    @Property
    @Label("SCORE-03 sums to its value exactly, each part once and with a reason")
    public final void sumsExactly(@ForAll("scored") Lead lead, @ForAll("ages") Duration age) {
        law("SCORE-03 sums to its value exactly, each part once and with a reason", lead, scorer -> {
            Score score = scorer.score(lead, asOf(lead, age));
            List<Contribution> parts = score.contributions();

            assertThat(parts.stream().mapToInt(Contribution::points).sum())
                    .as("the sum of %s", parts)
                    .isEqualTo(score.value());
            assertThat(parts).extracting(Contribution::factor).doesNotHaveDuplicates();
            assertThat(parts).allSatisfy(part -> {
                assertThat(part.factor()).isNotBlank();
                assertThat(part.label()).isNotBlank();
                assertThat(part.because()).isNotBlank();
                int seen = part.points() + part.lostToCap() + part.lostToDecay();
                assertThat(Math.abs(part.points())).as("points of %s", part).isLessThanOrEqualTo(Math.abs(seen));
            });
            if (parts instanceof Breakdown breakdown) {
                assertThat(breakdown.sum()).isEqualTo(score.value());
                for (int i = 0; i < parts.size(); i++) {
                    assertThat(breakdown.points(i)).isEqualTo(parts.get(i).points());
                }
            }
        });
    }

    /** More of what is claimed to be a good sign never gives a lower score. */
    @Property
    @Label("SCORE-04 is never lowered by what is claimed to be a good sign")
    public final void isNeverLowered(@ForAll("scored") Lead lead, @ForAll("ages") Duration age) {
        law("SCORE-04 is never lowered by what is claimed to be a good sign", lead, scorer -> {
            Lead before = Raise.undated(lead);
            int value = scorer.score(before, asOf(lead, age)).value();
            for (Raise raise : neverLowers()) {
                assertThat(scorer.score(raise.change.apply(before), asOf(lead, age))
                                .value())
                        .as("the score with more %s", raise)
                        .isGreaterThanOrEqualTo(value);
            }
        });
    }

    /** A score that was brought forward message by message is that of the whole conversation. */
    @Property
    @Label("SCORE-05 is the same message by message as from scratch")
    public final void isIncremental(
            @ForAll("scored") Lead lead,
            @ForAll("conversations") List<ChatMessage> messages,
            @ForAll("ages") Duration age) {
        law("SCORE-05 is the same message by message as from scratch", lead, scorer -> {
            var tally = new EngagementTally();
            Lead stepByStep = lead.toBuilder().score(null).build();
            for (ChatMessage message : messages) {
                tally.add(message, 0.5, 0.25);
                Lead known =
                        stepByStep.toBuilder().engagement(tally.toEngagement()).build();
                stepByStep = known.toBuilder()
                        .score(scorer.score(known, message.at()))
                        .build();
            }
            Lead fromScratch = lead.toBuilder()
                    .score(null)
                    .engagement(tally.toEngagement())
                    .build();
            Instant asOf = asOf(fromScratch, age);
            Score expected = scorer.score(fromScratch, asOf);
            Score found = scorer.score(stepByStep, asOf);

            assertThat(found.value()).isEqualTo(expected.value());
            assertThat(found.contributions()).isEqualTo(expected.contributions());
            assertThat(found.nextChangeAt()).isEqualTo(expected.nextChangeAt());
            if (!bandsDependOnTheWay()) {
                assertThat(found.band()).isEqualTo(expected.band());
            }
        });
    }

    /** Neither the order in which messages arrived nor how often each did has a say. */
    @Property
    @Label("SCORE-06 is the same in any order of messages, and with repeats")
    public final void isOrderFree(
            @ForAll("scored") Lead lead,
            @ForAll("conversations") List<ChatMessage> messages,
            @ForAll("ages") Duration age) {
        law("SCORE-06 is the same in any order of messages, and with repeats", lead, scorer -> {
            List<ChatMessage> other = new ArrayList<>(messages);
            Collections.reverse(other);
            other.addAll(messages);
            Score inOrder = last(scorer, lead, messages, age);
            Score inAnother = last(scorer, lead, other, age);

            assertThat(inAnother).isEqualTo(inOrder);
        });
    }

    /** The last of the scores after each message, none of which is stored. */
    private static Score last(LeadScorer scorer, Lead lead, List<ChatMessage> messages, Duration age) {
        var tally = new EngagementTally();
        Lead known = lead.toBuilder().score(null).build();
        Score score = scorer.score(known, asOf(known, age));
        for (ChatMessage message : messages) {
            tally.add(message, 0.5, 0.25);
            known = known.toBuilder().engagement(tally.toEngagement()).build();
            score = scorer.score(known, asOf(known, age));
        }
        return score;
    }

    /** Time alone never earns points; what a factor took may be given back, and no more. */
    @Property
    @Label("SCORE-07 is never raised by time")
    public final void isNeverRaisedByTime(
            @ForAll("scored") Lead lead, @ForAll("ages") Duration one, @ForAll("ages") Duration other) {
        law("SCORE-07 is never raised by time", lead, scorer -> {
            boolean inOrder = one.compareTo(other) <= 0;
            Map<String, Integer> early = ofFactors(scorer.score(lead, asOf(lead, inOrder ? one : other)));
            Map<String, Integer> late = ofFactors(scorer.score(lead, asOf(lead, inOrder ? other : one)));

            late.forEach((factor, points) -> assertThat(points)
                    .as("points of %s after more time", factor)
                    .isLessThanOrEqualTo(Math.max(0, early.getOrDefault(factor, 0))));
        });
    }

    /** Whoever waits for the announced instant misses nothing, and does not wait in vain. */
    @Property
    @Label("SCORE-08 changes at the instant that it announces, and not before")
    public final void changesWhenItSays(@ForAll("scored") Lead lead, @ForAll("ages") Duration age) {
        law("SCORE-08 changes at the instant that it announces, and not before", lead, scorer -> {
            Score score = scorer.score(lead, asOf(lead, age));
            Instant next = score.nextChangeAt();
            if (next == null) {
                assertThat(ofFactors(scorer.score(lead, FAR_FUTURE)))
                        .as("points in the far future, when no change was announced")
                        .isEqualTo(ofFactors(score));
                return;
            }
            Instant between =
                    score.asOf().plus(Duration.between(score.asOf(), next).dividedBy(2));

            assertThat(next).isAfter(score.asOf());
            assertThat(ofFactors(scorer.score(lead, between)))
                    .as("points halfway there")
                    .isEqualTo(ofFactors(score));
            assertThat(ofFactors(scorer.score(lead, next.minus(MOMENT))))
                    .as("points a moment before")
                    .isEqualTo(ofFactors(score));
            assertThat(ofFactors(scorer.score(lead, next)))
                    .as("points at the instant")
                    .isNotEqualTo(ofFactors(score));
        });
    }

    /** A score follows from what is known of a lead, not from what was made of it because of the score. */
    @Property
    @Label("SCORE-09 looks at neither stage nor assignee nor reason of a loss")
    public final void looksAtNoOutcome(@ForAll("scored") Lead lead, @ForAll("ages") Duration age) {
        law("SCORE-09 looks at neither stage nor assignee nor reason of a loss", lead, scorer -> {
            Score score = scorer.score(lead, asOf(lead, age));
            for (boolean closed : new boolean[] {true, false}) {
                Lead elsewhere = lead.toBuilder()
                        .stage("other", 7, closed ? "won" : "open", closed, Leads.NOW)
                        .assignee(closed ? "somebody" : null)
                        .lostReason(closed ? "a reason" : null)
                        .build();

                assertThat(scorer.score(elsewhere, asOf(lead, age))).isEqualTo(score);
            }
        });
    }

    /** A breakdown may be shown to whoever may see the score. */
    @Property
    @Label("SCORE-10 tells no contact data")
    public final void tellsNoContactData(@ForAll("ages") Duration age) {
        Lead lead = Leads.aLead()
                .but(its -> its.engagement(Leads.engagement()))
                .named("Ottoline Quirk")
                .email("ottoline@example.com")
                .phone("+15550100")
                .company("Zyxian Pumps")
                .location("Quillport")
                .build();
        law("SCORE-10 tells no contact data", lead, scorer -> {
            Contact contact = lead.contact();
            List<String> data = Stream.of(
                            contact.emails().stream().map(its -> its.value()),
                            contact.phones().stream().map(its -> its.value()).map(PhoneNumber::value),
                            Stream.of("Ottoline", "Quirk", "Zyxian", "Quillport"))
                    .flatMap(its -> its)
                    .toList();

            Score score = scorer.score(lead, asOf(lead, age));

            assertThat(score.band() + score.card()).doesNotContain(data);
            for (Contribution part : score.contributions()) {
                assertThat(part.factor() + part.label() + part.because()).doesNotContain(data);
            }
        });
    }

    /** The points of the factors by their ids, without what the card itself adds. */
    private static Map<String, Integer> ofFactors(Score score) {
        Map<String, Integer> points = new LinkedHashMap<>();
        for (Contribution part : score.contributions()) {
            String factor = part.factor();
            boolean ofCard = factor.equals(Contribution.LIMIT)
                    || factor.equals(Contribution.BASE)
                    || factor.equals(Contribution.ROUNDING)
                    || factor.startsWith(Contribution.CAP_PREFIX);
            if (!ofCard) {
                points.put(factor, part.points());
            }
        }
        return points;
    }

    /** A law in terms of the scorer that is looked at. */
    @FunctionalInterface
    private interface Law {
        void check(LeadScorer scorer);
    }

    private void law(String promise, Lead lead, Law law) {
        try {
            law.check(Objects.requireNonNull(scorer()));
        } catch (AssertionError | RuntimeException | StackOverflowError broken) {
            throw new AssertionError(
                    "broken: %s%nby a lead with %d addresses, %d numbers and %s%n%s"
                            .formatted(
                                    promise,
                                    lead.contact().emails().size(),
                                    lead.contact().phones().size(),
                                    lead.engagement(),
                                    broken),
                    broken);
        }
    }
}
