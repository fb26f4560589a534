package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadScorer;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.Score;
import dev.leadkit.score.Scorers;
import dev.leadkit.store.Capabilities;
import dev.leadkit.store.UnsupportedCapabilityException;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeadKitTest {
    @Test
    void needs_a_store() {
        assertThatThrownBy(() -> LeadKit.builder().build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("store: expected a LeadStore, such as new InMemoryLeadStore(), found none");
    }

    @Test
    void refuses_a_secret_that_is_too_short() {
        LeadKit.Builder builder =
                LeadKit.builder().store(new InMemoryLeadStore()).identityKey(new byte[15]);

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("identityKey: expected at least 16 secret bytes, found 15 bytes");
    }

    @Test
    void refuses_endpoints_over_a_store_that_keeps_nothing_for_them() {
        LeadKit.Builder builder = LeadKit.builder()
                .store(new MeddledStore().declaring(Capabilities.NONE))
                .endpoint("crm", event -> {});

        assertThatThrownBy(builder::build)
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("an outbox");
    }

    @Test
    void refuses_a_scorer_that_can_score_no_lead() {
        LeadKit.Builder builder = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .scorer(new LeadScorer() {
                    @Override
                    public Score score(Lead lead, Instant asOf) {
                        throw new AssertionError("not asked");
                    }

                    @Override
                    public void requireFitForLeads() {
                        throw new UnsupportedOperationException("reads columns");
                    }
                });

        assertThatThrownBy(builder::build)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("reads columns");
    }

    @Test
    void a_scorer_that_fails_loses_no_lead_and_leaves_its_score_as_it_is() {
        var broken = new AtomicBoolean(true);
        LeadScorer scorer = (lead, asOf) -> {
            if (broken.get()) {
                throw new IllegalStateException(String.valueOf(lead.contact()));
            }
            return new Score(7, "cold", List.of(new Contribution("f", "F", 7, "x")), "c@1", asOf, null);
        };
        LeadDesk desk = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .scorer(scorer)
                .build()
                .tenant("acme")
                .as(Actor.user("ann"));

        Lead jane = desk.create(NewLead.named("Jane"));
        broken.set(false);
        Lead scored = desk.update(jane.id(), LeadUpdate.begin().company("Acme"));
        broken.set(true);
        Lead again = desk.update(jane.id(), LeadUpdate.begin().company("Acme Ltd"));

        assertThat(desk.get(jane.id()).contact().company().value()).isEqualTo("Acme Ltd");
        assertThat(jane.score()).isNull();
        assertThat(scored.score().value()).isEqualTo(7);
        assertThat(again.score()).isEqualTo(scored.score());
    }

    @Test
    void takes_the_moves_of_the_five_stage_pipeline_and_no_scorer_unless_told_otherwise() {
        LeadKit kit = LeadKit.builder().store(new InMemoryLeadStore()).build();

        assertThat(kit.wiring().pipeline().name()).isEqualTo("five-stage");
        assertThat(kit.wiring().scorers()).isSameAs(Scorers.NONE);
    }

    @Test
    void ids_come_from_the_host_when_it_gives_them() {
        var next = new AtomicLong();
        LeadKit kit = LeadKit.builder()
                .store(new InMemoryLeadStore())
                .ids(() -> new UUID(0, next.incrementAndGet()))
                .build();

        var lead = kit.tenant("acme").as(Actor.user("ann")).create(NewLead.named("Jane"));

        assertThat(lead.id().value()).isEqualTo(new UUID(0, 1));
    }

    @Test
    void joins_nothing_over_a_store_that_can_t() {
        LeadKit kit = LeadKit.builder().store(new InMemoryLeadStore()).build();
        Connection any = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> null);

        assertThatThrownBy(() -> kit.joining(any))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageStartingWith("expected a store with joining the host's transaction");
    }

    @Test
    void refuses_a_tenant_that_is_none() {
        LeadKit kit = LeadKit.builder().store(new InMemoryLeadStore()).build();

        assertThatThrownBy(() -> kit.tenant(" ")).isInstanceOf(InvalidInputException.class);
    }
}
