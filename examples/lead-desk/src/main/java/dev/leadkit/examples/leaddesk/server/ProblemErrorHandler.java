package dev.leadkit.examples.leaddesk.server;

import dev.leadkit.examples.leaddesk.rest.Problem;
import dev.leadkit.examples.leaddesk.security.SecurityHeaders;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers with a problem where the web server refuses a request before any route sees it, such as a broken address. */
final class ProblemErrorHandler extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        Problem problem = code < 500
                ? Problem.of(code, "bad-request", "the request can't be read")
                : Problem.of(code, "server-error", "the server made a mistake");
        SecurityHeaders.all().forEach((name, value) -> response.getHeaders().put(name, value));
        // The web server ends the connection after such a request; a client that isn't told loses its next one.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(problem.toJson()), callback);
    }
}
