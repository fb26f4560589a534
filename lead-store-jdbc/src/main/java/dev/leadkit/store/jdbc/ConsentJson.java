package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;

/** What a person said about a use of his data, and where, as JSON. */
final class ConsentJson {
    private ConsentJson() {}

    static JsonOut write(Attributed<Consent> stated) {
        Consent consent = stated.value();
        return new JsonOut()
                .text("purpose", consent.purpose())
                .flag("given", consent.given())
                .text("basis", consent.basis())
                .text("textVersion", consent.textVersion())
                .object("from", stated.provenance(), ContactJson::writeProvenance);
    }

    static Attributed<Consent> read(JsonIn in) {
        return new Attributed<>(
                new Consent(in.text("purpose"), in.flag("given"), in.text("basis"), in.optionalText("textVersion")),
                in.object("from", ContactJson::readProvenance));
    }
}
