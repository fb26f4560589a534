package dev.leadkit.csv;

import dev.leadkit.lead.InvalidInputException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a column of a table may hold: its key is the header that exports write, its synonyms those that imports know. */
public enum CsvField {
    /** LeadKit's own id; known by this very header only, since others call their own ids so. */
    LEAD_ID("leadId", false),
    /** The host's or another program's id of the lead. */
    EXTERNAL_ID("externalId", false, "id", "leadid", "recordid", "contactid"),
    NAME("name", false, "fullname", "contactname", "leadname", "contact"),
    FIRST_NAME("firstName", false, "givenname", "forename", "vorname"),
    LAST_NAME("lastName", false, "surname", "familyname", "nachname"),
    EMAIL("email", true, "emailaddress", "mail", "workemail", "privateemail", "email1", "email2", "email3"),
    PHONE(
            "phone",
            true,
            "phonenumber",
            "mobile",
            "mobilephone",
            "mobilenumber",
            "cellphone",
            "cell",
            "telephone",
            "tel",
            "telefon",
            "whatsapp",
            "workphone",
            "phone1",
            "phone2",
            "phone3"),
    COMPANY(
            "company",
            false,
            "companyname",
            "organization",
            "organisation",
            "employer",
            "account",
            "accountname",
            "firma"),
    LOCATION("location", false, "city", "town", "place", "ort"),
    AVATAR("avatar", false, "avatarurl", "picture", "pictureurl", "photo", "photourl"),
    SOURCE("source", false, "leadsource", "channel", "origin"),
    STAGE("stage", false, "status", "leadstatus", "leadstage", "pipelinestage", "dealstage"),
    LOST_REASON("lostReason", false, "reasonlost", "closedlostreason", "lossreason"),
    AMOUNT("amount", false, "value", "dealvalue", "dealamount", "expectedamount", "expectedrevenue"),
    CURRENCY("currency", false, "currencycode"),
    /** The lead's own, in the place of its stage's: 0.35, 35 % or 35. */
    PROBABILITY("probability", false, "winprobability"),
    /** An import passes over one that is past. */
    SNOOZED_UNTIL("snoozedUntil", false, "snoozed"),
    /** The host's id of the person who looks after the lead. */
    ASSIGNEE("assignee", false, "owner", "leadowner", "assignedto", "salesrep"),
    TAGS("tags", true, "tag", "labels", "label"),
    /** A note for the timeline; exports have none. */
    NOTE("note", true, "notes", "comment", "comments", "remark", "remarks"),
    CREATED_AT("createdAt", false, "created", "createdon", "createddate", "createdate", "creationdate", "datecreated"),
    /** Only in exports, like those after it: LeadKit's own findings. Imports pass over them. */
    LAST_ACTIVITY_AT("lastActivityAt", false),
    NEED("need", false),
    SCORE("score", false),
    BAND("band", false);

    private static final Set<CsvField> FINDINGS = Set.of(LAST_ACTIVITY_AT, NEED, SCORE, BAND);

    private final String key;
    private final boolean list;
    private final List<String> synonyms;

    CsvField(String key, boolean list, String... synonyms) {
        this.key = key;
        this.list = list;
        this.synonyms = List.of(synonyms);
    }

    /** The header that exports write. */
    public String key() {
        return key;
    }

    /** Whether it may have several values: several columns, or values with a semicolon between them in one cell. */
    public boolean isList() {
        return list;
    }

    /** Whether an import reads it. */
    public boolean isImported() {
        return !FINDINGS.contains(this);
    }

    /** @throws InvalidInputException if no field has this key */
    public static CsvField of(String key) {
        return Arrays.stream(values())
                .filter(field -> field.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("field", "one of " + keys(), "another text"));
    }

    private static String keys() {
        return Arrays.stream(values()).map(CsvField::key).collect(Collectors.joining(", "));
    }

    /** The field that a header means: by its key, else by a synonym, whatever its case, blanks, accents and signs. */
    static Optional<CsvField> meantBy(String header) {
        Optional<CsvField> exact = Arrays.stream(values())
                .filter(field -> field.key.equals(header.strip()))
                .findFirst();
        return exact.isPresent() ? exact : byWord(word(header));
    }

    private static Optional<CsvField> byWord(String word) {
        return Arrays.stream(values())
                .filter(field -> field != LEAD_ID)
                .filter(field -> word(field.key).equals(word) || field.synonyms.contains(word))
                .findFirst();
    }

    /** A header without what people write in one way or another. */
    static String word(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
