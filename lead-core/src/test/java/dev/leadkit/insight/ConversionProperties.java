package dev.leadkit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.store.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Conversion and losses against counting each key's leads anew. */
class ConversionProperties {
    @Property
    void each_key_has_the_leads_that_have_it(
            @ForAll("histories") List<LeadHistory> histories,
            @ForAll @IntRange(max = 350) int from,
            @ForAll @IntRange(max = 350) int length,
            @ForAll Conversion.Basis basis,
            @ForAll Dimension dimension) {
        List<LeadHistory> counted = new ArrayList<>();
        for (LeadHistory lead : histories) {
            Instant at = basis == Conversion.Basis.CREATED
                    ? lead.createdAt()
                    : decided(lead).from();
            if (lead.pipeline().equals("p")
                    && (isClosed(lead) || basis == Conversion.Basis.CREATED)
                    && !at.isBefore(Histories.minute(from))
                    && at.isBefore(Histories.minute(from + length))) {
                counted.add(lead);
            }
        }

        Conversion conversion = Conversion.of(
                Histories.PIPELINE,
                histories.stream(),
                TimeRange.between(Histories.minute(from), Histories.minute(from + length)),
                basis,
                dimension);

        assertThat(conversion.rows().stream().mapToLong(Conversion.Row::leads).sum())
                .isEqualTo(counted.size());
        assertThat(conversion.rows()).extracting(Conversion.Row::key).doesNotHaveDuplicates();
        for (Conversion.Row row : conversion.rows()) {
            List<LeadHistory> its = counted.stream()
                    .filter(lead -> Objects.equals(row.key(), key(lead, dimension)))
                    .toList();
            long won = its.stream()
                    .filter(lead -> Histories.WON.contains(now(lead).stage()))
                    .count();
            long lost = its.stream()
                    .filter(lead -> Histories.LOST.contains(now(lead).stage()))
                    .count();
            assertThat(row).isEqualTo(new Conversion.Row(row.key(), its.size(), won, lost, its.size() - won - lost));
            assertThat(row.winRate().isPresent()).isEqualTo(won + lost > 0);
        }
        assertThat(conversion.rows())
                .extracting(Conversion.Row::leads)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Property
    void each_loss_is_in_the_one_cell_that_describes_it(
            @ForAll("histories") List<LeadHistory> histories,
            @ForAll @IntRange(max = 350) int from,
            @ForAll @IntRange(max = 350) int length) {
        List<String> expected = new ArrayList<>();
        for (LeadHistory lead : histories) {
            if (lead.pipeline().equals("p")
                    && Histories.LOST.contains(now(lead).stage())
                    && !decided(lead).from().isBefore(Histories.minute(from))
                    && decided(lead).from().isBefore(Histories.minute(from + length))) {
                expected.add(String.join(
                        "/",
                        "" + now(lead).reason(),
                        "" + lastOpen(lead),
                        lead.source(),
                        "" + decided(lead).assignee()));
            }
        }

        LostLeads lost = LostLeads.of(
                Histories.PIPELINE,
                histories.stream(),
                TimeRange.between(Histories.minute(from), Histories.minute(from + length)));

        List<String> found = new ArrayList<>();
        for (LostLeads.Cell cell : lost.cells()) {
            assertThat(cell.leads()).isPositive();
            for (int i = 0; i < cell.leads(); i++) {
                found.add(String.join("/", "" + cell.reason(), "" + cell.stage(), cell.source(), "" + cell.assignee()));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(lost.total()).isEqualTo(expected.size());
        for (LostLeads.Side side : LostLeads.Side.values()) {
            for (LostLeads.Sum sum : lost.by(side)) {
                assertThat(expected)
                        .filteredOn(each -> each.split("/")[side.ordinal()].equals("" + sum.value()))
                        .hasSize((int) sum.leads());
            }
            assertThat(lost.by(side).stream().mapToLong(LostLeads.Sum::leads).sum())
                    .isEqualTo(lost.total());
        }
    }

    private static StageVisit now(LeadHistory lead) {
        return lead.visits().get(lead.visits().size() - 1);
    }

    /** The first of its visits since it came to what it is now, if that is won or lost. */
    private static StageVisit decided(LeadHistory lead) {
        StageVisit first = now(lead);
        for (int i = lead.visits().size() - 1; i >= 0; i--) {
            StageVisit visit = lead.visits().get(i);
            if (!isOfOneKind(visit.stage(), now(lead).stage())) {
                break;
            }
            first = visit;
        }
        return first;
    }

    private static boolean isOfOneKind(String one, String other) {
        return Histories.WON.contains(one) == Histories.WON.contains(other)
                && Histories.LOST.contains(one) == Histories.LOST.contains(other);
    }

    private static @Nullable String lastOpen(LeadHistory lead) {
        for (int i = lead.visits().size() - 1; i >= 0; i--) {
            String stage = lead.visits().get(i).stage();
            if (!Histories.WON.contains(stage) && !Histories.LOST.contains(stage)) {
                return stage;
            }
        }
        return null;
    }

    private static boolean isClosed(LeadHistory lead) {
        return Histories.WON.contains(now(lead).stage())
                || Histories.LOST.contains(now(lead).stage());
    }

    private static @Nullable String key(LeadHistory lead, Dimension dimension) {
        return switch (dimension) {
            case SOURCE -> lead.source();
            case ASSIGNEE -> isClosed(lead) ? decided(lead).assignee() : lead.assignee();
            case BAND -> isClosed(lead) ? decided(lead).band() : lead.band();
        };
    }

    @Provide
    Arbitrary<List<LeadHistory>> histories() {
        return Histories.lists();
    }
}
