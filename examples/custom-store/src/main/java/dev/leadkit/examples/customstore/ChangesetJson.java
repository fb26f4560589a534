package dev.leadkit.examples.customstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Changeset;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Between changesets and JSON. All values in one are records, which Jackson writes and reads by themselves; only a
 * {@link Change} and a {@link FieldValue}, of which there are several kinds, have to say which they are.
 */
final class ChangesetJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Change.class, OfSomeKind.class)
            .addMixIn(FieldValue.class, OfSomeType.class)
            // The components and nothing else: a method such as isFromVisitor() is no part of a value.
            .changeDefaultVisibility(visible -> visible.withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .addModule(new SimpleModule().addKeyDeserializer(LeadId.class, new LeadIdKey()))
            // A number that a value had not yet when it was written is 0, a map is empty.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withConfigOverride(Map.class, map -> map.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "change")
    private interface OfSomeKind {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface OfSomeType {}

    /** Maps by lead are written by its text. */
    private static final class LeadIdKey extends KeyDeserializer {
        @Override
        public LeadId deserializeKey(String key, DeserializationContext context) {
            return LeadId.parse(key);
        }
    }

    private ChangesetJson() {}

    /** On one line. */
    static byte[] write(List<Changeset> changesets) {
        return MAPPER.writeValueAsBytes(changesets);
    }

    static List<Changeset> read(byte[] json) {
        return List.of(MAPPER.readValue(json, Changeset[].class));
    }
}
