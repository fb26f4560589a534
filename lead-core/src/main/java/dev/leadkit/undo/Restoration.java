package dev.leadkit.undo;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.PhoneNumber;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.undo.Past.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one plan: says for each place that was changed whether it goes back, and puts back what does. Used once. */
final class Restoration {
    private final Past past;
    private final Lead now;
    private final Places places;
    private final Set<String> restored = new TreeSet<>();
    private final Map<String, KeptChange> kept = new TreeMap<>();
    private final ValueList<String> emails;
    private final ValueList<PhoneNumber> phones;
    private @Nullable Decision stage;

    Restoration(Past past, Lead now, Places places) {
        this.past = past;
        this.now = now;
        this.places = places;
        Contact before = past.before().contact();
        Contact after = past.after().contact();
        Contact present = now.contact();
        emails = new ValueList<>(Function.identity(), before.emails(), after.emails(), present.emails());
        phones = new ValueList<>(PhoneNumber::value, before.phones(), after.phones(), present.phones());
    }

    UndoPlan plan() {
        if (past.isCreation()) {
            keepWhatWasDoneSince();
        }
        past.changed().stream().filter(slot -> !Slots.isSilent(slot)).forEach(this::decide);
        keepNotes();
        keepHolds();
        if (kept.containsKey(LeadField.STAGE)) {
            restored.remove(LeadField.LOST_REASON); // it is the reason of the stage that stays
        }
        if (now.closed() && !restored.contains(LeadField.STAGE)) {
            restored.remove(LeadField.SNOOZED_UNTIL); // a closed lead has none
        }
        past.after().pinned().forEach(this::decidePin);
        past.before().pinned().forEach(this::decidePin);
        past.after().identities().forEach(this::decideIdentity);
        past.before().identities().forEach(this::decideIdentity);
        decideOrder(LeadField.EMAIL, emails, now.contact().emails());
        decideOrder(LeadField.PHONE, phones, now.contact().phones());
        Lead next = restored.isEmpty() ? null : next();
        return new UndoPlan(next, List.copyOf(kept.values()));
    }

    /** Whoever worked on a lead wants it. */
    private void keepWhatWasDoneSince() {
        for (String field : past.fieldsChangedSince()) {
            if (past.fate(Slots.WITHDRAWN) == Fate.STANDING) {
                keep(field, KeptChange.CHANGED_SINCE, "the lead was worked on since it was created");
            }
        }
    }

    private void decide(String slot) {
        Fate fate = past.fate(slot);
        if (fate == Fate.UNDONE || past.isCreation() && !kept.isEmpty()) {
            return;
        }
        if (slot.equals(LeadField.STAGE) && past.isMigration()) {
            keep(
                    LeadField.STAGE,
                    "of-a-migration",
                    "leads follow their pipeline: roll back the version that it published");
        } else if (fate == Fate.OVERLAPPED || !isAsItWasLeft(slot)) {
            keep(Slots.field(slot), KeptChange.CHANGED_SINCE, "it was changed again since");
        } else if (!slot.equals(LeadField.STAGE) || mayGoBack()) {
            restored.add(slot);
        }
    }

    private boolean isAsItWasLeft(String slot) {
        return slot.equals(LeadField.STAGE) && past.isMigratedSince() || Slots.isSame(slot, past.after(), now);
    }

    private boolean mayGoBack() {
        String its = past.before().pipeline();
        Pipeline pipeline = places.pipeline(its).orElse(null);
        if (pipeline == null) {
            keep(LeadField.STAGE, "unknown-pipeline", "the pipeline that it was in is no more");
            return false;
        }
        String then = places.stageNow(pipeline, past.stageBefore());
        if (then.equals(places.stageNow(pipeline, now.stage())) && its.equals(now.pipeline())) {
            keep(LeadField.STAGE, "one-stage-now", "both stages are one in the present version of the pipeline");
            return false;
        }
        Decision decision = pipeline.decideRestoring(now, its, then, places.occupancy(pipeline, then));
        for (Refusal refusal : decision.refusals()) {
            keep(LeadField.STAGE, refusal.code(), refusal.text());
        }
        stage = decision;
        return decision.isAllowed();
    }

    private void keepNotes() {
        boolean noted = past.own().stream().anyMatch(Past::isOfNotes);
        if (noted && !past.isCreation()) {
            keep(LeadField.NOTES, "append-only", "a note stays in the timeline");
        }
    }

    /** Who may set and lift them is asked where they are set and lifted. */
    private void keepHolds() {
        if (!past.before().holds().equals(past.after().holds())) {
            keep(LeadField.HOLD, "legal-hold", "a legal hold is set and lifted by itself, never by an undo");
        }
    }

