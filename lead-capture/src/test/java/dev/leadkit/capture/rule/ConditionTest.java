package dev.leadkit.capture.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of condition at its limit: what just holds, what just does not, and the reason it gives. */
class ConditionTest {
    private static final Evidence THERE = new Evidence("s", "m1", 3, 9);
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final Facts facts = new Facts();

    @ParameterizedTest
    @CsvSource({"0.59, false, intent-too-weak", "0.6, true, intent", "0.61, true, intent"})
    void an_intent_of_just_the_share_asked_for_is_enough(double found, boolean holds, String code) {
        facts.intent = found;

        Verdict verdict = Condition.intent(IntentKind.PURCHASE, 0.6).evaluate(facts);

        assertThat(verdict.holds()).isEqualTo(holds);
        assertThat(verdict.because()).extracting(Reason::code).containsExactly(code);
        assertThat(verdict.because().get(0).evidence()).isEqualTo(holds ? List.of(THERE) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"69, false, score-too-low", "70, true, score", "71, true, score"})
    void a_score_of_just_what_is_asked_for_is_enough(int score, boolean holds, String code) {
        facts.score = score;

        assertThat(outcome(Condition.scoreAtLeast(70))).isEqualTo(holds + " " + code);
    }

    @Test
    void without_a_scorer_there_is_no_score_which_is_not_a_score_of_0() {
        Verdict verdict = Condition.scoreAtLeast(0).evaluate(facts);

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.because())
                .extracting(Reason::text)
                .containsExactly("there is no score, since the kit has no scorer or it failed, asked for 0");
    }

    @ParameterizedTest
    @CsvSource({
        "4999.99 EUR, false budget-too-low",
        "5000 EUR, true budget",
        "5000.01 EUR, true budget",
        "9000 USD, false other-currency"
    })
    void a_budget_of_just_what_is_asked_for_is_enough_in_the_same_currency(String said, String outcome) {
        String[] parts = said.split(" ");
        facts.budget = new Attributed<>(Money.of(parts[0], parts[1]), Provenance.said("budget", 0.9, THERE, NINE));

        assertThat(outcome(Condition.budgetAtLeast(Money.of("5000", "EUR")))).isEqualTo(outcome);
    }

    @Test
    void a_budget_is_shown_where_it_was_said_and_missed_where_none_was() {
        Condition least = Condition.budgetAtLeast(Money.of("5000", "EUR"));
        assertThat(outcome(least)).isEqualTo("false no-budget");

        facts.budget = new Attributed<>(Money.of("5000", "EUR"), Provenance.said("budget", 0.9, THERE, NINE));
        assertThat(least.evaluate(facts).because().get(0).evidence()).containsExactly(THERE);

        facts.budget = new Attributed<>(Money.of("5000", "EUR"), Provenance.by(Actor.user("ann"), NINE));
        assertThat(least.evaluate(facts).because().get(0).evidence()).isEmpty();
    }

    @Test
    void consent_holds_while_it_is_given_and_tells_where_it_was_said() {
        Condition agreed = Condition.consent("contact");
        assertThat(outcome(agreed)).isEqualTo("false no-consent");

        facts.consents.put(
                "contact", new Attributed<>(Consent.to("contact"), Provenance.said("consent", 1, THERE, NINE)));
        assertThat(outcome(agreed)).isEqualTo("true consent");
        assertThat(agreed.evaluate(facts).because().get(0).evidence()).containsExactly(THERE);

        facts.consents.put("contact", new Attributed<>(Consent.to("contact"), Provenance.by(Actor.user("ann"), NINE)));
        assertThat(outcome(agreed)).isEqualTo("true consent");
        assertThat(agreed.evaluate(facts).because().get(0).evidence()).isEmpty();

        facts.consents.put(
                "contact", new Attributed<>(Consent.withdrawnFrom("contact"), Provenance.by(Actor.user("ann"), NINE)));
        assertThat(outcome(agreed)).isEqualTo("false consent-withdrawn");
    }

    @Test
    void a_channel_is_one_of_those_named() {
        facts.channels = List.of("whatsapp");

        assertThat(outcome(Condition.channel("web", "whatsapp"))).isEqualTo("true channel");
        assertThat(outcome(Condition.channel("web", "mail"))).isEqualTo("false other-channel");
        assertThat(Condition.channel("web", "mail")
                        .evaluate(facts)
                        .because()
                        .get(0)
                        .text())
                .contains("whatsapp", "mail, web");
    }

    @Test
    void where_several_conversations_are_one_lead_any_of_their_channels_is_enough() {
        facts.channels = List.of("widget", "whatsapp");

        assertThat(outcome(Condition.channel("whatsapp"))).isEqualTo("true channel");
        assertThat(outcome(Condition.channel("mail"))).isEqualTo("false other-channel");
        assertThat(Condition.channel("mail").evaluate(facts).because().get(0).text())
                .isEqualTo("the channel is widget, whatsapp, asked for mail");
    }

    @Test
    void hours_begin_with_their_first_minute_and_end_before_their_last() {
        Condition morning =
                Condition.at(TimeWindow.in(ZoneId.of("Z")).between(LocalTime.of(9, 0), LocalTime.of(12, 0)));
        assertThat(outcome(morning)).isEqualTo("false outside-hours");

        facts.at = NINE;
        assertThat(outcome(morning)).isEqualTo("true within-hours");
        facts.at = NINE.minusSeconds(60);
        assertThat(outcome(morning)).isEqualTo("false outside-hours");
        facts.at = NINE.plus(Duration.ofHours(3));
        assertThat(outcome(morning)).isEqualTo("false outside-hours");
    }

    @Test
    void messages_and_questions_are_counted_each_for_themselves() {
        facts.engagement = new Engagement(3, 2, Duration.ZERO, Set.of("web"), 0, 0, false, NINE, NINE);

        assertThat(outcome(Condition.messages(3))).isEqualTo("true messages");
        assertThat(outcome(Condition.messages(4))).isEqualTo("false too-few-messages");
        assertThat(outcome(Condition.questions(2))).isEqualTo("true questions");
        assertThat(outcome(Condition.questions(3))).isEqualTo("false too-few-questions");
    }

    @Test
    void tags_are_asked_for_one_all_or_none() {
        facts.tags = Set.of("vip", "demo");

        assertThat(outcome(Condition.taggedAny("vip", "spam"))).isEqualTo("true tagged");
        assertThat(outcome(Condition.taggedAny("spam"))).isEqualTo("false not-tagged");
        assertThat(outcome(Condition.taggedAll("vip", "demo"))).isEqualTo("true tagged");
        assertThat(outcome(Condition.taggedAll("vip", "spam"))).isEqualTo("false not-tagged");
        assertThat(outcome(Condition.taggedNone("spam"))).isEqualTo("true without-tag");
        assertThat(outcome(Condition.taggedNone("spam", "vip"))).isEqualTo("false unwanted-tag");
    }

    @Test
    void tags_of_each_list_must_hold_together() {
        facts.tags = Set.of("vip");
        var tagged = new Condition.Tagged(Set.of("vip"), Set.of("demo"), Set.of("vip"));

        Verdict verdict = tagged.evaluate(facts);

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.because()).extracting(Reason::code).containsExactly("not-tagged", "unwanted-tag");
    }

    @Test
    void one_list_of_tags_is_enough_to_ask_for() {
        for (Set<String> one : List.of(Set.of("a"), Set.of("a", "b"))) {
            assertThatCode(() -> new Condition.Tagged(one, one, Set.of())).doesNotThrowAnyException();
            assertThatCode(() -> new Condition.Tagged(Set.of(), one, one)).doesNotThrowAnyException();
            assertThatCode(() -> new Condition.Tagged(one, Set.of(), one)).doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> new Condition.Tagged(Set.of(), Set.of(), Set.of()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void contact_marks_patterns_and_attributes_hold_where_they_are_there() {
        TextPattern demo = TextPattern.of("demo");
        Condition page = Condition.attribute("page", "pricing");
        assertThat(outcome(Condition.contact(ContactKind.EMAIL))).isEqualTo("false contact-missing");
        assertThat(outcome(Condition.markedQualified())).isEqualTo("false not-marked");
        assertThat(outcome(new Condition.TextMatches(demo))).isEqualTo("false text-not-found");
        assertThat(outcome(page)).isEqualTo("false no-attribute");

        facts.given.put(ContactKind.EMAIL, List.of(THERE));
        facts.qualified = true;
        facts.matches.put(demo, THERE);
        facts.attributes.put("page", Map.of("pricing", THERE));

        assertThat(outcome(Condition.contact(ContactKind.EMAIL))).isEqualTo("true contact-given");
        assertThat(outcome(Condition.contact(ContactKind.PHONE))).isEqualTo("false contact-missing");
        assertThat(outcome(Condition.markedQualified())).isEqualTo("true marked-qualified");
        assertThat(outcome(new Condition.TextMatches(demo))).isEqualTo("true text-found");
        assertThat(outcome(page)).isEqualTo("true attribute");
        assertThat(outcome(Condition.attribute("page", "terms"))).isEqualTo("false no-attribute");
    }

    @Test
    void of_several_parts_those_that_agree_with_the_outcome_say_why() {
        facts.score = 50;
        facts.channels = List.of("web");
        Condition high = Condition.scoreAtLeast(60);
        Condition low = Condition.scoreAtLeast(40);
        Condition web = Condition.channel("web");

        assertThat(codes(Condition.all(low, web))).containsExactly("true", "score", "channel");
        assertThat(codes(Condition.all(low, high))).containsExactly("false", "score-too-low");
        assertThat(codes(Condition.any(high, web))).containsExactly("true", "channel");
        assertThat(codes(Condition.any(high, Condition.not(web)))).containsExactly("false", "score-too-low", "channel");
        assertThat(codes(Condition.not(high))).containsExactly("true", "score-too-low");
    }

    @Test
    void what_a_not_sees_is_told_as_what_must_not_be() {
        facts.channels = List.of("web");
        Condition web = Condition.channel("web");

        assertThat(Condition.not(web).evaluate(facts).because())
                .extracting(Reason::text)
                .containsExactly(web.evaluate(facts).because().get(0).text() + ", which must not be");
        assertThat(Condition.not(Condition.channel("phone")).evaluate(facts).because())
                .isEqualTo(Condition.channel("phone").evaluate(facts).because());
    }

    @Test
    void all_of_nothing_holds_and_any_of_nothing_does_not() {
        assertThat(Condition.all().evaluate(facts).holds()).isTrue();
        assertThat(Condition.any().evaluate(facts).holds()).isFalse();
    }

    @Test
    void size_counts_every_condition_and_depth_the_longest_nest() {
        Condition leaf = Condition.scoreAtLeast(1);

        assertThat(leaf.size()).isEqualTo(1);
        assertThat(leaf.depth()).isEqualTo(1);
        assertThat(Condition.all(leaf, leaf).size()).isEqualTo(3);
        assertThat(Condition.all(leaf, Condition.not(leaf)).depth()).isEqualTo(3);
        assertThat(Condition.any(leaf, leaf, leaf).size()).isEqualTo(4);
        assertThat(Condition.any(Condition.not(leaf), leaf).depth()).isEqualTo(3);
        assertThat(Condition.not(Condition.any(leaf, Condition.all(leaf))).size())
                .isEqualTo(5);
        assertThat(Condition.not(Condition.any(leaf, Condition.all(leaf))).depth())
                .isEqualTo(4);
    }

    @Test
    void every_kind_that_holds_others_nests_ten_deep_and_no_deeper() {
        Condition nine = IntStream.range(0, 8)
                .boxed()
                .reduce(Condition.scoreAtLeast(1), (inner, i) -> Condition.not(inner), (one, other) -> other);

        for (Condition ten : List.of(Condition.all(nine), Condition.any(nine), Condition.not(nine))) {
            assertThat(ten.depth()).isEqualTo(10);
            assertThatThrownBy(() -> Condition.all(ten)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> Condition.any(ten)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> Condition.not(ten))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("10")
                    .hasMessageContaining("11");
        }
    }

    @Test
    void what_is_asked_for_lies_in_its_range() {
        for (double share : new double[] {0, 1}) {
            assertThatCode(() -> Condition.intent(IntentKind.PURCHASE, share)).doesNotThrowAnyException();
        }
        for (double share : new double[] {-0.01, 1.01}) {
            assertThatThrownBy(() -> Condition.intent(IntentKind.PURCHASE, share))
                    .isInstanceOf(InvalidInputException.class);
        }
        for (int score : new int[] {0, 100}) {
            assertThatCode(() -> Condition.scoreAtLeast(score)).doesNotThrowAnyException();
        }
        for (int score : new int[] {-1, 101}) {
            assertThatThrownBy(() -> Condition.scoreAtLeast(score)).isInstanceOf(InvalidInputException.class);
        }
        for (int count : new int[] {1, 200}) {
            assertThatCode(() -> Condition.messages(count)).doesNotThrowAnyException();
            assertThatCode(() -> Condition.questions(count)).doesNotThrowAnyException();
        }
        for (int count : new int[] {0, 201}) {
            assertThatThrownBy(() -> Condition.messages(count)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> Condition.questions(count)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void a_list_of_names_has_one_at_least_and_a_hundred_at_most() {
        assertThatThrownBy(Condition::channel).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(Condition::taggedAny).isInstanceOf(InvalidInputException.class);
        assertThat(((Condition.OnChannel) Condition.channel(names(100))).channels())
                .hasSize(100);
        assertThatThrownBy(() -> Condition.channel(names(101))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Condition.taggedAny(names(101))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Condition.attribute("page", names(101))).isInstanceOf(InvalidInputException.class);
        assertThat(((Condition.WithAttribute) Condition.attribute("page")).values())
                .isEmpty();
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "name-" + i).toArray(String[]::new);
    }

    private String outcome(Condition condition) {
        return String.join(" ", codes(condition));
    }

    private List<String> codes(Condition condition) {
        Verdict verdict = condition.evaluate(facts);
        List<String> codes = new ArrayList<>(List.of(String.valueOf(verdict.holds())));
        verdict.because().forEach(reason -> codes.add(reason.code()));
        return codes;
    }

    /** As much of a conversation as a test puts into it. */
    private static final class Facts implements RuleFacts {
        private final Map<ContactKind, List<Evidence>> given = new HashMap<>();
        private final Map<TextPattern, Evidence> matches = new HashMap<>();
        private final Map<String, Map<String, Evidence>> attributes = new HashMap<>();
        private final Map<String, Attributed<Consent>> consents = new HashMap<>();
        private boolean qualified;
        private double intent;
        private List<String> channels = List.of();
        private @Nullable Instant at;
        private Engagement engagement = Engagement.NONE;
        private @Nullable Attributed<Money> budget;
        private @Nullable Integer score;
        private Set<String> tags = Set.of();

        @Override
        public List<Evidence> given(ContactKind kind) {
            return given.getOrDefault(kind, List.of());
        }

        @Override
        public boolean isMarkedQualified() {
            return qualified;
        }

        @Override
        public double intent(IntentKind kind) {
            return intent;
        }

        @Override
        public List<Evidence> intentEvidence(IntentKind kind) {
            return List.of(THERE);
        }

        @Override
        public @Nullable Evidence firstMatch(TextPattern pattern) {
            return matches.get(pattern);
        }

        @Override
        public Set<String> channels() {
            return new LinkedHashSet<>(channels);
        }

        @Override
        public @Nullable Instant at() {
            return at;
        }

        @Override
        public Engagement engagement() {
            return engagement;
        }

        @Override
        public @Nullable Attributed<Money> budget() {
            return budget;
        }

        @Override
        public @Nullable Evidence firstWithAttribute(String name, Set<String> values) {
            Map<String, Evidence> seen = attributes.getOrDefault(name, Map.of());
            return seen.entrySet().stream()
                    .filter(one -> values.isEmpty() || values.contains(one.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public @Nullable Attributed<Consent> consent(String purpose) {
            return consents.get(purpose);
        }

        @Override
        public OptionalInt score() {
            return score == null ? OptionalInt.empty() : OptionalInt.of(score);
        }

        @Override
        public Set<String> tags() {
            return tags;
        }
    }
}
