package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.HASHER;
import static dev.leadkit.testkit.Leads.NOW;
import static dev.leadkit.testkit.Leads.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.PageRequest;
import dev.leadkit.testkit.Leads;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One tenant in a database: what is done to it, and what it comes to, ids aside. */
final class Scene {
    static final String SESSION = "s-1";

    private static final String COUNTED = """
        SELECT stage, currency, SUM(leads), SUM(amount)
        FROM leadkit_counter
        WHERE tenant_id = ?
        GROUP BY stage, currency
        """;

    private static final String GROUPED = """
        SELECT stage, COALESCE(expected_currency, ''), COUNT(*), COALESCE(SUM(expected_amount), 0)
        FROM leadkit_lead
        WHERE tenant_id = ? AND withdrawn = FALSE
        GROUP BY stage, expected_currency
        """;

    private final DataSource database;
    private final LeadKit kit;
    private final CaptureEngine engine;
    private final TenantId tenant;
    private @Nullable Lead jane;
    private @Nullable Lead joe;

    /** @param engine over the kit */
    Scene(DataSource database, LeadKit kit, CaptureEngine engine, TenantId tenant) {
        this.database = database;
        this.kit = kit;
        this.engine = engine;
        this.tenant = tenant;
    }

    static LeadKit kit(LeadStore store) {
        return LeadKit.builder()
                .store(store)
                .identityKey(SECRET.getBytes(StandardCharsets.UTF_8))
                .clock(Leads.CLOCK)
                .build();
    }

    TenantId tenant() {
        return tenant;
    }

    LeadStore store() {
        return kit.wiring().store();
    }

    LeadDesk desk() {
        return kit.tenant(tenant.value()).as(Leads.ANN);
    }

    TenantCapture capture() {
        return engine.tenant(tenant.value());
    }

    /** Two leads and a conversation. */
    Scene prepare() {
        jane = desk().create(NewLead.named("Jane"));
        joe = desk().create(NewLead.named("Joe").externalId("joe"));
        capture().onMessage(message(3, "hello"));
        return this;
    }

    /** The same tenant with the same leads, through another kit. */
    Scene through(LeadKit other, CaptureEngine its) {
        var scene = new Scene(database, other, its, tenant);
        scene.jane = jane;
        scene.joe = joe;
        return scene;
    }

    /** As it was prepared. */
    Lead jane() {
        return Objects.requireNonNull(jane);
    }

    Lead joe() {
        return Objects.requireNonNull(joe);
    }

    static ChatMessage message(int number, String text) {
        return ChatMessage.from(SESSION)
                .id("m-" + number)
                .visitor(text)
                .at(NOW.plusSeconds(number))
                .build();
    }

    /** All that can be seen, and that what can't agrees with it. */
    String state() throws SQLException {
        List<Lead> leads =
                desk().list(LeadQuery.all().limit(PageRequest.MAX_LIMIT)).items();
        var state = new TreeMap<String, String>();
        for (Lead lead : leads) {
            List<Activity> timeline =
                    desk().timeline(lead.id(), PageRequest.first(100)).items();
            assertIsUnbroken(lead, timeline);
            String its = "%s %s %s %s %s %s %s"
                    .formatted(
                            lead.contact(),
                            lead.stage(),
                            lead.tags(),
                            lead.assignee(),
                            lead.version(),
                            lead.sessions(),
                            timeline.stream()
                                    .map(each -> each.version() + "." + each.index() + " " + each.change())
                                    .toList());
            state.merge(String.valueOf(lead.contact().name()), its, (one, other) -> one + "\nand " + other);
        }
        String messages = store().transcript(tenant, SESSION)
                .map(Transcript::messages)
                .orElse(List.of())
                .toString();
        boolean known = store().findByIdentity(tenant, "five-stage", HASHER.key(Identity.session(SESSION)))
                .isPresent();
        assertThat(sums(COUNTED)).as("the counters").isEqualTo(sums(GROUPED));
        return state + "\n" + messages + known;
    }

    /** No version is missing, and each move begins where the one before ended. */
    private static void assertIsUnbroken(Lead lead, List<Activity> timeline) {
        String stage = "";
        long version = 0;
        for (Activity activity : timeline) {
            assertThat(activity.version() - version).as("step between versions").isBetween(0L, 1L);
            version = activity.version();
            if (activity.change() instanceof Change.Created created) {
                stage = created.stage();
            } else if (activity.change() instanceof Change.StageChanged moved) {
                assertThat(moved.from()).isEqualTo(stage);
                stage = moved.to();
            }
        }
        assertThat(version).isEqualTo(lead.version());
        assertThat(stage).isEqualTo(lead.stage());
    }

    private Map<List<String>, List<BigDecimal>> sums(String sql) throws SQLException {
        Map<List<String>, List<BigDecimal>> sums =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<BigDecimal> sum = new ArrayList<>();
                    for (int column = 3; column <= 4; column++) {
                        sum.add(rows.getBigDecimal(column).stripTrailingZeros());
                    }
                    if (sum.stream().anyMatch(value -> value.signum() != 0)) {
                        sums.put(List.of(rows.getString(1), rows.getString(2)), sum);
                    }
                }
            }
        }
        return sums;
    }
}
