package dev.leadkit.examples.leaddesk.rest;

import dev.leadkit.LeadDesk;
import dev.leadkit.LeadUpdate;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.NewLead;
import dev.leadkit.search.SearchHit;
import dev.leadkit.search.SearchResult;
import dev.leadkit.search.TermMatch;
import dev.leadkit.store.LeadFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leads: listed, created, read, changed and erased. */
final class LeadRoutes {
    /** The members that a null takes away, and what they are called at the desk. */
    private static final Map<String, String> CLEARABLE = Map.of(
            "name", LeadField.NAME,
            "email", LeadField.EMAIL,
            "phone", LeadField.PHONE,
            "company", LeadField.COMPANY,
            "location", LeadField.LOCATION,
            "avatar", LeadField.AVATAR,
            "expectedAmount", LeadField.AMOUNT,
            "probability", LeadField.PROBABILITY,
            "snoozedUntil", LeadField.SNOOZED_UNTIL);

    private static final int HITS = 20;

    private LeadRoutes() {}

    /** What a search found, best first. @param complete whether all that fits was looked at */
    record Hits(List<Hit> items, boolean complete) {
        static Hits of(SearchResult result) {
            return new Hits(result.hits().stream().map(Hit::of).toList(), result.complete());
        }
    }

    /** A lead that was found. @param score 0 to 100, how well */
    record Hit(LeadJson lead, int score, List<Match> matches) {
        static Hit of(SearchHit hit) {
            return new Hit(
                    LeadJson.card(hit.lead()),
                    hit.score(),
                    hit.matches().stream().map(Match::of).toList());
        }
    }

    /** Which term was found where. */
    record Match(String term, String where, int points) {
        static Match of(TermMatch match) {
            return new Match(match.term(), match.where().name().toLowerCase(Locale.ROOT), match.points());
        }
    }

    static List<Route> all() {
        return List.of(
                Route.get("/leads", LeadRoutes::list),
                Route.post("/leads", LeadRoutes::create),
                Route.get("/leads/search", LeadRoutes::search), // before the leads by their ids
                Route.get("/leads/{id}", LeadRoutes::get),
                Route.patch("/leads/{id}", LeadRoutes::change),
                Route.delete("/leads/{id}", LeadRoutes::erase));
    }

    private static Answer list(Call call) {
        LeadDesk desk = call.desk();
        return Answer.ok(LeadJson.page(desk.list(desk.parameters(ZoneOffset.UTC).query(call.query()))));
    }

    private static Answer search(Call call) {
        LeadDesk desk = call.desk();
        Map<String, List<String>> parameters = new LinkedHashMap<>(call.query());
        int most = Parameters.number(parameters, "limit", HITS);
        parameters.remove("limit");
        for (String none : List.of("sort", "cursor")) {
            if (parameters.containsKey(none)) {
                throw new ProblemException(
                        400, "invalid-input", none + ": a search has none, what fits best comes first");
            }
        }
        LeadFilter filter = desk.parameters(ZoneOffset.UTC).query(parameters).filter();
        return Answer.ok(Hits.of(desk.search(filter, most)));
    }

    private static Answer get(Call call) {
        Lead lead = call.desk().get(call.lead());
        return Answer.ok(LeadJson.of(lead)).version(lead);
    }

    private static Answer create(Call call) {
        Body body = call.body();
        String name = body.optionalText("name");
        String company = body.optionalText("company");
        String location = body.optionalText("location");
        String avatar = body.optionalText("avatar");
        String source = body.optionalText("source");
        String assignee = body.optionalText("assignee");
        String externalId = body.optionalText("externalId");
        String region = body.optionalText("region");
        String pipeline = body.optionalText("pipeline");
        List<String> emails = oneOrMany(body, "email", "emails");
        List<String> phones = oneOrMany(body, "phone", "phones");
        List<String> tags = body.texts("tags");
        Money amount = money(body, "expectedAmount");
        Double probability = probability(body);
        Instant snoozedUntil = snoozedUntil(body);
        Map<String, String> fields = body.textsByName("fields");
        body.done();
        Map<String, FieldValue> values = new LinkedHashMap<>();
        fields.forEach((key, text) -> values.put(key, FieldType.TEXT.read(LeadField.custom(key), text)));
        NewLead wanted = new NewLead(
                name,
                emails,
                phones,
                company,
                location,
                avatar,
                source == null ? LeadSource.API : LeadSource.of(source),
                Set.copyOf(tags),
                amount,
                probability,
                snoozedUntil,
                assignee,
                externalId,
                region,
                values);
        Lead lead = pipeline == null ? call.desk().create(wanted) : call.desk().create(wanted, pipeline);
        return Answer.created(RestApi.ROOT + "/leads/" + lead.id(), LeadJson.of(lead))
                .version(lead);
    }

