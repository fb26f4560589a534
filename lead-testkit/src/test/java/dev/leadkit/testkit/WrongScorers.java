package dev.leadkit.testkit;

import dev.leadkit.lead.Breakdown;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.Bin;
import dev.leadkit.scoring.Decay;
import dev.leadkit.scoring.Factor;
import dev.leadkit.scoring.Scorecard;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Scorers and cards of users that do one thing wrong each, as laws to be run by {@link ScorecardLawsTest} alone. */
final class WrongScorers {
    private static final Factor MESSAGES = Factor.engagement("messages", "Messages", "engagement.messages");

    private static final Scorecard DECAYING = Scorecard.named("decaying")
            .factor(MESSAGES.withEach(5).withCap(60).withDecay(Decay.linear(Duration.ofDays(30))))
            .build();

    private WrongScorers() {}

    static Score of(int points, Instant asOf) {
        return of(points, asOf, null);
    }

    private static Score of(int points, Instant asOf, @Nullable Instant next) {
        var part = new Contribution("messages", "Messages", points, "messages written");
        return new Score(points, "any", List.of(part), "own@1", asOf, next);
    }

    private static int messages(Lead lead) {
        return Math.min(100, lead.engagement().messages());
    }

    /** Asks for the last message without looking whether there is one. */
    static class ThrowsWithoutMessages extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> of(lead.engagement().lastMessageAt().isAfter(asOf) ? 1 : 2, asOf);
        }
    }

    /** Adds up without a limit. */
    static class LeavesTheRange extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> of(lead.engagement().messages(), asOf);
        }
    }

    /** Scores columns of a table that no lead has. */
    static class ReadsAColumn extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return Scorecard.named("table")
                    .factor(Factor.fit("age", "Age", "column.age").withEach(1))
                    .build();
        }
    }

    /** Says that it was computed now, whenever it was asked for. */
    static class SaysAnotherTime extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> of(messages(lead), Leads.NOW.minusSeconds(1));
        }
    }

    /** Gives each lead a point more than the one before. */
    static class CountsItsLeads extends ScorecardLaws {
        private static final AtomicInteger LEADS = new AtomicInteger();

        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> of(LEADS.incrementAndGet() % 100, asOf);
        }
    }

    /** Never lowers what it once gave to a lead. */
    static class RemembersTheBest extends ScorecardLaws {
        private final Map<LeadId, Integer> best = new HashMap<>();

        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) ->
                    of(best.merge(lead.id(), DECAYING.score(lead, asOf).value(), Math::max), asOf);
        }
    }

    /** Shows other points than it sums. */
    static class ShowsOtherPoints extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> new Score(messages(lead), "any", new Half(messages(lead)), "own@1", asOf, null);
        }

        private static final class Half extends Breakdown {
            private final int points;

            Half(int points) {
                this.points = points;
            }

            @Override
            public int points(int index) {
                return points;
            }

            @Override
            public Contribution get(int index) {
                return new Contribution("messages", "Messages", points / 2, "messages written");
            }

            @Override
            public int size() {
                return 1;
            }
        }
    }

    /** Gives points twice under one name. */
    static class NamesAFactorTwice extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            var part = new Contribution("messages", "Messages", 5, "messages written");
            return (lead, asOf) -> new Score(10, "any", List.of(part, part), "own@1", asOf, null);
        }
    }

    /** Gives points without a reason. */
    static class KeepsSilent extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            var part = new Contribution("messages", "Messages", 5, "");
            return (lead, asOf) -> new Score(5, "any", List.of(part), "own@1", asOf, null);
        }
    }

    /** A card whose bins fall where its author took them to rise. */
    static class FallsWithQuestions extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return Scorecard.named("falling")
                    .base(50)
                    .factor(Factor.engagement("questions", "Questions", "engagement.questions")
                            .withBins(Bin.between(1, 3, 10), Bin.between(3, 5, 8), Bin.from(5, 12)))
                    .build();
        }

        @Override
        protected List<Raise> neverLowers() {
            return List.of(Raise.EMAIL, Raise.QUESTIONS);
        }
    }

    /** Adds what is new to the score before. */
    static class AddsToTheScoreBefore extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> {
                Score before = lead.score();
                return of(Math.min(100, messages(lead) + (before == null ? 0 : before.value())), asOf);
            };
        }
    }

    /** A card whose bands depend on the way, by somebody who does not say so. */
    static class StaysInItsBand extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return Scorecard.named("slow")
                    .factor(MESSAGES.withEach(9))
                    .band("some", 0)
                    .band("few", 8)
                    .band("many", 16)
                    .hysteresis(10)
                    .build();
        }
    }

    /** Gives a point for every arrival that tells something new, and so for other things in another order. */
    static class CountsArrivals extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            var arrivals = new AtomicInteger();
            Map<LeadId, Integer> messages = new HashMap<>();
            return (lead, asOf) -> {
                Integer before = messages.put(lead.id(), lead.engagement().hashCode());
                boolean isNew = before == null || before != lead.engagement().hashCode();
                return of(Math.min(100, isNew ? arrivals.incrementAndGet() : arrivals.get()), asOf);
            };
        }
    }

    /** Gives points for waiting. */
    static class GrowsWithTime extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> {
                Instant last = lead.engagement().lastMessageAt();
                long days = last == null
                        ? 0
                        : Math.max(0, Duration.between(last, asOf).toDays());
                return of((int) Math.min(100, days), asOf);
            };
        }
    }

    /** Decays without saying when. */
    static class ForgetsTheNextChange extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> at(DECAYING.score(lead, asOf), null);
        }
    }

    /** Announces a change for every hour. */
    static class AnnouncesInVain extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> at(DECAYING.score(lead, asOf), asOf.plus(Duration.ofHours(1)));
        }
    }

    /** Announces a change a second after it happened. */
    static class AnnouncesTooLate extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> {
                Score score = DECAYING.score(lead, asOf);
                Instant next = score.nextChangeAt();
                return at(score, next == null ? null : next.plusSeconds(1));
            };
        }
    }

    private static Score at(Score score, @Nullable Instant next) {
        return new Score(score.value(), score.band(), score.contributions(), score.card(), score.asOf(), next);
    }

    /** Gives more to those that are won. */
    static class LooksAtTheStage extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> of(lead.stage().equals("won") ? 90 : 10, asOf);
        }
    }

    /** Shows the address that it gives points for. */
    static class TellsTheAddress extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> {
                var emails = lead.contact().emails();
                String because = emails.isEmpty()
                        ? "none"
                        : "wrote from " + emails.get(0).value();
                return new Score(
                        5, "any", List.of(new Contribution("email", "E-mail", 5, because)), "own@1", asOf, null);
            };
        }
    }

    /** Writes its reasons as the machine's language has decimals. */
    static class WritesDecimalsOfTheMachine extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> {
                String because = String.format("%.1f a day", messages(lead) / 2.0);
                var part = new Contribution("messages", "Messages", messages(lead), because);
                return new Score(messages(lead), "any", List.of(part), "own@1", asOf, null);
            };
        }
    }

    /** Gives more to who wrote on another day, as the machine's calendar has it. */
    static class CountsDaysOfTheMachine extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) ->
                    of(lead.createdAt().atZone(ZoneId.systemDefault()).getDayOfMonth(), asOf);
        }
    }

    /** Shows the place that it gives points for. */
    static class TellsThePlace extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> {
                var place = lead.contact().location();
                String because = place == null ? "none" : "lives in " + place.value();
                return new Score(
                        5, "any", List.of(new Contribution("place", "Place", 5, because)), "own@1", asOf, null);
            };
        }
    }

    /** A card for each firm, by its name. */
    static class NamesTheCardAfterTheFirm extends ScorecardLaws {
        @Override
        protected LeadScorer scorer() {
            return (lead, asOf) -> {
                var firm = lead.contact().company();
                String card = firm == null ? "own" : firm.value();
                return new Score(0, "any", List.of(), card, asOf, null);
            };
        }
    }
}
