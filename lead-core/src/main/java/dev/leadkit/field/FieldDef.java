package dev.leadkit.field;

import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.LeadField;
import org.jspecify.annotations.Nullable;

/**
 * What a custom field is and takes. No lead needs to have a value; a stage of a pipeline may ask for one as
 * {@code field:KEY}. Immutable and safe to share; each method returns a copy.
 *
 * @param key stable and unique; leads and programs know the field by it
 * @param label what people see
 * @param personal whether its values are personal data: a mark for the host, who shows, exports or passes them on. Values of
 *     every field are erased and handed over with the person
 * @param indexed a hint to stores that somebody will look for leads by it; none of LeadKit's heeds it yet
 * @param initial what a new lead has unless it is given another; absent for none
 */
public record FieldDef(
        String key,
        String label,
        FieldRule rule,
        boolean personal,
        boolean indexed,
        @Nullable FieldValue initial) {

    /** @throws InvalidInputException if the label is blank; what else may be wrong is found where fields are put together */
    public FieldDef {
        label = Input.name("label", label);
    }

    public static FieldDef of(String key, String label, FieldRule rule) {
        return new FieldDef(key, label, rule, false, false, null);
    }

    /** Marks its values as personal data. */
    public FieldDef asPersonal() {
        return new FieldDef(key, label, rule, true, indexed, initial);
    }

    public FieldDef asIndexed() {
        return new FieldDef(key, label, rule, personal, true, initial);
    }

    public FieldDef beginningWith(FieldValue value) {
        return new FieldDef(key, label, rule, personal, indexed, value);
    }

    public FieldType type() {
        return rule.type();
    }

    /**
     * A value as this field holds it: as it is, or read from a text where the field is of another type.
     *
     * @throws InvalidInputException if the field does not take it, without the value
     */
    FieldValue accept(FieldValue given) {
        String name = LeadField.custom(key);
        FieldValue value = given;
        if (given instanceof FieldValue.Text text && type() != FieldType.TEXT) {
            value = type().read(name, text.value());
        } else if (given.type() != type()) {
            throw new InvalidInputException(
                    name, rule.expected(), "a value of type " + given.type().key());
        }
        if (!rule.takes(value)) {
            throw new InvalidInputException(name, rule.expected(), "another " + type().key());
        }
        return value;
    }
}
