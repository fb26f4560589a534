package dev.leadkit.examples.leaddesk.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.leaddesk.TestDesk;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Test
    void describes_every_route_and_no_other(@TempDir Path data) throws Exception {
        Set<String> routes = new TreeSet<>(Set.of("get /events", "get " + RestApi.DOCUMENT));
        RestApi.routes()
                .forEach(route -> routes.add(route.method().name().toLowerCase(Locale.ROOT) + " " + route.path()));

        Set<String> described = new TreeSet<>();
        try (TestDesk desk = TestDesk.start(data)) {
            JsonNode paths = desk.as("acme-ann").get(RestApi.DOCUMENT).json().get("paths");
            for (String path : paths.propertyNames()) {
                paths.get(path).propertyNames().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> described.add(method + " " + path));
            }
        }

        assertThat(described).isEqualTo(routes);
    }
}
