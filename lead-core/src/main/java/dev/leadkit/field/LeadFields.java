package dev.leadkit.field;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.json.DefinitionReader;
import dev.leadkit.definition.json.Problems;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.Provenance;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The custom fields of leads. Immutable and safe to share. Read it from JSON, or build it:
 *
 * <pre>{@code
 * LeadFields fields = LeadFields.named("sales")
 *         .add(FieldDef.of("seats", "Seats", FieldRule.number(1, 10_000)))
 *         .add(FieldDef.of("plan", "Plan", FieldRule.oneOf("basic", "pro")).beginningWith(FieldValue.choice("basic")))
 *         .build();
 * LeadKit kit = LeadKit.builder().store(store).fields(fields).build();
 * }</pre>
 *
 * <p>A definition says what may be set. What leads have already stays as it is when a later version has other limits or no
 * such field any more, until somebody sets or removes it.
 */
public final class LeadFields {
    /** The most fields of one definition. */
    public static final int MAX_FIELDS = 200;

    /** No custom fields. */
    public static final LeadFields NONE = new LeadFields("none", 1, List.of());

    private final String name;
    private final int version;
    private final List<FieldDef> all;

    LeadFields(String name, int version, List<FieldDef> all) {
        this.name = name;
        this.version = version;
        this.all = List.copyOf(all);
    }

    /** Begins a definition of version 1. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** @throws InvalidDefinitionException with all problems of the file */
    public static LeadFields read(Path path) {
        return parse(DefinitionReader.file(path));
    }

    /** @throws InvalidDefinitionException with all problems of the document */
    public static LeadFields parse(String json) {
        return LeadFieldsJson.parse(json);
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    /** All fields, in the order in which people see them. */
    public List<FieldDef> all() {
        return all;
    }

    public Optional<FieldDef> find(String key) {
        return all.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /**
     * Values as the fields hold them. A text is read by the type of its field, as a form or a CSV file has it.
     *
     * @param given by the fields' keys
     * @throws InvalidInputException naming the first that is not taken, {@code field:KEY}, without its value
     */
    public SortedMap<String, FieldValue> accept(Map<String, FieldValue> given) {
        SortedMap<String, FieldValue> values = new TreeMap<>();
        new TreeMap<>(given).forEach((key, value) -> values.put(key, get(key).accept(value)));
        return values;
    }

    /** @throws InvalidInputException if there is no such field, naming it {@code field:KEY} */
    public FieldDef get(String key) {
        return find(key)
                .orElseThrow(() -> new InvalidInputException(
                        LeadField.custom(key),
                        all.isEmpty()
                                ? "a custom field, which the kit must be given first"
                                : "one of the fields "
                                        + String.join(
                                                ", ",
                                                all.stream().map(FieldDef::key).toList()),
                        "no such field"));
    }

    /** A new lead with what its fields begin with. */
    public Lead begin(Lead lead, Instant at) {
        SortedMap<String, Attributed<FieldValue>> values = new TreeMap<>(lead.fields());
        for (FieldDef field : all) {
            if (field.initial() != null) {
                values.putIfAbsent(field.key(), new Attributed<>(field.initial(), Provenance.initial(at)));
            }
        }
        return values.size() == lead.fields().size()
                ? lead
                : lead.toBuilder().fields(values).build();
    }

    @Override
    public String toString() {
        return "fields %s@%s".formatted(name, version);
    }

    /** Collects fields. Not safe to share. */
    public static final class Builder {
        private final String name;
        private int version = 1;
        private final List<FieldDef> fields = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder version(int number) {
            version = number;
            return this;
        }

        public Builder add(FieldDef field) {
            fields.add(field);
            return this;
        }

        /** @throws InvalidDefinitionException with all problems, placed as they would be in the JSON document */
        public LeadFields build() {
            var problems = new Problems();
            List<FieldsCheck.Placed> placed = new ArrayList<>();
            fields.forEach(field -> placed.add(new FieldsCheck.Placed("/fields/" + placed.size(), true, field)));
            FieldsCheck.check(placed, problems);
            problems.throwIfAny();
            return new LeadFields(name, version, fields);
        }
    }
}
