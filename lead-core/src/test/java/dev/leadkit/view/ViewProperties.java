package dev.leadkit.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.definition.InvalidDefinitionException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.MapArbitrary;

/** What holds for every view. */
class ViewProperties {
    private static final ViewId ID = new ViewId(new UUID(1, 2));
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123456Z");

    @Property(tries = 300)
    void a_view_comes_back_from_its_text(@ForAll("views") View view, @ForAll("names") String owner) {
        var saved = new SavedView(ID, 7, owner, view, AT);

        assertThat(SavedView.parse(ID, 7, saved.toJson(), AT)).isEqualTo(saved);
    }

    @Property(tries = 500)
    void any_text_gives_problems_or_a_view(@ForAll("texts") String text) {
        try {
            assertThat(SavedView.parse(ID, 7, text, AT).version()).isEqualTo(7);
        } catch (InvalidDefinitionException invalid) {
            assertThat(invalid.problems()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("aZ ä\"\\/:,{}[]9")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> !text.isBlank())
                .map(String::strip);
    }

    @Provide
    Arbitrary<View> views() {
        MapArbitrary<String, List<String>> queries = Arbitraries.maps(
                Arbitraries.of("stage", "tag", "created", "sort", "minScore"),
                names().list().ofMaxSize(3));
        return Combinators.combine(
                        names(),
                        queries.ofMaxSize(4),
                        names().list().uniqueElements().ofMaxSize(5),
                        Arbitraries.of(ViewMode.values()),
                        Arbitraries.of(true, false),
                        names().injectNull(0.5))
                .as((name, query, columns, mode, shared, team) ->
                        new View(name, query, columns, mode, shared, shared ? null : team));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> broken = Combinators.combine(
                        views(),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.of("", "\"", "[", "}", "null", "\\u0000", "1"))
                .as((view, at, piece) -> {
                    String text = new SavedView(ID, 1, "ann", view, AT).toJson();
                    int place = at % text.length();
                    return text.substring(0, place) + piece + text.substring(place + 1);
                });
        return Arbitraries.oneOf(broken, Arbitraries.strings());
    }
}
