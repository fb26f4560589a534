package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.migration.Pipelines;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadFilter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Claims and counts go along when a lead goes to another pipeline, and a published version is there after a restart. */
@ParameterizedClass
@EnumSource(Database.class)
class PipelinesOnDatabasesTest {
    private static final Pipeline SERVICE = Pipeline.named("service")
            .open("begun", "Begun")
            .won("done", "Done")
            .free()
            .build();

    private final Database kind;

    @TempDir
    Path folder;

    PipelinesOnDatabasesTest(Database kind) {
        this.kind = kind;
    }

    private static LeadDesk desk(Place.Opened opened) {
        LeadKit kit = Hosts.kit(opened.store());
        return kit.tenant(ACME.value()).as(Actor.user("ann"));
    }

    private static Board board(LeadDesk desk, String pipeline) {
        return desk.board(BoardQuery.of(LeadFilter.all().inPipeline(pipeline)).cards(0));
    }

    @Test
    void a_lead_takes_its_claims_and_its_place_in_the_counts_to_another_pipeline() {
        Place place = Place.fresh(kind, folder);
        try (Place.Opened opened = place.open(2)) {
            LeadDesk desk = desk(opened);
            Pipelines pipelines = desk.pipelines();
            pipelines.publish(pipelines.plan(SERVICE));
            Lead sold = desk.create(NewLead.unknown().externalId("crm-1"));
            Lead served = desk.create(NewLead.unknown().externalId("crm-1"), "service");

            assertThatThrownBy(() -> desk.moveTo(sold.id(), "service", "begun"))
                    .isInstanceOf(IdentityTakenException.class);
            desk.transition(served.id(), "done");
            Lead moved = desk.moveTo(sold.id(), "service", "begun");
            Lead fresh = desk.create(NewLead.unknown().externalId("crm-1"));

            Identity crm = Identity.verified(IdentityKind.EXTERNAL_ID, "crm-1");
            assertThat(desk.findByIdentity(crm, "service")).contains(moved);
            assertThat(desk.findByIdentity(crm)).contains(fresh);
            assertThat(board(desk, "service").columns())
                    .extracting(Board.Column::count)
                    .containsExactly(1L, 1L);
            assertThat(board(desk, "five-stage").columns().get(0).count()).isEqualTo(1);
            assertThat(Audit.of(opened, ACME).faults()).isEmpty();
        }
        try (Place.Opened opened = place.open(2)) {
            LeadDesk desk = desk(opened);

            assertThat(desk.pipelines().list()).extracting(Pipeline::name).containsExactly("five-stage", "service");
            assertThat(desk.pipelines().find("service", 1).orElseThrow().toJson())
                    .isEqualTo(SERVICE.toJson());
        }
    }
}
