package dev.leadkit.lead;

import dev.leadkit.lead.Change.FieldChanged;
import dev.leadkit.lead.LeadTrace.Given;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of a lead's fields, by their texts, while its timeline is gone through. */
final class RebuiltValues {
    private final Map<String, List<Given>> fields = new HashMap<>();

    /** @param provenance of a value of which its version's trace says nothing */
    void change(FieldChanged changed, Provenance provenance) {
        List<Given> values = fields.computeIfAbsent(changed.field(), field -> new ArrayList<>());
        values.removeIf(value -> value.text().equals(changed.from()));
        if (changed.to() != null) {
            values.add(new Given(changed.field(), changed.to(), values.size(), provenance, null, null));
        }
    }

    /** Puts values, by field in the order of their places, where they stand. */
    void give(List<Given> given) {
        for (Given value : given) {
            values(value.field()).removeIf(other -> other.text().equals(value.text()));
        }
        for (Given value : given) {
            List<Given> values = values(value.field());
            values.add(Math.min(value.place(), values.size()), value);
        }
    }

    private List<Given> values(String field) {
        return fields.computeIfAbsent(field, its -> new ArrayList<>());
    }

    Contact contact() {
        return new Contact(
                text(LeadField.NAME),
                values(LeadField.EMAIL).stream()
                        .map(value -> new Attributed<>(value.text(), value.from()))
                        .toList(),
                values(LeadField.PHONE).stream()
                        .map(value -> new Attributed<>(number(value), value.from()))
                        .toList(),
                text(LeadField.COMPANY),
                text(LeadField.LOCATION),
                text(LeadField.AVATAR));
    }

    @Nullable
    Attributed<Money> amount() {
        Attributed<String> told = text(LeadField.AMOUNT);
        if (told == null) {
            return null;
        }
        String[] amountAndCurrency = told.value().split(" ", 2);
        return new Attributed<>(Money.of(amountAndCurrency[0], amountAndCurrency[1]), told.provenance());
    }

    SortedMap<String, Attributed<FieldValue>> customFields() {
        SortedMap<String, Attributed<FieldValue>> custom = new TreeMap<>();
        fields.forEach((field, values) -> {
            String key = LeadField.keyOfCustom(field);
            if (key != null && !values.isEmpty()) {
                Given value = values.get(0);
                FieldType type = value.type() == null ? FieldType.TEXT : value.type();
                custom.put(key, new Attributed<>(type.read(field, value.text()), value.from()));
            }
        });
        return custom;
    }

    private @Nullable Attributed<String> text(String field) {
        List<Given> values = values(field);
        return values.isEmpty()
                ? null
                : new Attributed<>(values.get(0).text(), values.get(0).from());
    }

    private static PhoneNumber number(Given value) {
        PhoneNumber number = value.number();
        return number != null
                ? number
                : new PhoneNumber(value.text(), value.text(), value.text().startsWith("+"));
    }
}
