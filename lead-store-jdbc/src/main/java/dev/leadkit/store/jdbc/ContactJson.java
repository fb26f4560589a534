package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Evidence;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.lead.Provenance;
import org.jspecify.annotations.Nullable;

/** A contact, and where each of its values came from, as JSON. */
final class ContactJson {
    private ContactJson() {}

    static JsonOut write(Contact contact) {
        return new JsonOut()
                .object("name", contact.name(), ContactJson::writeText)
                .objects("emails", contact.emails(), ContactJson::writeText)
                .objects("phones", contact.phones(), ContactJson::writePhone)
                .object("company", contact.company(), ContactJson::writeText)
                .object("location", contact.location(), ContactJson::writeText)
                .object("avatar", contact.avatar(), ContactJson::writeText);
    }

    static Contact read(JsonIn in) {
        return new Contact(
                optionalText(in, "name"),
                in.objects("emails", ContactJson::readText),
                in.objects("phones", ContactJson::readPhone),
                optionalText(in, "company"),
                optionalText(in, "location"),
                optionalText(in, "avatar"));
    }

    private static @Nullable Attributed<String> optionalText(JsonIn in, String key) {
        return in.optionalObject(key, ContactJson::readText);
    }

    private static JsonOut writeText(Attributed<String> text) {
        return new JsonOut()
                .text("value", text.value())
                .object("from", text.provenance(), ContactJson::writeProvenance);
    }

    private static Attributed<String> readText(JsonIn in) {
        return new Attributed<>(in.text("value"), in.object("from", ContactJson::readProvenance));
    }

    private static JsonOut writePhone(Attributed<PhoneNumber> phone) {
        return writeNumber(phone.value()).object("from", phone.provenance(), ContactJson::writeProvenance);
    }

    private static Attributed<PhoneNumber> readPhone(JsonIn in) {
        return new Attributed<>(readNumber(in), in.object("from", ContactJson::readProvenance));
    }

    static JsonOut writeNumber(PhoneNumber number) {
        return new JsonOut()
                .text("value", number.value())
                .text("raw", number.raw())
                .flag("valid", number.valid());
    }

    static PhoneNumber readNumber(JsonIn in) {
        return new PhoneNumber(in.text("value"), in.text("raw"), in.flag("valid"));
    }

    static JsonOut writeProvenance(Provenance from) {
        return new JsonOut()
                .constant("origin", from.origin())
                .text("by", from.by())
                .constant("assurance", from.assurance())
                .fraction("confidence", from.confidence())
                .object("evidence", from.evidence(), ContactJson::writeEvidence)
                .instant("at", from.at());
    }

    static Provenance readProvenance(JsonIn in) {
        return new Provenance(
                in.constant("origin", Provenance.Origin.class),
                in.text("by"),
                in.constant("assurance", Assurance.class),
                in.fraction("confidence"),
                in.optionalObject("evidence", ContactJson::readEvidence),
                in.instant("at"));
    }

    static JsonOut writeEvidence(Evidence evidence) {
        return new JsonOut()
                .text("session", evidence.session())
                .text("message", evidence.message())
                .number("start", evidence.start())
                .number("end", evidence.end());
    }

    static Evidence readEvidence(JsonIn in) {
        return new Evidence(in.text("session"), in.text("message"), in.number("start"), in.number("end"));
    }
}
