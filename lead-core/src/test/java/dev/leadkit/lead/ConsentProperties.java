package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What stands of several statements does not depend on how they were put together. */
class ConsentProperties {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Provide
    Arbitrary<List<Attributed<Consent>>> statements() {
        Arbitrary<Consent> consents = Combinators.combine(
                        Arbitraries.of("contact", "newsletter"),
                        Arbitraries.of(true, false),
                        Arbitraries.of("consent", "contract"),
                        Arbitraries.of("1", "2").injectNull(0.3))
                .as(Consent::new);
        Arbitrary<Provenance> from = Combinators.combine(
                        Arbitraries.of("ann", "bob"), Arbitraries.integers().between(0, 3))
                .as((user, second) -> Provenance.by(Actor.user(user), NOW.plusSeconds(second)));
        return Combinators.combine(consents, from).as(Attributed::new).list().ofMaxSize(8);
    }

    @Property
    void neither_order_nor_grouping_nor_repeats_matter(
            @ForAll("statements") List<Attributed<Consent>> statements, @ForAll Random random) {
        List<Attributed<Consent>> shuffled = new ArrayList<>(statements);
        shuffled.addAll(statements);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(shuffled.size() + 1);
        List<Attributed<Consent>> grouped = new ArrayList<>(Consent.latest(shuffled.subList(0, cut)));
        grouped.addAll(Consent.latest(shuffled.subList(cut, shuffled.size())));

        List<Attributed<Consent>> standing = Consent.latest(statements);

        assertThat(Consent.latest(grouped)).isEqualTo(standing);
        assertThat(standing)
                .extracting(stated -> stated.value().purpose())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Property
    void nothing_later_was_said_of_a_purpose_and_nothing_stricter_at_the_same_time(
            @ForAll("statements") List<Attributed<Consent>> statements) {
        for (Attributed<Consent> standing : Consent.latest(statements)) {
            assertThat(statements)
                    .filteredOn(each ->
                            each.value().purpose().equals(standing.value().purpose()))
                    .allSatisfy(each -> assertThat(each.provenance().at())
                            .isBeforeOrEqualTo(standing.provenance().at()))
                    .filteredOn(each ->
                            each.provenance().at().equals(standing.provenance().at()))
                    .allSatisfy(each -> assertThat(
                                    each.value().given() || !standing.value().given())
                            .isTrue());
        }
    }

    @Example
    void a_purpose_is_a_key() {
        assertThat(Consent.to("Marketing_e-mail2").basis("contract").text("v1"))
                .isEqualTo(new Consent("Marketing_e-mail2", true, "contract", "v1"));
        for (String wrong : List.of("", " ", "a b", "contact:x", "Zusage-ü")) {
            assertThatThrownBy(() -> Consent.to(wrong)).isInstanceOf(InvalidInputException.class);
        }
    }
}