    /** It goes with its field; a hold has none. */
    private void decidePin(String field) {
        boolean isHold = LeadField.matterOfHold(field) != null;
        if (!isHold && !kept.containsKey(field) && !past.fieldsChangedSince().contains(field)) {
            decideSilent(Slots.pin(field));
        }
    }

    /** It goes with the value that it is made of. */
    private void decideIdentity(Identity identity) {
        String owner = Slots.owner(identity);
        if (owner == null || !past.changed().contains(owner) || restored.contains(owner)) {
            decideSilent(Slots.identity(identity));
        }
    }

    /** It may be all that was changed of a field. */
    private <T> void decideOrder(String field, ValueList<T> values, List<Attributed<T>> present) {
        if (!values.restored(value -> false).equals(present)) {
            decideSilent(Slots.order(field));
        }
    }

    private void decideSilent(String slot) {
        if (past.changed().contains(slot)
                && past.fate(slot) == Fate.STANDING
                && Slots.isSame(slot, past.after(), now)) {
            restored.add(slot);
        }
    }

    private void keep(String field, String code, String text) {
        kept.put(field, new KeptChange(field, code, text));
    }

    private Lead next() {
        Lead before = past.before();
        Lead lead = now;
        if (stage instanceof Decision.Allowed allowed && restored.contains(LeadField.STAGE)) {
            lead = allowed.apply(lead, before.stageEnteredAt());
        }
        Lead.Builder next = lead.toBuilder().contact(contact());
        one(LeadField.AMOUNT, before.expectedAmount(), next::expectedAmount);
        one(LeadField.ASSIGNEE, before.assignee(), next::assignee);
        one(LeadField.LOST_REASON, before.lostReason(), next::lostReason);
        one(LeadField.PROBABILITY, before.probability(), next::probability);
        one(LeadField.SNOOZED_UNTIL, before.snoozedUntil(), next::snoozedUntil);
        return next.tags(set(Lead::tags, LeadField::tag))
                .pinned(set(Lead::pinned, Slots::pin))
                .identities(set(Lead::identities, Slots::identity))
                .consents(consents())
                .fields(fields())
                .withdrawn(restored.contains(Slots.WITHDRAWN) ? before.withdrawn() : now.withdrawn())
                .build();
    }

    private <T> void one(String slot, @Nullable T before, Consumer<@Nullable T> set) {
        if (restored.contains(slot)) {
            set.accept(before);
        }
    }

    private Contact contact() {
        Contact before = past.before().contact();
        Contact present = now.contact();
        return new Contact(
                restored.contains(LeadField.NAME) ? before.name() : present.name(),
                emails.restored(isRestored(LeadField.EMAIL)),
                phones.restored(isRestored(LeadField.PHONE)),
                restored.contains(LeadField.COMPANY) ? before.company() : present.company(),
                restored.contains(LeadField.LOCATION) ? before.location() : present.location(),
                restored.contains(LeadField.AVATAR) ? before.avatar() : present.avatar());
    }

    private Predicate<String> isRestored(String field) {
        return value -> restored.contains(Slots.value(field, value));
    }

    /** Without those that the changeset added, and with those that it took away. */
    private <T extends Comparable<T>> Set<T> set(Function<Lead, Collection<T>> of, Function<T, String> slot) {
        Set<T> values = new TreeSet<>(of.apply(now));
        values.removeIf(value -> restored.contains(slot.apply(value)));
        of.apply(past.before()).stream()
                .filter(value -> restored.contains(slot.apply(value)))
                .forEach(values::add);
        return values;
    }

    private SortedMap<String, Attributed<FieldValue>> fields() {
        SortedMap<String, Attributed<FieldValue>> fields = new TreeMap<>(now.fields());
        fields.keySet().removeIf(key -> restored.contains(LeadField.custom(key)));
        past.before().fields().forEach((key, value) -> {
            if (restored.contains(LeadField.custom(key))) {
                fields.put(key, value);
            }
        });
        return fields;
    }

    private List<Attributed<Consent>> consents() {
        Function<Attributed<Consent>, String> slot =
                consent -> LeadField.consent(consent.value().purpose());
        List<Attributed<Consent>> consents = now.consents().stream()
                .filter(consent -> !restored.contains(slot.apply(consent)))
                .collect(Collectors.toCollection(ArrayList::new));
        past.before().consents().stream()
                .filter(consent -> restored.contains(slot.apply(consent)))
                .forEach(consents::add);
        return consents;
    }
}
