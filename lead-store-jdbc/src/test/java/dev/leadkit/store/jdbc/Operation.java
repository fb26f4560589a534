package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ANN;
import static dev.leadkit.testkit.Leads.HASHER;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.id;

import dev.leadkit.LeadUpdate;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What a host does, one call each; with what {@link Scene#prepare} has put there. */
enum Operation {
    CREATE(scene -> scene.desk()
            .create(NewLead.named("Ada").externalId("crm-1").expecting(new Money(new BigDecimal("12.50"), "EUR")))
            .stage()),
    TRANSITION(scene -> scene.desk().transition(scene.jane().id(), "contacted").stage()),
    NOTE(scene -> scene.desk().note(scene.jane().id(), "called back").version()),
    TAG(scene -> scene.desk().tag(scene.jane().id(), "vip").tags()),
    ASSIGN(scene -> scene.desk().assign(scene.jane().id(), "bob").assignee()),
    UPDATE(scene -> scene.desk()
            .update(scene.jane().id(), LeadUpdate.begin().expecting(new Money(new BigDecimal("99"), "USD")))
            .version()),
    CAPTURE(scene -> scene.capture()
            .onMessage(Scene.message(5, "reach me at ada@acme.example"))
            .status()),
    LATE_MESSAGE(scene -> scene.capture()
            .onMessage(Scene.message(1, "my name is Ada Lovelace"))
            .status()),
    MARK(scene -> scene.capture()
            .markQualified(Scene.SESSION, ANN, "asked for an offer")
            .status()),
    COMMIT_ALL(Operation::commitSeveral),
    FIND(scene -> scene.desk().find(scene.jane().id()).isPresent()),
    FIND_ALL(scene -> scene.store()
            .findAll(scene.tenant(), List.of(scene.jane().id(), scene.joe().id()))
            .size()),
    FIND_BY_IDENTITY(scene -> scene.store()
            .findByIdentity(
                    scene.tenant(), "five-stage", HASHER.key(Identity.verified(IdentityKind.EXTERNAL_ID, "joe")))
            .map(lead -> lead.contact().name().value())),
    LIST(scene -> scene.desk().list(LeadQuery.all().limit(1)).items().size()),
    BOARD(scene -> scene.desk().board(BoardQuery.all()).columns().stream()
            .map(column -> column.stage() + column.count() + column.sums())
            .toList()),
    TIMELINE(scene -> scene.desk()
            .timeline(scene.jane().id(), PageRequest.first(9))
            .items()
            .size()),
    TRANSCRIPT(
            scene -> scene.store().transcript(scene.tenant(), Scene.SESSION).map(transcript -> transcript.messages()));

    private final Function<Scene, Object> call;

    Operation(Function<Scene, Object> call) {
        this.call = call;
    }

    /** @return what can be compared with another run of the same */
    Object run(Scene scene) {
        return call.apply(scene);
    }

    /** One follows from another, so that there are two transactions, and one is in conflict. */
    private static Object commitSeveral(Scene scene) {
        Lead jane = scene.jane();
        Lead joe = scene.joe();
        Lead tagged = jane.toBuilder().assignee("cy").build();
        ChangesetBuilder first = unit(scene.tenant(), 1);
        Lead after = first.update(jane, tagged, NOW, null);
        ChangesetBuilder stale = unit(scene.tenant(), 2);
        stale.update(
                joe.toBuilder().version(7).build(),
                joe.toBuilder().version(7).assignee("cy").build(),
                NOW,
                null);
        ChangesetBuilder created = unit(scene.tenant(), 3);
        created.create(aLead().of(scene.tenant()).id(id(3)).named("Cleo").build(), NOW, null);
        ChangesetBuilder last = unit(scene.tenant(), 4);
        last.update(after, after.toBuilder().assignee("dee").build(), NOW, null);
        List<Changeset> all = List.of(first.build(), stale.build(), created.build(), last.build());
        return scene.store().commitAll(all).stream()
                .map(outcome -> outcome.getClass().getSimpleName())
                .toList();
    }

    private static ChangesetBuilder unit(TenantId tenant, int number) {
        return aChangeset(tenant, new ChangesetId(new UUID(7, number)));
    }
}