    private static List<String> oneOrMany(Body body, String one, String many) {
        String single = body.optionalText(one);
        List<String> all = body.texts(many);
        if (single != null && !all.isEmpty()) {
            body.wrong(one, "both", "expected either " + one + " or " + many);
        }
        return single == null ? all : List.of(single);
    }

    /** An amount as {@code {"amount", "currency"}}; absent when there is none. */
    static @Nullable Money money(Body body, String name) {
        Body money = body.object(name);
        if (money == null) {
            return null;
        }
        String amount = money.optionalDecimal("amount");
        String currency = money.text("currency");
        if (amount == null) {
            money.wrong("amount", "missing", "expected a number");
        }
        money.close();
        return amount == null || currency.isEmpty() ? null : Money.of(amount, currency);
    }

    private static Answer change(Call call) throws Exception {
        LeadId id = call.lead();
        Body body = call.body();
        LeadUpdate update = LeadUpdate.begin();
        String name = body.optionalText("name");
        String email = body.optionalText("email");
        String phone = body.optionalText("phone");
        String region = body.optionalText("region");
        String company = body.optionalText("company");
        String location = body.optionalText("location");
        String avatar = body.optionalText("avatar");
        Money amount = money(body, "expectedAmount");
        Double probability = probability(body);
        Instant snoozedUntil = snoozedUntil(body);
        Body fields = body.object("fields");
        List<String> emailsAway = body.texts("removeEmails");
        List<String> phonesAway = body.texts("removePhones");
        update = name == null ? update : update.name(name);
        update = email == null ? update : update.email(email);
        update = phone == null ? update : update.phone(phone, region);
        update = company == null ? update : update.company(company);
        update = location == null ? update : update.location(location);
        update = avatar == null ? update : update.avatar(avatar);
        update = amount == null ? update : update.expecting(amount);
        update = probability == null ? update : update.probability(probability);
        update = snoozedUntil == null ? update : update.snooze(snoozedUntil);
        for (String gone : emailsAway) {
            update = update.withoutEmail(gone);
        }
        for (String gone : phonesAway) {
            update = update.withoutPhone(gone);
        }
        for (String member : CLEARABLE.keySet()) {
            update = body.isNull(member) ? update.clear(CLEARABLE.get(member)) : update;
        }
        if (fields != null) {
            for (String key : fields.names()) {
                String text = fields.optionalText(key);
                update = text == null ? update.clear(LeadField.custom(key)) : update.field(key, text);
            }
        }
        body.done();
        LeadUpdate wanted = update;
        Lead lead = call.changeSeen(id, (desk, its) -> desk.update(its, wanted));
        return Answer.ok(LeadJson.of(lead)).version(lead);
    }

    private static @Nullable Double probability(Body body) {
        String text = body.optionalDecimal("probability");
        try {
            return text == null ? null : Double.valueOf(new BigDecimal(text).doubleValue());
        } catch (NumberFormatException none) {
            body.wrong("probability", "wrong-type", "expected a number from 0 to 1");
            return null;
        }
    }

    private static @Nullable Instant snoozedUntil(Body body) {
        String text = body.optionalText("snoozedUntil");
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException none) {
            body.wrong("snoozedUntil", "wrong-type", "expected an instant with its offset");
            return null;
        }
    }

    /** Erases for good, as the person may ask: with the conversations, and the other leads of these. */
    private static Answer erase(Call call) {
        LeadId id = call.lead();
        LeadDesk desk = call.desk();
        call.requireSeen(desk.get(id).version());
        desk.personalData().erase(Set.of(id), new Cause(Cause.SUBJECT_REQUEST, "lead-desk"));
        return Answer.nothing().afterErasure();
    }
}
