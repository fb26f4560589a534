package dev.leadkit.identity;

import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Reason;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A lead that may be the same person as another.
 *
 * @param likelihood 0.0 to 1.0; each thing that the two share makes up for a part of what is missing to 1 (noisy or, see
 *     Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, 4.3.2), with weights by how rarely two persons share it
 * @param because what they share, the weightiest first
 */
public record Duplicate(Lead lead, double likelihood, List<Reason> because) {
    private static final double ASSURED = 0.95;
    private static final double USER = 0.9;
    private static final double EMAIL = 0.7;
    private static final double PHONE = 0.6;
    private static final double NAME = 0.3;
    private static final double COMPANY = 0.1;

    public Duplicate {
        because = List.copyOf(because);
    }

    /**
     * Compares two leads.
     *
     * @param samePhone the numbers of the other lead that are one of this lead's, written in another way or not
     */
    public static Duplicate of(Lead lead, Lead other, Predicate<String> samePhone) {
        List<Reason> because = new ArrayList<>();
        double missing = 1;
        if (lead.identities().stream().anyMatch(its -> isAssured(its) && holds(other, its))) {
            because.add(Reason.of("same-assured-identity", "both are the same user of a channel or of the host"));
            missing *= 1 - ASSURED;
        } else if (shares(lead, other, IdentityKind.CHANNEL_USER) || shares(lead, other, IdentityKind.EXTERNAL_ID)) {
            // Nobody types one: it is a claim where another open lead held it first.
            because.add(Reason.of("same-user", "both were told to be the same user of a channel or of the host"));
            missing *= 1 - USER;
        }
        if (shares(lead, other, IdentityKind.EMAIL)) {
            because.add(Reason.of("same-email", "both gave the same address"));
            missing *= 1 - EMAIL;
        }
        if (other.identities().stream()
                .anyMatch(its -> its.kind() == IdentityKind.PHONE && samePhone.test(its.value()))) {
            because.add(Reason.of("same-phone", "both gave the same number"));
            missing *= 1 - PHONE;
        }
        if (isSame(lead.contact().name(), other.contact().name())) {
            because.add(Reason.of("same-name", "both have the same name"));
            missing *= 1 - NAME;
        }
        if (isSame(lead.contact().company(), other.contact().company())) {
            because.add(Reason.of("same-company", "both are of the same company"));
            missing *= 1 - COMPANY;
        }
        return new Duplicate(other, Math.round((1 - missing) * 100) / 100.0, because);
    }

    private static boolean isAssured(Identity identity) {
        return identity.assurance() != Assurance.CLAIMED;
    }

    private static boolean holds(Lead lead, Identity identity) {
        return lead.identities().stream()
                .anyMatch(
                        its -> its.kind() == identity.kind() && its.value().equals(identity.value()) && isAssured(its));
    }

    private static boolean shares(Lead lead, Lead other, IdentityKind kind) {
        return lead.identities().stream()
                .filter(its -> its.kind() == kind)
                .anyMatch(its -> other.identities().stream()
                        .anyMatch(one -> one.kind() == kind && one.value().equals(its.value())));
    }

    private static boolean isSame(@Nullable Attributed<String> one, @Nullable Attributed<String> other) {
        if (one == null || other == null) {
            return false;
        }
        String folded = folded(one.value());
        return !folded.isEmpty() && folded.equals(folded(other.value()));
    }

    /** Without case, accents, signs and repeated blanks; empty for a name of nothing but signs, which says nothing of who has it. */
    private static String folded(String text) {
        var folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || isVowelSign(c)) {
                folded.appendCodePoint(c);
            } else if (Character.isWhitespace(c) && !folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        });
        return folded.toString().strip().toLowerCase(Locale.ROOT);
    }

    /** A mark that is a sound of its own, as in Hindi and Thai; an accent belongs to no script. */
    private static boolean isVowelSign(int c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return mark && Character.UnicodeScript.of(c) != Character.UnicodeScript.INHERITED;
    }
}
