package dev.leadkit.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.definition.Problem;
import dev.leadkit.field.FieldDef;
import dev.leadkit.field.FieldRule;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.LeadField;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import org.junit.jupiter.api.Test;

class PlanCheckTest {
    private static final Pipeline ASKS_FOR_SEATS = Pipeline.named("sales")
            .open("new", "New")
            .stage(Stage.of("won", "Won", StageCategory.WON).requiring(LeadField.custom("seats")))
            .free()
            .build();

    @Test
    void a_field_that_nobody_has_is_told_with_those_that_there_are() {
        LeadFields fields = LeadFields.named("ours")
                .add(FieldDef.of("rate", "Rate", FieldRule.number()))
                .add(FieldDef.of("plan", "Plan", FieldRule.text(40)))
                .build();

        assertThat(PlanCheck.fields(ASKS_FOR_SEATS, fields))
                .containsExactly(new Problem(
                        "/stages/1/required/0",
                        "unknown-field",
                        "there is no field \"%s\"".formatted(LeadField.custom("seats")),
                        "use one of: %s, %s".formatted(LeadField.custom("rate"), LeadField.custom("plan"))));
        assertThat(PlanCheck.fields(ASKS_FOR_SEATS, LeadFields.NONE))
                .extracting(Problem::mend)
                .containsExactly("give the kit a definition of it");
    }
}
