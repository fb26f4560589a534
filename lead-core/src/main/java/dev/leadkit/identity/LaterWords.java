package dev.leadkit.identity;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was said since in the conversations of a merged lead, given back to the leads that were merged away, with the holds that
 * were set on all of them together. What is new is told once for all of them, however many they are. Pure.
 */
final class LaterWords {
    private final Lead then;
    private final Lead now;
    private final List<Attributed<String>> emails;
    private final List<Attributed<PhoneNumber>> phones;
    private final List<Attributed<Consent>> consents;

    /**
     * @param then what the merge made of the survivor
     * @param now what that has become since
     */
    LaterWords(Lead then, Lead now) {
        this.then = then;
        this.now = now;
        this.emails = LaterWork.added(then.contact().emails(), now.contact().emails());
        this.phones = LaterWork.added(then.contact().phones(), now.contact().phones());
        this.consents = LaterWork.added(then.consents(), now.consents());
    }

    /** A lead that was merged away, with what was said in its conversations. */
    Lead with(Lead member) {
        Contact before = member.contact();
        Contact merged = then.contact();
        Contact after = now.contact();
        Set<String> its = Set.copyOf(member.sessions());
        Contact contact = new Contact(
                said(member, LeadField.NAME, before.name(), merged.name(), after.name()),
                withSaid(before.emails(), emails, its, Function.identity()),
                withSaid(before.phones(), phones, its, PhoneNumber::value),
                said(member, LeadField.COMPANY, before.company(), merged.company(), after.company()),
                said(member, LeadField.LOCATION, before.location(), merged.location(), after.location()),
                before.avatar());
        return member.toBuilder()
                .contact(contact)
                .identities(LaterWork.identities(member, contact, Set.of()))
                .expectedAmount(said(
                        member, LeadField.AMOUNT, member.expectedAmount(), then.expectedAmount(), now.expectedAmount()))
                .need(LaterWork.need(member, then, now, its))
                .pinned(LaterWork.withHolds(member.pinned(), then, now))
                .consents(LaterWork.with(
                        member.consents(),
                        consents,
                        stated -> LaterWork.isSaidIn(stated, its) || LaterWork.isWithdrawnFor(member, stated)))
                .build();
    }

    private static <T> @Nullable Attributed<T> said(
            Lead member,
            String field,
            @Nullable Attributed<T> before,
            @Nullable Attributed<T> merged,
            @Nullable Attributed<T> after) {
        boolean its = after != null && !after.equals(merged) && LaterWork.isSaidIn(after, member.sessions());
        return its && !member.pinned().contains(field) ? after : before;
    }

    private static <T> List<Attributed<T>> withSaid(
            List<Attributed<T>> before, List<Attributed<T>> added, Set<String> sessions, Function<T, String> key) {
        List<Attributed<T>> values = new ArrayList<>(before);
        Set<String> known = new TreeSet<>();
        before.forEach(value -> known.add(key.apply(value.value())));
        LaterWork.append(values, known, added, value -> LaterWork.isSaidIn(value, sessions), key);
        return values;
    }
}
