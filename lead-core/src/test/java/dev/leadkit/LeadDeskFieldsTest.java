package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.field.FieldDef;
import dev.leadkit.field.FieldRule;
import dev.leadkit.field.LeadFields;
import dev.leadkit.identity.FieldMerge;
import dev.leadkit.identity.KeptWork;
import dev.leadkit.identity.MergePreview;
import dev.leadkit.identity.Unmerge;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Provenance;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.store.PageRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURES B1: typed custom fields. */
class LeadDeskFieldsTest {
    private static final LeadFields FIELDS = LeadFields.named("sales")
            .add(FieldDef.of("seats", "Seats", FieldRule.number(1, 500)))
            .add(FieldDef.of("plan", "Plan", FieldRule.oneOf("basic", "pro")).beginningWith(FieldValue.choice("basic")))
            .add(FieldDef.of("renewal", "Renewal", FieldRule.date()))
            .add(FieldDef.of("diet", "Diet", FieldRule.text(100)).asPersonal())
            .build();

    private final MovableClock clock = new MovableClock();
    private final MeddledStore store = new MeddledStore();
    private final LeadDesk desk = desk(Pipeline.fiveStage());

    private LeadDesk desk(Pipeline pipeline) {
        return LeadKit.builder()
                .store(store)
                .clock(clock)
                .fields(FIELDS)
                .pipeline(pipeline)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
    }

    private List<Change> changes(Lead lead, long version) {
        return desk.timeline(lead.id(), PageRequest.first(100)).items().stream()
                .filter(activity -> activity.version() == version)
                .map(Activity::change)
                .toList();
    }

    private static FieldValue value(Lead lead, String key) {
        return lead.fields().get(key).value();
    }

