package dev.leadkit.examples.leaddesk.rest;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** All routes of the interface. */
public final class RestApi {
    /** Where the interface begins. */
    public static final String ROOT = "/api/v1";

    /** Where its description is, for everybody. */
    static final String DOCUMENT = "/openapi.json";

    private final Dispatcher dispatcher;

    public RestApi(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    public void register(RoutesConfig routes) {
        for (Route route : routes()) {
            routes.addHttpHandler(route.method(), ROOT + route.path(), ctx -> dispatcher.handle(ctx, route));
        }
        byte[] document = document();
        routes.get(ROOT + DOCUMENT, ctx -> ctx.contentType("application/json").result(document));
    }

    private static byte[] document() {
        try (InputStream in = RestApi.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Each once; {@code openapi.json} describes them. */
    static List<Route> routes() {
        return Stream.of(
                        ConversationRoutes.all(),
                        BulkRoutes.all(),
                        MergeRoutes.all(),
                        LeadRoutes.all(),
                        LeadWorkRoutes.all(),
                        LeadHistoryRoutes.all(),
                        BoardRoutes.all(),
                        PipelineRoutes.all(),
                        DefinitionRoutes.all(),
                        ViewRoutes.all(),
                        TableRoutes.all(),
                        InsightRoutes.all())
                .flatMap(List::stream)
                .toList();
    }
}
