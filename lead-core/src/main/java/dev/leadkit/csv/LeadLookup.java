package dev.leadkit.csv;

import dev.leadkit.lead.Change;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.store.IdentityKey;
import dev.leadkit.store.Pages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the lead that a line is about, and the keys by which other lines may be about the same. */
final class LeadLookup {
    private final CsvDesk desk;
    private final List<MatchKey> keys;

    LeadLookup(CsvDesk desk, List<MatchKey> keys) {
        this.desk = desk;
        this.keys = keys;
    }

    /** The first key for which the line has a value; empty when it has none. */
    Optional<MatchKey> keyOf(LineValues values) {
        return keys.stream().filter(key -> isGiven(key, values)).findFirst();
    }

    private static boolean isGiven(MatchKey key, LineValues values) {
        return switch (key) {
            case LEAD_ID -> values.leadId() != null;
            case EXTERNAL_ID -> values.lead().externalId() != null;
            case EMAIL -> !values.lead().emails().isEmpty();
            case PHONE -> !values.lead().phones().isEmpty();
        };
    }

    /** Whether a line can be found again by its key. */
    boolean isMatchable(MatchKey key, LineValues values) {
        return key != MatchKey.PHONE || phone(values.lead(), 0).valid();
    }

    /** Every form of the line's key by which a lead may be known; empty for LeadKit's own id. */
    List<IdentityKey> forms(MatchKey key, LineValues values) {
        IdentityKind kind = key.kind();
        if (kind == null) {
            return List.of();
        }
        return switch (key) {
            case PHONE ->
                desk.normalizer().phoneCandidates(phone(values.lead(), 0).value()).stream()
                        .map(number -> hash(kind, number))
                        .toList();
            case EMAIL -> List.of(hash(kind, email(values.lead().emails().get(0))));
            default -> externalId(values.lead()).map(List::of).orElse(List.of());
        };
    }

    Optional<Lead> byId(LeadId id) {
        return desk.store().find(desk.tenant(), id);
    }

    /** The lead known by one of these, the first that has any. */
    Optional<Lead> byIdentity(List<IdentityKey> forms) {
        return forms.stream()
                .flatMap(key -> desk
                        .store()
                        .findByIdentity(desk.tenant(), desk.pipeline().name(), key)
                        .stream())
                .findFirst();
    }

    /** The open lead, other than the one that the line is about, that has the line's external id. */
    Optional<LeadId> otherHolder(LineValues values, @Nullable Lead match) {
        return externalId(values.lead())
                .flatMap(key -> byIdentity(List.of(key)))
                .filter(holder ->
                        !holder.closed() && (match == null || !holder.id().equals(match.id())))
                .map(Lead::id);
    }

    /** Another open lead that has one of a closed lead's external ids, which it would take again if it were open. */
    Optional<LeadId> otherHolder(@Nullable Lead closed) {
        return externalIds(closed).stream()
                .flatMap(key -> byIdentity(List.of(key)).stream())
                .filter(holder ->
                        closed != null && !holder.closed() && !holder.id().equals(closed.id()))
                .map(Lead::id)
                .findFirst();
    }

    List<IdentityKey> externalIds(@Nullable Lead lead) {
        return lead == null
                ? List.of()
                : lead.identities().stream()
                        .filter(identity -> identity.kind() == IdentityKind.EXTERNAL_ID)
                        .map(desk.hasher()::key)
                        .toList();
    }

    Optional<IdentityKey> externalId(NewLead lead) {
        return Optional.ofNullable(lead.externalId()).map(id -> hash(IdentityKind.EXTERNAL_ID, id));
    }

    /** All by which a later line could be about the same lead. */
    Set<IdentityKey> claimed(LineValues values, @Nullable Lead match) {
        Set<IdentityKey> claimed = new LinkedHashSet<>();
        externalId(values.lead()).ifPresent(claimed::add);
        if (keys.contains(MatchKey.EMAIL)) {
            values.lead().emails().forEach(email -> claimed.add(hash(IdentityKind.EMAIL, email(email))));
        }
        if (keys.contains(MatchKey.PHONE)) {
            for (int i = 0; i < values.lead().phones().size(); i++) {
                claimed.add(hash(IdentityKind.PHONE, phone(values.lead(), i).value()));
            }
        }
        if (match != null) {
            match.identities().stream()
                    .filter(this::mayMatch)
                    .forEach(identity -> claimed.add(desk.hasher().key(identity)));
        }
        return claimed;
    }

    private boolean mayMatch(Identity identity) {
        return identity.kind() == IdentityKind.EXTERNAL_ID
                || keys.stream().anyMatch(key -> key.kind() == identity.kind());
    }

    /** Whether the lead's timeline has a note; read only if asked. */
    Predicate<String> notesOf(LeadId lead) {
        List<List<String>> read = new ArrayList<>(1);
        return text -> {
            if (read.isEmpty()) {
                read.add(readNotes(lead));
            }
            return read.get(0).contains(text);
        };
    }

    private List<String> readNotes(LeadId lead) {
        List<String> notes = new ArrayList<>();
        Pages.timeline(desk.store(), desk.tenant(), lead).forEach(activity -> {
            if (activity.change() instanceof Change.Noted noted) {
                notes.add(noted.text());
            }
        });
        return notes;
    }

    private String email(String given) {
        return desk.normalizer().email(given);
    }

    private PhoneNumber phone(NewLead lead, int index) {
        return desk.normalizer().phone(lead.phones().get(index), lead.region());
    }

    private IdentityKey hash(IdentityKind kind, String value) {
        return desk.hasher().key(kind, value);
    }
}
