package dev.leadkit.examples.cli;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Reports as JSON that people read: indented, in the order of the records, figures with four digits. */
final class ReportJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new FourDigits())
                    .addSerializer(Double.TYPE, new FourDigits()))
            .build();

    private ReportJson() {}

    static String of(Object report) {
        return JSON.writeValueAsString(report);
    }

    /** Figures as short as one reads them. */
    private static final class FourDigits extends StdSerializer<Double> {
        FourDigits() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(ResultLines.fourDigits(value));
        }
    }
}
