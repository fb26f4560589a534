package dev.leadkit.examples.leaddesk.rest;

import io.javalin.http.HandlerType;

/**
 * One address of the interface with one method.
 *
 * @param path below {@link RestApi#ROOT}, with parameters in braces
 * @param isDecision whether somebody decided on what he saw, so that it is not done again by itself on a fresh state
 */
record Route(HandlerType method, String path, boolean isDecision, Endpoint endpoint) {
    /** What is done there. */
    interface Endpoint {
        Answer answer(Call call) throws Exception;
    }

    static Route get(String path, Endpoint endpoint) {
        return new Route(HandlerType.GET, path, false, endpoint);
    }

    static Route post(String path, Endpoint endpoint) {
        return new Route(HandlerType.POST, path, false, endpoint);
    }

    /** A POST that is decided on what somebody saw. */
    static Route decision(String path, Endpoint endpoint) {
        return new Route(HandlerType.POST, path, true, endpoint);
    }

    static Route put(String path, Endpoint endpoint) {
        return new Route(HandlerType.PUT, path, false, endpoint);
    }

    static Route patch(String path, Endpoint endpoint) {
        return new Route(HandlerType.PATCH, path, false, endpoint);
    }

    static Route delete(String path, Endpoint endpoint) {
        return new Route(HandlerType.DELETE, path, false, endpoint);
    }
}
