package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Provenance;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsentLogTest {
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
}
