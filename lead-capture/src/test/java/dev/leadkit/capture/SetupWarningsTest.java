package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadKit;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.ContactKind;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetupWarningsTest {
    private final LeadKit.Builder kit = LeadKit.builder().store(new InMemoryLeadStore());

    @Test
    void a_kit_that_knows_no_numbers_is_told_what_knows_them() {
        assertThat(warnings(CaptureRules.standard())).singleElement().asString().contains("LibPhoneNormalizer");

        kit.normalizer(new LibPhoneNormalizer());

        assertThat(warnings(CaptureRules.standard())).isEmpty();
    }

    @Test
    void a_rule_that_moves_leads_to_a_stage_that_there_is_not_is_named() {
        kit.normalizer(new LibPhoneNormalizer());

        assertThat(warnings(movingTo("qualified"))).isEmpty();
        assertThat(warnings(movingTo("nosuch")))
                .containsExactly("rule moves moves leads to nosuch, which is no stage of the kit's pipeline five-stage;"
                        + " name one of contacted, converted, lost, new, qualified");
    }

    @Test
    void a_rule_that_asks_for_a_tag_of_the_desk_is_told_that_it_sees_none() {
        kit.normalizer(new LibPhoneNormalizer());

        assertThat(warnings(CaptureRules.named("ours")
                        .rule(CaptureRule.of("vips", Condition.taggedAny("vip", "demo"), Effect.lead()))
                        .rule(CaptureRule.of(
                                "demos",
                                Condition.text("demo"),
                                Effect.nothing().tags("demo")))
                        .build()))
                .singleElement()
                .asString()
                .startsWith("the rule vips asks for vip, which no rule gives as a tag;");
    }

    private List<String> warnings(CaptureRules rules) {
        return SetupWarnings.of(kit.build().wiring(), rules);
    }

    private static CaptureRules movingTo(String stage) {
        return CaptureRules.named("ours")
                .rule(CaptureRule.of(
                        "moves",
                        Condition.contact(ContactKind.ANY),
                        Effect.lead().stage(stage)))
                .build();
    }
}
