package dev.leadkit.examples.customstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.FieldValue;
import dev.leadkit.store.Changeset;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

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
            // A number that a value had not yet when it was written is 0.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "change")
    private interface OfSomeKind {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface OfSomeType {}

    private ChangesetJson() {}

    /** On one line. */
    static byte[] write(List<Changeset> changesets) {
        return MAPPER.writeValueAsBytes(changesets);
    }

    static List<Changeset> read(byte[] json) {
        return List.of(MAPPER.readValue(json, Changeset[].class));
    }
}
