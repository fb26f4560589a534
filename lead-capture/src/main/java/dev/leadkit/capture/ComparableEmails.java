package dev.leadkit.capture;

import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.EmailExtractor;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.Extractor;
import dev.leadkit.capture.extract.Turn;
import dev.leadkit.lead.ContactNormalizer;

/** Finds addresses, each in the form in which the kit compares them. */
record ComparableEmails(EmailExtractor emails, ContactNormalizer normalizer) implements Extractor<String> {
    @Override
    public String field() {
        return emails.field();
    }

    @Override
    public Extraction<String> extract(Turn turn) {
        Extraction<String> extraction = emails.extract(turn);
        return extraction.found().isEmpty()
                ? extraction
                : new Extraction<>(
                        extraction.found().stream().map(this::comparable).toList(), extraction.rejected());
    }

    private Candidate<String> comparable(Candidate<String> found) {
        return new Candidate<>(normalizer.email(found.value()), found.span(), found.confidence(), found.because());
    }
}
