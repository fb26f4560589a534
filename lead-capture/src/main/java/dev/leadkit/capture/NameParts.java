package dev.leadkit.capture;

import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.NameExtractor;
import dev.leadkit.lead.Attributed;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes whole names of what several messages say of one: "Jane" and, asked for the last name, "Doe"; "Jane", before or behind "Jane
 * Doe".
 */
final class NameParts {
    /** As sure as one who was asked for his whole name. */
    private static final double JOINED = 0.93;

    /** By so much a whole name is surer than a part of it. */
    private static final double FULLER = 0.01;

    private NameParts() {}

    /** @param known the names of the messages before, in their order */
    static Extraction<String> joined(Extraction<String> read, List<Attributed<String>> known) {
        if (known.isEmpty() || read.found().isEmpty()) {
            return read;
        }
        List<Candidate<String>> found = new ArrayList<>();
        for (Candidate<String> name : read.found()) {
            found.add(notSurerThanItsWhole(atLeastAsSureAsItsPart(name, known), known));
            String first = first(known, name);
            if (!first.isEmpty()) {
                found.add(new Candidate<>(first + " " + name.value(), name.span(), JOINED, "first-and-last-name"));
            }
        }
        return new Extraction<>(found, read.rejected());
    }

    /** The first name to which a last name belongs; empty if there is none. */
    private static String first(List<Attributed<String>> known, Candidate<String> last) {
        if (!last.because().equals(NameExtractor.LAST_NAME)) {
            return "";
        }
        String newest = known.get(known.size() - 1).value();
        return newest.indexOf(' ') < 0 && !newest.equalsIgnoreCase(last.value()) ? newest : "";
    }

    /** "Thanks, Jane" behind "Jane Doe": the name in full stays the one to use. */
    private static Candidate<String> notSurerThanItsWhole(Candidate<String> name, List<Attributed<String>> known) {
        double confidence = name.confidence();
        for (Attributed<String> whole : known) {
            if (isBeginning(name.value(), whole.value())) {
                confidence = Math.min(confidence, whole.provenance().confidence() - FULLER);
            }
        }
        return with(Math.max(0, confidence), name);
    }

    private static Candidate<String> atLeastAsSureAsItsPart(Candidate<String> name, List<Attributed<String>> known) {
        double confidence = name.confidence();
        for (Attributed<String> part : known) {
            if (isBeginning(part.value(), name.value())) {
                confidence = Math.max(confidence, Math.min(1, part.provenance().confidence() + FULLER));
            }
        }
        return with(confidence, name);
    }

    private static boolean isBeginning(String part, String whole) {
        String begins = part + " ";
        return whole.regionMatches(true, 0, begins, 0, begins.length());
    }

    private static Candidate<String> with(double confidence, Candidate<String> name) {
        return confidence == name.confidence()
                ? name
                : new Candidate<>(name.value(), name.span(), confidence, name.because());
    }
}
