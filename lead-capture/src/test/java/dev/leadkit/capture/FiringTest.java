package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Reason;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of rules that fired, of attributes they ask for and of consent, and what counts as nothing taken. */
class FiringTest {
    private static final CaptureRule RULE = CaptureRule.of("r", Condition.markedQualified(), Effect.lead());

    @Test
    void firing_again_keeps_its_first_time_and_reasons() {
        Firing first = new Firing(RULE, Chats.MORNING, Chats.MORNING, List.of(Reason.of("a", "because")));

        Firing again = first.again(Chats.EVENING);

        assertThat(again).isEqualTo(new Firing(RULE, Chats.MORNING, Chats.EVENING, first.because()));
    }

    @Test
    void its_reason_tells_all_that_was_seen_each_text_once() {
        Firing firing = firing(List.of(Reason.of("a", "one"), Reason.of("b", "two"), Reason.of("c", "one")));

        assertThat(firing.asReason()).isEqualTo(Reason.of("r", "one; two"));
    }

    @Test
    void of_a_text_the_first_thousand_characters_are_told() {
        assertThat(firing(List.of(Reason.of("a", "x".repeat(1000)))).asReason().text())
                .isEqualTo("x".repeat(1000));
        assertThat(firing(List.of(Reason.of("a", "x".repeat(1001)))).asReason().text())
                .isEqualTo("x".repeat(1000) + "…");
    }

    @Test
    void of_evidence_the_first_two_hundred_pieces_are_told() {
        List<Evidence> evidence = IntStream.range(0, 201)
                .mapToObj(i -> new Evidence("s", "m" + i, 0, 0))
                .toList();

        assertThat(firing(List.of(new Reason("a", "text", evidence))).asReason().evidence())
                .isEqualTo(evidence.subList(0, 200));
    }

    private static Firing firing(List<Reason> because) {
        return new Firing(RULE, Chats.MORNING, Chats.MORNING, because);
    }

    @Test
    void nothing_is_taken_where_all_is_dropped_or_stated() {
        ChatMessage statement = message("m1");

        assertThat(new Intake.Taken(List.of(), 0, 0, 1).isNothing()).isTrue();
        assertThat(new Intake.Taken(List.of(statement), 0, 1, 0).isNothing()).isTrue();
        assertThat(new Intake.Taken(List.of(statement), 0, 1, 1).isNothing()).isTrue();
        assertThat(new Intake.Taken(List.of(statement), 0, 1, 2).isNothing()).isTrue();
        assertThat(new Intake.Taken(List.of(statement), 0, 0, 1).isNothing()).isFalse();
        assertThat(Intake.Taken.NOTHING.isNothing()).isFalse();
    }

    @Test
    void a_hundred_values_of_an_attribute_are_kept_with_where_each_came_first() {
        SeenAttributes seen = new SeenAttributes();
        for (int i = 0; i < 101; i++) {
            seen.add(message("m" + i, "page", " p" + i), Set.of("page"));
        }
        seen.add(message("again", "page", "p0"), Set.of("page"));
        seen.add(message("other", "colour", "red"), Set.of("page"));

        assertThat(seen.first("page", Set.of())).isEqualTo(new Evidence("s", "m0", 0, 0));
        assertThat(seen.first("page", Set.of("p0"))).isEqualTo(new Evidence("s", "m0", 0, 0));
        assertThat(seen.first("page", Set.of("p99"))).isEqualTo(new Evidence("s", "m99", 0, 0));
        assertThat(seen.first("page", Set.of("p100"))).isNull();
        assertThat(seen.first("colour", Set.of())).isNull();
    }

    @Test
    void consent_by_a_rule_that_still_is_gives_way_and_all_other_consent_stays() {
        ConsentLog log = new ConsentLog();
        Attributed<Consent> old = stated("old", Provenance.Origin.RULE, "r");
        Attributed<Consent> removed = stated("removed", Provenance.Origin.RULE, "gone");
        Attributed<Consent> person = stated("person", Provenance.Origin.PERSON, "r");

        assertThat(log.over(List.of(old, removed, person), Set.of("r"))).containsExactly(person, removed);
        assertThat(log.over(List.of(), Set.of("r"))).isEmpty();
    }

    private static Attributed<Consent> stated(String purpose, Provenance.Origin origin, String by) {
        return new Attributed<>(
                Consent.to(purpose), new Provenance(origin, by, Assurance.CLAIMED, 1.0, null, Chats.MORNING));
    }

    private static ChatMessage message(String id, String... attribute) {
        ChatMessage.Builder message =
                ChatMessage.from("s").id(id).visitor("hello").at(Chats.MORNING);
        return attribute.length == 0
                ? message.build()
                : message.attribute(attribute[0], attribute[1]).build();
    }
}
