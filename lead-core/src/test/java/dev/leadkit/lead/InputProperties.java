package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InputProperties {
    @Property
    void a_cleaned_text_survives_utf_8_and_holds_no_nul(@ForAll("anything") String text) {
        String clean = Input.clean(text);

        byte[] bytes = clean.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(clean).doesNotContain("\u0000");
    }

    @Property
    void cleaning_changes_nothing_but_what_cannot_be_stored(@ForAll("anything") String text) {
        String clean = Input.clean(text);

        assertThat(clean).hasSameSizeAs(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 0 && !Character.isSurrogate(c)) {
                assertThat(clean.charAt(i)).isEqualTo(c);
            }
        }
    }

    @Property
    void cleaning_twice_is_cleaning_once(@ForAll("anything") String text) {
        String clean = Input.clean(text);

        assertThat(Input.clean(clean)).isSameAs(clean);
    }

    @Property
    void a_name_is_taken_as_it_is_or_refused_with_its_field(@ForAll("anything") String text) {
        try {
            String name = Input.name("tag", text);

            assertThat(Input.name("tag", name)).isEqualTo(name);
        } catch (InvalidInputException refused) {
            assertThat(refused.field()).isEqualTo("tag");
        }
    }

    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> broken = Arbitraries.strings()
                .withChars('\u0000', '\uD83D', '\uDE42', 'a', ' ', '\n')
                .ofMaxLength(12);
        return Arbitraries.oneOf(broken, Arbitraries.strings().all());
    }
}
