package dev.leadkit.examples.leaddesk.rest;

import io.javalin.http.HandlerType;
import java.io.IOException;

/**
 * One address of the interface with one method.
 *
 * @param path below {@link RestApi#ROOT}, with parameters in braces
 */
record Route(HandlerType method, String path, Endpoint endpoint) {
    /** What is done there. */
    interface Endpoint {
        Answer answer(Call call) throws IOException;
    }

    static Route get(String path, Endpoint endpoint) {
        return new Route(HandlerType.GET, path, endpoint);
    }

    static Route post(String path, Endpoint endpoint) {
        return new Route(HandlerType.POST, path, endpoint);
    }

    static Route put(String path, Endpoint endpoint) {
        return new Route(HandlerType.PUT, path, endpoint);
    }

    static Route patch(String path, Endpoint endpoint) {
        return new Route(HandlerType.PATCH, path, endpoint);
    }

    static Route delete(String path, Endpoint endpoint) {
        return new Route(HandlerType.DELETE, path, endpoint);
    }
}
