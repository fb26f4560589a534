package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conflict.FieldChoice;
import dev.leadkit.conflict.FieldChoice.Take;
import dev.leadkit.conflict.ThreeWay;
import dev.leadkit.field.FieldDef;
import dev.leadkit.field.FieldRule;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** FEATURES B13: two people who change a lead at the same time; no change is lost silently. */
class ConflictProperties {
    private static final LeadFields FIELDS = LeadFields.named("any")
            .add(FieldDef.of("seats", "Seats", FieldRule.number(1, 9)))
            .build();

    private final LeadKit kit = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .clock(new MovableClock())
            .fields(FIELDS)
            .build();
    private final LeadDesk ann = kit.tenant("acme").as(Actor.user("ann"));
    private final LeadDesk bob = kit.tenant("acme").as(Actor.user("bob"));

    @Property(tries = 500)
    void no_change_is_lost_silently(@ForAll("updates") LeadUpdate first, @ForAll("updates") LeadUpdate second) {
        Lead base = ann.create(NewLead.named("Name 1")
                .email("e1@x.example")
                .company("Firm 1")
                .field("seats", "1")
                .expecting(Money.of("1", "EUR")));
        Lead alone = ann.update(ann.create(copyOf(base)).id(), second);
        Lead theirs = bob.update(base.id(), first);
        ThreeWay both = ann.compare(base.id(), base.version(), second);

        try {
            Lead stored = ann.reconcile(base.id(), base.version(), second);

            assertThat(both.conflicts()).isEmpty();
            assertThat(ThreeWay.of(base, named(alone, base), stored).choices())
                    .as("each change of mine is there")
                    .noneMatch(choice -> isLost(choice, choice.mine()));
            assertThat(ThreeWay.of(base, theirs, stored).choices())
                    .as("each change of theirs is there")
                    .noneMatch(choice -> isLost(choice, choice.mine()));
        } catch (OverlapException overlap) {
            assertThat(ann.get(base.id())).as("nothing was written").isEqualTo(theirs);
            assertThat(overlap.both()).isEqualTo(both);
            assertThat(overlap.conflicts()).isNotEmpty().allSatisfy(choice -> {
                assertThat(choice.mine()).isNotEqualTo(choice.base()).isNotEqualTo(choice.theirs());
                assertThat(choice.theirs()).isNotEqualTo(choice.base());
            });
        }
    }

    /** Whether a side changed a value that the stored lead, here as theirs, does not have. */
    private static boolean isLost(FieldChoice choice, @Nullable String changed) {
        return choice.take() == Take.CONFLICT || choice.take() == Take.MINE && changed != null;
    }

    private static NewLead copyOf(Lead base) {
        return NewLead.named("Name 1")
                .email("e1@x.example")
                .company("Firm 1")
                .field("seats", "1")
                .expecting(Money.of("1", "EUR"));
    }

    /** The values of one lead under the id of another. */
    private static Lead named(Lead lead, Lead other) {
        return other.toBuilder()
                .contact(lead.contact())
                .expectedAmount(lead.expectedAmount())
                .probability(lead.probability())
                .snoozedUntil(lead.snoozedUntil())
                .fields(lead.fields())
                .tags(lead.tags())
                .build();
    }

    @Provide
    Arbitrary<LeadUpdate> updates() {
        Arbitrary<String> value = Arbitraries.of("1", "2", "3").injectNull(0.5);
        return Combinators.combine(
                        value,
                        value,
                        value,
                        value,
                        value,
                        Arbitraries.of("", "field:seats", "email", "company", "amount"))
                .as((name, email, company, seats, amount, clear) -> {
                    LeadUpdate update = LeadUpdate.begin();
                    update = name == null ? update : update.name("Name " + name);
                    update = email == null ? update : update.email("e" + email + "@x.example");
                    update = company == null ? update : update.company("Firm " + company);
                    update = amount == null ? update : update.expecting(Money.of(amount, "EUR"));
                    update = amount == null ? update.stageProbability() : update.probability(0.25 * amount.length());
                    update = name == null
                            ? update.wake()
                            : update.snooze(Instant.parse("2199-01-0%sT00:00:00Z".formatted(name)));
                    update = seats == null ? update : update.field("seats", seats);
                    return clear.isEmpty() ? update : update.clear(clear);
                });
    }
}
