package dev.leadkit.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.TenantId;
import dev.leadkit.migration.MigrationPlan.Lacking;
import dev.leadkit.migration.MigrationPlan.StageMove;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoveCountTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final Pipeline NEXT = Pipeline.named("sales")
            .version(2)
            .open("new", "New")
            .stage(Stage.of("hot", "Hot", StageCategory.OPEN).requiring(LeadField.EMAIL))
            .won("won", "Won")
            .free()
            .build();

    private final MoveCount count = new MoveCount(NEXT, Actor.user("ann"));
    private int made;

    private Lead in(String stage, boolean isClosed) {
        return Lead.builder(new LeadId(new UUID(0, ++made)), TenantId.of("acme"), LeadSource.MANUAL, AT)
                .stage("sales", 1, stage, isClosed, AT)
                .build();
    }

    private Lead count(String from, boolean wasClosed, @Nullable String to) {
        Lead lead = in(from, wasClosed);
        count.add(lead, Optional.ofNullable(to).map(stage -> NEXT.adopt(lead, stage)));
        return lead;
    }

    @Test
    void those_that_close_and_those_that_open_again_are_counted_apart() {
        count("new", false, "new");
        count("new", false, "won");
        count("new", false, "won");
        count("lost", true, "new");
        count("lost", true, "won");

        assertThat(count.moves())
                .containsExactly(
                        new StageMove("lost", "new", 1, 0, 1, List.of()),
                        new StageMove("lost", "won", 1, 0, 0, List.of()),
                        new StageMove("new", "new", 1, 0, 0, List.of()),
                        new StageMove("new", "won", 2, 2, 0, List.of()));
    }

    @Test
    void those_without_a_place_come_first_of_their_stage() {
        count("warm", false, "hot");
        count("warm", false, null);

        assertThat(count.moves()).extracting(StageMove::to).containsExactly(null, "hot");
    }

    @Test
    void all_that_lack_something_are_counted_and_the_first_twenty_named() {
        List<LeadId> ids = IntStream.range(0, 23)
                .mapToObj(i -> count("warm", false, "hot").id())
                .toList();

        Lacking lacking = count.moves().get(0).lacking().get(0);

        assertThat(lacking.refusal().field()).isEqualTo(LeadField.EMAIL);
        assertThat(lacking.leads()).isEqualTo(23);
        assertThat(lacking.first()).isEqualTo(ids.subList(0, 20));
    }
}
