package dev.leadkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadDiff;
import dev.leadkit.lead.LeadTrace;
import dev.leadkit.store.StoreException;
import dev.leadkit.testkit.LeadArbitraries;
import dev.leadkit.testkit.Leads;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What is read from JSON equals what was written, whatever it was. */
class StoredJsonProperties {
    @Property(tries = 500)
    void a_lead_comes_back_as_it_was(@ForAll("leads") Lead lead) {
        LeadBody body = LeadBody.of(lead);

        LeadBody read = JsonIn.read("a lead", body.toJson(), LeadBody::read);

        assertThat(read).isEqualTo(body);
    }

    @Example
    void a_lead_of_before_days_and_losses_were_kept_is_read() {
        Lead lead = Leads.aLead()
                .scored(40)
                .but(its -> its.engagement(Leads.engagement()))
                .build();
        String json = LeadBody.of(lead).toJson();
        String old = json.replaceAll(",\"days\":\\[[^\\]]*\\]", "").replaceAll(",\"lostTo(Cap|Decay)\":-?\\d+", "");

        LeadBody read = JsonIn.read("a lead", old, LeadBody::read);

        assertThat(old.length()).isLessThan(json.length() - 60);
        assertThat(read.engagement()).isEqualTo(lead.engagement().withDays(List.of()));
        assertThat(read.scoring().contributions())
                .extracting(Contribution::lostToCap, Contribution::lostToDecay)
                .containsOnly(tuple(0, 0));
    }

    @Property(tries = 500)
    void a_change_comes_back_as_it_was(@ForAll("changes") Change change, @ForAll("leads") Lead lead) {
        LeadTrace trace = LeadDiff.traceOfNew(lead, Instant.EPOCH);

        assertThat(ChangeJson.read(ChangeJson.kind(change), ChangeJson.write(change, trace)))
                .isEqualTo(new ChangeJson.Told(change, trace));
        assertThat(ChangeJson.read(ChangeJson.kind(change), ChangeJson.write(change, LeadTrace.NONE)))
                .isEqualTo(new ChangeJson.Told(change, LeadTrace.NONE));
    }

    @Property(tries = 200)
    void a_conversation_comes_back_as_it_was(@ForAll("conversations") Conversation conversation) {
        Conversation read = ConversationJson.read(
                Leads.ACME,
                conversation.session(),
                conversation.channel(),
                conversation.version(),
                ConversationJson.writeBody(conversation));

        assertThat(read).isEqualTo(conversation);
    }

    @Property(tries = 200)
    void attributes_come_back_as_they_were(@ForAll("messages") ChatMessage message) {
        String json = ConversationJson.writeAttributes(message.attributes());

        assertThat(ConversationJson.readAttributes(json)).isEqualTo(message.attributes());
    }

    @Property(tries = 500)
    void an_instant_comes_back_to_the_last_nanosecond(
            @ForAll @LongRange(min = -400_000_000_000L, max = 400_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        for (Instant instant : List.of(
                Instant.ofEpochSecond(second, nanos),
                Instant.ofEpochSecond(second, nanos / 1_000 * 1_000),
                Instant.ofEpochSecond(second))) {
            String json = new JsonOut().instant("at", instant).toText();

            Instant read = JsonIn.read("an instant", json, in -> in.instant("at"));

            assertThat(read).isEqualTo(instant);
        }
    }

    @Example
    void text_that_is_not_quite_json_is_refused() {
        for (String broken : List.of(
                "",
                "{",
                "{}x",
                "{\"a\":tru}",
                "{\"a\":true,}",
                "{\"a\" :true}",
                "{\"a\":\"\\x\"}",
                "{\"b\":[1,}",
                "[]")) {
            assertThatThrownBy(() -> JsonIn.read("a text", broken, in -> in.flag("a")))
                    .as(broken)
                    .isInstanceOf(StoreException.class);
        }
    }

    @Example
    void what_a_later_release_adds_behind_the_known_members_is_passed_over() {
        String later =
                "{\"of\":{\"known\":\"1\",\"new\":{\"a\":[\"}\",{\"b\":[]}],\"c\":-1.5}},\"newer\":true,\"\\\"\":[]}";

        String known = JsonIn.read("a text", later, in -> in.object("of", its -> its.text("known")));

        assertThat(known).isEqualTo("1");
    }

    @Property(tries = 1000)
    void a_fraction_comes_back_to_the_last_bit(@ForAll double value, @ForAll @IntRange(max = 17) int places) {
        double rounded = BigDecimal.valueOf(value)
                .setScale(places, RoundingMode.HALF_EVEN)
                .doubleValue();
        for (double each : new double[] {value, rounded, value % 1, rounded % 1}) {
            assertThat(Double.doubleToLongBits(readBack(each))).isEqualTo(Double.doubleToLongBits(each));
        }
    }

    @Example
    void so_does_one_that_is_special() {
        for (double value : new double[] {0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 0.1, 1 / 3.0, Double.NaN}) {
            assertThat(Double.doubleToLongBits(readBack(value))).isEqualTo(Double.doubleToLongBits(value));
        }
    }

    private static double readBack(double value) {
        return JsonIn.read("a fraction", new JsonOut().fraction("value", value).toText(), in -> in.fraction("value"));
    }

    @Example
    void every_kind_of_change_has_a_name_of_its_own() {
        Set<Class<?>> types = new HashSet<>();
        Set<String> kinds = new HashSet<>();

        changes().sampleStream().limit(2000).forEach(change -> {
            types.add(change.getClass());
            kinds.add(ChangeJson.kind(change));
        });

        assertThat(types).containsExactlyInAnyOrder(Change.class.getPermittedSubclasses());
        assertThat(kinds).hasSameSizeAs(types);
    }

    @Example
    void json_that_we_did_not_write_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> ChangeJson.read("noted", "{\"note\":\"call jane@acme.com\"}"))
                .isInstanceOf(StoreException.class)
                .hasMessage("the JSON of an activity is not what LeadKit writes")
                .hasNoCause();
        assertThatThrownBy(() -> ChangeJson.read("sung", "{}"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("found sung");
    }

    @Provide
    Arbitrary<Lead> leads() {
        return LeadArbitraries.leads();
    }

    @Provide
    Arbitrary<Change> changes() {
        return StoredValues.changes();
    }

    @Provide
    Arbitrary<Conversation> conversations() {
        return StoredValues.conversations(Leads.ACME);
    }

    @Provide
    Arbitrary<ChatMessage> messages() {
        return LeadArbitraries.messages("s-1");
    }
}
