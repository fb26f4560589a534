package dev.leadkit.bulk;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done to many leads: a value, which a host may keep and repeat. Each is checked when it is made.
 *
 * <p>A record of the operation keeps it, and an erasure of a person does not look there: write nothing of a single person
 * into a reason, a note or a tag that many leads get.
 */
public sealed interface BulkAction {
    /** See {@link #transition(String, String)}. */
    record Transition(String to, @Nullable String reason) implements BulkAction {
        public Transition {
            Input.id("stage", to);
            reason = reason == null ? null : Input.name(LeadField.LOST_REASON, reason);
        }
    }

    /** See {@link #moveTo}. */
    record MoveTo(String pipeline, Map<String, String> stages) implements BulkAction {
        public MoveTo {
            Input.name("pipeline", pipeline);
            stages = Collections.unmodifiableMap(new TreeMap<>(stages));
            if (stages.isEmpty()) {
                throw new InvalidInputException("stages", "at least one stage", "none");
            }
        }
    }

    /** See {@link #assign}. */
    record Assign(@Nullable String user) implements BulkAction {
        public Assign {
            user = user == null ? null : Input.id("assignee", user);
        }
    }

    /** See {@link #tag}. */
    record Tag(String tag) implements BulkAction {
        public Tag {
            tag = Input.name("tag", tag);
        }
    }

    /** See {@link #untag}. */
    record Untag(String tag) implements BulkAction {
        public Untag {
            tag = Input.name("tag", tag);
        }
    }

    /** See {@link #note}. */
    record Note(String text) implements BulkAction {
        public Note {
            if (text.isBlank()) {
                throw new InvalidInputException("note", "a non-blank text", "a blank text");
            }
            text = Input.text("note", text.replace("\r\n", "\n"));
        }
    }

    /**
     * See {@link #edit}. What is absent stays as it is on each lead.
     *
     * @param expectedAmount what each of the deals may bring
     * @param probability how likely each is won, 0.0 to 1.0, in the place of what its stage says
     * @param snoozedUntil until when they are not stale; once it is past, there is nothing to do
     * @param cleared what to take away, by its name in {@link LeadField}, of those that can be set here
     */
    record Edit(
            @Nullable String company,
            @Nullable String location,
            @Nullable Money expectedAmount,
            @Nullable Double probability,
            @Nullable Instant snoozedUntil,
            Set<String> cleared)
            implements BulkAction {
        private static final List<String> CLEARABLE = List.of(
                LeadField.COMPANY,
                LeadField.LOCATION,
                LeadField.AMOUNT,
                LeadField.PROBABILITY,
                LeadField.SNOOZED_UNTIL);

        public Edit {
            company = company == null ? null : Input.name("company", company);
            location = location == null ? null : Input.name("location", location);
            expectedAmount = expectedAmount == null
                    ? null
                    : Money.of(expectedAmount.amount().toPlainString(), expectedAmount.currency());
            probability = probability == null ? null : Input.probability(LeadField.PROBABILITY, probability);
            snoozedUntil = snoozedUntil == null ? null : Input.instant(LeadField.SNOOZED_UNTIL, snoozedUntil);
            cleared = Collections.unmodifiableSet(new TreeSet<>(cleared));
            Map<String, Boolean> set = Map.of(
                    LeadField.COMPANY, company != null,
                    LeadField.LOCATION, location != null,
                    LeadField.AMOUNT, expectedAmount != null,
                    LeadField.PROBABILITY, probability != null,
                    LeadField.SNOOZED_UNTIL, snoozedUntil != null);
            if (!CLEARABLE.containsAll(cleared) || cleared.stream().anyMatch(field -> set.getOrDefault(field, false))) {
                throw new InvalidInputException(
                        "clear",
                        "of %s those that are not set".formatted(String.join(", ", CLEARABLE)),
                        "another field");
            }
        }

        public Edit company(String newCompany) {
            return new Edit(
                    newCompany, location, expectedAmount, probability, snoozedUntil, without(LeadField.COMPANY));
        }

        public Edit location(String newLocation) {
            return new Edit(
                    company, newLocation, expectedAmount, probability, snoozedUntil, without(LeadField.LOCATION));
        }

        public Edit expecting(Money amount) {
            return new Edit(company, location, amount, probability, snoozedUntil, without(LeadField.AMOUNT));
        }

        /** @param chance 0.0 to 1.0 */
        public Edit probability(double chance) {
            return new Edit(company, location, expectedAmount, chance, snoozedUntil, without(LeadField.PROBABILITY));
        }

        public Edit snooze(Instant until) {
            return new Edit(company, location, expectedAmount, probability, until, without(LeadField.SNOOZED_UNTIL));
        }

        /**
         * Takes a value away, and what this edit would set in its place.
         *
         * @param field {@code company}, {@code location}, {@code amount}, {@code probability} or {@code snoozedUntil}
         * @throws InvalidInputException if it is another one
         */
        public Edit clear(String field) {
            Set<String> more = new TreeSet<>(cleared);
            more.add(field);
            return new Edit(
                    field.equals(LeadField.COMPANY) ? null : company,
                    field.equals(LeadField.LOCATION) ? null : location,
                    field.equals(LeadField.AMOUNT) ? null : expectedAmount,
                    field.equals(LeadField.PROBABILITY) ? null : probability,
                    field.equals(LeadField.SNOOZED_UNTIL) ? null : snoozedUntil,
                    more);
        }

        private Set<String> without(String field) {
            Set<String> fewer = new TreeSet<>(cleared);
            fewer.remove(field);
            return fewer;
        }
    }

