package dev.leadkit.scoring.tenant;

import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonMembers;
import dev.leadkit.scoring.tenant.ScorecardHistory.Entry;
import dev.leadkit.store.Document;
import dev.leadkit.store.DocumentKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How published cards are kept: the history as one document, written over with each change, and each card under its name and
 * version, written once.
 */
final class ScorecardDocuments {
    static final DocumentKey HISTORY = new DocumentKey("scorecard", "history");
    private static final String CARD = "scorecard-version";

    private ScorecardDocuments() {}

    static DocumentKey card(String card) {
        return new DocumentKey(CARD, card);
    }

    static String write(ScorecardHistory history) {
        return new JsonMembers()
                .objects(
                        "entries",
                        history.entries().stream()
                                .map(entry -> new JsonMembers()
                                        .text("role", entry.role().key())
                                        .text("card", entry.card())
                                        .text("at", entry.at())
                                        .text("by", entry.by()))
                                .toList())
                .toJson();
    }

    static ScorecardHistory read(Document document) {
        List<Entry> entries = DefinitionReader.readObject(
                document.text(), fields -> fields.objects("entries", ScorecardDocuments::entry));
        return new ScorecardHistory(entries, document.version());
    }

    private static @Nullable Entry entry(JsonFields fields) {
        String role = fields.oneOf("role", CardRole.KEYS);
        Instant at = fields.optionalInstant("at");
        String by = fields.text("by");
        String card = fields.optionalText("card");
        return role == null || at == null || by == null ? null : new Entry(CardRole.ofKey(role), card, at, by);
    }
}
