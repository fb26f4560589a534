package dev.leadkit.testkit;

import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.SECRET;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.LeadKit;
import dev.leadkit.lead.Lead;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.UnsupportedCapabilityException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A transaction of the host is joined when the host says so, and never otherwise. What happens in one is not for here. */
interface JoiningRules {
    @Test
    @DisplayName("STORE-110 outside of a transaction of the host no result and no conflict says that it is joined")
    default void nothing_is_joined_that_was_not_asked_to_be(StoreUnderTest store) {
        ChangesetBuilder unit = aChangeset();
        Lead lead = unit.create(aLead().build(), NOW, null);

        assertThat(store.commit(unit).joined()).isFalse();
        assertThat(store.commit(unit).joined()).as("when it is repeated").isFalse();
        store.update(lead, next -> next.assignee("bob"));
        var conflict =
                catchThrowableOfType(ConflictException.class, () -> store.update(lead, next -> next.assignee("cy")));
        assertThat(conflict.isJoined()).isFalse();
    }

    @Test
    @DisplayName("STORE-111 joining a connection does nothing with it yet; a store that can't join says so")
    default void a_store_joins_without_touching_the_connection_or_refuses(StoreUnderTest store) {
        LeadKit kit = LeadKit.builder()
                .store(store.spi())
                .identityKey(SECRET.getBytes(StandardCharsets.UTF_8))
                .build();
        Connection untouchable = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    throw new AssertionError(
                            "a connection was touched that was to be joined only: " + method.getName());
                });

        if (store.spi().capabilities().joining() == null) {
            assertThatThrownBy(() -> kit.joining(untouchable)).isInstanceOf(UnsupportedCapabilityException.class);
        } else {
            assertThat(kit.joining(untouchable)).isNotNull();
        }
    }
}
