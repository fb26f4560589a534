package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeadFilterTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final LeadFilter all = LeadFilter.all();

    private static Lead.Builder lead() {
        return Lead.builder(new LeadId(new UUID(0, 1)), TenantId.of("acme"), LeadSource.API, NOW);
    }

    private static Lead tagged(String... tags) {
        return lead().tags(Set.of(tags)).build();
    }

    private static Lead scored(int value) {
        return lead().score(new Score(value, "warm", List.of(), "card@1", NOW, null))
                .build();
    }

    @Test
    void what_is_named_twice_means_no_more_than_once() {
        assertThat(all.inStage("new", "new")).isEqualTo(all.inStage("new"));
        assertThat(all.fromSource("api", "api")).isEqualTo(all.fromSource("api"));
        assertThat(all.taggedAny("a", "a").taggedAll("b", "b").taggedNone("c", "c"))
                .isEqualTo(all.taggedAny("a").taggedAll("b").taggedNone("c"));
        assertThat(Guard.taggedAny("a", "a")).isEqualTo(Guard.taggedAny("a"));
        assertThat(Guard.from("api", "api")).isEqualTo(Guard.from("api"));
        assertThat(Guard.by(Actor.Kind.USER, Actor.Kind.USER)).isEqualTo(Guard.by(Actor.Kind.USER));
    }

    @Test
    void what_no_store_keeps_is_cleaned_from_every_value() {
        for (String value : List.of("a\0b", "a\uD800b")) {
            assertThat(all.inPipeline(value)
                            .inStage(value)
                            .fromSource(value)
                            .assignedTo(value)
                            .inBand(value))
                    .isEqualTo(all.inPipeline("a\uFFFDb")
                            .inStage("a\uFFFDb")
                            .fromSource("a\uFFFDb")
                            .assignedTo("a\uFFFDb")
                            .inBand("a\uFFFDb"));
            assertThat(all.taggedAny(value).taggedAll(value).taggedNone(value))
                    .isEqualTo(all.taggedAny("a\uFFFDb").taggedAll("a\uFFFDb").taggedNone("a\uFFFDb"));
        }
    }

    @Test
    void a_search_without_a_letter_or_digit_is_refused_for_it_would_find_every_lead() {
        for (String text : List.of("%", "'", "?!", "\uD83D\uDE00", "\u0301")) {
            assertThatThrownBy(() -> all.matching(text))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("at least one letter or digit");
        }
        assertThat(all.matching(" ")).isEqualTo(all);
        assertThat(all.matching("5%").terms()).containsExactly("5");
    }

    @Test
    void too_many_values_are_refused() {
        String[] many = IntStream.range(0, LeadFilter.MAX_VALUES + 1)
                .mapToObj(Integer::toString)
                .toArray(String[]::new);
        List<LeadFilter> alternatives = Stream.of(many).map(all::assignedTo).toList();

        assertThatThrownBy(() -> all.inStage(many)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> all.fromSource(many)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> all.taggedAny(many))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("tags: expected at most 100, found 1001");
        assertThatThrownBy(() -> LeadFilter.anyOf(alternatives))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("anyOf: expected at most 1000, found 1001");
        assertThat(LeadFilter.anyOf(alternatives.subList(1, many.length)).anyOf())
                .hasSize(1_000);
    }

    @Test
    void alternatives_that_lie_too_deep_are_refused() {
        LeadFilter deep = all.assignedTo("ann");
        for (int i = 0; i < LeadFilter.MAX_DEPTH; i++) {
            deep = LeadFilter.anyOf(List.of(deep));
        }
        LeadFilter deepest = deep;

        assertThatThrownBy(() -> LeadFilter.anyOf(List.of(deepest)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("anyOf: expected filters at most 16 deep, found deeper ones");
    }

    @Test
    void tags_are_wanted_by_any_all_and_none() {
        assertThat(all.taggedAny("a", "b").matches(tagged("b"))).isTrue();
        assertThat(all.taggedAny("a", "b").matches(tagged("c"))).isFalse();
        assertThat(all.taggedAll("a", "b").matches(tagged("a", "b", "c"))).isTrue();
        assertThat(all.taggedAll("a", "b").matches(tagged("a"))).isFalse();
        assertThat(all.taggedNone("a", "b").matches(tagged())).isTrue();
        assertThat(all.taggedNone("a", "b").matches(tagged("b"))).isFalse();
        assertThat(all.taggedAny("a").taggedAll("b").taggedNone("c").matches(tagged("a", "b")))
                .isTrue();
    }

    @Test
    void both_ends_of_a_range_of_scores_are_in_it_and_no_score_is_in_none() {
        LeadFilter range = all.scoredAtLeast(0).scoredAtMost(0);

        assertThat(range.matches(scored(0))).isTrue();
        assertThat(all.scoredAtMost(0).matches(lead().build())).isFalse();
        assertThat(all.matches(lead().build())).isTrue();
        assertThatThrownBy(() -> all.scoredAtMost(101)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void an_assignee_or_nobody_is_wanted_whichever_was_said_last() {
        Lead anns = lead().assignee("ann").build();

        assertThat(all.assignedToNobody().matches(anns)).isFalse();
        assertThat(all.assignedToNobody().matches(lead().build())).isTrue();
        assertThat(all.assignedToNobody().assignedTo("ann").matches(anns)).isTrue();
        assertThat(all.assignedTo("ann").assignedToNobody().matches(anns)).isFalse();
    }

    @Test
    void a_lead_is_stale_once_it_was_untouched_for_as_long_as_its_stage_says() {
        Pipeline pipeline = Pipeline.named("sales")
                .stage(Stage.of("new", "New", StageCategory.OPEN).withStaleAfter(Duration.ofDays(2)))
                .stage(Stage.of("later", "Later", StageCategory.OPEN))
                .won("won", "Won")
                .free()
                .build();
        LeadFilter stale = all.stale(pipeline, NOW);
        Lead.Builder lead = lead().lastActivityAt(NOW.minus(Duration.ofDays(2)));

        assertThat(stale.matches(lead.stage("sales", 1, "new", false, NOW).build()))
                .isTrue();
        assertThat(stale.matches(lead.stage("sales", 1, "later", false, NOW).build()))
                .isFalse();
        assertThat(stale.matches(lead.stage("other", 1, "new", false, NOW).build()))
                .isFalse();
        Lead.Builder touched = lead.lastActivityAt(NOW.minus(Duration.ofDays(2)).plusNanos(1_000));
        assertThat(stale.matches(touched.stage("sales", 1, "new", false, NOW).build()))
                .isFalse();
    }

    @Test
    void no_lead_is_stale_where_no_stage_says_when() {
        Pipeline pipeline = Pipeline.named("sales")
                .open("new", "New")
                .won("won", "Won")
                .free()
                .build();

        assertThat(all.stale(pipeline, NOW)
                        .matches(lead().stage("sales", 1, "new", false, NOW).build()))
                .isFalse();
    }

    @Test
    void a_range_of_last_activity_is_half_open() {
        LeadFilter range = all.activeIn(TimeRange.between(NOW, NOW.plusSeconds(1)));

        assertThat(range.matches(lead().lastActivityAt(NOW).build())).isTrue();
        assertThat(range.matches(lead().lastActivityAt(NOW.plusSeconds(1)).build()))
                .isFalse();
    }

    @Test
    void two_filters_of_the_same_conditions_are_equal_in_whatever_order_they_were_said() {
        assertThat(all.taggedAny("a").inStage("x", "y"))
                .isEqualTo(all.inStage("y", "x").taggedAny("a"));
    }

    @Test
    void alternatives_hold_when_one_of_them_does_and_all_else_too() {
        LeadFilter annsOrNobodys = LeadFilter.anyOf(List.of(all.assignedTo("ann"), all.assignedToNobody()));

        assertThat(annsOrNobodys.matches(lead().build())).isTrue();
        assertThat(annsOrNobodys.matches(lead().assignee("ann").build())).isTrue();
        assertThat(annsOrNobodys.matches(lead().assignee("bob").build())).isFalse();
        assertThat(annsOrNobodys.taggedAny("vip").matches(lead().build())).isFalse();
        assertThat(LeadFilter.none().matches(lead().build())).isFalse();
        assertThat(LeadFilter.anyOf(List.of()).matches(lead().build())).isFalse();
    }

    @Test
    void two_filters_hold_together_when_both_do() {
        List<LeadFilter> filters = List.of(
                all,
                LeadFilter.none(),
                all.assignedTo("ann"),
                all.assignedToNobody(),
                all.taggedAny("vip"),
                LeadFilter.anyOf(List.of(all.taggedAny("vip"), all.assignedToNobody())),
                LeadFilter.anyOf(
                        List.of(all.taggedNone("vip"), all.assignedTo("bob").taggedAll("vip"))));
        List<Lead> leads = List.of(
                lead().build(),
                tagged("vip"),
                lead().assignee("ann").build(),
                lead().assignee("bob").tags(Set.of("vip")).build());

        for (LeadFilter one : filters) {
            for (LeadFilter other : filters) {
                for (Lead lead : leads) {
                    assertThat(one.and(other).matches(lead))
                            .as("%s and %s", one, other)
                            .isEqualTo(one.matches(lead) && other.matches(lead));
                }
            }
        }
    }

    @Test
    void an_alternative_does_not_search() {
        for (LeadFilter search : List.of(all.matching("jane"), all.containing("jane"))) {
            assertThat(search.isSearch()).isTrue();
            assertThatThrownBy(() -> LeadFilter.anyOf(List.of(all, search))).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> all.and(search)).isInstanceOf(InvalidInputException.class);
            assertThat(search.and(all.assignedToNobody()).isSearch()).isTrue();
        }
    }

    @Test
    void conditions_are_asked_of_a_withdrawn_lead_by_themselves() {
        Lead withdrawn = lead().assignee("ann").withdrawn(true).build();

        assertThat(all.assignedTo("ann").matches(withdrawn)).isFalse();
        assertThat(all.assignedTo("ann").admits(withdrawn)).isTrue();
        assertThat(all.assignedTo("bob").admits(withdrawn)).isFalse();
    }
}
