package dev.leadkit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonText;
import dev.leadkit.definition.json.JsonValue.JsonArray;
import dev.leadkit.definition.json.JsonValue.JsonObject;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.NoteId;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What listeners see of a change, as values and as JSON; the golden texts are what receivers were promised. */
class LeadEventTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final LeadId LEAD = LeadId.parse("01955714-0000-7000-8000-000000000007");

    private static final List<Change> CHANGES = List.of(
            new Change.Created(LeadSource.API, "five-stage", 1, "new", LEAD),
            new Change.Created(LeadSource.API, "five-stage", 1, "new", null),
            new Change.Captured(List.of(Reason.of("contact-given", "an e-mail address was given"))),
            new Change.Captured(List.of()),
            new Change.Withdrawn(),
            new Change.Restored(),
            new Change.Merged(LEAD),
            new Change.MergedInto(LEAD),
            new Change.Unmerged(LEAD),
            new Change.UnmergedFrom(LEAD),
            new Change.StageChanged("qualified", "lost", "price", Duration.ofHours(30)),
            new Change.StageChanged("lost", "new", null, Duration.ZERO),
            new Change.Overridden("the boss said so", List.of(Reason.of("not-declared", "no transition from a to b"))),
            new Change.FieldChanged("name", "Jane", "Jan \"x\" 🙂"),
            new Change.FieldChanged("email", null, "jane@acme.example"),
            new Change.FieldChanged("phone", "+4915123456789", null),
            new Change.Tagged("vip"),
            new Change.Untagged("vip"),
            new Change.Assigned(null, "ann"),
            new Change.Assigned("ann", null),
            new Change.Noted("called"),
            new Change.NoteEdited(new NoteId(4, 0), "called twice"),
            new Change.NoteRemoved(new NoteId(4, 0)),
            new Change.Scored(null, 71, null, "hot", "default@1"),
            new Change.Scored(71, 0, "hot", "cold", "default@2"),
            new Change.BandChanged("hot", "cold"),
            new Change.Identified(IdentityKind.CHANNEL_USER, Assurance.CHANNEL),
            new Change.ConversationLinked("s-1"),
            new Change.ConversationUnlinked("s-1"),
            new Change.ConsentStated(new Attributed<>(
                    Consent.to("contact").text("2026-03"),
                    Provenance.said("consent", 1.0, new Evidence("s-1", "m-1", 0, 0), AT))),
            new Change.ConsentStated(
                    new Attributed<>(Consent.withdrawnFrom("contact"), Provenance.by(Actor.user("ann"), AT))),
            new Change.ConsentDropped("contact"),
            new Change.Migrated(1, 2, "new", "fresh"),
            new Change.PipelineChanged("sales", "won", "service", 3, "begun", null, Duration.ofDays(2)),
            new Change.PipelineChanged("sales", "new", "service", 3, "lost", "price", Duration.ZERO),
            new Change.Summarised("Wants 40 chairs"),
            new Change.Summarised(null),
            new Change.Adjusted());

    private final SchemaCheck schema = new SchemaCheck(
            JsonText.parse(DefinitionReader.resource(LeadEvent.class.getResourceAsStream("lead-event.schema.json"))));

    @Test
    void an_event_as_json_has_the_old_and_the_new_value() {
        LeadEvent event = event(
                Actor.bot("b1").onBehalfOf("ann"),
                new Cause("message", "m-1"),
                new Change.StageChanged("new", "lost", "price", Duration.ofHours(3)),
                new Change.FieldChanged("name", null, "Jane"));

        assertThat(event.toJson()).isEqualTo("""
            {"type":"lead.changed","timestamp":"2026-03-02T09:00:00.123456Z","data":{\
            "id":"%s","tenant":"acme","lead":"01955714-0000-7000-8000-000000000007","version":4,\
            "changeset":"00000000-0000-0000-0000-000000000009","changes":[\
            {"type":"lead.stage_changed","at":"2026-03-02T09:00:00.123456Z",\
            "actor":{"kind":"bot","id":"b1","onBehalfOf":"ann"},"cause":{"code":"message","ref":"m-1"},\
            "from":"new","to":"lost","reason":"price","durationInFrom":"PT3H"},\
            {"type":"lead.field_changed","at":"2026-03-02T09:00:00.123456Z",\
            "actor":{"kind":"bot","id":"b1","onBehalfOf":"ann"},"cause":{"code":"message","ref":"m-1"},\
            "field":"name","to":"Jane"}]}}""".formatted(event.id()));
    }

    @Test
    void every_kind_of_change_has_a_type_and_the_schema_describes_it() {
        assertThat(ChangeType.ALL.stream().<Object>map(ChangeType::type))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.<Object>asList((Object[]) Change.class.getPermittedSubclasses()));
        assertThat(ChangeType.ALL).extracting(ChangeType::name).doesNotHaveDuplicates();
        assertThat(ChangeType.ALL).allSatisfy(type -> {
            assertThat(type.name()).matches("lead\\.[a-z_]+");
            assertThat(schema.definition("#/$defs/" + type.name())).isNotNull();
            assertThat(CHANGES).hasAtLeastOneElementOfType(type.type());
        });
        for (Change change : CHANGES) {
            var json = JsonText.parse(event(Actor.system(), null, change).toJson());

            assertThat(schema.problems(json)).as("problems of %s", change).isEmpty();
        }
    }

    @Test
    void the_schema_names_every_member_that_a_change_has() {
        for (Change change : CHANGES) {
            var event =
                    (JsonObject) JsonText.parse(event(Actor.user("ann").onBehalfOf("bob"), new Cause("x", "y"), change)
                            .toJson());
            String type = ChangeType.of(change).name();
            var data = (JsonObject) event.members().get("data");
            var written = (JsonObject)
                    ((JsonArray) data.members().get("changes")).items().get(0);

            List<String> known = new ArrayList<>(keys("#/$defs/change"));
            known.addAll(keys("#/$defs/" + type));
            assertThat(known).containsAll(written.members().keySet());
        }
    }

    private List<String> keys(String definition) {
        var properties = (JsonObject) schema.definition(definition).members().get("properties");
        return List.copyOf(properties.members().keySet());
    }

    @Test
    void the_schema_refuses_what_is_no_event() {
        var event = event(Actor.system(), null, new Change.Tagged("vip")).toJson();

        for (String broken : List.of(
                event.replace("\"tag\":\"vip\"", "\"label\":\"vip\""),
                event.replace("lead.tagged", "lead.painted"),
                event.replace("\"version\":4", "\"version\":0"),
                event.replace("09:00", "nine"))) {
            assertThat(schema.problems(JsonText.parse(broken))).isNotEmpty();
        }
    }

    @Test
    void ids_tell_tenants_leads_and_versions_apart() {
        LeadEvent event = event(Actor.system(), null, new Change.Restored());
        var other = new LeadEvent(TenantId.of("acme/"), LEAD, 4, event.changeset(), event.activities(), 1, AT);
        var later = new LeadEvent(event.tenant(), LEAD, 5, event.changeset(), event.activities(), 1, AT);

        assertThat(event.id()).matches("evt_[0-9a-f]{32}");
        assertThat(List.of(event.id(), other.id(), later.id())).doesNotHaveDuplicates();
    }

    @Test
    void an_event_tells_of_something() {
        assertThatThrownBy(() -> event(Actor.system(), null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static LeadEvent event(Actor actor, @Nullable Cause cause, Change... changes) {
        var changeset = new ChangesetId(new UUID(0, 9));
        List<Activity> activities = new ArrayList<>();
        for (Change change : changes) {
            activities.add(new Activity(LEAD, 4, activities.size(), AT, actor, changeset, cause, change));
        }
        return new LeadEvent(TenantId.of("acme"), LEAD, 4, changeset, activities, 1, AT);
    }
}
