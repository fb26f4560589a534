package dev.leadkit.csv;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the cells of a lead; nothing where it has no value. */
final class LeadCells {
    private LeadCells() {}

    static String of(Lead lead, CsvField field) {
        return switch (field) {
            case LEAD_ID -> lead.id().toString();
            case EXTERNAL_ID -> externalId(lead);
            case NAME -> text(lead.contact().name());
            case EMAIL -> ListCell.join(values(lead.contact().emails()));
            case PHONE ->
                ListCell.join(lead.contact().phones().stream()
                        .map(phone -> phone.value().value())
                        .toList());
            case COMPANY -> text(lead.contact().company());
            case LOCATION -> text(lead.contact().location());
            case AVATAR -> text(lead.contact().avatar());
            case SOURCE -> lead.source().key();
            case STAGE -> lead.stage();
            case LOST_REASON ->
                lead.closed() ? text(lead.lostReason()) : ""; // a reopened one may keep it for the record
            case AMOUNT ->
                lead.expectedAmount() == null
                        ? ""
                        : lead.expectedAmount().value().amount().toPlainString();
            case CURRENCY ->
                lead.expectedAmount() == null
                        ? ""
                        : lead.expectedAmount().value().currency();
            case PROBABILITY ->
                lead.probability() == null
                        ? ""
                        : BigDecimal.valueOf(lead.probability()).toPlainString();
            case SNOOZED_UNTIL ->
                lead.snoozedUntil() == null ? "" : lead.snoozedUntil().toString();
            case ASSIGNEE -> text(lead.assignee());
            case TAGS -> ListCell.join(lead.tags());
            case CREATED_AT -> lead.createdAt().toString();
            case LAST_ACTIVITY_AT -> lead.lastActivityAt().toString();
            case NEED -> lead.need() == null ? "" : lead.need().text();
            case SCORE ->
                lead.score() == null ? "" : Integer.toString(lead.score().value());
            case BAND -> lead.score() == null ? "" : lead.score().band();
            case FIRST_NAME, LAST_NAME, NOTE -> "";
        };
    }

    /** The text of a custom field's value. */
    static String custom(Lead lead, String key) {
        Attributed<FieldValue> value = lead.fields().get(key);
        return value == null ? "" : value.value().text();
    }

    /** The first, where it has several since a merge; none that is another lead's. */
    private static String externalId(Lead lead) {
        return lead.identities().stream()
                .filter(identity -> identity.kind() == IdentityKind.EXTERNAL_ID && identity.isExclusive())
                .map(Identity::value)
                .findFirst()
                .orElse("");
    }

    private static List<String> values(List<Attributed<String>> attributed) {
        return attributed.stream().map(Attributed::value).toList();
    }

    private static String text(@Nullable Attributed<String> attributed) {
        return attributed == null ? "" : attributed.value();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
