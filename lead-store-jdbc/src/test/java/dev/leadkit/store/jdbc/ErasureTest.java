package dev.leadkit.store.jdbc;

import static dev.leadkit.testkit.Leads.ACME;
import static dev.leadkit.testkit.Leads.aChangeset;
import static dev.leadkit.testkit.Leads.aLead;
import static dev.leadkit.testkit.Leads.aMessage;
import static dev.leadkit.testkit.Leads.anErasure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadKit;
import dev.leadkit.LeadUpdate;
import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Conversation.Segment;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.privacy.PersonalData;
import dev.leadkit.scoring.Scorecard;
import dev.leadkit.store.ChangesetBuilder;
import dev.leadkit.store.Erasure;
import dev.leadkit.store.ErasureOrder;
import dev.leadkit.store.ErasureReceipt;
import dev.leadkit.store.ErasureReceipt.Kind;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.StoreException;
import dev.leadkit.testkit.Leads;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** After an erasure nothing of the person stands in any column of any table. */
@ParameterizedClass
@EnumSource(Database.class)
class ErasureTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final Cause WHY = new Cause(Cause.SUBJECT_REQUEST, "ticket-4711");
    private static final String SESSION = "sitzung-qx01";

    /** All that could tell who the person is; each stands somewhere before. */
    private static final List<String> SECRETS = List.of(
            SESSION,
            "Xaverine",
            "Qwzzkopf",
            "xaverine.qwzz@privat.example",
            "privat",
            "12125550142",
            "5550142",
            "Quuxwerke",
            "Zzyzxburg",
            "geheimnotiz-qx02",
            "marke-qx03",
            "zu-teuer-qx04",
            "grinder-qx05",
            "bot-qx06",
            "agent-qx07",
            "seite-qx08",
            "nachricht-qx09",
            "grund-qx10",
            "kunde-qx11",
            "spaet-qx12");

    private final Database kind;
    private final DataSource database;
    private final JdbcLeadStore store;
    private final LeadKit kit;
    private final LeadDesk desk;

    ErasureTest(Database kind) {
        this.kind = kind;
        database = kind.fresh();
        store = JdbcLeadStore.over(database);
        kit = LeadKit.builder()
                .store(store)
                .identityKey(Leads.SECRET.getBytes(StandardCharsets.UTF_8))
                .scorer(Scorecard.standard())
                .clock(Clock.fixed(MORNING.plusSeconds(36_000), ZoneOffset.UTC))
                .build();
        desk = kit.tenant("acme").as(Actor.user("ann"));
    }

    @Test
    void nothing_of_an_erased_person_stands_in_any_table() {
        Lead bystander = bystander();
        List<Activity> timeline = timeline(bystander);
        LeadId first = person();
        PersonalData data = desk.personalData();
        Set<LeadId> his = data.leadsOf(first);
        assertThat(his).hasSize(3).doesNotContain(bystander.id());
        String exported = data.export(his).toJson();
        List<String> keys = keys(his);
        TableScan before = TableScan.of(database);
        assertThat(before.tables())
                .contains("leadkit_outbox", "leadkit_lead_token", "leadkit_claim", "leadkit_activity");
        for (String secret : SECRETS) {
            assertThat(before.placesOf(secret))
                    .as("places of " + secret + " before")
                    .isNotEmpty();
            if (!secret.matches("\\d+|privat")) {
                assertThat(exported).as("the export").containsIgnoringCase(secret);
            }
        }
        keys.forEach(key -> assertThat(before.placesOf(key)).contains("leadkit_identity.identity_key"));

        ErasureReceipt receipt = data.erase(his, WHY);

        TableScan after = TableScan.of(database);
        for (String secret : SECRETS) {
            assertThat(after.placesOf(secret)).as("places of " + secret).isEmpty();
        }
        for (String key : keys) {
            assertThat(after.placesOf(key)).as("places of a key").containsExactly("leadkit_erased.identity_key");
        }
        for (LeadId id : his) {
            // Ids that say nothing of him stand in the receipt alone.
            assertThat(placesOfId(after, id)).containsExactly("leadkit_erasure.detail");
        }
        assertThat(after.placesOf(HashKey.of(SESSION).toString())).isEmpty();
        assertThat(after.placesOf(HashKey.of(SESSION).toString().replace("-", "")))
                .isEmpty();
        assertThat(receipt.leads()).isEqualTo(his);
        assertThat(receipt.count(Kind.OUTBOX_ENTRY)).isEqualTo(2);
        assertThat(receipt.count(Kind.MESSAGE)).isEqualTo(conversation().size() + 1);
        assertThat(data.receipts(PageRequest.first(5)).items()).containsExactly(receipt);

        assertThat(desk.get(bystander.id())).isEqualTo(bystander);
        assertThat(timeline(bystander)).isEqualTo(timeline);
        assertThat(desk.transcript(bystander.id())).hasSize(1);
        assertThat(counters()).isEqualTo(groupBy()).isNotEmpty();
    }

    @Test
    void a_conversation_that_is_delivered_again_brings_nothing_back_and_a_new_message_makes_a_new_lead() {
        LeadId first = person();
        desk.personalData().erase(desk.personalData().leadsOf(first), WHY);
        TenantCapture capture = CaptureEngine.builder(kit).region("US").build().tenant("acme");

        List<ChatMessage> again = new ArrayList<>(conversation());
        again.add(followUp());
        for (ChatMessage message : again) {
            assertThat(capture.onMessage(message).status()).isEqualTo(CaptureOutcome.Status.SUPPRESSED);
        }
        TableScan scan = TableScan.of(database);
        SECRETS.forEach(secret -> assertThat(scan.placesOf(secret)).isEmpty());

        CaptureOutcome later = capture.onMessage(
                said("m-new", 50_000).visitor("new@privat.example").build());

        assertThat(later.status()).isEqualTo(CaptureOutcome.Status.CAPTURED);
        assertThat(desk.list(LeadQuery.all()).items())
                .extracting(Lead::id)
                .containsExactly(later.lead().orElseThrow());
        assertThat(counters()).isEqualTo(groupBy());
    }

    @Test
    void a_person_of_thousands_of_messages_takes_as_many_statements_as_one_of_a_few() {
        var counted = new FaultyDatabase(database);
        Erasure erasure =
                JdbcLeadStore.over(counted.dataSource()).capabilities().requireErasure();
        List<Integer> calls = new ArrayList<>();
        for (int messages : List.of(5, 3_000)) {
            ErasureOrder order = order("s-" + messages, messages);
            counted.countCalls();

            ErasureReceipt receipt = erasure.erase(order);

            calls.add(counted.calls());
            assertThat(receipt.count(Kind.MESSAGE)).isEqualTo(messages);
        }
        // One more or less where the counter's slot, which is chosen at random, is a new one.
        assertThat(calls.get(1)).isBetween(calls.get(0) - 1, calls.get(0) + 1).isLessThan(20);
    }

    @Test
    void whatever_fails_once_an_order_is_carried_out_once_or_can_be_repeated() {
        var faulty = new FaultyDatabase(database);
        Erasure erasure = JdbcLeadStore.over(faulty.dataSource()).capabilities().requireErasure();
        ErasureOrder trial = order("s-0", 3);
        faulty.countCalls();
        erasure.erase(trial);
        int calls = faulty.calls() + 1; // with a new slot of the counter
        for (int call = 1; call <= calls; call++) {
            for (SQLException failure : List.of(kind.deadlock(), new SQLException("other"))) {
                ErasureOrder order = order("s-" + call, 3);
                faulty.failAt(call, failure);
                carryOut(erasure, order);
            }
        }
        for (int commit = calls - 2; commit <= calls; commit++) {
            for (SQLException failure : List.of(kind.lostConnection(), new SQLException("other"))) {
                ErasureOrder order = order("s-last", 3);
                faulty.failAfterCommit(commit, failure);
                carryOut(erasure, order);
            }
        }
        assertThat(counters()).isEqualTo(groupBy()).isEmpty();
    }

    private void carryOut(Erasure erasure, ErasureOrder order) {
        ErasureReceipt receipt;
        try {
            receipt = erasure.erase(order);
        } catch (StoreException unknown) {
            receipt = erasure.erase(order);
        }
        assertThat(receipt.count(Kind.MESSAGE)).isEqualTo(3);
        assertThat(store.capabilities().requireErasure().receipt(ACME, order.id()))
                .contains(receipt);
        assertThat(store.findAll(ACME, order.leadIds())).isEmpty();
        assertThat(store.transcript(ACME, order.conversations().get(0).session()))
                .isEmpty();
    }

    /** Stores a lead with a conversation of so many messages, and orders them to be erased. */
    private ErasureOrder order(String session, int messages) {
        ChangesetBuilder unit = aChangeset();
        Lead lead = unit.create(
                aLead().session(session)
                        .email(session + "@x.example")
                        .worth("5", "EUR")
                        .build(),
                Leads.NOW,
                null);
        unit.conversation(Conversation.begin(ACME, session, "widget").withSegment(new Segment(lead.id(), null)), 0);
        List<ChatMessage> said = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            said.add(aMessage(session, "m-" + i).build());
        }
        store.commit(unit.messages(said).build());
        Transcript transcript = store.transcript(ACME, session).orElseThrow();
        return anErasure(ACME).lead(lead).conversation(transcript).build(WHY);
    }

    /** A visitor who is captured, worked on, lost, and comes back; and a lead that somebody typed in for him. */
    private LeadId person() {
        TenantCapture capture = CaptureEngine.builder(kit).region("US").build().tenant("acme");
        List<ChatMessage> said = new ArrayList<>(conversation());
        ChatMessage late = said.remove(1);
        LeadId id = capture.onMessages(said).get(SESSION).lead().orElseThrow();
        capture.onMessage(late);
        capture.markQualified(SESSION, Actor.user("ann"), "grund-qx10");
        desk.update(id, LeadUpdate.begin().company("Quuxwerke GmbH").location("Zzyzxburg"));
        desk.note(id, "geheimnotiz-qx02");
        desk.tag(id, "marke-qx03");
        desk.transition(id, "lost", "zu-teuer-qx04");
        capture.onMessage(followUp());
        desk.create(NewLead.named("Xaverine Qwzzkopf")
                .email("xaverine.qwzz@privat.example")
                .externalId("kunde-qx11")
                .expecting(Money.of("10", "EUR")));
        Lead last = desk.findByIdentity(Identity.session(SESSION)).orElseThrow();
        assertThat(last.previous()).isEqualTo(id);
        ChangesetBuilder unit = kit.wiring().changeset(ACME, Actor.system());
        unit.update(last, last.toBuilder().assignee("bob").build(), MORNING, null);
        store.commit(unit.endpoints(Set.of("crm", "mail")).build());
        return id;
    }

    private static List<ChatMessage> conversation() {
        return List.of(
                said("nachricht-qx09", 0)
                        .visitor("hello, I want to buy a grinder-qx05")
                        .attribute("page", "seite-qx08")
                        .build(),
                said("m-2", 1).visitor("spaet-qx12").build(),
                said("m-3", 2).bot("bot-qx06: what is your name?").build(),
                said("m-4", 3).visitor("my name is Xaverine Qwzzkopf").build(),
                said("m-5", 4)
                        .visitor("xaverine.qwzz@privat.example or +1 212 555 0142")
                        .build(),
                said("m-6", 5).agent("agent-qx07: thank you, Xaverine").build());
    }

    /** After the lead was lost. */
    private static ChatMessage followUp() {
        return said("m-7", 40_000)
                .visitor("it is xaverine.qwzz@privat.example again")
                .build();
    }

    private static ChatMessage.Builder said(String id, int seconds) {
        return ChatMessage.from(SESSION).id(id).at(MORNING.plusSeconds(seconds));
    }

    private Lead bystander() {
        TenantCapture capture = CaptureEngine.builder(kit).region("US").build().tenant("acme");
        LeadId id = capture.onMessage(ChatMessage.from("other")
                        .id("m-1")
                        .visitor("jane@acme.example")
                        .at(MORNING)
                        .build())
                .lead()
                .orElseThrow();
        return desk.note(id, "knows nobody");
    }

    private List<Activity> timeline(Lead lead) {
        return desk.timeline(lead.id(), PageRequest.first(500)).items();
    }

    private List<String> keys(Set<LeadId> leads) {
        List<String> keys = new ArrayList<>();
        for (LeadId id : leads) {
            desk.get(id)
                    .identities()
                    .forEach(identity ->
                            keys.add(kit.wiring().hasher().key(identity).hex()));
        }
        keys.add(kit.wiring()
                .hasher()
                .key(IdentityKind.EXTERNAL_ID, "kunde-qx11")
                .hex());
        return keys;
    }

    private static Set<String> placesOfId(TableScan scan, LeadId id) {
        Set<String> places = scan.placesOf(id.toString());
        places.addAll(scan.placesOf(id.toString().replace("-", "")));
        return places;
    }

    private Map<String, String> counters() {
        return sums("SELECT pipeline, stage, currency, SUM(leads), SUM(amount) FROM leadkit_counter"
                + " GROUP BY tenant_id, board_key, pipeline, stage, currency");
    }

    private Map<String, String> groupBy() {
        return sums(
                "SELECT pipeline, stage, COALESCE(expected_currency, ''), COUNT(*), COALESCE(SUM(expected_amount), 0)"
                        + " FROM leadkit_lead WHERE withdrawn = FALSE GROUP BY tenant_id, pipeline, stage, expected_currency");
    }

    /** Without what adds up to nothing. */
    private Map<String, String> sums(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Map<String, String> sums = new TreeMap<>();
            while (rows.next()) {
                String column = rows.getString(1) + "/" + rows.getString(2) + "/" + rows.getString(3);
                String amount = rows.getBigDecimal(5).stripTrailingZeros().toPlainString();
                if (rows.getLong(4) != 0 || !amount.equals("0")) {
                    sums.put(column, rows.getLong(4) + " worth " + amount);
                }
            }
            return sums;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