    /** See {@link #erase}. */
    record Erase(Cause cause) implements BulkAction {
        public Erase {
            Input.id("cause.code", cause.code());
            Input.id("cause.ref", cause.ref());
        }
    }

    /** Moves leads to another stage, see {@link #transition(String, String)}. */
    static BulkAction transition(String to) {
        return new Transition(to, null);
    }

    /**
     * Moves leads to another stage, where the pipeline allows it. A lead that somebody else changes meanwhile is not moved.
     *
     * @param to the stage's key
     * @param reason why they are lost, for a stage that means so; may be absent unless the stage requires it
     */
    static BulkAction transition(String to, @Nullable String reason) {
        return new Transition(to, reason);
    }

    /**
     * Moves leads to another pipeline, see {@link dev.leadkit.LeadDesk#moveTo}. A lead in a stage for which none is named is refused with
     * {@code unmapped-stage}; one that somebody else changes meanwhile is not moved.
     *
     * @param stages the keys of the stages of that pipeline by those of the leads' own, as a {@code StageMap} has them
     */
    static BulkAction moveTo(String pipeline, Map<String, String> stages) {
        return new MoveTo(pipeline, stages);
    }

    /** @param user the host's id of the person who looks after the leads from now on; absent for nobody */
    static BulkAction assign(@Nullable String user) {
        return new Assign(user);
    }

    static BulkAction tag(String tag) {
        return new Tag(tag);
    }

    static BulkAction untag(String tag) {
        return new Untag(tag);
    }

    /** Adds a note to each timeline. */
    static BulkAction note(String text) {
        return new Note(text);
    }

    /**
     * Sets values that many leads can share; begins with none. A name, an address or a number is one person's, so that
     * there is no setting it for many.
     */
    static Edit edit() {
        return new Edit(null, null, null, null, null, Set.of());
    }

    /**
     * Erases each lead for good, as {@link dev.leadkit.privacy.PersonalData#erase} does: with its conversations and the
     * other leads of these. Nothing brings it back.
     *
     * @param cause why, without personal data; it stands in each receipt
     */
    static BulkAction erase(Cause cause) {
        return new Erase(cause);
    }

    /** As one JSON object, such as {@code {"type":"transition","to":"lost","reason":"price"}}. */
    default String toJson() {
        return ActionJson.write(this).toJson();
    }

    /** @throws InvalidDefinitionException with all problems of the text */
    static BulkAction parse(String json) {
        return ActionJson.parse(json);
    }
}
