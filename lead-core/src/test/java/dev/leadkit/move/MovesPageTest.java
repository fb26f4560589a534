package dev.leadkit.move;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.pipeline.OverridePolicy;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The code and the definition of {@code docs/moves.md}. */
class MovesPageTest {
    @Test
    void what_the_page_shows_works() throws IOException {
        String page = Files.readString(Path.of("docs/moves.md"));
        String json = page.substring(page.indexOf("```json\n") + 8);
        Pipeline pipeline = Pipeline.parse(json.substring(0, json.indexOf("```")));
        LeadKit kit = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .pipeline(pipeline)
                .overrides(OverridePolicy.users("ann"))
                .build();

        LeadDesk desk = kit.tenant("acme").as(Actor.user("ann"));
        LeadId lead = desk.create(NewLead.named("Jane")).id();
        MovePreview move = desk.preview(lead, "contacted");
        assertThat(move.warnings()).isEmpty();
        desk.transition(lead, "contacted");
        desk.transition(lead, "lost", "price");
        desk.moves().reopen(lead);
        assertThat(desk.get(lead).stage()).isEqualTo("contacted");
        desk.moves().override(lead, "converted", "signed on paper");
        StaleStatus stale = desk.moves().staleness(lead);
        TickResult result = desk.moves().tick(100);

        assertThat(stale.isStale()).isFalse();
        assertThat(result.done()).isEmpty();
        assertThat(desk.get(lead).stage()).isEqualTo("converted");
    }
}
