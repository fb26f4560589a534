package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of the person, each value with where it came from. */
final class ContactView {
    private final TranscriptView transcripts;
    private final List<Fact> facts = new ArrayList<>();

    /**
     * A value.
     *
     * @param trust how far it is trusted, in a word or two
     * @param isTrusted whether somebody vouches for it
     * @param anchor of the message where it was said; absent when it was not said in one
     */
    record Fact(
            String label,
            String value,
            String origin,
            String trust,
            boolean isTrusted,
            @Nullable String anchor,
            Instant at) {}

    private ContactView(TranscriptView transcripts) {
        this.transcripts = transcripts;
    }

    static List<Fact> of(Lead lead, TranscriptView transcripts) {
        var view = new ContactView(transcripts);
        var contact = lead.contact();
        view.add("Name", contact.name(), name -> name);
        contact.emails().forEach(email -> view.add("E-mail", email, text -> text));
        contact.phones()
                .forEach(phone -> view.add(
                        "Phone",
                        phone,
                        number -> number.valid() ? number.value() : number.value() + " (no valid number)"));
        view.add("Company", contact.company(), name -> name);
        view.add("Location", contact.location(), name -> name);
        view.add("Expected amount", lead.expectedAmount(), Words::money);
        lead.fields().forEach((key, field) -> view.add(Words.ofKey(key), field, value -> value.text()));
        lead.consents()
                .forEach(stated -> view.add(
                        "Consent",
                        stated,
                        consent -> consent.purpose() + ": " + (consent.given() ? "agreed" : "not agreed")));
        return List.copyOf(view.facts);
    }

    private <T> void add(String label, @Nullable Attributed<T> attributed, Function<T, String> text) {
        if (attributed != null) {
            Provenance from = attributed.provenance();
            facts.add(new Fact(
                    label,
                    text.apply(attributed.value()),
                    origin(from),
                    trust(from),
                    from.assurance() != Assurance.CLAIMED || from.origin() == Provenance.Origin.PERSON,
                    from.evidence() == null
                            ? null
                            : transcripts.anchor(
                                    from.evidence().session(), from.evidence().message()),
                    from.at()));
        }
    }

    private static String origin(Provenance from) {
        return switch (from.origin()) {
            case MESSAGE -> "said in the chat";
            case RULE -> "set by the rule " + from.by();
            case PERSON -> "entered by " + from.by();
            case HOST -> from.by().equals("default") ? "set when it began" : "given by " + from.by();
        };
    }

    private static String trust(Provenance from) {
        return switch (from.assurance()) {
            case CLAIMED -> from.origin() == Provenance.Origin.PERSON ? "By a person" : "Claimed";
            case CHANNEL -> "From the channel";
            case VERIFIED -> "Verified";
        };
    }
}