    @ParameterizedTest
    @CsvSource({
        "price, -1 EUR",
        "price, 1.23456 EUR",
        "price, 12 XXQ",
        "price, 1e15 EUR",
        "seats, 1e20",
        "seats, ''",
        "owner, '\u0007x'"
    })
    void a_text_that_is_no_value_is_refused_by_the_name_of_its_field_without_it(String key, String text) {
        LeadFields fields = LeadFields.named("sales")
                .add(FieldDef.of("price", "Price", FieldRule.money()))
                .add(FieldDef.of("seats", "Seats", FieldRule.number(1, 500)))
                .add(FieldDef.of("owner", "Owner", FieldRule.ref()))
                .build();
        LeadDesk its = LeadKit.builder()
                .store(store)
                .fields(fields)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));
        LeadId lead = its.create(NewLead.named("Jane")).id();

        for (ThrowingCallable setting : List.<ThrowingCallable>of(
                () -> its.create(NewLead.named("Jane").field(key, text)),
                () -> its.update(lead, LeadUpdate.begin().field(key, text)))) {
            var refused = catchThrowableOfType(InvalidInputException.class, setting);
            assertThat(refused.field()).isEqualTo("field:" + key);
            assertThat(refused.found()).doesNotContain("-1", "1.23456", "XXQ", "E+");
        }
    }

    @Test
    void a_new_lead_has_what_it_was_given_and_the_defaults_of_the_rest() {
        Lead lead = desk.create(
                NewLead.named("Jane").field("seats", FieldValue.of(40)).field("renewal", "2026-09-01"));

        assertThat(lead.fields().keySet()).containsExactly("plan", "renewal", "seats");
        assertThat(lead.fields().get("seats"))
                .isEqualTo(new Attributed<>(FieldValue.of(40), Provenance.by(Actor.user("ann"), clock.instant())));
        assertThat(value(lead, "renewal")).isEqualTo(FieldValue.of(LocalDate.of(2026, 9, 1)));
        assertThat(lead.fields().get("plan"))
                .isEqualTo(new Attributed<>(FieldValue.choice("basic"), Provenance.initial(clock.instant())));
        assertThat(lead.pinned()).containsExactly("field:renewal", "field:seats", "name");
        assertThat(desk.get(lead.id())).isEqualTo(lead);
    }

    @Test
    void a_change_tells_the_old_and_the_new_value() {
        Lead lead = desk.create(NewLead.named("Jane").field("seats", "40"));

        Lead updated = desk.update(
                lead.id(), LeadUpdate.begin().field("seats", "41.0").field("plan", FieldValue.choice("pro")));
        Lead cleared = desk.update(lead.id(), LeadUpdate.begin().clear("field:seats"));

        assertThat(changes(lead, 2))
                .containsExactly(
                        new Change.FieldChanged("field:plan", "basic", "pro"),
                        new Change.FieldChanged("field:seats", "40", "41"));
        assertThat(updated.fields()).hasSize(2);
        assertThat(changes(lead, 3)).containsExactly(new Change.FieldChanged("field:seats", "41", null));
        assertThat(cleared.fields()).containsOnlyKeys("plan");
        assertThat(desk.update(lead.id(), LeadUpdate.begin().clear("field:seats")))
                .isEqualTo(cleared);
    }

    @Test
    void a_value_that_is_not_taken_is_refused_before_anything_is_written() {
        Lead lead = desk.create(NewLead.named("Jane"));
        int before = store.commits();
        LeadUpdate update = LeadUpdate.begin().name("John").field("seats", "501");

        var refused = catchThrowableOfType(InvalidInputException.class, () -> desk.update(lead.id(), update));

        assertThat(refused.field()).isEqualTo("field:seats");
        assertThatThrownBy(() -> desk.create(NewLead.named("Joe").field("colour", "red")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("field:colour: expected one of the fields seats, plan, renewal, diet, found no such field");
        assertThat(store.commits()).isEqualTo(before);
        assertThat(desk.get(lead.id())).isEqualTo(lead);
    }

    @Test
    void a_stage_may_require_a_custom_field() {
        LeadDesk its = desk(Pipeline.parse("""
                {"kind": "pipeline", "format": 1, "name": "p", "version": 1, "start": "new", "transitions": [
                   {"from": "new", "to": "offer", "guards": [{"has": "field:renewal"}]},
                   {"from": "offer", "to": "won"}],
                 "stages": [{"key": "new", "name": "New", "category": "open"},
                   {"key": "offer", "name": "Offer", "category": "open", "required": ["field:seats"]},
                   {"key": "won", "name": "Won", "category": "won"}]}
                """));
        Lead lead = its.create(NewLead.named("Jane"));

        assertThat(its.preview(lead.id(), "offer").refusals())
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder("field:seats", "field:renewal");
        its.update(lead.id(), LeadUpdate.begin().field("seats", "4").field("renewal", "2026-09-01"));
        assertThat(its.transition(lead.id(), "offer").stage()).isEqualTo("offer");
    }

    @Test
    void a_kit_whose_pipeline_requires_a_field_that_is_not_defined_is_not_built() {
        Pipeline pipeline = Pipeline.named("p")
                .open("new", "New")
                .won("won", "Won")
                .allow("new", "won", Guard.has("field:colour"))
                .build();

        assertThatThrownBy(() -> desk(pipeline))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("fields: expected a definition of each field that the pipeline asks for,"
                        + " found none of field:colour");
    }

    @Test
    void merged_leads_have_the_better_value_of_each_field_and_get_their_own_back() {
        Lead jane = desk.create(NewLead.named("Jane").field("seats", "40"));
        clock.advance(Duration.ofMinutes(1));
        Lead other = desk.create(NewLead.named("J.").field("seats", "50").field("diet", "vegan"));

        MergePreview preview = desk.merges().preview(jane.id(), other.id(), Map.of("field:seats", other.id()));
        Lead merged = desk.merges().apply(preview);

        assertThat(preview.fields())
                .filteredOn(row -> row.field().startsWith("field:"))
                .extracting(FieldMerge::field, FieldMerge::result, FieldMerge::rule)
                .containsExactly(
                        tuple("field:diet", "vegan", FieldMerge.Rule.ONLY),
                        tuple("field:plan", "basic", FieldMerge.Rule.SAME),
                        tuple("field:seats", "50", FieldMerge.Rule.CHOSEN));
        assertThat(value(merged, "seats")).isEqualTo(FieldValue.of(50));
        desk.update(merged.id(), LeadUpdate.begin().clear("field:diet").field("renewal", "2026-09-01"));
        Unmerge apart = desk.merges().undo(other.id());
        assertThat(apart.kept()).extracting(KeptWork::field).contains("field:diet");
        Lead restored = desk.get(other.id());
        Lead left = desk.get(jane.id());
        assertThat(restored.fields()).isEqualTo(other.fields());
        assertThat(value(left, "seats")).isEqualTo(FieldValue.of(40));
        assertThat(left.fields()).containsOnlyKeys("plan", "renewal", "seats");
    }

    @Test
    void values_are_handed_over_and_erased_with_the_person() {
        Lead lead = desk.create(NewLead.named("Jane").field("diet", "vegan").field("renewal", "2026-09-01"));
        desk.update(lead.id(), LeadUpdate.begin().field("diet", "none"));

        String json = desk.personalData().export(Set.of(lead.id())).toJson();
        desk.personalData().erase(Set.of(lead.id()), new Cause(Cause.SUBJECT_REQUEST, "t-1"));

        assertThat(json)
                .contains("\"diet\":{\"value\":\"none\"", "\"to\":\"vegan\"", "\"renewal\":{\"value\":\"2026-09-01\"");
        assertThat(desk.find(lead.id())).isEmpty();
        assertThat(desk.timeline(lead.id(), PageRequest.first(9)).items()).isEmpty();
    }
}
