package dev.leadkit.lead;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        LeadSource source,
        Set<String> tags,
        @Nullable Money expectedAmount,
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
        Set<String> cleanTags = new LinkedHashSet<>();
        tags.forEach(tag -> cleanTags.add(Input.name("tag", tag)));
        tags = Set.copyOf(cleanTags);
        assignee = assignee == null ? null : Input.id("assignee", assignee);
        externalId = externalId == null ? null : Input.id("externalId", externalId);
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** Somebody of whom nothing is known yet. */
    public static NewLead unknown() {
        return new NewLead(
                null, List.of(), List.of(), null, null, LeadSource.MANUAL, Set.of(), null, null, null, null, Map.of());
    }

    public static NewLead named(String name) {
        return new NewLead(
                name, List.of(), List.of(), null, null, LeadSource.MANUAL, Set.of(), null, null, null, null, Map.of());
    }

    public NewLead email(String email) {
        return new NewLead(
                name,
                with(emails, email),
                phones,
                company,
                location,
                source,
                tags,
                expectedAmount,
                assignee,
                externalId,
                region,
                fields);
    }

    public NewLead phone(String phone) {
        return new NewLead(
                name,
                emails,
                with(phones, phone),
                company,
                location,
                source,
                tags,
                expectedAmount,
                assignee,
                externalId,
                region,
                fields);
    }

    /** The ISO 3166 region in which numbers without a country code are meant. */
    public NewLead region(String code) {
        return new NewLead(
                name,
                emails,
                phones,
                company,
                location,
                source,
                tags,
                expectedAmount,
                assignee,
                externalId,
                code,
                fields);
    }

    public NewLead company(String itsCompany) {
        return new NewLead(
                name,
                emails,
                phones,
                itsCompany,
                location,
                source,
                tags,
                expectedAmount,
                assignee,
                externalId,
                region,
                fields);
    }

    public NewLead location(String place) {
        return new NewLead(
                name,
                emails,
                phones,
                company,
                place,
                source,
                tags,
                expectedAmount,
                assignee,
                externalId,
                region,
                fields);
    }

    public NewLead source(LeadSource itsSource) {
        return new NewLead(
                name,
                emails,
                phones,
                company,
                location,
                itsSource,
                tags,
                expectedAmount,
                assignee,
                externalId,
                region,
                fields);
    }

    public NewLead tag(String tag) {
        Set<String> more = new LinkedHashSet<>(tags);
        more.add(tag);
        return new NewLead(
                name,
                emails,
                phones,
                company,
                location,
                source,
                more,
                expectedAmount,
                assignee,
                externalId,
                region,
                fields);
    }

    public NewLead expecting(Money amount) {
        return new NewLead(
                name, emails, phones, company, location, source, tags, amount, assignee, externalId, region, fields);
    }

    public NewLead assignee(String user) {
        return new NewLead(
                name,
                emails,
                phones,
                company,
                location,
                source,
                tags,
                expectedAmount,
                user,
                externalId,
                region,
                fields);
    }

    /** The host's own id of this lead: a second open lead with it is refused. */
    public NewLead externalId(String id) {
        return new NewLead(
                name, emails, phones, company, location, source, tags, expectedAmount, assignee, id, region, fields);
    }

    /** Sets a custom field. */
    public NewLead field(String key, FieldValue value) {
        Map<String, FieldValue> more = new TreeMap<>(fields);
        more.put(key, value);
        return fields(more);
    }

    /** Sets these custom fields and no others. */
    public NewLead fields(Map<String, FieldValue> values) {
        return new NewLead(
                name,
                emails,
                phones,
                company,
                location,
                source,
                tags,
                expectedAmount,
                assignee,
                externalId,
                region,
                values);
    }

    /** Sets a custom field to what a text says: it is read by the type of the field. */
    public NewLead field(String key, String text) {
        return field(key, FieldValue.of(text));
    }

    private static List<String> with(List<String> values, String value) {
        List<String> more = new ArrayList<>(values);
        more.add(value);
        return more;
    }
}
