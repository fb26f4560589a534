package dev.leadkit.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lead that a person, an import or the host's own code adds.
 *
 * <pre>{@code
 * desk.create(NewLead.named("Jane").email("jane@acme.com").source(LeadSource.MANUAL));
 * }</pre>
 *
 * <p>Each method returns a copy; a value is checked when it is given.
 *
 * @param avatar by what a picture of the person is shown, a URL as a rule; may be absent
 * @param probability how likely it is won, 0.0 to 1.0, in the place of what its stage says; may be absent
 * @param snoozedUntil until when it is not stale; must be to come when it is created; may be absent
 * @param externalId the host's own id of this lead, which at most one open lead of a pipeline may have; may be absent
 * @param region the ISO 3166 region for numbers without a country code; absent when unknown
 * @param fields custom fields, by their keys; whether they are taken is for the kit's definition to say
 */
public record NewLead(
        @Nullable String name,
        List<String> emails,
        List<String> phones,
        @Nullable String company,
        @Nullable String location,
        @Nullable String avatar,
        LeadSource source,
        Set<String> tags,
        @Nullable Money expectedAmount,
        @Nullable Double probability,
        @Nullable Instant snoozedUntil,
        @Nullable String assignee,
        @Nullable String externalId,
        @Nullable String region,
        Map<String, FieldValue> fields) {

    /** @throws InvalidInputException naming the first part that is not taken */
    public NewLead {
        name = name == null ? null : Input.name("name", name);
        emails = emails.stream().map(Input::email).toList();
        phones = phones.stream().map(phone -> Input.name("phone", phone)).toList();
        company = company == null ? null : Input.name("company", company);
        location = location == null ? null : Input.name("location", location);
        avatar = avatar == null ? null : Input.avatar(avatar);
        Set<String> cleanTags = new LinkedHashSet<>();
        tags.forEach(tag -> cleanTags.add(Input.name("tag", tag)));
        tags = Set.copyOf(cleanTags);
        probability = probability == null ? null : Input.probability(LeadField.PROBABILITY, probability);
        snoozedUntil = snoozedUntil == null ? null : Input.instant(LeadField.SNOOZED_UNTIL, snoozedUntil);
        assignee = assignee == null ? null : Input.id("assignee", assignee);
        externalId = externalId == null ? null : Input.id("externalId", externalId);
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** Somebody of whom nothing is known yet. */
    public static NewLead unknown() {
        return new Draft().lead();
    }

    public static NewLead named(String name) {
        return unknown().with(draft -> draft.name = name);
    }

    /**
     * Adds an e-mail address, as the person who enters it knows it: whether it looks like one is not asked, so that nothing is lost
     * that somebody noted down. The lead is then known by that text as by an address, is found by it, and an import, which
     * takes addresses only, refuses it in a table that was exported. A host that wants addresses only asks for them in its form.
     *
     * @throws InvalidInputException if it is blank, too long, or has control characters
     */
    public NewLead email(String email) {
        return with(draft -> draft.emails = with(emails, email));
    }

    public NewLead phone(String phone) {
        return with(draft -> draft.phones = with(phones, phone));
    }

    /** The ISO 3166 region in which numbers without a country code are meant. */
    public NewLead region(String code) {
        return with(draft -> draft.region = code);
    }

    public NewLead company(String itsCompany) {
        return with(draft -> draft.company = itsCompany);
    }

    public NewLead location(String place) {
        return with(draft -> draft.location = place);
    }

    /** Says by what a picture of the person is shown, such as its URL, see {@link Input#avatar}. */
    public NewLead avatar(String picture) {
        return with(draft -> draft.avatar = picture);
    }

    public NewLead source(LeadSource itsSource) {
        return with(draft -> draft.source = itsSource);
    }

    public NewLead tag(String tag) {
        Set<String> more = new LinkedHashSet<>(tags);
        more.add(tag);
        return with(draft -> draft.tags = more);
    }

    public NewLead expecting(Money amount) {
        return with(draft -> draft.expectedAmount = amount);
    }

    /**
     * Says how likely the lead is won, in the place of what its stage says.
     *
     * @param chance 0.0 to 1.0
     */
    public NewLead probability(double chance) {
        return with(draft -> draft.probability = chance);
    }

    /** Leaves the lead alone until an instant: it is not stale till then. */
    public NewLead snooze(Instant until) {
        return with(draft -> draft.snoozedUntil = until);
    }

    public NewLead assignee(String user) {
        return with(draft -> draft.assignee = user);
    }

    /** The host's own id of this lead: a second open lead with it is refused. */
    public NewLead externalId(String id) {
        return with(draft -> draft.externalId = id);
    }

    /** Sets a custom field. */
    public NewLead field(String key, FieldValue value) {
        Map<String, FieldValue> more = new TreeMap<>(fields);
        more.put(key, value);
        return fields(more);
    }

    /** Sets these custom fields and no others. */
    public NewLead fields(Map<String, FieldValue> values) {
        return with(draft -> draft.fields = values);
    }

    /** Sets a custom field to what a text says: it is read by the type of the field. */
    public NewLead field(String key, String text) {
        return field(key, FieldType.TEXT.read(LeadField.custom(key), text));
    }

    private static List<String> with(List<String> values, String value) {
        List<String> more = new ArrayList<>(values);
        more.add(value);
        return more;
    }

    private NewLead with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.lead();
    }

    /** A lead that is being changed, so that each method above names the one part that it is about. */
    private static final class Draft {
        private @Nullable String name;
        private List<String> emails = List.of();
        private List<String> phones = List.of();
        private @Nullable String company;
        private @Nullable String location;
        private @Nullable String avatar;
        private LeadSource source = LeadSource.MANUAL;
        private Set<String> tags = Set.of();
        private @Nullable Money expectedAmount;
        private @Nullable Double probability;
        private @Nullable Instant snoozedUntil;
        private @Nullable String assignee;
        private @Nullable String externalId;
        private @Nullable String region;
        private Map<String, FieldValue> fields = Map.of();

        Draft() {}

        Draft(NewLead from) {
            name = from.name;
            emails = from.emails;
            phones = from.phones;
            company = from.company;
            location = from.location;
            avatar = from.avatar;
            source = from.source;
            tags = from.tags;
            expectedAmount = from.expectedAmount;
            probability = from.probability;
            snoozedUntil = from.snoozedUntil;
            assignee = from.assignee;
            externalId = from.externalId;
            region = from.region;
            fields = from.fields;
        }

        NewLead lead() {
            return new NewLead(
                    name,
                    emails,
                    phones,
                    company,
                    location,
                    avatar,
                    source,
                    tags,
                    expectedAmount,
                    probability,
                    snoozedUntil,
                    assignee,
                    externalId,
                    region,
                    fields);
        }
    }
}
