package dev.leadkit.lead;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about one use of his data: that he agrees to it, or no longer does. Who recorded it, when, and in which
 * message of which session stands beside it, in the {@link Provenance} of an {@link Attributed}.
 *
 * <pre>{@code
 * Consent.to("contact").text("2026-03");
 * Consent.withdrawnFrom("newsletter");
 * }</pre>
 *
 * <p>Each method returns a copy; a value is checked when it is given. Immutable and safe to share.
 *
 * @param purpose what for: a key of the host's own, of letters, digits, {@code -} and {@code _}
 * @param given whether he agreed; false when he refused, or took it back
 * @param basis the legal basis, in the host's words; {@value #CONSENT} unless said otherwise
 * @param textVersion which version of the text he was shown; absent when there was none
 */
public record Consent(
        String purpose,
        boolean given,
        String basis,
        @Nullable String textVersion) {
    /** Article 6(1)(a) of the GDPR; the other five have keys of the same manner, such as {@code contract}. */
    public static final String CONSENT = "consent";

    /** Of two statements of one instant the stricter one stands; what follows only makes the order total. */
    private static final Comparator<Attributed<Consent>> LATER = Comparator.comparing(
                    (Attributed<Consent> stated) -> stated.provenance().at())
            .thenComparing(stated -> !stated.value().given())
            .thenComparing(stated -> stated.value().basis())
            .thenComparing(stated -> stated.value().textVersion(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(stated -> stated.provenance().toString());

    /** @throws InvalidInputException naming the first part that is not taken */
    public Consent {
        Input.id("consent.purpose", purpose);
        if (!purpose.chars().allMatch(Consent::isOfKey)) {
            throw new InvalidInputException("consent.purpose", "letters, digits, - and _", "another character");
        }
        Input.id("consent.basis", basis);
        textVersion = textVersion == null ? null : Input.id("consent.textVersion", textVersion);
    }

    private static boolean isOfKey(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    /** He agrees. */
    public static Consent to(String purpose) {
        return new Consent(purpose, true, CONSENT, null);
    }

    /** He does not agree, whether he did before or not. */
    public static Consent withdrawnFrom(String purpose) {
        return new Consent(purpose, false, CONSENT, null);
    }

    public Consent basis(String newBasis) {
        return new Consent(purpose, given, newBasis, textVersion);
    }

    /** @param version which version of the text he was shown */
    public Consent text(@Nullable String version) {
        return new Consent(purpose, given, basis, version);
    }

    /**
     * The statement that stands for each purpose, sorted by it: the latest; of one instant the one that withdraws. So their
     * order does not matter, nor how they were put together.
     */
    public static List<Attributed<Consent>> latest(Collection<Attributed<Consent>> stated) {
        if (stated.isEmpty()) {
            return List.of();
        }
        Map<String, Attributed<Consent>> standing = new TreeMap<>();
        stated.forEach(each -> standing.merge(each.value().purpose(), each, BinaryOperator.maxBy(LATER)));
        return List.copyOf(standing.values());
    }
}
