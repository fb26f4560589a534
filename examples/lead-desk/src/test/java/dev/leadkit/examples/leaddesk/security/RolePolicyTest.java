package dev.leadkit.examples.leaddesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.access.AccessAction;
import dev.leadkit.access.AccessRequest;
import dev.leadkit.access.HiddenField;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadFilter;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolePolicyTest {
    private static final TenantId ACME = TenantId.of("acme");

    private final Directory directory = new Directory();
    private final RolePolicy policy = new RolePolicy(directory);

    @BeforeEach
    void users() {
        for (Role role : Role.values()) {
            directory.add(new Principal(ACME, role.key(), role));
        }
    }

    private Set<AccessAction> permitted(String user) {
        Set<AccessAction> permitted = EnumSet.noneOf(AccessAction.class);
        for (AccessAction action : AccessAction.values()) {
            if (policy.permits(ACME, Actor.user(user), AccessRequest.of(action, "pipeline"))) {
                permitted.add(action);
            }
        }
        return permitted;
    }

    @Test
    void each_role_may_do_what_the_ones_before_it_may_and_more() {
        assertThat(permitted("viewer")).containsExactly(AccessAction.READ);
        assertThat(permitted("rep"))
                .containsAll(permitted("viewer"))
                .doesNotContain(
                        AccessAction.EXPORT, AccessAction.MERGE, AccessAction.PERSONAL_DATA, AccessAction.CONFIGURE);
        assertThat(permitted("manager")).containsAll(permitted("rep")).doesNotContain(AccessAction.CONFIGURE);
        assertThat(permitted("admin")).containsExactlyInAnyOrder(AccessAction.values());
        assertThat(policy.permits(ACME, Actor.user("rep"), AccessRequest.of(AccessAction.CONFIGURE, "view")))
                .isTrue();
    }

    @Test
    void who_has_no_role_in_the_tenant_sees_and_does_nothing() {
        Actor stranger = Actor.user("stranger");

        assertThat(policy.visible(ACME, stranger)).isEqualTo(LeadFilter.none());
        assertThat(permitted("stranger")).isEmpty();
        assertThat(policy.visible(TenantId.of("birch"), Actor.user("admin"))).isEqualTo(LeadFilter.none());
    }

    @Test
    void a_viewer_sees_no_amounts_and_a_rep_not_the_leads_of_others() {
        assertThat(policy.hidden(ACME, Actor.user("viewer"))).containsExactly(HiddenField.AMOUNT);
        assertThat(policy.hidden(ACME, Actor.user("rep"))).isEmpty();
        assertThat(policy.visible(ACME, Actor.user("rep"))).isNotEqualTo(LeadFilter.all());
        assertThat(policy.visible(ACME, Actor.user("manager"))).isEqualTo(LeadFilter.all());
    }
}
