package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.aFullLead;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Change;
import dev.leadkit.lead.Lead;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LeadsTest {
    @Test
    void a_full_lead_has_a_value_in_every_field() throws ReflectiveOperationException {
        Lead full = aFullLead().build();

        for (RecordComponent field : Lead.class.getRecordComponents()) {
            if (field.getName().equals("mergedInto")) {
                continue; // a lead that somebody works on is not merged away
            }
            Object value = field.getAccessor().invoke(full);
            assertThat(value).as(field.getName()).isNotNull();
            if (value instanceof Collection<?> values) {
                assertThat(values).as(field.getName()).isNotEmpty();
            }
        }
        for (RecordComponent field : full.contact().getClass().getRecordComponents()) {
            assertThat(field.getAccessor().invoke(full.contact()))
                    .as(field.getName())
                    .isNotNull();
        }
    }

    @Test
    void the_changes_of_the_contract_are_of_every_kind() {
        Set<Class<?>> kinds =
                Changes.ofEveryKind().stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(kinds).containsAll(Arrays.asList(Change.class.getPermittedSubclasses()));
    }

    @Test
    void a_fixture_reads_as_a_sentence() {
        Lead lead = aLead().named("Jane")
                .inStage("converted")
                .tagged("vip")
                .scored(72)
                .worth("5", "EUR")
                .build();

        assertThat(lead.displayName()).isEqualTo("Jane");
        assertThat(lead.closed()).isTrue();
        assertThat(lead.score()).isEqualTo(Leads.score(72));
        assertThat(lead.stageEnteredAt()).isEqualTo(Leads.NOW);
    }
}
