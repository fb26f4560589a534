package dev.leadkit.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Money;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.TimeRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is kept of a bulk reads back as it was. */
class BulkRequestProperties {
    @Property(tries = 300)
    void an_action_reads_back_from_its_json(@ForAll("actions") BulkAction action) {
        assertThat(BulkAction.parse(action.toJson())).isEqualTo(action);
    }

    @Property(tries = 300)
    void a_request_reads_back_with_its_filter(
            @ForAll("actions") BulkAction action, @ForAll("filters") LeadFilter filter) {
        var request = new BulkRequest(action, filter);

        assertThat(BulkRequest.parse(request.toJson())).isEqualTo(request);
        assertThat(request.canBeKept()).isTrue();
    }

    @Provide
    Arbitrary<BulkAction> actions() {
        Arbitrary<String> text = texts();
        Arbitrary<String> optional = text.injectNull(0.3);
        Arbitrary<Money> amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999999"))
                .ofScale(4)
                .map(amount -> new Money(amount, "EUR"))
                .injectNull(0.3);
        return Arbitraries.oneOf(
                Combinators.combine(text, optional).as(BulkAction::transition),
                Combinators.combine(text, text, text)
                        .as((pipeline, from, to) -> BulkAction.moveTo(pipeline, Map.of(from, to))),
                optional.map(BulkAction::assign),
                text.map(BulkAction::tag),
                text.map(BulkAction::untag),
                text.map(BulkAction::note),
                Combinators.combine(
                                optional,
                                optional,
                                amounts,
                                Arbitraries.doubles().between(0, 1).injectNull(0.3),
                                Arbitraries.longs()
                                        .between(0, 4_000_000_000_000L)
                                        .map(Instant::ofEpochMilli)
                                        .injectNull(0.3),
                                Arbitraries.of("", "company", "location", "amount", "probability", "snoozedUntil"))
                        .as((company, location, amount, probability, until, clear) -> {
                            var edit = new BulkAction.Edit(company, location, amount, probability, until, Set.of());
                            return clear.isEmpty() ? edit : edit.clear(clear);
                        }),
                Combinators.combine(text, text).as((code, ref) -> BulkAction.erase(new Cause(code, ref))));
    }

    @Provide
    Arbitrary<LeadFilter> filters() {
        Arbitrary<String> text = texts();
        Arbitrary<Instant> instants = Arbitraries.longs()
                .between(0, 4_000_000_000_000L)
                .map(millis -> Instant.ofEpochMilli(millis).plusNanos(1_000));
        Arbitrary<LeadFilter> filters = Arbitraries.just(LeadFilter.all());
        filters = Combinators.combine(
                        filters,
                        text.set().ofMaxSize(2),
                        text.set().ofMaxSize(2),
                        text.set().ofMaxSize(2))
                .as((filter, one, two, three) -> filter.inStage(array(one))
                        .taggedAll(array(two))
                        .taggedNone(array(three))
                        .fromSource(array(two)));
        filters = Combinators.combine(filters, text, instants, instants)
                .as((filter, some, from, before) -> filter.inPipeline(some)
                        .matching("x" + some)
                        .createdIn(TimeRange.between(from, before))
                        .activeIn(new TimeRange(null, before)));
        filters = Combinators.combine(filters, Arbitraries.integers().between(0, 100), text)
                .as((filter, score, some) -> filter.scoredAtLeast(score)
                        .inBand(some)
                        .assignedTo(some)
                        .taggedAny(some));
        return Combinators.combine(filters, text, instants, Arbitraries.of(true, false))
                .as((filter, stage, then, unassigned) -> {
                    LeadFilter stale = new LeadFilter(
                            filter.pipeline(),
                            filter.stages(),
                            filter.sources(),
                            filter.tags(),
                            filter.assignee(),
                            filter.unassigned(),
                            filter.created(),
                            filter.lastActivity(),
                            filter.score(),
                            filter.band(),
                            Map.of(stage, then),
                            TimeRange.between(then, then.plusSeconds(1)),
                            filter.text(),
                            "abc",
                            List.of(filter.matching(""), LeadFilter.all().inStage(stage)));
                    return unassigned ? stale.assignedToNobody() : stale;
                });
    }

    private static String[] array(Set<String> values) {
        return values.toArray(String[]::new);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("abcäß€\"\\/{}:, 漢")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(String::strip)
                .filter(text -> !text.isBlank());
    }
}
